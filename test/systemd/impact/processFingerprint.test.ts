import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { processFingerprint } from "../../../systemd/impact/processFingerprint.ts";
import type { Entry, Unit } from "../../../systemd/unit.ts";

const unit = (service: readonly Entry[], head: readonly Entry[] = [["Description", "x"]]): Unit => [
  { name: "Unit", entries: head },
  { name: "Service", entries: service },
];
const start: readonly Entry[] = [
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
    ["IPAddressDeny", "any"],
    ["ExecStop", "/bin/b"],
    ["ExecReload", "/bin/b"],
    ["TimeoutStopSec", "5"],
    ["KillSignal", "SIGINT"],
    ["#", " why"],
    ["", ""],
    ["X-Note", "mine"],
  ] as const) {
    it(`stays the same with another ${added.join("=")}: no process is started with that`, () => {
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
    ["WatchdogSec", "5"],
    ["NewInSystemd999", "yes"],
  ] as const) {
    it(`changes with another ${added[0]}=: a process gets that at its start`, () => {
      assert.notEqual(processFingerprint(unit([...start, added])), before);
    });
  }

  it("changes with a namespace to join, which stands in [Unit] and is entered at a start", () => {
    assert.notEqual(processFingerprint(unit(start, [["JoinsNamespaceOf", "a.service"]])), before);
  });

  it("stays the same with the order of unlike directives, and with two sections of one name", () => {
    assert.equal(processFingerprint(unit([...start].reverse())), before);
    const [one, two] = start as [Entry, Entry];
    const apart = [
      { name: "Service", entries: [one] },
      { name: "Service", entries: [two] },
    ];
    assert.equal(processFingerprint(apart), before);
  });

  it("changes with the order of like directives", () => {
    const [first, second]: Entry[] = [
      ["ExecStartPre", "/bin/b"],
      ["ExecStartPre", "/bin/c"],
    ];
    const forth = processFingerprint(unit([...start, first as Entry, second as Entry]));
    assert.notEqual(processFingerprint(unit([...start, second as Entry, first as Entry])), forth);
  });

  it("can't be forged: what stands in one value is no other directive", () => {
    const joined = processFingerprint(unit([["ExecStart", '/bin/a"]\n["Service","User","root']]));
    const apart = processFingerprint(
      unit([
        ["ExecStart", "/bin/a"],
        ["User", "root"],
      ]),
    );
    assert.notEqual(joined, apart);
  });
});
