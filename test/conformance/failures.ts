// What goes wrong: the message, in the official words, and what the failure leaves in the state and on the server.
import assert from "node:assert/strict";
import { createServer } from "node:net";
import { it } from "node:test";
import { commandFailures, firstSentence } from "./failingCommands.ts";
import { openSshKeys } from "./host.ts";
import { type Declaration, Stack } from "./stack.ts";
import type { Suite } from "./suite.ts";

/** Registers the scenarios. */
export function failureScenarios(suite: () => Suite): void {
  it("tells what failed, stores only what went well, and does not run what it can't run as declared", () =>
    failingCreates(suite()));
  it("a failed update keeps the old inputs, and is tried again", () => failingUpdate(suite()));
  it("refuses an unknown part of a connection before anything runs", () => unknownField(suite()));
}

async function failingCreates({ plugins, host }: Suite): Promise<void> {
  const stack = await Stack.create(plugins, "failures");
  const folder = await host.emptyFolder("failures");
  const failures = commandFailures(host.connection, folder, {
    strangerKey: openSshKeys().private,
    otherHostKey: openSshKeys().public,
    lockedKey: openSshKeys("a passphrase").private,
    freePort: await freePort(),
  });
  const good = {
    kind: "remote.Command",
    args: { connection: host.connection, create: `touch ${folder}/good` },
  } as const;
  const resources = Object.fromEntries(Object.entries(failures).map(([name, { declared }]) => [name, declared]));
  const run = await stack.up({ resources: { ...resources, good } }, "--continue-on-error");
  assert.equal(run.code, 1);
  const errors = run.messages.filter(({ severity, resource }) => severity === "error" && resource !== "");
  const said = Object.fromEntries(
    Object.keys(failures).map((name) => [
      name,
      errors.filter(({ resource }) => resource === name).map(({ text }) => withoutAdvice(text)),
    ]),
  );
  assert.deepEqual(said, Object.fromEntries(Object.entries(failures).map(([name, { messages }]) => [name, messages])));
  for (const attempt of ["Dial 1/2 failed: retrying", "Dial 2/2 failed: retrying", "Dial proxy 1/1 failed: retrying"]) {
    assert.ok(run.progress.includes(attempt), `${attempt} is missing in ${run.progress.join("\n")}`);
  }
  assert.deepEqual(run.done, ["good create"]);
  assert.deepEqual(Object.keys((await stack.state()).resources), ["good"]);
  assert.deepEqual(await host.files(folder), { good: "", killed: "", status: "" });
}

/** The provider says at length what to do about a refused variable, and the stand-in in other words. */
function withoutAdvice(text: string): string {
  return text.startsWith("Unable to set ") ? firstSentence(text) : text;
}

async function failingUpdate({ plugins, host }: Suite): Promise<void> {
  const stack = await Stack.create(plugins, "retry");
  const folder = await host.emptyFolder("retry");
  const program = (stdin: string): Declaration => ({
    resources: {
      unit: {
        kind: "remote.Command",
        args: {
          connection: host.connection,
          stdin,
          create: `read -r word; echo "$word" >> ${folder}/runs; [ "$word" != bad ]`,
        },
      },
    },
  });
  const stored = async () => (await stack.state()).resources.unit?.inputs.stdin;
  assert.equal((await stack.up(program("good\n"))).code, 0);
  for (const runs of ["good\nbad\n", "good\nbad\nbad\n"]) {
    const failed = await stack.up(program("bad\n"));
    assert.equal(failed.code, 1);
    assert.deepEqual(await host.files(folder), { runs });
    assert.equal(await stored(), "good\n");
  }
  const back = await stack.up(program("good\n"));
  assert.equal(back.code, 0, back.output);
  assert.deepEqual(back.changes, { same: 2 });
  assert.deepEqual(await host.files(folder), { runs: "good\nbad\nbad\n" });
}

async function unknownField({ plugins, host }: Suite): Promise<void> {
  const stack = await Stack.create(plugins, "misspelt");
  const folder = await host.emptyFolder("misspelt");
  const connection = { ...host.connection, hostkey: host.server.hostKey };
  const run = await stack.up({
    resources: { misspelt: { kind: "remote.Command", args: { connection, create: `touch ${folder}/ran` } } },
  });
  assert.equal(run.code, 1);
  assert.ok(run.output.includes("hostkey"), run.output);
  assert.deepEqual((await stack.state()).resources, {});
  assert.deepEqual(await host.files(folder), {});
  // The official provider prints the whole connection, its key included.
  if (plugins.origin === "stand-ins") assert.equal(run.output.includes("PRIVATE KEY"), false, run.output);
}

/** A port on which nothing listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
