import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { botLines } from "../../../systemd/policy/botLines.ts";

describe("botLines", () => {
  it("says of each line which part of which parameter it comes from, and of a default that it is one", () => {
    const lines = botLines("echo", {
      description: "D",
      after: ["a.target", "b.target"],
      dependencies: ["c.service"],
      hardening: "safe",
      execStart: ["/bin/bot", "-v"],
      execStartPre: ["/bin/a", ["/bin/b", "c"]],
      environment: { A: 1, B: null, TZ: "UTC" },
      memoryMax: "1G",
      unit: { Before: ["x.target", "y.target"] },
      service: { CPUQuota: "50%", ExecStop: ["/bin/x", "y"], Environment: { Z: 1 } },
    }).filter(({ from }) => from[0] !== "hardening");
    assert.deepEqual(
      lines.map(({ section, directive, value, from }) => [`${section}.${directive}=${value}`, ...from]),
      [
        ["Unit.Description=D", "description"],
        ["Unit.After=a.target", "after", 0],
        ["Unit.After=b.target", "after", 1],
        ["Unit.Wants=c.service", "dependencies", 0],
        ["Unit.After=c.service", "dependencies", 0],
        ["Unit.StartLimitIntervalSec=15min"],
        ["Unit.StartLimitBurst=30"],
        ["Unit.Before=x.target", "unit", "Before", 0],
        ["Unit.Before=y.target", "unit", "Before", 1],
        ["Service.Type=exec"],
        ["Service.ExecStart=/bin/bot -v", "execStart"],
        ["Service.ExecStartPre=/bin/a", "execStartPre", 0],
        ["Service.ExecStartPre=/bin/b c", "execStartPre", 1],
        ["Service.Environment=A=1", "environment", "A"],
        ["Service.Environment=TZ=UTC", "environment", "TZ"],
        ["Service.MemoryMax=1G", "memoryMax"],
        ["Service.SyslogIdentifier=%N"],
        ["Service.Restart=always"],
        ["Service.RestartSec=10"],
        ["Service.RestartPreventExitStatus=200 203 216 217"],
        ["Service.TimeoutStopSec=20"],
        ["Service.CPUQuota=50%", "service", "CPUQuota"],
        ["Service.ExecStop=/bin/x y", "service", "ExecStop"],
        ["Service.Environment=Z=1", "service", "Environment", "Z"],
        ["Install.WantedBy=multi-user.target"],
      ],
    );
  });

  it("does not change what it is given", () => {
    const given = {
      python: { script: "b.py", args: ["x"] },
      dependencies: ["a.service"],
      service: { Nice: 1 },
    } as const;
    const before = JSON.stringify(given);
    botLines("echo", given);
    assert.equal(JSON.stringify(given), before);
  });
});
