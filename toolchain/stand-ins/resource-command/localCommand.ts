// command:local:Command and command:local:run: one command on this machine.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { contextError } from "../../../host/sshError.ts";
import type { Properties } from "../wire.ts";
import { collectArchive, collectAssets } from "./localAssets.ts";
import { statusLines } from "./statusLines.ts";
import { failure, type Outputs, previousOutputs, type Task, withoutLastNewline } from "./task.ts";

interface LocalInputs {
  readonly interpreter?: readonly string[];
  readonly dir?: string;
  readonly stdin?: string;
  readonly environment?: Record<string, string>;
  readonly logging?: string;
  readonly assetPaths?: readonly string[];
  readonly archivePaths?: readonly string[];
}

const defaultInterpreter = ["/bin/sh", "-c"];

/** Runs `command` with inputs that hold no marks any more. A cancel kills its shell. */
export async function runLocal(command: string, given: Properties, previous: Outputs, task: Task): Promise<Outputs> {
  const inputs = given as LocalInputs;
  const { stdout, stderr } = await execute(command, inputs, previousOutputs(given, previous), task);
  const dir = inputs.dir ?? process.cwd();
  const { assetPaths, archivePaths } = inputs;
  return {
    ...previous,
    ...(assetPaths === undefined ? {} : { assets: await collectAssets(dir, assetPaths) }),
    ...(archivePaths === undefined ? {} : { archive: await collectArchive(dir, archivePaths) }),
    stdout: withoutLastNewline(stdout),
    stderr: withoutLastNewline(stderr),
  };
}

async function execute(
  command: string,
  inputs: LocalInputs,
  previous: Record<string, string>,
  { urn, log, signal }: Task,
): Promise<{ stdout: string; stderr: string }> {
  // Node would start the command all the same, and then kill it.
  if (signal.aborted) throw failure(contextError(signal).message, command, "");
  const interpreter = inputs.interpreter?.length ? inputs.interpreter : defaultInterpreter;
  const [program = "", ...args] = [...interpreter, command];
  const lines = statusLines(inputs.logging, (line) => log.status(urn, line));
  const streams: Record<"stdout" | "stderr" | "output", Buffer[]> = { stdout: [], stderr: [], output: [] };
  const keep = (stream: "stdout" | "stderr", show: (chunk: Buffer) => void) => (chunk: Buffer) => {
    streams[stream].push(chunk);
    streams.output.push(chunk);
    show(chunk);
  };
  const child = spawn(program, args, {
    cwd: inputs.dir,
    env: { ...process.env, ...inputs.environment, ...previous },
    signal,
    killSignal: "SIGKILL",
  });
  child.stdout.on("data", keep("stdout", lines.onStdout));
  child.stderr.on("data", keep("stderr", lines.onStderr));
  const problem = await endOf(child, program, inputs);
  await lines.end();
  const text = (stream: keyof typeof streams) => Buffer.concat(streams[stream]).toString("utf8");
  if (problem !== undefined) throw failure(problem, command, text("output"));
  return { stdout: text("stdout"), stderr: text("stderr") };
}

/** Feeds the child and waits for its end and that of its output. Gives what went wrong, in Go's words. */
function endOf(child: ChildProcess, program: string, { dir, stdin }: LocalInputs): Promise<string | undefined> {
  return new Promise((resolve) => {
    child.on("error", (error: NodeJS.ErrnoException) => {
      // A cancelled child still ends by its signal, which "close" tells.
      if (error.name !== "AbortError") resolve(startProblem(error, program, dir));
    });
    child.on("close", (code, signal) => {
      if (signal !== null) resolve(`signal: ${signalNames[signal] ?? signal}`);
      else resolve(code === 0 ? undefined : `exit status ${code}`);
    });
    // A command need not read what it is given (EPIPE).
    child.stdin?.on("error", () => {});
    child.stdin?.end(stdin ?? "");
  });
}

function startProblem({ code, message }: NodeJS.ErrnoException, program: string, dir: string | undefined): string {
  const reason = { ENOENT: "no such file or directory", EACCES: "permission denied", E2BIG: "argument list too long" }[
    code ?? ""
  ];
  if (code === "ENOENT" && dir !== undefined && !existsSync(dir)) return `chdir ${dir}: no such file or directory`;
  if (code === "ENOENT" && !program.includes("/")) return `exec: "${program}": executable file not found in $PATH`;
  return `fork/exec ${program}: ${reason ?? message}`;
}

const signalNames: Partial<Record<NodeJS.Signals, string>> = {
  SIGHUP: "hangup",
  SIGINT: "interrupt",
  SIGQUIT: "quit",
  SIGABRT: "aborted",
  SIGKILL: "killed",
  SIGSEGV: "segmentation fault",
  SIGPIPE: "broken pipe",
  SIGTERM: "terminated",
};
