// Units by policy on a real systemd, without engine and SSH: bots live with the restrictions, and what can't run isn't tried again.
import assert from "node:assert/strict";
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { type FakeBotApi, startFakeBotApi } from "../../examples/fake-bot-api/fakeBotApi.ts";
import type { BotParameters } from "../../systemd/policy/parameters.ts";
import { root } from "../../toolchain/paths.mjs";
import { guestInit } from "../../toolchain/server/guest.ts";
import { removeServer, startServer } from "../../toolchain/server/server.ts";
import { skipWithoutServer, tokens } from "./fixture.ts";
import { Guest } from "./guest.ts";
import { textOf } from "./toolOnServer.ts";

const python: BotParameters = {
  user: "bot",
  workingDirectory: "/opt/echo",
  environmentFile: "/opt/echo/bot.env",
  python: { script: "bot.py" },
};
const node: BotParameters = {
  user: "bot",
  workingDirectory: "/opt/other",
  environmentFile: "/opt/other/bot.env",
  node: { entry: "nodeBot.mjs" },
};

describe("units by policy on a real server", { skip: skipWithoutServer }, () => {
  const name = "test-hardening";
  let guest: Guest;
  let api: FakeBotApi;
  /** Of this machine's Node.js on the server; empty when it needs libraries that are not there. */
  let nodeVersion = "";

  before(async () => {
    await removeServer(name);
    const server = await startServer(name);
    guest = new Guest(server);
    api = await startFakeBotApi({ tokens: Object.values(tokens) });
    for (const [bot, token] of Object.entries(tokens)) await guest.placeBot(bot, token, api.url);
    await guest.sh("cat >/opt/other/nodeBot.mjs", readFileSync(join(root, "test", "system", "nodeBot.mjs"), "utf8"));
    await guest.sh("python3 -m venv --without-pip /opt/echo/venv; chown bot: /opt/echo /opt/other");
    copyFileSync(process.execPath, `/proc/${guestInit(server.folder)?.pid}/root/usr/bin/node`);
    nodeVersion = await guest.sh("node --version || :");
  });
  after(async () => {
    await api?.close();
    await removeServer(name);
  });

  /** Puts the unit of a bot there and (re)starts it. */
  async function start(bot: string, parameters: BotParameters): Promise<void> {
    await guest.sh(`cat >/etc/systemd/system/${bot}.service`, textOf(bot, parameters));
    await guest.sh(`systemctl daemon-reload; systemctl restart ${bot}`);
  }

  async function answer(token: string, text: string): Promise<string> {
    api.push(token, text);
    return (await api.waitForMessage(token, (message) => message.text.endsWith(text), 10_000)).text;
  }

  /** systemd's own mark for a unit: from 0, safe, to 10. */
  async function exposure(bot: string): Promise<number> {
    const said = await guest.sh(`systemd-analyze security --no-pager ${bot}.service`);
    return Number(/Overall exposure level for .*: ([0-9.]+) /.exec(said)?.[1]);
  }

  it("a Python bot answers under hardening: safe, and writes to its folder; systemd gives it 4.0 at most", async () => {
    await start("echo", python);
    assert.ok((await exposure("echo")) > 9, "without it, the mark is bad");
    await start("echo", { ...python, execStartPre: ["/usr/bin/touch", "/opt/echo/written"], hardening: "safe" });
    assert.equal(await answer(tokens.echo, "under restrictions"), "under restrictions");
    const mark = await exposure("echo");
    assert.ok(mark <= 4, `${mark}`);
    assert.equal(await guest.sh("stat -c %U:%a /opt/echo/written"), "bot:600\n");
  });

  it("a Node.js bot answers under hardening: safe, in production mode; systemd gives it 4.0 at most", async (test) => {
    if (nodeVersion === "")
      return test.skip("SKIPPED, Node.js was not tested: that of this machine does not run on the server");
    await start("other", { ...node, hardening: "safe" });
    assert.equal(await answer(tokens.other, "under restrictions"), "production node: under restrictions");
    const mark = await exposure("other");
    assert.ok(mark <= 4, `${mark}`);
  });

  it("a single switch can be turned off and another turned on, and systemd has it so", async () => {
    await start("echo", { ...python, hardening: "safe", privateTmp: null, protectHome: "read-only" });
    assert.deepEqual(await guest.show("echo.service", "PrivateTmp", "PrivateDevices", "ProtectHome"), {
      PrivateTmp: "no",
      PrivateDevices: "yes",
      ProtectHome: "read-only",
    });
    assert.equal(await answer(tokens.echo, "again"), "again");
  });

  it("the bot has its time zone, and its output comes at once under its own name", async () => {
    await guest.sh("cat >/opt/echo/clock.py", "import time; print(time.tzname); time.sleep(99)\n");
    await start("clock", { ...python, timezone: "Asia/Tokyo", python: { script: "clock.py" } });
    await guest.until("the journal has the line", async () => (await guest.sh("journalctl -q -o cat -t clock")) !== "");
    assert.equal(await guest.sh("journalctl -q -o cat -t clock"), "('JST', 'JST')\n");
  });

  it("what is not there is not tried again: program, folder, group, user", async () => {
    const missing: Readonly<Record<string, [status: string, changes: BotParameters]>> = {
      program: ["203", { python: { venv: "gone", script: "bot.py" } }],
      folder: ["200", { workingDirectory: "/opt/gone", python: { venv: null, script: "bot.py" } }],
      group: ["216", { group: "gone" }],
      account: ["217", { user: "gone" }],
    };
    for (const [bot, [, changes]] of Object.entries(missing))
      await start(bot, { ...python, ...changes }).catch(() => {});
    for (const [bot, [status]] of Object.entries(missing)) {
      assert.deepEqual(
        await guest.show(`${bot}.service`, "ActiveState", "ExecMainStatus", "NRestarts"),
        { ActiveState: "failed", ExecMainStatus: status, NRestarts: "0" },
        bot,
      );
    }
  });

  it("a bot that crashes is restarted, but not for ever", async () => {
    await start("crash", {
      ...python,
      restartSec: "100ms",
      startLimitBurst: 3,
      python: null,
      execStart: ["/bin/sh", "-c", "sleep 0.3; exit 1"],
    });
    await guest.until(
      "systemd gives up",
      async () => (await guest.show("crash.service", "ActiveState")).ActiveState === "failed",
    );
    assert.deepEqual(await guest.show("crash.service", "Result", "NRestarts"), { Result: "exit-code", NRestarts: "3" });
  });

  it("a dependency that stops, or is not there, leaves the bot running", async () => {
    await guest.sh("cat >/etc/systemd/system/database.service", "[Service]\nExecStart=/bin/sleep infinity\n");
    await start("echo", { ...python, dependencies: ["database.service", "gone.service"] });
    assert.equal((await guest.show("database.service", "ActiveState")).ActiveState, "active");
    await guest.sh("systemctl stop database");
    assert.equal((await guest.show("echo.service", "ActiveState")).ActiveState, "active");
    assert.equal(await answer(tokens.echo, "alone"), "alone");
  });
});
