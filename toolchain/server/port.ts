import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { withLock } from "../lock.mjs";
import { cacheDir } from "../paths.mjs";
import { defaultServer } from "./record.ts";

/** The first port that is tried; the default server comes first, so that its address is the same everywhere. */
const firstPort = 2222;

/** Which server of which checkout has which port, stopped ones too: a port stays the server's own. */
const book = join(cacheDir, "ports.json");

export interface PortWish {
  name: string;
  folder: string;
  /** The one it has had so far; given up when a stranger listens there by now. */
  current?: number | undefined;
  /** The one it must have. */
  wanted?: number | undefined;
}

/** Gives a server its port: the wanted one, else the current one, else the next free one. Throws when the wanted one is taken. */
export function takePort({ name, folder, current, wanted }: PortWish): Promise<number> {
  return withLock(`${book}.lock`, async () => {
    const taken = readBook();
    for (const [port, owner] of taken) if (owner === folder) taken.delete(port);
    const free = async (port: number): Promise<boolean> => !taken.has(port) && (await canListen(port));
    const port = wanted ?? (current !== undefined && (await free(current)) ? current : await nextFree(name, free));
    if (!(await free(port))) throw new Error(`port ${port} is taken; choose another one for the server`);
    taken.set(port, folder);
    mkdirSync(cacheDir, { recursive: true, mode: 0o700 });
    writeFileSync(`${book}.new`, `${JSON.stringify(Object.fromEntries(taken), undefined, 2)}\n`, { mode: 0o600 });
    renameSync(`${book}.new`, book);
    return port;
  });
}

async function nextFree(name: string, free: (port: number) => Promise<boolean>): Promise<number> {
  for (let port = name === defaultServer ? firstPort : firstPort + 1; port < firstPort + 1000; port++)
    if (await free(port)) return port;
  throw new Error(`no port from ${firstPort} to ${firstPort + 999} is free on 127.0.0.1`);
}

/** The ports of all servers whose folder is still there. */
function readBook(): Map<number, string> {
  if (!existsSync(book)) return new Map();
  const entries = Object.entries(JSON.parse(readFileSync(book, "utf8")) as Record<string, string>);
  return new Map(entries.filter(([, folder]) => existsSync(folder)).map(([port, folder]) => [Number(port), folder]));
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}
