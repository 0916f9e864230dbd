// Where this project keeps what it makes on a machine. Plain JavaScript, because the set-up reads it
// before any dependency is installed.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's own folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** All that belongs to this checkout alone; git ignores it. */
export const local = join(root, ".local");

/** The private PULUMI_HOME: engine, plugins, the selected stack. Never the user's own. */
export const pulumiHome = join(local, "pulumi");

/** The default state backend. */
export const stateDir = join(local, "state");

/** The passphrase that encrypts the secrets of the default backend's stacks (mode 0600). */
export const passphraseFile = join(local, "passphrase");

/** One folder a throwaway server. */
export const serversDir = join(local, "servers");

/** What is slow to make and good for every checkout of this user: the built engine, the root file system. */
export const cacheDir = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "service-unit");

/**
 * A short name for content: the same bytes give the same name.
 * @param {(string | Uint8Array)[]} parts
 */
export function fingerprint(...parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("hex").slice(0, 16);
}

/** @param {string} file */
const json = (file) => JSON.parse(readFileSync(join(root, file), "utf8"));
const manifest = json("package.json");

/** The engine's version: the SDK's and the launcher's too. */
export const engineVersion = manifest.dependencies["@pulumi/pulumi"];

/** The command provider's version. */
export const commandVersion = manifest.dependencies["@pulumi/command"];
