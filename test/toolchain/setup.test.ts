// What the set-up takes from the user's own installation. It runs in a copy, so that it can't disturb this checkout's.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { after, beforeEach, describe, it } from "node:test";
import { engineBinary } from "../../toolchain/environment.mjs";
import { commandVersion, engineVersion, local, root } from "../../toolchain/paths.mjs";

mkdirSync(join(local, "test"), { recursive: true });
const folder = mkdtempSync(join(local, "test", "set-up-"));
after(() => rmSync(folder, { recursive: true }));
const copy = join(folder, "project");
const home = join(folder, "home");
const plugins = join(copy, ".local", "pulumi", "plugins");

beforeEach(() => {
  for (const made of [copy, home]) rmSync(made, { recursive: true, force: true });
  for (const part of ["toolchain", "host", "package.json", "package-lock.json"]) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  mkdirSync(join(home, "bin"), { recursive: true });
});

function setUp(env: NodeJS.ProcessEnv): { engine: string; languageHost: string; commandProvider: string } {
  const script = join(copy, "toolchain", "setup.ts");
  const options = { cwd: copy, env: { ...process.env, ...env }, encoding: "utf8" } as const;
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", script], options);
  assert.equal(status, 0, stderr);
  return JSON.parse(readFileSync(join(copy, ".local", "pulumi", "set-up.json"), "utf8"));
}

const executable = (file: string) => writeFileSync(file, "#!/bin/sh\n", { mode: 0o755 });

describe("the set-up", () => {
  it("takes the user's own engine and plugins, and installs no stand-in beside them", () => {
    linkSync(realpathSync(engineBinary), join(home, "bin", "pulumi"));
    executable(join(home, "bin", "pulumi-language-nodejs"));
    const provider = join(home, "plugins", `resource-command-v${commandVersion}`);
    mkdirSync(provider, { recursive: true });
    executable(join(provider, "pulumi-resource-command"));
    const record = setUp({ PULUMI_HOME: home });
    assert.equal(record.engine, "yours");
    assert.equal(record.languageHost, join(home, "bin", "pulumi-language-nodejs"));
    assert.equal(record.commandProvider, provider);
    assert.ok(!existsSync(join(plugins, `language-nodejs-v${engineVersion}`)));
    const linked = join(plugins, `resource-command-v${commandVersion}`, "pulumi-resource-command");
    assert.equal(readlinkSync(linked), join(provider, "pulumi-resource-command"));
  });

  it("passes by a pulumi on PATH that is another version, and stands in for what is missing", () => {
    cpSync("/bin/true", join(home, "bin", "pulumi"));
    const record = setUp({ PULUMI_HOME: home, PATH: `${join(home, "bin")}:${process.env.PATH}` });
    assert.notEqual(record.engine, "yours");
    assert.equal(record.commandProvider, "stand-in of this project");
    assert.ok(existsSync(join(plugins, `resource-command-v${commandVersion}`, "pulumi-resource-command")));
  });
});
