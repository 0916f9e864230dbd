import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { text, without } from "./withoutDefaults.ts";

describe("raw directives", () => {
  it("writes raw directives after all others of their section, in the order of their keys, unknown ones too", () => {
    const raw = {
      RestartMode: "direct",
      IPAddressDeny: ["any", "10.0.0.0/8"],
      FutureSwitch: true,
      FutureList: [1, "a"],
    };
    assert.equal(
      text({
        ...without("wants", "syslogIdentifier", "wantedBy"),
        ...{ install: { UpheldBy: "a.target" }, service: raw as object, unit: { SuccessAction: "none" }, user: "b" },
      }),
      `[Unit]
Wants=network-online.target
After=network-online.target
SuccessAction=none

[Service]
User=b
SyslogIdentifier=%N
RestartMode=direct
IPAddressDeny=any
IPAddressDeny=10.0.0.0/8
FutureSwitch=yes
FutureList=1
FutureList=a

[Install]
WantedBy=multi-user.target
UpheldBy=a.target
`,
    );
  });

  it("puts a raw directive in the place of a default, and drops the default for null, under an old name too", () => {
    const off = without("startLimitIntervalSec", "startLimitBurst", "syslogIdentifier", "restart");
    const unit = { StartLimitInterval: "1h", StartLimitBurst: null, Description: "raw" };
    assert.equal(
      text({ ...off, unit, service: { SyslogIdentifier: null, RestartSec: 1, RestartPreventExitStatus: null } }),
      "[Unit]\nStartLimitInterval=1h\nDescription=raw\n\n[Service]\nRestart=always\nRestartSec=1\n",
    );
  });
});
