import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { mountsUnder, removeTree } from "../../../toolchain/server/removeTree.ts";

const root = process.platform === "linux" && process.getuid?.() === 0;

describe("mountsUnder", () => {
  it("finds the mounts in a folder, the innermost first, and not those beside it", () => {
    const mountinfo = [
      "27 1 254:0 / / rw - ext4 /dev/vda rw",
      "30 27 0:27 / /srv/a rw - tmpfs tmpfs rw",
      "31 30 0:28 / /srv/a/with\\040blank rw - tmpfs tmpfs rw",
      "32 27 0:29 / /srv/ab rw - tmpfs tmpfs rw",
    ].join("\n");
    assert.deepEqual(mountsUnder("/srv/a", mountinfo), ["/srv/a/with blank", "/srv/a"]);
  });
});

describe("removeTree", () => {
  it("does not mind a folder that isn't there", async () => {
    await removeTree(join(tmpdir(), "service-unit-never-made"));
  });

  it("unmounts what is mounted inside and deletes nothing behind it", { skip: !root && "needs root" }, async () => {
    const outside = mkdtempSync(join(tmpdir(), "service-unit-"));
    const folder = mkdtempSync(join(tmpdir(), "service-unit-"));
    mkdirSync(join(folder, "mount"));
    writeFileSync(join(outside, "precious"), "kept\n");
    assert.equal(spawnSync("mount", ["--bind", outside, join(folder, "mount")]).status, 0);
    await removeTree(folder);
    assert.equal(existsSync(folder), false);
    assert.equal(readFileSync(join(outside, "precious"), "utf8"), "kept\n");
    rmSync(outside, { recursive: true });
  });
});
