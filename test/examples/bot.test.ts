import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { soon, token, withBots } from "./withBots.ts";

describe("the sample bot", () => {
  const context = withBots();
  const { start, answerIn } = context;

  it("answers /start with a greeting and /version with its version", async () => {
    const bot = start({ BOT_VERSION: "2.1" });
    context.api.push(token, "/start", 11);
    context.api.push(token, "/version", 12);
    context.api.push(token, "/start from-a-link", 13);
    context.api.push(token, "/version@echo_bot", 14);
    assert.equal(await answerIn(11), "Hello! Send me a text, and I send it back.");
    assert.equal(await answerIn(12), "version 2.1");
    assert.equal(await answerIn(13), "Hello! Send me a text, and I send it back.");
    assert.equal(await answerIn(14), "version 2.1");
    await bot.says("chat 14: answered");
    assert.equal(
      bot.output(),
      "started as @echo_bot, version 2.1\n" +
        "chat 11: answered a text of 6 characters\n" +
        "chat 12: answered a text of 8 characters\n" +
        "chat 13: answered a text of 18 characters\n" +
        "chat 14: answered a text of 17 characters\n",
    );
  });

  it("is version 1 unless told otherwise", async () => {
    start();
    context.api.push(token, "/version");
    assert.equal(await answerIn(1), "version 1");
  });

  it("sends every other text back as it was, each once", async () => {
    start();
    const texts = [
      "Привет, мир",
      "👩‍👩‍👧‍👦 and 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
      'quotes " \\ and\nlines\t',
      "/starting",
      "/start\nover",
      "я".repeat(4096),
      "😀".repeat(4096),
    ];
    for (const text of texts) context.api.push(token, text);
    await context.api.waitForMessage(token, (it) => it.text === texts.at(-1), soon);
    await context.api.waitForPoll(token, soon);
    assert.deepEqual(
      context.api.sent(token).map((it) => it.text),
      texts,
    );
  });

  it("passes over what it cannot answer and goes on", async () => {
    const bot = start();
    await context.api.waitForPoll(token, soon);
    const photo = { update_id: 1, message: { message_id: 1, chat: { id: 20 }, photo: [] } };
    const poll = { update_id: 2, poll: { id: "1" } };
    context.api.answerNext("getUpdates", 200, { ok: true, result: [photo, poll] });
    context.api.answerNext("sendMessage", 403, {
      ok: false,
      error_code: 403,
      description: "Forbidden: bot was blocked by the user",
    });
    context.api.push(token, "from one who blocks the bot", 21);
    await bot.says("chat 21: sendMessage: 403 Forbidden: bot was blocked by the user\n");
    await bot.says("ignored a message without text\nignored a message without text\n");
    for (let id = 3; id <= 4; id += 1) context.api.push(token, "again", 22);
    assert.equal(await answerIn(22), "again");
  });

  it("stays up for everybody else when one text makes answer_to() fail", async () => {
    const bot = start({}, "bot.answer_to = lambda text: str(1 / len(text.strip('x')))");
    context.api.push(token, "xxx", 31);
    context.api.push(token, "xxxab", 32);
    assert.equal(await answerIn(32), "0.5");
    assert.ok(bot.output().includes("ZeroDivisionError: division by zero\n"), bot.output());
    assert.equal(context.api.sent(token).length, 1);
  });

  it("does not live on without its work: a crash ends it with code 1 and a report that hides the token", async () => {
    const bot = start({}, "def crash(update): raise ValueError(f'{bot.API}/bot{bot.TOKEN}')\nbot.handle = crash");
    context.api.push(token, "hello");
    assert.deepEqual(await bot.ended, { code: 1, signal: null });
    assert.ok(bot.output().endsWith(`\nValueError: ${context.api.url}/bot<token>\n\n`), bot.output());
  });

  it("ends with code 1 and says why when the token is unknown", async () => {
    const bot = start({ BOT_TOKEN: "7002:secret-of-the-bot" });
    assert.deepEqual(await bot.ended, { code: 1, signal: null });
    assert.equal(
      bot.output(),
      `getMe: 401 Unauthorized: the Bot API at ${context.api.url} does not know this bot, check BOT_TOKEN\n`,
    );
  });

  it("ends with code 1 when the token is taken back later", async () => {
    const bot = start();
    await context.api.waitForPoll(token, soon);
    context.api.answerNext("getUpdates", 401, { ok: false, error_code: 401, description: "Unauthorized" });
    context.api.push(token, "wakes the long poll");
    assert.deepEqual(await bot.ended, { code: 1, signal: null });
    assert.ok(bot.output().includes("getUpdates: 401 Unauthorized: the Bot API at"), bot.output());
  });

  for (const wrong of ["", "secret-of-the-bot", "7001:secret-of-the-bot\n", "7001:secret-of-the-bot x"]) {
    it(`refuses ${JSON.stringify(wrong)} as a token without calling anybody`, async () => {
      const bot = start({ BOT_TOKEN: wrong });
      assert.deepEqual(await bot.ended, { code: 1, signal: null });
      assert.equal(bot.output(), "BOT_TOKEN is not set, or is not a token: a token looks like 123456:ABC-def\n");
    });
  }

  for (const wrong of ["api.telegram.org", "https://", "http:// a", "file:///etc", "http://[::1\n"]) {
    it(`refuses ${JSON.stringify(wrong)} as the address of the Bot API`, async () => {
      const bot = start({ BOT_API: wrong });
      assert.deepEqual(await bot.ended, { code: 1, signal: null });
      assert.equal(bot.output(), "BOT_API is not an address: an address looks like https://api.telegram.org\n");
    });
  }

  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    it(`ends at once and with code 0 on ${signal}, in the middle of a long poll`, async () => {
      const bot = start();
      await context.api.waitForPoll(token, soon);
      const before = Date.now();
      bot.kill(signal);
      assert.deepEqual(await bot.ended, { code: 0, signal: null });
      assert.ok(Date.now() - before < 1000, `${Date.now() - before} ms`);
    });
  }

  it("does not answer a message again after a restart", async () => {
    const first = start();
    context.api.push(token, "once");
    assert.equal(await answerIn(1), "once");
    await context.api.waitForPoll(token, soon);
    first.kill("SIGTERM");
    await first.ended;
    start();
    context.api.push(token, "twice", 2);
    assert.equal(await answerIn(2), "twice");
    assert.deepEqual(
      context.api.sent(token).map((it) => it.text),
      ["once", "twice"],
    );
  });
});
