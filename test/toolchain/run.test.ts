// `npm start` as somebody who can't have a throwaway server.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { root } from "../../toolchain/paths.mjs";

/** A user that is nobody in particular. */
const nobody = 65534;
const skip =
  process.platform !== "linux" || process.getuid?.() !== 0
    ? "SKIPPED: needs Linux and root to become another user"
    : false;

describe("npm start without root", { skip }, () => {
  it("says why, and what to do instead, fails, and changes nothing", () => {
    const copy = mkdtempSync(join(tmpdir(), "service-unit-"));
    try {
      cpSync(join(root, "toolchain"), join(copy, "toolchain"), { recursive: true });
      cpSync(join(root, "package.json"), join(copy, "package.json"));
      const chmod = spawnSync("chown", ["-R", String(nobody), copy]);
      assert.equal(chmod.status, 0);
      const script = join(copy, "toolchain", "run.mjs");
      // By PATH: the Node.js of these tests may stand where only root can read.
      const { status, stderr } = spawnSync("/usr/bin/env", ["node", script, "start"], {
        uid: nobody,
        gid: nobody,
        cwd: copy,
        encoding: "utf8",
        env: { PATH: process.env.PATH },
      });
      assert.equal(status, 1, stderr);
      assert.match(stderr, /needs root, to boot a Debian guest; this is user 65534\. Nothing was changed\./);
      assert.match(stderr, /use a server of your own instead: the README says how in five steps/);
      assert.deepEqual(readdirSync(copy).sort(), ["package.json", "toolchain"]);
    } finally {
      rmSync(copy, { recursive: true });
    }
  });
});

describe("an unknown command", () => {
  it("is refused with the names there are", () => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, "toolchain", "run.mjs"), "strat"], {
      encoding: "utf8",
    });
    assert.equal(status, 1);
    assert.match(stderr, /there is no command "strat"\nnext: {2}one of: start, test, check, doctor, server/);
  });
});
