import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { botUnit } from "../../../systemd/policy/botUnit.ts";
import type { BotParameters } from "../../../systemd/policy/parameters.ts";
import { text, without } from "./withoutDefaults.ts";

describe("defaults", () => {
  it("changes each default where the parameter stands", () => {
    const changes: BotParameters = {
      startLimitIntervalSec: "1h",
      startLimitBurst: 5,
      syslogIdentifier: "x",
      restart: "on-failure",
      restartSec: 3,
      restartPreventExitStatus: 42,
      timeoutStopSec: 5,
      wantedBy: "default.target",
    };
    assert.equal(
      text({ description: null, wants: null, type: null, ...changes }),
      `[Unit]
StartLimitIntervalSec=1h
StartLimitBurst=5

[Service]
SyslogIdentifier=x
Restart=on-failure
RestartSec=3
RestartPreventExitStatus=42
TimeoutStopSec=5

[Install]
WantedBy=default.target
`,
    );
  });

  it("orders after the network only where neither after nor wants is given, raw or not", () => {
    const section = (given: BotParameters) => botUnit("echo", { ...without("wants"), ...given })[0]?.entries;
    assert.deepEqual(section({ wants: "redis.service" }), [["Wants", "redis.service"]]);
    assert.deepEqual(section({ after: ["a.target", "b.target"] }), [
      ["After", "a.target"],
      ["After", "b.target"],
    ]);
    assert.equal(section({ after: null }), undefined);
    assert.deepEqual(section({ unit: { Wants: "redis.service" } }), [["Wants", "redis.service"]]);
    assert.equal(section({ unit: { After: null } }), undefined);
  });

  it("wants dependencies and starts after them, and never requires them; each once, after the network", () => {
    const section = (given: BotParameters) => botUnit("echo", { ...without("wants"), ...given })[0]?.entries;
    assert.deepEqual(section({ dependencies: ["redis.service", "network-online.target", "redis.service"] }), [
      ["Wants", "network-online.target"],
      ["Wants", "redis.service"],
      ["After", "network-online.target"],
      ["After", "redis.service"],
    ]);
    assert.deepEqual(section({ dependencies: "redis.service", after: null }), [
      ["Wants", "redis.service"],
      ["After", "redis.service"],
    ]);
    assert.equal(section({ dependencies: [], after: null }), undefined);
  });

  it("limits and pauses restarts only where there are some, and restarts no oneshot", () => {
    const off = without("restart", "startLimitIntervalSec", "startLimitBurst");
    const restarts = (given: BotParameters) =>
      botUnit("echo", { ...off, ...given }).flatMap(({ entries }) => entries.map((entry) => entry.join("=")));
    const all = ["RestartSec=10", "RestartPreventExitStatus=200 203 216 217"];
    const limits = ["StartLimitIntervalSec=15min", "StartLimitBurst=30"];
    assert.deepEqual(restarts({}), [...limits, "Restart=always", ...all]);
    assert.deepEqual(restarts({ restart: "no" }), ["Restart=no"]);
    assert.deepEqual(restarts({ restart: null }), []);
    assert.deepEqual(restarts({ service: { Restart: null } }), []);
    assert.deepEqual(restarts({ type: "oneshot" }), ["Type=oneshot"]);
    assert.deepEqual(restarts({ type: null, service: { Type: "oneshot" } }), ["Type=oneshot"]);
    assert.deepEqual(restarts({ type: "oneshot", restart: "on-failure" }), [
      ...[...limits, "Type=oneshot", "Restart=on-failure"],
      ...all,
    ]);
    assert.deepEqual(restarts({ service: { Restart: "on-failure" } }), [...limits, ...all, "Restart=on-failure"]);
    assert.deepEqual(restarts({ restartSec: null, restartPreventExitStatus: null }), [...limits, "Restart=always"]);
  });

  it("leaves the stop timeout to timeoutSec where that is given, raw or not", () => {
    const off = without("timeoutStopSec");
    assert.equal(text({ ...off, user: "b" }), "[Service]\nUser=b\nTimeoutStopSec=20\n");
    assert.equal(text({ ...off, timeoutSec: 300 }), "[Service]\nTimeoutSec=300\n");
    assert.equal(text({ ...off, service: { TimeoutSec: 300 } }), "[Service]\nTimeoutSec=300\n");
  });
});
