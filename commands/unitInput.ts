import { type FileHandle, open } from "node:fs/promises";
import { resolve } from "node:path";
import type { Readable } from "node:stream";
import { safeText } from "../systemd/lint/safeText.ts";
import { type NamedUnit, namedUnit } from "../systemd/lint/unitKind.ts";
import { CallError, type Outcome } from "./unitOutcome.ts";

/** A unit file as it was given. */
export interface UnitInput {
  /** As the user called it; standard input is `-`. */
  readonly label: string;
  /** What its name says; undefined for a name that is none of a unit. */
  readonly named: NamedUnit | undefined;
  readonly content: Uint8Array;
}

/** A file that can't be read. The message is the end of a sentence about it. */
export class InputError extends Error {
  override name = "InputError";
}

// Units have some kilobytes, and systemd reads no line of a megabyte. What is much larger is another file, or a device that
// never ends.
const mostBytes = 2 * 1024 * 1024;

/**
 * Reads a file, or with `-` standard input, which then counts as named `stdinName`.
 * @throws InputError when it can't be read, or is far too large for a unit file.
 */
export async function readInput(label: string, stdinName = stdinNameOf(undefined)): Promise<UnitInput> {
  if (label === "-") return { label, named: namedUnit(stdinName), content: await readAll(process.stdin) };
  const content = await readFile(pathOf(label));
  return { label, named: namedUnit(pathOf(label)), content };
}

/** The path of a file. npm runs scripts in the package's folder, and says where the user was. */
export function pathOf(label: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env;
  return script === "unit" && folder ? resolve(folder, label) : resolve(label);
}

/** What to say about a file that can't be read or written; any other error is thrown again. */
export function inputOutcome(label: string, error: unknown): Outcome {
  if (!(error instanceof InputError)) throw error;
  return { out: "", err: `${safeText(label)}: ${error.message}\n`, code: 2 };
}

/** The second time it would be empty. */
export function refuseStdinTwice(labels: readonly string[]): void {
  if (labels.filter((label) => label === "-").length > 1)
    throw new CallError("standard input (-) can be read only once");
}

/** What standard input counts as. */
export function stdinNameOf(name: string | undefined): string {
  if (name === undefined) return "stdin.service";
  if (namedUnit(name)) return name;
  throw new CallError(`--name: expected the name of a unit like "echo.timer", received ${JSON.stringify(name)}`);
}

async function readFile(path: string): Promise<Uint8Array> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    if ((await file.stat()).isDirectory()) throw new InputError("is a folder, not a file");
    return await readAll(file.createReadStream({ autoClose: false }));
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(reason(error));
  } finally {
    await file?.close();
  }
}

async function readAll(stream: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > mostBytes)
      throw new InputError(`is larger than ${mostBytes / 1024 / 1024} MiB, far too large for a unit file`);
  }
  return Buffer.concat(chunks);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "does not exist",
  ENOTDIR: "does not exist: a part of its path is no folder",
  EACCES: "may not be read: permission denied",
  EPERM: "may not be read: permission denied",
  ELOOP: "is a symbolic link that leads in a circle",
  ENAMETOOLONG: "has too long a name",
  ENXIO: "can't be opened: it is a socket or a device",
};

/** Why a file can't be read or written, as the end of a sentence. */
export function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && reasons[code]) || `can't be read or written: ${message}`;
}
