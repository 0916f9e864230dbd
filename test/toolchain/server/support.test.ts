import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { requireSupport, ServerUnsupportedError } from "../../../toolchain/server/support.ts";

const own =
  "Without it, point a stack at a server of your own: stacks/production.yaml is an example. Nothing was changed.";
const able = { platform: "linux", uid: 0, capabilities: "000001fffeffffff" };

describe("requireSupport", () => {
  it("lets root on Linux pass", () => {
    assert.equal(requireSupport(able), undefined);
  });

  const refused = [
    {
      rule: "another system than Linux can't boot a guest",
      machine: { ...able, platform: "darwin", capabilities: "" },
      reason: "needs Linux, to boot a Debian guest; this is darwin.",
    },
    {
      rule: "a plain user may not",
      machine: { ...able, uid: 1000 },
      reason: "needs root, to boot a Debian guest; this is user 1000.",
    },
    {
      rule: "root without CAP_SYS_ADMIN may not",
      machine: { ...able, capabilities: "00000000a80425fb" },
      reason:
        "needs to mount, to boot a Debian guest; this root may not (CAP_SYS_ADMIN is missing: an unprivileged container?).",
    },
  ];
  for (const { rule, machine, reason } of refused) {
    it(rule, () => {
      assert.throws(() => requireSupport(machine), new ServerUnsupportedError(reason));
      assert.equal(new ServerUnsupportedError(reason).message, `the throwaway server ${reason}\n${own}`);
    });
  }
});
