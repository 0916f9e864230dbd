// One run of the real CLI: its exit, its output, and the engine's own record of what it did.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { local } from "../../toolchain/paths.mjs";
import { newestNode } from "./nodes.ts";
import type { Plugins } from "./plugins.ts";

/** What the engine told the user. */
export interface Message {
  readonly severity: string;
  /** The name of the resource it belongs to; empty for the stack's own. */
  readonly resource: string;
  readonly text: string;
}

/** What became of a run. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  /** stdout and stderr, in the order in which they came. */
  readonly output: string;
  readonly seconds: number;
  /** How many resources each operation was done on; empty when the engine got to no summary. */
  readonly changes: Readonly<Record<string, number>>;
  /** The finished operations, such as "updater update", in order; the stack's own left out. */
  readonly done: readonly string[];
  /** What the engine told the user to stay: info, warning and error, but no debug and no progress. */
  readonly messages: readonly Message[];
  /** What it showed while it lasted, such as output of commands and dial attempts. */
  readonly progress: readonly string[];
}

export interface RunOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** The engine's record of events; without it a run has no changes, operations and messages. */
  readonly eventLog?: string;
  /** The node for the program and the stand-ins. Default: the newest here. */
  readonly node?: string;
}

/** A run under way. */
export interface RunningCli {
  readonly child: ChildProcess;
  readonly ended: Promise<Run>;
}

/** Starts the CLI in an environment of its own: nothing of the user's engine, agent or network is used. */
export function startCli(plugins: Plugins, args: readonly string[], options: RunOptions): RunningCli {
  const began = Date.now();
  const child = spawn(plugins.cli, args, {
    cwd: options.cwd,
    env: environment(plugins, options),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (piece: string) => {
    stdout += piece;
    output += piece;
  });
  child.stderr.setEncoding("utf8").on("data", (piece: string) => {
    output += piece;
  });
  const finish = (code: number | null): Run => ({
    code,
    stdout,
    output: stripVTControlCharacters(output),
    seconds: (Date.now() - began) / 1000,
    ...readEvents(options.eventLog),
  });
  const ended = new Promise<Run>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(finish(code)));
    // A plugin that outlives the CLI may hold its output open.
    child.once("exit", (code) => setTimeout(() => resolve(finish(code)), 1000).unref());
  });
  return { child, ended };
}

function environment(plugins: Plugins, { env, node = newestNode }: RunOptions): NodeJS.ProcessEnv {
  return {
    HOME: process.env.HOME,
    LANG: "C.UTF-8",
    PATH: `${dirname(node)}:${process.env.PATH}`,
    NODE_COMPILE_CACHE: join(local, "compile-cache"),
    PULUMI_HOME: plugins.home,
    PULUMI_BACKEND_URL: pathToFileURL(join(plugins.folder, "state")).href,
    PULUMI_CONFIG_PASSPHRASE: "conformance",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_IGNORE_AMBIENT_PLUGINS: "true",
    // Brings the flag --event-log.
    PULUMI_DEBUG_COMMANDS: "true",
    ...env,
  };
}

interface StepMetadata {
  readonly op: string;
  readonly urn: string;
}

/** The parts of the engine's events that the tests look at. */
interface EngineEvent {
  readonly diagnosticEvent?: { severity: string; message: string; urn?: string; ephemeral?: boolean };
  readonly resOutputsEvent?: { metadata: StepMetadata };
  readonly summaryEvent?: { resourceChanges?: Record<string, number> };
}

function readEvents(file: string | undefined): Pick<Run, "changes" | "done" | "messages" | "progress"> {
  const lines = file !== undefined && existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  const events = lines.filter((line) => line.endsWith("}")).map((line) => JSON.parse(line) as EngineEvent);
  const said = events.flatMap(({ diagnosticEvent }) => diagnosticEvent ?? []);
  return {
    changes: events.findLast((event) => event.summaryEvent)?.summaryEvent?.resourceChanges ?? {},
    done: events.flatMap(({ resOutputsEvent: step }) =>
      step && isDeclared(step.metadata.urn) ? [`${nameOf(step.metadata.urn)} ${step.metadata.op}`] : [],
    ),
    messages: said
      .filter(({ severity, ephemeral }) => severity !== "debug" && !ephemeral)
      .map(({ severity, urn = "", message }) => ({ severity, resource: nameOf(urn), text: textOf(message) })),
    progress: said.filter(({ ephemeral }) => ephemeral).map(({ message }) => textOf(message)),
  };
}

function textOf(message: string): string {
  return stripVTControlCharacters(message).trimEnd();
}

/** Is it a resource of the program, not the stack or a provider? */
function isDeclared(urn: string): boolean {
  return urn.includes("::command:");
}

function nameOf(urn: string): string {
  return isDeclared(urn) ? (urn.split("::").at(-1) ?? "") : "";
}
