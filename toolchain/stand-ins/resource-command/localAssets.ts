// Files that a local command made, as assets or as one archive. Hashes are the engine's own, so that it sees no change where
// there is none.
import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { archive, asset, type Properties } from "../wire.ts";
import { selectPaths } from "./glob.ts";

/** Path below `dir` to file asset, for all that the rules take in. */
export async function collectAssets(dir: string, rules: readonly string[]): Promise<Properties> {
  const assets: Properties = {};
  for (const path of selectPaths(await filesBelow(dir), rules)) {
    const file = join(dir, path);
    const hash = createHash("sha256");
    await addContents(hash, file);
    assets[path] = asset(file, hash.digest("hex"));
  }
  return assets;
}

/** The same files as one archive; its hash is that of a tar of them. */
export async function collectArchive(dir: string, rules: readonly string[]): Promise<Properties> {
  const assets = await collectAssets(dir, rules);
  const hash = createHash("sha256");
  for (const path of Object.keys(assets).sort()) {
    const { size } = await stat(join(dir, path));
    hash.update(tarHeader(path, size));
    await addContents(hash, join(dir, path));
    hash.update(Buffer.alloc((512 - (size % 512)) % 512));
  }
  hash.update(Buffer.alloc(1024));
  return archive(assets, hash.digest("hex"));
}

async function filesBelow(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(dir, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

async function addContents(hash: Hash, file: string): Promise<void> {
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
}

/** A USTAR header of mode 0600 without owner and time. */
function tarHeader(path: string, size: number): Buffer {
  if (Buffer.byteLength(path) > 100) throw new Error(`${path}: too long a path for an archive`);
  const header = Buffer.alloc(512);
  const octal = (value: number, offset: number, length: number) =>
    header.write(`${value.toString(8).padStart(length - 1, "0")}\0`, offset, "latin1");
  header.write(path, 0, "utf8");
  octal(0o600, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(0, 136, 12);
  header.write("        0", 148, "latin1");
  header.write("ustar\x0000", 257, "latin1");
  octal(0, 329, 8);
  octal(0, 337, 8);
  octal(
    header.reduce((sum, byte) => sum + byte, 0),
    148,
    7,
  );
  return header;
}
