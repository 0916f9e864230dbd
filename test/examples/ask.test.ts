import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { it, type TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { ask } from "../../examples/fake-bot-api/ask.ts";
import { startFakeBotApi } from "../../examples/fake-bot-api/fakeBotApi.ts";
import { startBot } from "./startBot.ts";

const token = "9001:abc";

function runMain(context: TestContext, ...parameters: string[]) {
  const program = fileURLToPath(new URL("../../examples/fake-bot-api/main.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", program, ...parameters], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  context.after(() => child.kill("SIGKILL"));
  let output = "";
  const collect = (chunk: Buffer) => {
    output += chunk.toString("utf8");
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const ended = once(child, "close").then(([code, signal]) => ({ code, signal, output }));
  const firstLine = once(child.stdout, "data").then(() => output);
  return { kill: (signal: NodeJS.Signals) => child.kill(signal), ended, firstLine };
}

it("a fake Bot API in a process of its own lets one talk with the sample bot, and ends on SIGTERM with code 0", async (t) => {
  const fake = runMain(t, "--port", "0", "--token", token);
  const ready = await fake.firstLine;
  const [, url] = /^fake Bot API for 1 bot at (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(ready) ?? [];
  assert.ok(url !== undefined, ready);
  const bot = startBot({ BOT_TOKEN: token, BOT_API: url });
  t.after(() => bot.stop());
  assert.equal(await ask(url, token, "/start"), "Hello! Send me a text, and I send it back.");
  assert.deepEqual(await Promise.all([ask(url, token, "first"), ask(url, token, "second")]), ["first", "second"]);
  const before = Date.now();
  fake.kill("SIGTERM");
  assert.deepEqual(await fake.ended, { code: 0, signal: null, output: ready });
  assert.ok(Date.now() - before < 1000);
});

it("the fake Bot API ends on SIGINT with code 0", async (t) => {
  const fake = runMain(t, "--port", "0", "--token", token, "--token", "9002:abc");
  assert.match(await fake.firstLine, /^fake Bot API for 2 bots at /);
  fake.kill("SIGINT");
  assert.equal((await fake.ended).code, 0);
});

it("the fake Bot API ends with code 0 when the process that it is for is gone, and not before", async (t) => {
  const lifeline = spawn("sleep", ["60"]);
  t.after(() => lifeline.kill("SIGKILL"));
  const fake = runMain(t, "--port", "0", "--token", token, "--until-exit", `${lifeline.pid}`);
  await fake.firstLine;
  assert.equal(await Promise.race([fake.ended, sleep(1500, "runs")]), "runs");
  lifeline.kill("SIGKILL");
  assert.equal((await fake.ended).code, 0);
});

it("the fake Bot API refuses a wrong command line or a port that is taken, in one line", async (t) => {
  const api = await startFakeBotApi({ tokens: [token] });
  const { port } = new URL(api.url);
  const runs = [
    [],
    ["--token", token, "--port", "http"],
    ["--token", token, "--until-exit", "undefined"],
    ["--token", token, "--port", port],
  ];
  const [missing, badPort, badPid, taken] = await Promise.all(runs.map((it) => runMain(t, ...it).ended));
  await api.close();
  assert.deepEqual([missing?.code, badPort?.code, badPid?.code, taken?.code], [1, 1, 1, 1]);
  assert.equal(
    missing?.output,
    "fake Bot API: --token is missing; usage: node --import tsx main.ts --token ID:SECRET [--token ...] [--port 8081] [--until-exit PID]\n",
  );
  assert.equal(badPort?.output, "fake Bot API: --port must be 0 to 65535, not http\n");
  assert.equal(badPid?.output, "fake Bot API: --until-exit must be a process ID, not undefined\n");
  assert.equal(taken?.output, `fake Bot API: listen EADDRINUSE: address already in use 127.0.0.1:${port}\n`);
});

it("ask says what is missing: the bot, its token, or the fake Bot API", async () => {
  const api = await startFakeBotApi({ tokens: [token] });
  await assert.rejects(ask(api.url, token, "hello", 100), { message: 'the bot did not answer "hello" within 0.1 s' });
  await assert.rejects(ask(api.url, "9003:abc", "hello"), {
    message: `the fake Bot API at ${api.url} refuses: Bad Request: no bot of this fake Bot API has that token`,
  });
  await api.close();
  await assert.rejects(ask(api.url, token, "hello"), { message: `no fake Bot API at ${api.url}` });
  const website = createServer((_, response) => response.end("<html>")).listen(0, "127.0.0.1");
  await once(website, "listening");
  const url = `http://127.0.0.1:${(website.address() as AddressInfo).port}`;
  await assert.rejects(ask(url, token, "hello"), { message: `no fake Bot API at ${url}` });
  website.close();
});
