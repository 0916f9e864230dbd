import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { unitSettings } from "../../../systemd/impact/unitSettings.ts";
import type { Entry, Unit } from "../../../systemd/unit.ts";

const read = (name: string, entries: readonly Entry[]) =>
  Object.fromEntries(unitSettings([{ name, entries }]).map(({ directive, values }) => [directive, values]));

describe("unitSettings", () => {
  for (const [rule, section, entries, expected] of [
    [
      "comments and blank lines are nothing",
      "Service",
      [
        ["#", " why"],
        [";", "x=y"],
        ["", ""],
        ["User", "bot"],
      ],
      { User: ["bot"] },
    ],
    [
      "the last of a single value counts",
      "Service",
      [
        ["User", "a"],
        ["User", "b"],
      ],
      { User: ["b"] },
    ],
    [
      "an empty single value doesn't hide what stood before it: systemd ignores some",
      "Service",
      [
        ["PrivateTmp", "yes"],
        ["PrivateTmp", ""],
      ],
      { PrivateTmp: ["yes", ""] },
    ],
    [
      "a list keeps its order",
      "Service",
      [
        ["ExecStartPre", "/b"],
        ["ExecStartPre", "/a"],
      ],
      { ExecStartPre: ["/b", "/a"] },
    ],
    [
      "an empty assignment takes back a list",
      "Service",
      [
        ["ExecStart", "/a"],
        ["Environment", "A=1"],
        ["ExecStart", ""],
        ["ExecStart", "/b"],
      ],
      { Environment: ["A=1"], ExecStart: ["/b"] },
    ],
    [
      "dependencies can't be taken back",
      "Unit",
      [
        ["After", "a.service"],
        ["After", ""],
      ],
      { After: ["a.service"] },
    ],
    [
      "an empty condition takes back all conditions, and no assertion",
      "Unit",
      [
        ["ConditionPathExists", "/a"],
        ["AssertPathExists", "/b"],
        ["ConditionHost", ""],
      ],
      { AssertPathExists: ["/b"] },
    ],
    [
      "an empty time takes back all times",
      "Timer",
      [
        ["OnCalendar", "daily"],
        ["OnBootSec", "5"],
        ["OnUnitActiveSec", ""],
        ["Persistent", "yes"],
      ],
      { Persistent: ["yes"] },
    ],
    [
      "no capability is not the same as all",
      "Service",
      [
        ["CapabilityBoundingSet", "CAP_KILL"],
        ["CapabilityBoundingSet", ""],
      ],
      { CapabilityBoundingSet: [""] },
    ],
    ["a cleared list that was empty is nothing", "Service", [["Environment", ""]], {}],
    [
      "both timeouts are one directive, in the order of the file",
      "Service",
      [
        ["TimeoutStopSec", "1"],
        ["TimeoutSec", "5"],
        ["TimeoutStartSec", "7"],
      ],
      { TimeoutStopSec: ["5"], TimeoutStartSec: ["7"] },
    ],
    ["a socket's timeout is its own", "Socket", [["TimeoutSec", "5"]], { TimeoutSec: ["5"] }],
    [
      "old names are the new ones",
      "Service",
      [
        ["ReadWriteDirectories", "/a"],
        ["ReadWritePaths", "/b"],
      ],
      { ReadWritePaths: ["/a", "/b"] },
    ],
    ["booleans are spelled in one way", "Service", [["PrivateTmp", "TRUE"]], { PrivateTmp: ["yes"] }],
    ["what is no boolean stays as it is", "Service", [["NoNewPrivileges", "maybe"]], { NoNewPrivileges: ["maybe"] }],
    [
      "the order of unlike sockets counts: a service gets them by number",
      "Socket",
      [
        ["ListenStream", "1"],
        ["ListenDatagram", "2"],
        ["ListenStream", "3"],
      ],
      { ListenStream: ["0 1", "2 3"], ListenDatagram: ["1 2"] },
    ],
    [
      "of what nobody knows, all counts",
      "Service",
      [
        ["Unknown", "a"],
        ["Unknown", ""],
        ["Unknown", "b"],
      ],
      { Unknown: ["a", "", "b"] },
    ],
    ["names from JavaScript's objects are only names", "__proto__", [["constructor", "a"]], { constructor: ["a"] }],
  ] as const) {
    it(rule, () => assert.deepEqual(read(section, entries), { ...expected }));
  }

  it("merges sections of one name, and not those of two", () => {
    const unit: Unit = [
      { name: "Service", entries: [["ExecStartPre", "/a"]] },
      { name: "Unit", entries: [["ExecStartPre", "/x"]] },
      { name: "Service", entries: [["ExecStartPre", "/b"]] },
    ];
    assert.deepEqual(unitSettings(unit), [
      { section: "Service", directive: "ExecStartPre", values: ["/a", "/b"] },
      { section: "Unit", directive: "ExecStartPre", values: ["/x"] },
    ]);
  });

  it("does not care for comments, blank lines and headers repeated, wherever they stand", () => {
    const directive = fc.constantFrom("User", "ExecStart", "Environment", "PrivateTmp", "TimeoutSec", "TimeoutStopSec");
    const entries = fc.array(fc.tuple(directive, fc.constantFrom("", "a", "b", "yes", "1")), { maxLength: 12 });
    const cuts = fc.array(fc.nat(12), { maxLength: 4 });
    fc.assert(
      fc.property(entries, cuts, (lines, places) => {
        const plain: Unit = [{ name: "Service", entries: lines }];
        const noisy: Unit = [...new Set([0, ...places])]
          .sort((a, b) => a - b)
          .map((from, index, all) => ({ name: "Service", entries: lines.slice(from, all[index + 1]) }))
          .map(({ name, entries }) => ({ name, entries: [["#", "x"], ...entries, ["", ""]] }));
        assert.deepEqual(unitSettings(noisy), unitSettings(plain));
      }),
      { seed: 20261124, numRuns: 300 },
    );
  });
});
