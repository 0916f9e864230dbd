// Scenarios of the language host: how programs run, end, and get what they need.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { it, type TestContext } from "node:test";
import { commandVersion, engineVersion, root } from "../../toolchain/paths.mjs";
import { nodes } from "./nodes.ts";
import { Stack } from "./stack.ts";
import type { Suite } from "./suite.ts";

/** Registers the scenarios. */
export function languageScenarios(suite: () => Suite): void {
  it("shows the error of a program that throws, and fails", () => throwing(suite()));
  it("tells the exit code of a program that ends itself, and shows what it printed", () => exiting(suite()));
  it("shows the SDK's error about a resource without a connection", () => withoutConnection(suite()));
  it("refuses a runtime option of the wrong type", () => wrongOption(suite()));
  it("says that the SDK is missing", () => withoutSdk(suite()));
  it("installs a program's packages and finds the providers they want", () => installing(suite()));
  for (const [major, file] of nodes()) {
    it(`gives a program its configuration, on Node ${major}; about tells that Node`, (context) =>
      configured(context, suite(), major, file));
  }
}

async function throwing({ plugins }: Suite): Promise<void> {
  const stack = await Stack.create(plugins, "throwing", { program: "throws.mjs" });
  const run = await stack.up({ resources: {} });
  assert.equal(run.code, 1);
  const errors = run.messages.filter(({ severity }) => severity === "error");
  assert.equal(errors.length, 1, run.output);
  const program = join(root, "test/conformance/programs/throws.mjs");
  assert.match(errors[0]?.text ?? "", /^Running program '.*' failed with an unhandled exception:\n/);
  assert.ok(errors[0]?.text.includes(`'${program}'`), errors[0]?.text);
  assert.ok(errors[0]?.text.includes("Error: boom\n    at "), errors[0]?.text);
  assert.deepEqual((await stack.state()).resources, {});
}

async function exiting({ plugins }: Suite): Promise<void> {
  const stack = await Stack.create(plugins, "exiting", { program: "exits.mjs" });
  const run = await stack.up({ resources: {} });
  assert.equal(run.code, 1);
  assert.deepEqual(
    run.messages.filter(({ severity }) => severity === "error").map(({ text }) => text),
    ["an unhandled error occurred: Program exited with non-zero exit code: 3"],
  );
  const said = run.messages
    .filter(({ severity }) => severity.startsWith("info"))
    .flatMap(({ text }) => text.split("\n"));
  assert.ok(said.includes("a line on stdout"), run.output);
  assert.ok(said.includes("a line on stderr"), run.output);
}

async function withoutConnection({ plugins }: Suite): Promise<void> {
  const stack = await Stack.create(plugins, "unconnected");
  const run = await stack.up({ resources: { lost: { kind: "remote.Command", args: { create: "true" } } } });
  assert.equal(run.code, 1);
  assert.ok(run.output.includes("Error: Missing required property 'connection'"), run.output);
  assert.deepEqual(run.done, []);
}

async function wrongOption({ plugins }: Suite): Promise<void> {
  const stack = await Stack.create(plugins, "misled", { runtimeOptions: { typescript: "no" } });
  const run = await stack.up({ resources: {} });
  assert.equal(run.code, 1);
  assert.ok(run.output.includes("typescript option must be a boolean"), run.output);
}

async function withoutSdk({ plugins }: Suite): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "conformance-"));
  try {
    const program = join(folder, "index.mjs");
    writeFileSync(program, "");
    writeFileSync(join(folder, "package.json"), "{}");
    const stack = await Stack.create(plugins, "bare", { folder, program });
    const run = await stack.up({ resources: {} });
    assert.equal(run.code, 1);
    assert.ok(
      run.output.includes("It looks like the Pulumi SDK has not been installed. Have you run pulumi install?"),
      run.output,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function installing({ plugins }: Suite): Promise<void> {
  const folder = join(plugins.folder, "installing");
  const sdk = join(folder, "sdk");
  mkdirSync(sdk, { recursive: true });
  const provider = { resource: true, name: "command", version: commandVersion };
  writeFileSync(
    join(sdk, "package.json"),
    JSON.stringify({ name: "@pulumi/local-sdk", version: "9.9.9", pulumi: provider }),
  );
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "installing", dependencies: { "@pulumi/local-sdk": "file:sdk" } }),
  );
  writeFileSync(join(folder, "index.mjs"), "");
  const stack = await Stack.create(plugins, "installing", { program: join(folder, "index.mjs") });
  const run = await stack.cli(["install"]);
  assert.equal(run.code, 0, run.output);
  assert.match(stack.read("node_modules/@pulumi/local-sdk/package.json"), /"9\.9\.9"/);
  assert.ok(run.output.includes("Installing dependencies..."), run.output);
  assert.ok(run.output.includes("Finished installing dependencies"), run.output);
  const about = await stack.cli(["about", "--json"]);
  const { dependencies, plugins: found } = JSON.parse(about.stdout);
  assert.deepEqual(
    dependencies.map(({ name }: { name: string }) => name),
    ["@pulumi/local-sdk"],
  );
  assert.deepEqual(found.map(({ name, version }: { name: string; version: string }) => `${name} ${version}`).sort(), [
    `command ${commandVersion}`,
    `nodejs ${engineVersion}`,
  ]);
  // A provider that isn't there is missed.
  writeFileSync(
    join(sdk, "package.json"),
    JSON.stringify({ name: "@pulumi/local-sdk", version: "9.9.9", pulumi: { ...provider, version: "0.0.1" } }),
  );
  const missing = await stack.cli(["install"]);
  assert.equal(missing.code, 1, missing.output);
  assert.ok(missing.output.includes("command-0.0.1"), missing.output);
}

async function configured(context: TestContext, { plugins }: Suite, major: number, file: string | undefined) {
  if (file === undefined) {
    context.skip(`NO NODE ${major} ON THIS MACHINE: put one on PATH, or name its folder in CONFORMANCE_NODES`);
    return;
  }
  const name = `configured-${major}`;
  const stack = await Stack.create(plugins, name, { program: "configured.mjs" });
  await stack.cli(["config", "set", "plain", "a value"]);
  await stack.cli(["config", "set", "secret", "--secret", "a hidden value"]);
  await stack.cli(["config", "set", "other:key", "another"]);
  const run = await stack.start(["up", "--skip-preview"], { resources: {} }, { node: file }).ended;
  assert.equal(run.code, 0, run.output);
  assert.ok(!run.output.includes("a hidden value"), run.output);
  const outputs = await stack.cli(["stack", "output", "--json", "--show-secrets"]);
  assert.deepEqual(JSON.parse(outputs.stdout), {
    plain: "a value",
    secret: "a hidden value",
    foreign: "another",
    names: ["organization", name, name],
    folders: [join(root, "test/conformance/programs"), stack.folder],
    node: JSON.parse(outputs.stdout).node,
  });
  assert.match(JSON.parse(outputs.stdout).node, new RegExp(`^v${major}\\.`));
  const about = await stack.cli(["about", "--json"], { node: file });
  assert.equal(about.code, 0, about.output);
  const { runtime, dependencies, plugins: found } = JSON.parse(about.stdout);
  assert.equal(dirname(runtime.executable), dirname(file));
  assert.equal(runtime.version, JSON.parse(outputs.stdout).node);
  assert.deepEqual(found, [{ name: "nodejs", version: engineVersion, kind: "language" }]);
  const used = dependencies.map(({ name, version }: { name: string; version: string }) => `${name} ${version}`);
  for (const [sdk, version] of [
    ["@pulumi/pulumi", engineVersion],
    ["@pulumi/command", commandVersion],
  ]) {
    assert.ok(used.includes(`${sdk} ${version}`), used.join("\n"));
  }
}
