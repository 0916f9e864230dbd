import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { hardeningLines } from "../../../systemd/policy/hardeningLines.ts";
import type { BotParameters } from "../../../systemd/policy/parameters.ts";
import { askedLines as asked } from "./askedLines.ts";

describe("hardening", () => {
  it("restricts nothing by itself, and with hardening: safe just this, after the defaults and before the raw lines", () => {
    const restrictions = `NoNewPrivileges=yes
PrivateTmp=yes
PrivateDevices=yes
ProtectSystem=full
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
RestrictSUIDSGID=yes
RestrictRealtime=yes
RestrictNamespaces=yes
LockPersonality=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
SystemCallArchitectures=native
CapabilityBoundingSet=
UMask=0077`.split("\n");
    assert.deepEqual(asked({}), []);
    assert.deepEqual(asked({ hardening: null }), []);
    assert.deepEqual(asked({ service: { Slice: "a.slice" }, hardening: "safe", user: "b", nice: 1 }), [
      ["User=b", "user"],
      ["Nice=1", "nice"],
      ...restrictions.map((line) => [line, "hardening"]),
      ["Slice=a.slice", "service", "Slice"],
    ]);
  });

  for (const [switchedOff] of hardeningLines.safe) {
    it(`lets ${switchedOff} be turned off by null, and be set otherwise, under hardening: safe`, () => {
      const parameter = (value: unknown) => ({ service: { [switchedOff]: value }, hardening: "safe" }) as BotParameters;
      const lines = (given: BotParameters) =>
        asked(given).filter(([text]) => String(text).startsWith(`${switchedOff}=`));
      assert.deepEqual(lines(parameter(null)), []);
      assert.deepEqual(lines(parameter("x")), [[`${switchedOff}=x`, "service", switchedOff]]);
      assert.equal(asked(parameter(null)).length, hardeningLines.safe.length - 1);
    });
  }

  it("lets a switch of hardening: safe be turned off by its parameter", () => {
    assert.deepEqual(asked({ hardening: "safe", privateTmp: false }).slice(0, 2), [
      ["PrivateTmp=no", "privateTmp"],
      ["NoNewPrivileges=yes", "hardening"],
    ]);
    assert.equal(asked({ hardening: "safe", privateTmp: null }).length, hardeningLines.safe.length - 1);
  });
});
