import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serversDir } from "../paths.mjs";

/** The name of the server that `npm start` uses. */
export const defaultServer = "local";

/** A throwaway server: how to reach it, and where it lives on this machine. */
export interface Server {
  name: string;
  host: "127.0.0.1";
  port: number;
  /** Logs in by the key; sudo without a password. */
  user: "deploy";
  /** As in known_hosts: "ssh-ed25519 AAAA…". */
  hostKey: string;
  privateKeyFile: string;
  /** The content of `privateKeyFile`. */
  privateKey: string;
  /** All that the server is made of: its disk, its keys, its console log. */
  folder: string;
}

/** What the server's folder says about it; it is written last, so a folder without it is half-made. */
export interface ServerRecord {
  port: number;
  hostKey: string;
  /** The folder that its /usr is laid over. @default none: its disk has a whole copy */
  lower?: string;
}

/** The files of a server's folder. */
export const serverFiles = {
  /** The guest's file system; see makeDisk for its /usr. */
  disk: (folder: string): string => join(folder, "disk"),
  /** What the server has changed in /usr, and the kernel's own work folder for that. */
  usrUpper: (folder: string): string => join(folder, "usr.upper"),
  usrWork: (folder: string): string => join(folder, "usr.work"),
  record: (folder: string): string => join(folder, "server.json"),
  key: (folder: string): string => join(folder, "id_ed25519"),
  knownHosts: (folder: string): string => join(folder, "known_hosts"),
  console: (folder: string): string => join(folder, "console.log"),
};

const namePattern = /^[a-z][a-z0-9-]{0,29}$/;

/** The folder of the server with that name, made or not. Throws when the name can't be a host name. */
export function serverFolder(name: string): string {
  if (!namePattern.test(name)) {
    throw new Error(
      `"${name}" can't be a server's name: up to 30 of a to z, 0 to 9 and "-", and a letter first, like "local"`,
    );
  }
  return join(serversDir, name);
}

/** The file to lock while the server with that name is made, started, stopped or removed. */
export function serverLock(name: string): string {
  return join(serversDir, ".locks", name);
}

export function readServer(name: string): Server | undefined {
  const folder = serverFolder(name);
  const record = readRecord(folder);
  if (record === undefined) return undefined;
  const { port, hostKey } = record;
  const privateKeyFile = serverFiles.key(folder);
  const privateKey = readFileSync(privateKeyFile, "utf8");
  return { name, host: "127.0.0.1", port, user: "deploy", hostKey, privateKeyFile, privateKey, folder };
}

export function readRecord(folder: string): ServerRecord | undefined {
  const file = serverFiles.record(folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as ServerRecord) : undefined;
}

/** Writes down, in one step, where the server answers. */
export function writeRecord(folder: string, record: ServerRecord): void {
  const knownHosts = serverFiles.knownHosts(folder);
  writeFileSync(knownHosts, `[127.0.0.1]:${record.port} ${record.hostKey}\n`, { mode: 0o600 });
  const file = serverFiles.record(folder);
  writeFileSync(`${file}.new`, `${JSON.stringify(record, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The names of all servers that have a folder, half-made ones too, in order. */
export function serverNames(): string[] {
  if (!existsSync(serversDir)) return [];
  return readdirSync(serversDir)
    .filter((name) => namePattern.test(name))
    .sort();
}
