import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import {
  installedPackages,
  programDependencies,
  providerPackages,
} from "../../../../toolchain/stand-ins/language-nodejs/packages.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "packages-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, content: unknown): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
}

const names = (directory: string) => installedPackages(directory).map(({ name, version }) => `${name}@${version}`);

describe("installedPackages", () => {
  it("lists plain, scoped and linked packages in order, without npm's own folders", () => {
    write("node_modules/zod/package.json", { name: "zod", version: "4.0.0" });
    write("node_modules/@pulumi/command/package.json", { name: "@pulumi/command", version: "1.2.1" });
    write("node_modules/.bin/x", "");
    write("elsewhere/package.json", { name: "linked", version: "0.1.0" });
    symlinkSync(join(folder, "elsewhere"), join(folder, "node_modules/linked"));
    assert.deepEqual(names(folder), ["@pulumi/command@1.2.1", "linked@0.1.0", "zod@4.0.0"]);
  });

  it("skips packages whose package.json is broken, missing or nameless", () => {
    write("node_modules/broken/package.json", "{");
    write("node_modules/empty/index.js", "");
    write("node_modules/nameless/package.json", { version: "1.0.0" });
    write("node_modules/list/package.json", []);
    write("node_modules/good/package.json", { name: "good", version: "1.0.0" });
    assert.deepEqual(names(folder), ["good@1.0.0"]);
  });

  it("does not look elsewhere", () => {
    write("node_modules/outer/package.json", { name: "outer", version: "1.0.0" });
    write("a/index.js", "");
    assert.deepEqual(names(join(folder, "a")), []);
  });
});

describe("providerPackages", () => {
  const provider = (name: string, version: string, pulumi: Record<string, unknown>) =>
    providerPackages([{ name, version, pulumi }]);

  it("takes the provider's name and version from the package, with a v before it", () => {
    assert.deepEqual(provider("@pulumi/random", "4.1.0", { resource: true }), [
      { name: "random", version: "v4.1.0", server: "" },
    ]);
  });

  it("lets the package say otherwise", () => {
    const pulumi = { resource: true, name: "command", version: "v1.2.1", server: "somewhere" };
    assert.deepEqual(provider("@other/sdk", "4.1.0", pulumi), [
      { name: "command", version: "v1.2.1", server: "somewhere" },
    ]);
  });

  it("leaves out packages that are no provider's SDK", () => {
    assert.deepEqual(provider("@pulumi/pulumi", "3.0.0", {}), []);
    assert.deepEqual(provider("@pulumi/other", "3.0.0", { resource: "true" }), []);
  });
});

describe("programDependencies", () => {
  const versions = (transitive: boolean) =>
    programDependencies(folder, transitive).map(({ name, version }) => `${name}@${version}`);

  it("lists what package.json names and is installed, or all that is installed", () => {
    write("package.json", { dependencies: { a: "^1.0.0", missing: "1" }, devDependencies: { b: "*" } });
    for (const name of ["a", "b", "c"]) write(`node_modules/${name}/package.json`, { name, version: "1.2.3" });
    assert.deepEqual(versions(false), ["a@1.2.3", "b@1.2.3"]);
    assert.deepEqual(versions(true), ["a@1.2.3", "b@1.2.3", "c@1.2.3"]);
  });

  it("looks upward for the nearest package.json", () => {
    write("package.json", { dependencies: { a: "1" } });
    write("node_modules/a/package.json", { name: "a", version: "1.2.3" });
    write("sub/program/index.js", "");
    assert.deepEqual(
      programDependencies(join(folder, "sub/program"), false).map(({ name }) => name),
      ["a"],
    );
  });
});
