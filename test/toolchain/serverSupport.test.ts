import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ServerUnsupportedError } from "../../toolchain/server/support.ts";
import { whyNoServer } from "../../toolchain/serverSupport.mjs";

const able = { platform: "linux", uid: 0, capabilities: "000001fffeffffff" };

describe("whyNoServer", () => {
  for (const [rule, machine, reason] of [
    ["lets root on Linux pass", able, undefined],
    [
      "refuses another system than Linux, which can't boot a guest",
      { ...able, platform: "darwin", capabilities: "" },
      "needs Linux, to boot a Debian guest; this is darwin",
    ],
    ["refuses a plain user", { ...able, uid: 1000 }, "needs root, to boot a Debian guest; this is user 1000"],
    [
      "refuses root without CAP_SYS_ADMIN",
      { ...able, capabilities: "00000000a80425fb" },
      "needs to mount, to boot a Debian guest; this root may not (CAP_SYS_ADMIN is missing: an unprivileged container?)",
    ],
  ] as const) {
    it(rule, () => assert.equal(whyNoServer(machine), reason));
  }
});

describe("ServerUnsupportedError", () => {
  it("says what to do instead", () => {
    assert.equal(
      new ServerUnsupportedError("needs root").message,
      "the throwaway server needs root.\n" +
        "Without it, point a stack at a server of your own: stacks/production.yaml is an example. Nothing was changed.",
    );
  });
});
