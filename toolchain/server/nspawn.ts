import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fingerprint } from "../paths.mjs";
import { diskOption, findProcesses, killProcesses, signalProcess, waitUntilGone } from "./processes.ts";
import { serverFiles } from "./record.ts";

/** How long a guest may take to shut down in good order, in milliseconds. */
const shutdownTime = 20_000;

/** The script that mounts, boots and boots again. */
export const supervise = fileURLToPath(new URL("supervise.sh", import.meta.url));

/** The name of the server's control group; the same server of another checkout has another one. */
export function groupName(folder: string): string {
  return `service-unit-${fingerprint(folder)}`;
}

/** A guest that is coming up. */
export interface Boot {
  /** Whether it is still there: a guest that couldn't be booted ends. */
  alive: () => boolean;
}

/** Boots the guest, detached: it outlives this process. Returns before it is up; its console goes to a file. */
export function bootGuest(name: string, folder: string, lower: string): Promise<Boot> {
  const log = openSync(serverFiles.console(folder), "a", 0o600);
  const [program = "", ...args] = bootCommand(name, folder, lower);
  const child = spawn(program, args, { detached: true, stdio: ["ignore", log, log], cwd: folder });
  child.unref();
  closeSync(log);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("spawn", () => resolve({ alive: () => child.exitCode === null && child.signalCode === null }));
  });
}

function bootCommand(name: string, folder: string, lower: string): string[] {
  const group = groupName(folder);
  // Under systemd a scope: the guest gets a control group of its own and outlives the login session.
  const scope = ["systemd-run", "--scope", "--quiet", "--collect", `--unit=${group}`, "--property=Delegate=yes", "--"];
  // In a PID namespace of its own the guest can't outlive its keeper: a killed nspawn alone would leave it running.
  const keeper = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"];
  const nspawn = [
    "systemd-nspawn",
    "--quiet",
    "--boot",
    diskOption(folder),
    `--machine=${name}`,
    // Not known to machined: it may not run, and another checkout may have a server of that name.
    "--register=no",
    "--keep-unit",
    "--settings=no",
    "--link-journal=no",
    "--timezone=off",
    "--resolv-conf=replace-host",
    "--console=read-only",
  ];
  return [...(existsSync("/run/systemd/system") ? scope : []), ...keeper, "sh", supervise, group, lower, ...nspawn];
}

/** Shuts the guest down in good order; what is still there after 20 s is killed. */
export async function shutDown(folder: string): Promise<void> {
  const supervisor = findProcesses(folder).find(({ role }) => role === "supervisor");
  if (supervisor !== undefined) {
    signalProcess(supervisor, "SIGTERM");
    await waitUntilGone(folder, shutdownTime);
  }
  await killProcesses(folder);
}
