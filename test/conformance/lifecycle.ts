// One stack from its first preview to its end, with a resource of each kind.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import { engineVersion } from "../../toolchain/paths.mjs";
import type { Run } from "./cli.ts";
import { firstSentence } from "./failingCommands.ts";
import { first, hidden, lifecycleProgram, second, type Version } from "./lifecycleProgram.ts";
import { Stack } from "./stack.ts";
import type { Suite } from "./suite.ts";

const setSecret = "4dabf18193072939515e22adb298388d";
const secretMark = "1b47061264138c4ac30d75fd1eb44270";

/** Registers the scenario; its steps follow each other. */
export function lifecycleScenario(suite: () => Suite): void {
  let stack: Stack;
  let remote: string;
  let local: string;

  const program = (version: Version) => lifecycleProgram(suite().host.connection, { remote, local }, version);

  it("preview runs nothing but local.runOutput", async () => {
    const { plugins, host } = suite();
    stack = await Stack.create(plugins, "lifecycle");
    remote = await host.emptyFolder("lifecycle");
    local = stack.folder;
    writeFileSync(join(local, "file"), "first file");
    mkdirSync(join(local, "tree/sub"), { recursive: true });
    writeFileSync(join(local, "tree/sub/leaf"), "a leaf");
    const run = await stack.preview(program(first));
    assert.equal(run.code, 0, run.output);
    assert.deepEqual(run.changes, { create: 9 });
    assert.deepEqual(await host.files(remote), {});
    assert.equal(existsSync(join(local, "log")), false);
    assert.equal(stack.read("invoked"), "run\n");
    assert.deepEqual(noticesIn(run), []);
    assert.deepEqual((await stack.state()).resources, {});
  });

  it("up creates", async () => {
    const { host } = suite();
    const run = await stack.up(program(first));
    assert.equal(run.code, 0, run.output);
    assert.deepEqual(run.changes, { create: 9 });
    assert.deepEqual(await host.files(remote), {
      file: "first file",
      recreated: "run\n",
      triggered: "create first\n",
      unit: first.unit,
      updated: "create first\n",
    });
    assert.deepEqual(await host.files(`${remote}/new/folder`), { text: "first text" });
    assert.deepEqual(await host.files(`${remote}/copied/tree/sub`), { leaf: "a leaf" });
    assert.equal(stack.read("log"), "create first\n");
    const outputs = await stack.cli(["stack", "output", "--json", "--show-secrets"]);
    assert.deepEqual(JSON.parse(outputs.stdout).stdout, {
      recreated: "to-stdout",
      updated: "",
      triggered: "",
      secretive: hidden,
      locally: "said first",
      invoked: "an answer",
    });
    assert.equal(run.output.includes(hidden), false, run.output);
  });

  it("the state holds inputs and outputs, its secrets only encrypted", async () => {
    const { host } = suite();
    const { resources } = await stack.state();
    const { id, inputs, outputs } = resources.recreated ?? assert.fail("recreated is not in the state");
    assert.match(id ?? "", /^[0-9a-f]{8}$|^recreated[0-9a-f]{8}$/);
    const connection = plainOf(inputs.connection) as Record<string, unknown>;
    assert.deepEqual(
      { ...connection, privateKey: plainOf(connection.privateKey) },
      { ...host.connection, dialErrorLimit: 10, perDialTimeout: 15 },
    );
    assert.equal(inputs.stdin, first.unit);
    assert.deepEqual([outputs.stdout, outputs.stderr], ["to-stdout", "to-stderr"]);
    const secretive = resources.secretive ?? assert.fail("secretive is not in the state");
    assert.equal(plainOf(secretive.inputs.create), `echo ${hidden}`);
    assert.equal(plainOf(secretive.outputs.stdout), hidden);
    const { text } = await stack.plainState();
    assert.equal(text.includes(hidden), false);
    assert.equal(text.includes("PRIVATE KEY"), false);
    assert.equal(text.includes("ciphertext"), true);
  });

  it("a second up does nothing, with its preview before it", async () => {
    const { plugins, host } = suite();
    const before = await host.files(remote);
    const run = await stack.start(["up", "--yes"], program(first)).ended;
    assert.equal(run.code, 0, run.output);
    assert.deepEqual(run.changes, { same: 9 });
    assert.deepEqual(await host.files(remote), before);
    assert.equal(stack.read("log"), "create first\n");
    if (plugins.origin === "stand-ins") {
      const notice = `pulumi-language-nodejs ${engineVersion}: service-unit's stand-in (the official plugin was not found)`;
      assert.deepEqual(noticesIn(run), [`info: ${notice}`]);
    }
  });

  it("preview --diff shows the changed lines, and runs nothing", async () => {
    const before = await suite().host.files(remote);
    writeFileSync(join(local, "file"), "second file");
    writeFileSync(join(local, "tree/sub/leaf"), "another leaf");
    const run = await stack.preview(program(second), "--diff");
    assert.equal(run.code, 0, run.output);
    assert.deepEqual(run.changes, { same: 2, update: 6, replace: 1 });
    assert.match(run.output, /~ stdin: \n {12}\[Unit\]\n {10}- Description=One\n {10}\+ Description=Two\n {12}After=/);
    assert.match(run.output, /~ triggers: \[\n {10}~ \[0\]: 1 => 2\n/);
    assert.deepEqual(await suite().host.files(remote), before);
  });

  it("up updates in place, and replaces by the new create and then the old delete", async () => {
    const { host } = suite();
    const run = await stack.up(program(second));
    assert.equal(run.code, 0, run.output);
    assert.deepEqual(run.changes, { same: 2, update: 6, replace: 1 });
    assert.deepEqual(await host.files(remote), {
      file: "second file",
      recreated: "run\nrun\n",
      triggered: "create first\ncreate second\ndelete first\n",
      unit: second.unit,
      updated: "create first\nupdate second\n",
    });
    assert.deepEqual(await host.files(`${remote}/new/folder`), { text: "second text" });
    assert.deepEqual(await host.files(`${remote}/copied/tree/sub`), { leaf: "another leaf" });
    assert.equal(stack.read("log"), "create first\nupdate second after said first\n");
    const warnings = run.messages.filter(({ severity }) => severity === "warning");
    assert.deepEqual(warnings.map(({ resource, text }) => `${resource}: ${firstSentence(text)}`).sort(), [
      "recreated: Unable to set 'PULUMI_COMMAND_STDERR'.",
      "recreated: Unable to set 'PULUMI_COMMAND_STDOUT'.",
    ]);
    assert.equal((await stack.state()).resources.recreated?.inputs.stdin, second.unit);
  });

  it("refresh takes the state for the truth", async () => {
    const before = await stack.state();
    const run = await stack.start(["refresh", "--skip-preview"], program(second)).ended;
    assert.equal(run.code, 0, run.output);
    assert.deepEqual(run.changes, { same: 9 });
    assert.deepEqual(inputsOf((await stack.state()).resources), inputsOf(before.resources));
    assert.equal((await suite().host.files(remote)).recreated, "run\nrun\n");
  });

  it("destroy runs the deletes of the state", async () => {
    const run = await stack.destroy();
    assert.equal(run.code, 0, run.output);
    assert.deepEqual(run.changes, { delete: 9 });
    assert.deepEqual(await suite().host.files(remote), {
      file: "second file",
      recreated: "run\nrun\n",
      triggered: "create first\ncreate second\ndelete first\ndelete second\n",
      updated: "create first\nupdate second\ndelete second\n",
    });
    assert.equal(stack.read("log"), "create first\nupdate second after said first\ndelete second\n");
    assert.deepEqual((await stack.state()).resources, {});
  });
}

/** Where the language host says what it is. */
function noticesIn({ messages }: Run): string[] {
  return messages
    .filter(({ text }) => text.startsWith("pulumi-language-nodejs"))
    .map(({ severity, text }) => `${severity}: ${text}`);
}

/** What a secret of an export with clear secrets holds. */
function plainOf(secret: unknown): unknown {
  const { [setSecret]: mark, plaintext } = secret as Record<string, string>;
  assert.equal(mark, secretMark, `${JSON.stringify(secret)} is no secret`);
  return JSON.parse(plaintext ?? "");
}

/** Without the folder's: the engine keeps only the hash of an archive when it refreshes. */
function inputsOf(resources: Readonly<Record<string, { readonly inputs: unknown }>>): Record<string, unknown> {
  const { copiedFolder, ...others } = resources;
  return Object.fromEntries(Object.entries(others).map(([name, { inputs }]) => [name, inputs]));
}
