import assert from "node:assert/strict";
import { it } from "node:test";
import { loadStack } from "../../stacks/loadStack.ts";
import { stackFile, stackNames } from "../../stacks/stackFile.ts";
import { renderUnit } from "../../systemd/grammar/renderUnit.ts";
import { botUnit } from "../../systemd/policy/botUnit.ts";

it("there are the stacks local, production and staging", () => {
  assert.deepEqual(stackNames("stacks"), ["local", "production", "staging"]);
});

it("local is one bot on the throwaway server, which is known by the stack's config", () => {
  const { hosts, bots } = loadStack(stackFile("local", "stacks"));
  assert.deepEqual(structuredClone([...hosts]), [
    [
      "throwaway",
      {
        address: "127.0.0.1",
        port: { config: "throwawayPort" },
        hostKey: { config: "throwawayHostKey" },
        user: "deploy",
        privateKey: { secret: "throwawayKey" },
      },
    ],
  ]);
  assert.deepEqual(
    bots.map(({ name, host, unitName, settleSec }) => [name, host, unitName, settleSec]),
    [["echo", "throwaway", "echo.service", 5]],
  );
  assert.equal(
    renderUnit(botUnit("echo", bots[0]?.parameters ?? assert.fail())),
    `[Unit]
Description=echo
Wants=network-online.target
After=network-online.target
StartLimitIntervalSec=15min
StartLimitBurst=30

[Service]
Type=exec
User=bot
WorkingDirectory=/opt/echo-bot
EnvironmentFile=/opt/echo-bot/bot.env
Environment=BOT_VERSION=1
Environment=PYTHONUNBUFFERED=1
ExecStart=/usr/bin/python3 bot.py
SyslogIdentifier=%N
Restart=always
RestartSec=10
RestartPreventExitStatus=200 203 216 217
TimeoutStopSec=20

[Install]
WantedBy=multi-user.target
`,
  );
});

it("staging and production load, and share what they have in common", () => {
  const stacks = ["staging", "production"].map((name) => loadStack(stackFile(name, "stacks")));
  assert.deepEqual(
    stacks.map(({ bots }) => bots.map(({ name, host, unitName }) => `${name} ${host} ${unitName}`)),
    [
      ["echo vps echo.service", "reminders vps reminder-bot.service"],
      ["echo front echo.service", "reminders front reminder-bot.service", "shop inner shop.service"],
    ],
  );
  for (const { bots } of stacks) {
    for (const { parameters } of bots) assert.equal(parameters.hardening, "safe");
  }
});

it("no example has anything that most likely isn't meant", () => {
  for (const name of stackNames("stacks")) assert.deepEqual(loadStack(stackFile(name, "stacks")).warnings, []);
});
