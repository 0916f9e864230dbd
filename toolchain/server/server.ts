import { existsSync, mkdirSync } from "node:fs";
import { withLock } from "../lock.mjs";
import { bootServer } from "./boot.ts";
import { makeDisk } from "./disk.ts";
import { removeGroup } from "./group.ts";
import { guestInit } from "./guest.ts";
import { waitForLogin } from "./login.ts";
import { groupName, shutDown } from "./nspawn.ts";
import { ensurePackages } from "./packages.ts";
import { takePort } from "./port.ts";
import { findProcesses, killProcesses } from "./processes.ts";
import { readRecord, readServer, type Server, serverFolder, serverLock, serverNames } from "./record.ts";
import { removeTree } from "./removeTree.ts";
import { ensureRootfs } from "./rootfs.ts";
import { requireSupport } from "./support.ts";

export { rebootServer } from "./boot.ts";
export { guestRun } from "./guest.ts";
export { defaultServer, type Server } from "./record.ts";
export { ServerUnsupportedError } from "./support.ts";

export interface StartOptions {
  /** Told what is being done, whenever that may take more than a moment. */
  onStep?: (text: string) => void;
  /** The port on 127.0.0.1. @default the one it has; else the next free one from 2222 on */
  port?: number;
}

/**
 * The server with that name, running: made, booted, or as it is. What an earlier run left half-made is cleared first.
 * Throws a ServerUnsupportedError, with nothing changed, where no guest can be booted.
 */
export async function startServer(name: string, options: StartOptions = {}): Promise<Server> {
  const folder = serverFolder(name);
  requireSupport();
  // A server is readable to its users, whatever the umask here; what is secret has a mode of its own.
  process.umask(0o022);
  const onStep = options.onStep ?? (() => {});
  await ensurePackages(onStep);
  const start = async (): Promise<Server> => {
    const running = await runningServer(name);
    if (running !== undefined && (options.port ?? running.port) === running.port) return running;
    await shutDown(folder);
    if (!isWhole(folder, onStep)) await make(name, folder, onStep, options.port);
    return bootServer(name, onStep, options.port);
  };
  return withLock(serverLock(name), start, () => onStep(`another run is at work on server "${name}"; waiting for it`));
}

/** How long one that runs already may take until it lets us in, in milliseconds: it may be booting just now. */
const patience = 5_000;

/** The server if it runs and lets one in. */
async function runningServer(name: string): Promise<Server | undefined> {
  const server = readServer(name);
  const alive = (): boolean => server !== undefined && findProcesses(server.folder).length > 0;
  if (server === undefined || !alive()) return undefined;
  return (await waitForLogin(server, patience, alive)) === undefined ? server : undefined;
}

function isWhole(folder: string, onStep: (text: string) => void): boolean {
  const record = readRecord(folder);
  if (record === undefined) return false;
  if (record.lower === undefined || existsSync(record.lower)) return true;
  onStep(`${record.lower}, which its disk was laid over, is gone: the server is made anew`);
  return false;
}

async function make(name: string, folder: string, onStep: (text: string) => void, port?: number): Promise<void> {
  await removeTree(folder);
  const rootfs = await ensureRootfs(onStep);
  onStep(`making server "${name}"`);
  // The folder comes first: a port is a server's own for as long as its folder is there.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await makeDisk(name, folder, await takePort({ name, folder, wanted: port }), rootfs);
}

/** The server with that name, running or not; undefined when none has been made. */
export function findServer(name: string): Server | undefined {
  return readServer(name);
}

/** All servers of this checkout, running or not. */
export function listServers(): Server[] {
  return serverNames().flatMap((name) => readServer(name) ?? []);
}

/** Whether its guest is there; it may still be booting. */
export function isRunning(server: Server): boolean {
  return guestInit(server.folder) !== undefined;
}

/** Shuts the server down in good order; its disk stays. Nothing happens when it doesn't run. */
export async function stopServer(name: string): Promise<void> {
  const folder = serverFolder(name);
  requireSupport();
  await withLock(serverLock(name), async () => {
    await shutDown(folder);
    await removeGroup(groupName(folder));
  });
}

/** Removes the server with all that belongs to it, whatever state it is in. Nothing happens when there is none. */
export async function removeServer(name: string): Promise<void> {
  const folder = serverFolder(name);
  requireSupport();
  await withLock(serverLock(name), async () => {
    await killProcesses(folder);
    await removeGroup(groupName(folder));
    await removeTree(folder);
  });
}

/** Cuts the power: all its processes are killed at once. `startServer` boots it again, with its disk kept. */
export async function powerOff(server: Server): Promise<void> {
  await killProcesses(server.folder);
}
