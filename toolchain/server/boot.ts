import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { setPort } from "./disk.ts";
import { guestInit, guestRun } from "./guest.ts";
import { waitForLogin } from "./login.ts";
import { bootGuest } from "./nspawn.ts";
import { takePort } from "./port.ts";
import { findProcesses, killProcesses } from "./processes.ts";
import { readRecord, readServer, type Server, serverFiles, serverFolder } from "./record.ts";

/** How long a boot may take until one can log in, in milliseconds; it takes 2 s on a machine that is not busy. */
const bootTime = 60_000;

/** Boots the server, which does not run, and waits until one can log in. */
export async function bootServer(name: string, onStep: (text: string) => void, wanted?: number): Promise<Server> {
  const made = readServer(name);
  const record = readRecord(serverFolder(name));
  if (made === undefined || record === undefined) throw new Error(`server "${name}" has lost its record`);
  const { folder } = made;
  const port = await takePort({ name, folder, wanted, current: made.port });
  if (port !== made.port) {
    onStep(`server "${name}" moves from port ${made.port} to ${port}`);
    setPort(folder, { ...record, port });
  }
  const server = { ...made, port };
  onStep(`booting server "${name}"`);
  const { alive } = await bootGuest(name, folder, record.lower ?? "");
  const reason = await waitForLogin(server, bootTime, alive);
  if (reason === undefined) return server;
  await killProcesses(folder);
  throw new Error(`server "${name}" did not boot: ${reason}${consoleTail(folder)}`);
}

function consoleTail(folder: string): string {
  const lines = readFileSync(serverFiles.console(folder), "utf8").trim().split("\n").slice(-8);
  return `\n${lines.join("\n")}\n(all of it: ${serverFiles.console(folder)})`;
}

/** Reboots the guest in good order, and waits until one can log in again. */
export async function rebootServer(server: Server): Promise<void> {
  const before = guestInit(server.folder);
  const asked = await guestRun(server, ["systemctl", "reboot"]);
  // 137: the reboot was quick enough to end the question too.
  if (asked.code !== 0 && asked.code !== 137)
    throw new Error(`server "${server.name}" refused to reboot: ${asked.stderr.trim()}`);
  const end = Date.now() + bootTime;
  const again = (): boolean => {
    const now = guestInit(server.folder);
    return now !== undefined && (now.pid !== before?.pid || now.startTime !== before.startTime);
  };
  while (!again() && Date.now() < end && findProcesses(server.folder).length > 0) await sleep(50);
  const reason = again()
    ? await waitForLogin(server, bootTime, () => findProcesses(server.folder).length > 0)
    : "it did not come back";
  if (reason !== undefined)
    throw new Error(`server "${server.name}" did not reboot: ${reason}${consoleTail(server.folder)}`);
}
