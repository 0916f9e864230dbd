import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { commandVersion, engineVersion } from "../../../toolchain/paths.mjs";
import { bundleStandIns } from "../../../toolchain/stand-ins/bundle.ts";

const host = `plugins/language-nodejs-v${engineVersion}/pulumi-language-nodejs`;
const provider = `plugins/resource-command-v${commandVersion}/pulumi-resource-command`;

describe("bundleStandIns", () => {
  let home = "";
  before(() => {
    home = mkdtempSync(join(tmpdir(), "home-"));
  });
  after(() => rmSync(home, { recursive: true }));

  it("installs the one that is wanted", async () => {
    assert.deepEqual(await bundleStandIns(home, { commandProvider: false }), [
      { file: join(home, host), outcome: "built" },
    ]);
    assert.equal(existsSync(join(home, provider)), false);
  });

  it("installs both where the engine looks for them, and leaves alone what is current", async () => {
    const before = statSync(join(home, host)).mtimeMs;
    assert.deepEqual(await bundleStandIns(home), [
      { file: join(home, host), outcome: "current" },
      { file: join(home, provider), outcome: "built" },
    ]);
    assert.equal(statSync(join(home, host)).mtimeMs, before);
    for (const file of [host, provider]) {
      assert.equal(statSync(join(home, file)).mode & 0o111, 0o111);
      assert.deepEqual(readdirSync(join(home, file, "..")).sort(), [
        "package.json",
        file.split("/").at(-1),
        "stand-in",
      ]);
    }
  });

  it("makes it anew when it was made from other sources, or a cut run left it without its stamp", async () => {
    const stamp = join(home, host, "..", "stand-in");
    const good = readFileSync(stamp, "utf8");
    writeFileSync(stamp, "other");
    const [again] = await bundleStandIns(home, { commandProvider: false });
    assert.equal(again?.outcome, "built");
    assert.equal(readFileSync(stamp, "utf8"), good);
    rmSync(stamp);
    const [unstamped] = await bundleStandIns(home, { commandProvider: false });
    assert.equal(unstamped?.outcome, "built");
  });

  it("takes away the mark of a broken download", async () => {
    const mark = join(home, host, "..", "..", `language-nodejs-v${engineVersion}.partial`);
    mkdirSync(join(home, "plugins"), { recursive: true });
    writeFileSync(mark, "");
    rmSync(join(home, host));
    await bundleStandIns(home, { commandProvider: false });
    assert.equal(existsSync(mark), false);
  });

  for (const name of [host, provider]) {
    it(`gives an executable that prints its port first and ends with its stdin: ${name}`, async () => {
      // The folder's package.json makes it CommonJS, whatever the project's says.
      const plugin = spawn(join(home, name), ["127.0.0.1:1"], { stdio: ["pipe", "pipe", "inherit"] });
      const [port] = await once(plugin.stdout, "data");
      assert.match(String(port), /^\d+\n$/);
      plugin.stdin.end();
      assert.deepEqual(await once(plugin, "exit"), [0, null]);
    });
  }
});
