import { spawn } from "node:child_process";

export interface CommandResult {
  stdout: string;
  stderr: string;
  /** The exit code; 128 + N when signal N ended it, as a shell says it. */
  code: number;
}

export interface CommandOptions {
  /** Fed to the command; default: nothing, at once at its end. */
  stdin?: string | undefined;
  /** Added to this process's own environment. */
  env?: Record<string, string>;
  /** @default this process's own */
  cwd?: string;
  /** The program is killed then, in milliseconds. @default never */
  killAfter?: number;
  /** Called with each line of the error output as it comes. */
  onLine?: (line: string) => void;
}

const signalNumbers: Record<string, number> = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGPIPE: 13, SIGTERM: 15 };

/**
 * Goes before a command that must not outlive this process: a copy or a build that went on after a SIGKILL
 * would write into what the next run is already clearing.
 */
export const diesWithUs = ["setpriv", "--pdeathsig", "KILL", "--"];

/** Runs a program to its end, without a shell. Rejects only when the program can't be started at all. */
export function run(argv: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const [program = "", ...args] = argv;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      timeout: options.killAfter,
      killSignal: "SIGKILL",
    });
    let stdout = "";
    let stderr = "";
    let rest = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      stderr += chunk;
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) options.onLine?.(line);
    });
    // A program may end without reading its input; its exit code tells how that went.
    child.stdin.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE" && error.code !== "ECONNRESET") reject(error);
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      resolve({ stdout, stderr, code: code ?? 128 + (signalNumbers[signal ?? ""] ?? 0) });
    });
    child.stdin.end(options.stdin ?? "");
  });
}

/** Runs a program that has to succeed; otherwise throws with its last words. */
export async function mustRun(argv: readonly string[], options: CommandOptions = {}): Promise<string> {
  const { stdout, stderr, code } = await run(argv, options);
  if (code === 0) return stdout;
  const words = (stderr.trim() || stdout.trim()).split("\n").slice(-8).join("\n");
  throw new Error(`${argv.join(" ")}: exit code ${code}${words === "" ? "" : `:\n${words}`}`);
}
