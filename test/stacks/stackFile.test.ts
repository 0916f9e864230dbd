import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { StackConfigError } from "../../stacks/stackConfigError.ts";
import { stackFile } from "../../stacks/stackFile.ts";

describe("stackFile", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "service-unit-stacks-"));
    for (const name of ["production.yaml", "local.yaml", "Pulumi.local.yaml", "Pulumi.gone.yaml", "schema.ts"]) {
      writeFileSync(join(folder, name), "");
    }
    mkdirSync(join(folder, "folder.yaml"));
  });
  after(() => rmSync(folder, { recursive: true }));

  const message = (name: string, where = folder) => {
    try {
      stackFile(name, where);
    } catch (error) {
      assert.ok(error instanceof StackConfigError, String(error));
      return error.message;
    }
    return "";
  };

  it("gives the file of a stack", () => {
    assert.equal(stackFile("local", folder), join(folder, "local.yaml"));
  });

  it("says which stacks there are, without the engine's own files", () => {
    assert.equal(message("foo"), `no ${folder}/foo.yaml; there are: local, production`);
    assert.equal(message("folder"), `no ${folder}/folder.yaml; there are: local, production`);
    assert.equal(message("Pulumi.local"), `no ${folder}/Pulumi.local.yaml; there are: local, production`);
  });

  it("refuses a name that leads out of the folder", () => {
    for (const name of ["../x", "/etc/passwd", "a/b", "", "local\0", "a\nb"]) {
      assert.equal(message(name), `${JSON.stringify(name)} is no stack name; there are: local, production`);
    }
  });

  it("says when there is no stack at all, or no folder", () => {
    const empty = join(folder, "folder.yaml");
    assert.equal(message("x", empty), `no ${empty}/x.yaml; there is no stack file in ${empty}`);
    assert.equal(
      message("x", join(folder, "none")),
      `no ${folder}/none/x.yaml; there is no stack file in ${folder}/none`,
    );
  });
});
