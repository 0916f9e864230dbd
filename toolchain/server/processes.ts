import { readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { serverFiles } from "./record.ts";

/**
 * A process of a server.
 * - keeper: the outermost; its death takes all others along (they live in its PID namespace).
 * - supervisor: boots the guest, and boots it again when it asks for a reboot.
 * - nspawn: systemd-nspawn.
 * - init: the guest's PID 1.
 * - guest: any other one inside.
 */
export interface ServerProcess {
  pid: number;
  role: "keeper" | "supervisor" | "nspawn" | "init" | "guest";
  /** Ticks after the boot of this machine; with `pid`, one process and no later one. */
  startTime: string;
}

/** The word on the command lines of a server's processes that only they have. */
export function diskOption(folder: string): string {
  return `--directory=${serverFiles.disk(folder)}`;
}

/**
 * The living processes of the server in that folder. There is no PID file that could be out of date: a
 * process is the server's when its command line says so, or when its root directory is the server's disk.
 */
export function findProcesses(folder: string): ServerProcess[] {
  const disk = statSync(serverFiles.disk(folder), { throwIfNoEntry: false });
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => look(Number(entry), diskOption(folder), disk) ?? []);
}

function look(pid: number, option: string, disk: Stats | undefined): ServerProcess | undefined {
  try {
    const role = roleByCommandLine(pid, option) ?? roleByRoot(pid, disk);
    return role === undefined ? undefined : { pid, role, startTime: startTimeOf(pid) };
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

function roleByCommandLine(pid: number, option: string): ServerProcess["role"] | undefined {
  const argv = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  if (!argv.includes(option) || statSync(`/proc/${pid}`).uid !== process.getuid?.()) return undefined;
  const program = basename(argv[0] ?? "");
  if (program === "systemd-nspawn") return "nspawn";
  if (program === "unshare") return "keeper";
  return basename(argv[1] ?? "") === "supervise.sh" ? "supervisor" : undefined;
}

function roleByRoot(pid: number, disk: Stats | undefined): ServerProcess["role"] | undefined {
  if (disk === undefined) return undefined;
  const root = statSync(`/proc/${pid}/root/`);
  if (root.ino !== disk.ino || root.dev !== disk.dev) return undefined;
  const pids = /^NSpid:\s*(.+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]?.split(/\s+/) ?? [];
  return pids.length > 1 && pids.at(-1) === "1" ? "init" : "guest";
}

/** The fields of /proc/PID/stat from the third on; the second may hold blanks and brackets itself. */
function statOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function startTimeOf(pid: number): string {
  const startTime = statOf(pid)[19];
  if (startTime === undefined) throw new Error(`/proc/${pid}/stat has no start time`);
  return startTime;
}

/** Whether the process has ended to its last step, so that its files are closed and its locks free. */
function hasEnded({ pid, startTime }: ServerProcess): boolean {
  try {
    const fields = statOf(pid);
    return fields[19] !== startTime || fields[0] === "Z" || fields[0] === "X";
  } catch (error) {
    if (isGone(error)) return true;
    throw error;
  }
}

function isGone(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === "ENOENT" || code === "ESRCH" || code === "EACCES";
}

/** Sends the signal to just that process, never to another one that got its number since. */
export function signalProcess(target: ServerProcess, signal: NodeJS.Signals): void {
  try {
    if (startTimeOf(target.pid) === target.startTime) process.kill(target.pid, signal);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/** Waits until the server has no process any more; false when it still has one after `milliseconds`. */
export async function waitUntilGone(folder: string, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  const seen = new Map<number, ServerProcess>();
  for (;;) {
    // A process that is about to end has no command line any more, but still its files: so remember all.
    const found = findProcesses(folder);
    for (const one of found) seen.set(one.pid, one);
    if (found.length === 0 && [...seen.values()].every(hasEnded)) return true;
    if (Date.now() > end) return false;
    await sleep(20);
  }
}

/** Kills all processes of the server at once, like a power cut, and waits until none is left. */
export async function killProcesses(folder: string): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const found = findProcesses(folder);
    if (found.length === 0) return;
    // The supervisor first: it must not boot again what dies next.
    const outer = found.filter(({ role }) => role === "keeper" || role === "supervisor");
    const gone = waitUntilGone(folder, 500);
    for (const target of outer.length > 0 ? outer : found) signalProcess(target, "SIGKILL");
    if (await gone) return;
  }
  const rest = findProcesses(folder).map(({ pid, role }) => `${role} ${pid}`);
  throw new Error(`these processes of ${folder} don't die: ${rest.join(", ")}`);
}
