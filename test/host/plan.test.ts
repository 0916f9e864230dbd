import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import { planOf } from "../../host/plan.ts";

const text = "[Service]\nExecStart=/bin/a\n";
const deployed = {
  LoadState: "loaded",
  ActiveState: "active",
  Text: createHash("sha256").update(text).digest("hex"),
  Process: "aaaa",
  Drift: "",
};

describe("planOf", () => {
  for (const [what, facts, plan] of [
    ["a unit that is as it was deployed", {}, undefined],
    ["a unit that is not there", { LoadState: "not-found", ActiveState: "inactive" }, `new, start:\n${text}`],
    ["a change that the process need not notice", { Text: "other" }, "no restart: the unit changes"],
    ["a change that the process has to notice", { Text: "other", Process: "bbbb" }, "restart: the unit changes"],
    [
      "a process that was started from another unit",
      { Drift: "outdated" },
      "restart: the running process was started from another unit",
    ],
    ["a unit stopped by hand", { ActiveState: "inactive", Drift: "stopped" }, "start: it does not run"],
    ["a file edited by hand", { Drift: "edited" }, "no restart: its unit file was edited"],
    ["a unit that somebody else put there", { Text: "", Process: "", Drift: "unknown" }, "restart: the unit changes"],
    [
      "a unit that somebody else put there and stopped",
      { ActiveState: "inactive", Text: "", Process: "", Drift: "unknown" },
      "start: the unit changes",
    ],
    ["a oneshot that ran to its end", { ActiveState: "inactive", Text: "other" }, "no restart: the unit changes"],
  ] as const) {
    it(`says of ${what}: ${plan?.split("\n")[0] ?? "nothing"}`, () => {
      assert.equal(planOf(text, "aaaa", { ...deployed, ...facts }), plan);
    });
  }

  it("takes a server without the tool for one without the unit", () => {
    assert.equal(planOf(text, "aaaa", {}), `new, start:\n${text}`);
  });
});
