// One child process that never outlives the host.
import { type ChildProcess, spawn } from "node:child_process";

/**
 * How long a program may take to end by itself, in milliseconds. The engine kills the host 5 s after it asked it to
 * end, and nobody would be left to kill the program then.
 */
const graceMs = 4000;

/** How a program ended: its exit code, or -1 when a signal killed it. */
export interface ProgramEnd {
  readonly code: number;
  readonly signal: NodeJS.Signals | null;
}

/** The program's processes, its own children included: they are a process group. */
export class ProgramProcess {
  #child: ChildProcess | undefined;
  #ended: Promise<ProgramEnd> | undefined;
  #stopping = false;

  /**
   * Runs a program to its end, its output on the host's own, where the engine reads it. Rejects when it can't be
   * started, and after `stop`.
   */
  async run(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<ProgramEnd> {
    if (this.#stopping) throw new Error("the engine is ending this run");
    const child = spawn(file, args, { env, stdio: ["ignore", "inherit", "inherit"], detached: true });
    this.#child = child;
    const kill = () => this.#signal("SIGKILL");
    process.once("exit", kill);
    this.#ended = new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (code, signal) => resolve({ code: code ?? -1, signal }));
    });
    try {
      return await this.#ended;
    } finally {
      process.off("exit", kill);
      this.#child = undefined;
    }
  }

  /** Ends the program, with SIGINT first and SIGKILL 4 s later; resolves when it is gone. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#child === undefined) return;
    this.#signal("SIGINT");
    const timer = setTimeout(() => this.#signal("SIGKILL"), graceMs);
    // How it ended is `run`'s to tell.
    await this.#ended?.catch(() => undefined);
    clearTimeout(timer);
  }

  #signal(signal: NodeJS.Signals): void {
    const pid = this.#child?.pid;
    if (pid === undefined) return;
    try {
      process.kill(-pid, signal);
    } catch (error) {
      // The group is already gone.
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}
