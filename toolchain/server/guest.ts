import { type CommandResult, run } from "./command.ts";
import { findProcesses, type ServerProcess } from "./processes.ts";
import type { Server } from "./record.ts";

/** The guest's PID 1 as this machine sees it; undefined while the server doesn't run. */
export function guestInit(folder: string): ServerProcess | undefined {
  return findProcesses(folder).find(({ role }) => role === "init");
}

export interface GuestRunOptions {
  stdin?: string;
  /** The command is killed then, with exit code 137. @default 30 */
  timeoutSeconds?: number;
}

/**
 * Runs a command as root inside the guest, through the kernel and not through SSH: it looks at the server
 * independently of what is tested, and works with sshd closed. Throws when the server doesn't run.
 */
export function guestRun(server: Server, argv: string[], options: GuestRunOptions = {}): Promise<CommandResult> {
  const init = guestInit(server.folder);
  if (init === undefined) return Promise.reject(new Error(`server "${server.name}" is not running`));
  // nsenter stays outside the guest's PID namespace (--no-fork) and becomes a `timeout` that only waits: nsenter itself
  // would stop together with a child that is stopped, as all are in a shutdown, and the guest could never end.
  // The `timeout` that kills is inside, so that what it leaves behind is reaped by the guest's own init.
  const enter = [
    "nsenter",
    `--target=${init.pid}`,
    "--mount",
    "--uts",
    "--ipc",
    "--pid",
    "--no-fork",
    "--root",
    "--wd",
  ];
  const path = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
  const wait = ["timeout", "--foreground", "0"];
  const seconds = options.timeoutSeconds ?? 30;
  const limit = ["timeout", "--signal=KILL", String(seconds)];
  const argvInGuest = ["env", "-i", path, "LANG=C.UTF-8", "HOME=/root", ...wait, ...limit, ...argv];
  // A guest that is shutting down may have stopped the inner one.
  return run([...enter, "--", ...argvInGuest], { ...options, killAfter: (seconds + 10) * 1000 });
}
