import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { startFakeBotApi } from "../../examples/fake-bot-api/fakeBotApi.ts";
import { soon, token, withBots } from "./withBots.ts";

describe("the sample bot in trouble", () => {
  const context = withBots();
  const { start, answerIn } = context;

  it("ends at once and with code 0 on SIGTERM while it waits for the next try", async () => {
    await context.api.down();
    const bot = start();
    await bot.says("next try in 1 s");
    const before = Date.now();
    bot.kill("SIGTERM");
    assert.deepEqual(await bot.ended, { code: 0, signal: null });
    assert.ok(Date.now() - before < 1000, `${Date.now() - before} ms`);
  });

  it("waits for a Bot API that is down at its start, longer each time", async () => {
    await context.api.down();
    const bot = start();
    await bot.says("getMe: [Errno 111] Connection refused; next try in 1 s\n");
    await bot.says("getMe: [Errno 111] Connection refused; next try in 2 s\n");
    await context.api.up();
    context.api.push(token, "are you there?");
    assert.equal(await answerIn(1), "are you there?");
  });

  it("goes on after its connection was cut in the middle of a long poll", async () => {
    const bot = start();
    await context.api.waitForPoll(token, soon);
    context.api.cut();
    await bot.says("getUpdates: Remote end closed connection without response; next try in 1 s\n");
    context.api.push(token, "still there?");
    assert.equal(await answerIn(1), "still there?");
  });

  it("waits as long as a 429 says, then answers what it could not, once", async () => {
    const bot = start();
    await context.api.waitForPoll(token, soon);
    const limits = { error_code: 429, description: "Too Many Requests: retry after 2", parameters: { retry_after: 2 } };
    context.api.answerNext("sendMessage", 429, { ok: false, ...limits });
    const before = Date.now();
    context.api.push(token, "too fast");
    await bot.says("sendMessage: 429 Too Many Requests: retry after 2; next try in 2 s\n");
    assert.equal(await answerIn(1), "too fast");
    const waited = (context.api.sent(token)[0]?.at ?? 0) - before;
    assert.ok(waited >= 2000 && waited < 3500, `${waited} ms`);
    await context.api.waitForPoll(token, soon);
    assert.equal(context.api.sent(token).length, 1);
  });

  it("survives answers that are not from a Bot API", async () => {
    const survives = async (status: number, body: unknown) => {
      const other = await startFakeBotApi({ tokens: [token] });
      try {
        other.answerNext("getUpdates", status, body);
        other.push(token, "hello");
        const bot = start({ BOT_API: `${other.url}/` });
        await bot.says("getUpdates: the answer is not from a Bot API; next try in 1 s\n");
        await other.waitForMessage(token, (it) => it.text === "hello", soon);
      } finally {
        await other.close();
      }
    };
    await Promise.all([
      survives(502, "<html>502 Bad Gateway</html>"),
      survives(200, "<html>Sign in to the hotel's network</html>"),
      survives(200, [1, 2]),
      survives(200, { ok: true }),
      survives(500, { ok: false }),
    ]);
  });

  it("survives a second copy of itself, and says so", async () => {
    const first = start();
    await context.api.waitForPoll(token, soon);
    const second = start();
    await first.says("getUpdates: 409 Conflict: terminated by other getUpdates request;");
    await second.says("started as @echo_bot");
    assert.equal(context.api.conflicts, 1);
    await second.stop();
    await first.says("; next try in 1 s\n");
    context.api.push(token, "who is left?");
    assert.equal(await answerIn(1), "who is left?");
  });
});
