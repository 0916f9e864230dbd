// command:remote:CopyToRemote: a file, a text or a folder over SFTP, in place: no mode, no owner, no removal.
import { open, readdir, stat } from "node:fs/promises";
import { basename, join, posix } from "node:path";
import type { Connection } from "../../../host/connection.ts";
import { equal, isArchive, isAsset, type Properties, reveal } from "../wire.ts";
import type { Failure } from "./check.ts";
import { dialFor } from "./remoteCommand.ts";
import { RemoteFiles } from "./remoteFiles.ts";
import type { Task } from "./task.ts";

/** What the schema can't say about a source. */
export function sourceFailures({ source }: Properties): Failure[] {
  const bare = reveal(source ?? null);
  if (isAsset(bare) && typeof bare.path !== "string" && typeof bare.text !== "string") {
    return [{ property: "asset", reason: "asset must be a path-based file asset or a text asset" }];
  }
  if (isArchive(bare) && typeof bare.path !== "string") {
    return [{ property: "archive", reason: "archive must be a path to a file or directory" }];
  }
  return [];
}

/** Copies when content or destination are not those of `state`; a changed host alone copies nothing, as officially. */
export function needsCopy(state: Properties, news: Properties): boolean {
  const [before, after] = [reveal(state) as Properties, reveal(news) as Properties];
  return !equal(before.source, after.source) || before.remotePath !== after.remotePath;
}

/** Copies with inputs that hold no marks any more. */
export async function copyToRemote(inputs: Properties, task: Task): Promise<void> {
  const source = inputs.source as { text?: string; path?: string };
  const destination = inputs.remotePath as string;
  const session = await dialFor(inputs.connection as unknown as Connection, task);
  try {
    const remote = await RemoteFiles.open(session.client);
    // An empty text leaves its key out.
    if (source.path === undefined || source.path === "") await copyText(remote, source.text ?? "", destination);
    else if ((await stat(source.path)).isDirectory()) await copyFolder(remote, source.path, destination);
    else await copyFile(remote, source.path, destination);
  } finally {
    session.close();
  }
}

async function copyText(remote: RemoteFiles, text: string, destination: string): Promise<void> {
  if ((await remote.kind(destination)) === "folder") {
    throw new Error(
      `remote path ${destination} is a directory; when using a text asset, remotePath must be a file path`,
    );
  }
  await remote.makeFolders(posix.dirname(destination));
  await remote.write(destination, [Buffer.from(text)]);
}

async function copyFile(remote: RemoteFiles, source: string, destination: string): Promise<void> {
  const kind = await remote.kind(destination);
  if (kind === "nothing") await remote.makeFolders(posix.dirname(destination));
  await send(remote, source, kind === "folder" ? posix.join(destination, basename(source)) : destination);
}

/** `folder` goes into the destination, `folder/` becomes it. */
async function copyFolder(remote: RemoteFiles, source: string, destination: string): Promise<void> {
  await remote.makeFolders(destination);
  const target = source.endsWith("/") ? destination : posix.join(destination, basename(source));
  await copyContents(remote, source, target);
}

async function copyContents(remote: RemoteFiles, source: string, target: string): Promise<void> {
  const kind = await remote.kind(target);
  if (kind === "file") throw new Error(`remote path ${target} exists but is not a directory`);
  if (kind === "nothing") await remote.makeFolders(target);
  for (const entry of await readdir(source, { withFileTypes: true })) {
    const [from, to] = [join(source, entry.name), posix.join(target, entry.name)];
    if (entry.isDirectory()) await copyContents(remote, from, to);
    else await send(remote, from, to);
  }
}

async function send(remote: RemoteFiles, source: string, destination: string): Promise<void> {
  const file = await open(source);
  try {
    await remote.write(destination, file.createReadStream({ highWaterMark: 256 * 1024, autoClose: false }));
  } finally {
    await file.close();
  }
}
