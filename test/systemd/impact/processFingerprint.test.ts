import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { processFingerprint } from "../../../systemd/impact/processFingerprint.ts";
import type { Entry, Unit } from "../../../systemd/unit.ts";

const unit = (service: Entry[], head: Entry[] = [["Description", "x"]]): Unit => [
  { name: "Unit", entries: head },
  { name: "Service", entries: service },
];
const start: Entry[] = [
  ["User", "bot"],
  ["ExecStart", "/bin/a"],
];
const before = processFingerprint(unit(start));

describe("processFingerprint", () => {
  for (const added of [
    ["Restart", "always"],
    ["RestartSec", "5"],
    ["MemoryMax", "256M"],
    ["TasksMax", "5"],
    ["ExecStop", "/bin/b"],
    ["ExecReload", "/bin/b"],
    ["TimeoutStopSec", "5"],
    ["KillSignal", "SIGINT"],
  ] as const) {
    it(`stays the same with another ${added[0]}=: systemd applies that to the running service`, () => {
      assert.equal(processFingerprint(unit([...start, added])), before);
    });
  }

  it("stays the same with another [Unit] or [Install]", () => {
    const other = unit(start, [
      ["Description", "y"],
      ["After", "a.service"],
    ]);
    assert.equal(processFingerprint([...other, { name: "Install", entries: [["WantedBy", "a.target"]] }]), before);
  });

  for (const added of [
    ["Environment", "A=1"],
    ["EnvironmentFile", "/a"],
    ["WorkingDirectory", "/a"],
    ["Type", "notify"],
    ["NoNewPrivileges", "yes"],
    ["LimitNOFILE", "5"],
    ["ExecStartPre", "/bin/b"],
    ["OOMScoreAdjust", "5"],
    ["Slice", "a.slice"],
  ] as const) {
    it(`changes with another ${added[0]}=: a process gets that at its start`, () => {
      assert.notEqual(processFingerprint(unit([...start, added])), before);
    });
  }

  it("changes with the order of what is started", () => {
    assert.notEqual(
      processFingerprint(
        unit([
          ["ExecStart", "/bin/a"],
          ["User", "bot"],
        ]),
      ),
      before,
    );
  });
});
