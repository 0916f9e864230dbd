// Ctrl-C and death of the CLI, at the worst moments.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { it } from "node:test";
import type { Plugins } from "./plugins.ts";
import { type Declaration, Stack } from "./stack.ts";
import { eventually, type Suite } from "./suite.ts";

/** Registers the scenarios. */
export function interruptScenarios(suite: () => Suite): void {
  it("SIGINT while the program runs ends it at once, and its children", () => duringProgram(suite()));
  it("SIGINT during a remote command waits for it and stores it", () => duringCommand(suite()));
  it("a second SIGINT gives up and leaves a pending operation", () => twice(suite()));
  it("SIGKILL of the CLI takes the plugins and the program with it", () => killed(suite()));
}

/** The exit code after a second SIGINT. */
const interrupted = 8;

async function duringProgram({ plugins }: Suite): Promise<void> {
  const stack = await Stack.create(plugins, "hanging", { program: "hangs.mjs" });
  const { child, ended } = stack.start(["up", "--skip-preview"]);
  const pids = await programPids(stack);
  const began = Date.now();
  child.kill("SIGINT");
  const run = await ended;
  assert.ok(Date.now() - began < 3000, `it took ${Date.now() - began} ms to end`);
  assert.equal(run.code, 1, run.output);
  assert.ok(run.output.includes("update canceled"), run.output);
  await gone("the program and its child", () => pids.filter(isAlive));
  await gone("the plugins", () => pluginsOf(plugins, stack));
}

async function duringCommand({ plugins, host }: Suite): Promise<void> {
  const stack = await Stack.create(plugins, "patient");
  const folder = await host.emptyFolder("patient");
  const { child, ended } = stack.start(["up", "--skip-preview"], slow(host.connection, folder, 2));
  await eventually("the command's start", async () => (await host.files(folder)).started);
  child.kill("SIGINT");
  const run = await ended;
  assert.equal(run.code, 1, run.output);
  assert.deepEqual(await host.files(folder), { ended: "ended\n", started: "started\n" });
  const state = await stack.state();
  assert.deepEqual(Object.keys(state.resources), ["slow"]);
  assert.deepEqual(state.pending, []);
  await gone("the plugins", () => pluginsOf(plugins, stack));
}

async function twice({ plugins, host }: Suite): Promise<void> {
  const stack = await Stack.create(plugins, "impatient");
  const folder = await host.emptyFolder("impatient");
  const { child, ended } = stack.start(["up", "--skip-preview"], slow(host.connection, folder, 30));
  await eventually("the command's start", async () => (await host.files(folder)).started);
  const began = Date.now();
  child.kill("SIGINT");
  await new Promise((resolve) => setTimeout(resolve, 500));
  child.kill("SIGINT");
  const run = await ended;
  assert.ok(Date.now() - began < 8000, `it took ${Date.now() - began} ms to end`);
  assert.equal(run.code, interrupted, run.output);
  const state = await stack.state();
  assert.deepEqual(state.resources, {});
  assert.deepEqual(
    state.pending.map(({ type, resource }) => `${type} ${resource.urn.split("::").at(-1)}`),
    ["creating slow"],
  );
  await gone("the plugins", () => pluginsOf(plugins, stack));
}

async function killed({ plugins, host }: Suite): Promise<void> {
  const stack = await Stack.create(plugins, "killed");
  const folder = await host.emptyFolder("killed");
  const { child, ended } = stack.start(["up", "--skip-preview"], slow(host.connection, folder, 30));
  await eventually("the command's start", async () => (await host.files(folder)).started);
  const before = pluginsOf(plugins, stack);
  child.kill("SIGKILL");
  await ended;
  assert.equal(before.length, 2, `${before.length} plugins ran`);
  if (plugins.origin === "stand-ins") {
    await gone("the plugins", () => pluginsOf(plugins, stack));
    return;
  }
  // The official ones look after the engine every five minutes only.
  for (const pid of before.filter(isAlive)) process.kill(pid, "SIGKILL");
}

function slow(connection: unknown, folder: string, seconds: number): Declaration {
  const create = `echo started > ${folder}/started; sleep ${seconds}; echo ended > ${folder}/ended`;
  return { resources: { slow: { kind: "remote.Command", args: { connection, create } } } };
}

async function programPids(stack: Stack): Promise<number[]> {
  const line = await eventually("the program's start", () => {
    const text = stack.read("pids");
    return text.endsWith("\n") ? text : undefined;
  });
  return line.trim().split(" ").map(Number);
}

async function gone(what: string, remaining: () => number[]): Promise<void> {
  await eventually(`the end of ${what}`, () => remaining().length === 0 || undefined);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The plugin processes of a stack's operations. */
function pluginsOf({ home }: Plugins, { mark }: Stack): number[] {
  const variables = Object.entries(mark).map(([name, value]) => `${name}=${value}`);
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const environment = processFile(pid, "environ");
      return (
        processFile(pid, "cmdline").some((word) => word.startsWith(`${home}/plugins/`)) &&
        variables.every((variable) => environment.includes(variable))
      );
    })
    .map(Number);
}

function processFile(pid: string, name: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8").split("\0");
  } catch {
    return []; // It ended meanwhile.
  }
}
