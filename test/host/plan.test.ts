import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import type { UnitFacts } from "../../host/facts.ts";
import { type Declared, planOf } from "../../host/plan.ts";

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const base64 = (text: string) => Buffer.from(text).toString("base64");

const text = "[Service]\nExecStart=/bin/a\nMemoryMax=1G\n";
const declared: Declared = { text, process: "aaaa", onChange: "restart" };
const deployed: UnitFacts = {
  LoadState: "loaded",
  ActiveState: "active",
  Text: hashOf(text),
  Origin: hashOf(text),
  Process: "aaaa",
  File: base64(text),
  Drift: "",
};

/** Deployed by us from another text, whose process is current unless `process` says otherwise. */
const other = (file: string, process = "aaaa"): UnitFacts => ({
  ...{ Text: hashOf(file), Origin: hashOf(file), File: base64(file), Process: process },
});
const another = "[Service]\nExecStart=/bin/b\n";

describe("planOf", () => {
  for (const [what, facts, plan] of [
    ["a unit that is as it was deployed", {}, undefined],
    ["a unit that is not there", { LoadState: "not-found", ActiveState: "inactive" }, `new, start:\n${text}`],
    [
      "a change that the process need not notice",
      other("[Service]\nExecStart=/bin/a\n[Install]\nAlias=b.service\n"),
      "no restart: the unit changes (reenable: Alias; daemon-reload: MemoryMax)",
    ],
    [
      "a change that the process has to notice",
      other(another, "bbbb"),
      "restart: the unit changes (restart: ExecStart; daemon-reload: MemoryMax)",
    ],
    ["another comment", other(`# why\n${text}`), "no restart: the unit changes (comments and layout only)"],
    ["what systemd doesn't read", other(`${text}X-A=b\n`), "no restart: the unit changes (nothing: X-A)"],
    [
      "a unit that is stopped and changes",
      { ...other(another, "bbbb"), ActiveState: "inactive", Drift: "stopped" },
      "start: the unit changes (ExecStart, MemoryMax); it does not run",
    ],
    [
      "a unit whose text is too long to be told",
      { ...other(another, "bbbb"), File: undefined },
      "restart: the unit changes",
    ],
    [
      "a process that was started from another unit",
      { Origin: "", Process: "", Drift: "outdated" },
      "restart: the running process was started from another unit",
    ],
    [
      "a process that was left with what it was started with, when that is no longer wanted",
      { Origin: hashOf(another), Process: "bbbb" },
      "restart: the running process was started from another unit",
    ],
    [
      "a process that was left so, when the unit changes back",
      { ...other(another, "bbbb"), Origin: hashOf(text), Process: "aaaa" },
      "no restart: the unit changes (ExecStart, MemoryMax)",
    ],
    ["a unit stopped by hand", { ActiveState: "inactive", Drift: "stopped" }, "start: it does not run"],
    ["a file edited by hand", { Drift: "edited" }, "no restart: its unit file was edited"],
    [
      "a unit that somebody else put there",
      { ...other(another, ""), Text: "", Origin: "", Drift: "unknown" },
      "restart: the unit changes (ExecStart, MemoryMax)",
    ],
    [
      "a unit that somebody else put there and stopped",
      { ActiveState: "inactive", Text: "", Process: "", Origin: "", File: undefined, Drift: "unknown" },
      "start: the unit changes",
    ],
    [
      "a oneshot that ran to its end",
      { ...other("[Service]\nExecStart=/bin/a\n"), ActiveState: "inactive" },
      "no restart: the unit changes (daemon-reload: MemoryMax)",
    ],
    [
      "a unit that this program has come to see in another way",
      { Process: "bbbb" },
      "no restart: the unit stays as it is, only what this program adds to its text changes",
    ],
  ] as const) {
    it(`says of ${what}: ${plan?.split("\n")[0] ?? "nothing"}`, () => {
      assert.equal(planOf(declared, { ...deployed, ...facts }), plan);
    });
  }

  for (const [onChange, what, facts, plan] of [
    ["reload", "a change", {}, "reload: the unit changes (reload: ExecStart; daemon-reload: MemoryMax)"],
    [
      "reload",
      "a change of a stopped unit",
      { Drift: "stopped", ActiveState: "inactive" },
      "start: the unit changes (ExecStart, MemoryMax); it does not run",
    ],
    [
      "reload",
      "a change of a oneshot that ran to its end, which nothing can reload",
      { ActiveState: "inactive" },
      "restart: the unit changes (reload: ExecStart; daemon-reload: MemoryMax)",
    ],
    [
      "none",
      "a change",
      {},
      "no restart, as onChange says none: the unit changes (daemon-reload: ExecStart, MemoryMax)",
    ],
    [
      "none",
      "a process that was left with what it was started with",
      { Text: hashOf(text), File: base64(text) },
      undefined,
    ],
    [
      "none",
      "a process that somebody started from another unit",
      { ...deployed, Origin: "", Process: "", Drift: "outdated" },
      "no restart, as onChange says none: the running process was started from another unit",
    ],
  ] as const) {
    it(`says with onChange ${onChange} of ${what}: ${plan ?? "nothing"}`, () => {
      assert.equal(planOf({ ...declared, onChange }, { ...deployed, ...other(another, "bbbb"), ...facts }), plan);
    });
  }

  it("tells no more of a file than what may be a directive's name, and of those a few", () => {
    const secret = `123456789:${"A".repeat(35)}=x\n\u001b[2J=y\n`;
    const many = Array.from({ length: 9 }, (_, index) => `Limit${index}=1\n`).join("");
    const file = `${text}${secret}${many}`;
    assert.equal(
      planOf(declared, { ...deployed, ...other(file, "bbbb") }),
      "restart: the unit changes (restart: Limit0, Limit1, Limit2, Limit3, Limit4, Limit5, Limit6, Limit7 and 3 more)",
    );
  });

  it("takes any bytes for a file", () => {
    const file = Buffer.from([0xff, 0xfe, 0, 10, 91, 13]);
    const facts = { ...deployed, Text: "x", Origin: "x", Process: "bbbb", File: file.toString("base64") };
    assert.equal(planOf(declared, facts), "restart: the unit changes (ExecStart, MemoryMax)");
  });

  for (const [drift, plan] of [
    ["", "no restart: the unit changes"],
    ["outdated", "restart: the unit changes; the running process was started from another unit"],
  ] as const) {
    it(`goes by what an older tool tells that finds ${drift || "nothing amiss"}`, () => {
      const { File: _, Origin: __, ...older } = deployed;
      assert.equal(planOf(declared, { ...older, Text: "other", Drift: drift }), plan);
    });
  }

  it("takes a server without the tool for one without the unit", () => {
    assert.equal(planOf(declared, {}), `new, start:\n${text}`);
  });
});
