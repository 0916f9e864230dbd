// Makes the engine, its two plugins, the state backend and the passphrase ready. Fast where they are.
import { randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { bundledLanguageHost, type EngineOrigin, ensureEngine, userHomes } from "./engine.ts";
import { engineBinary } from "./environment.mjs";
import { withLock } from "./lock.mjs";
import {
  commandVersion,
  engineVersion,
  fingerprint,
  local,
  passphraseFile,
  pulumiHome,
  root,
  stateDir,
} from "./paths.mjs";
import { bundleStandIns, standInSources } from "./stand-ins/bundle.ts";
import { reportAndExit, step } from "./step.mjs";

/** What the set-up found or made, kept beside it for the next run and for `npm run doctor`. */
export interface SetupRecord {
  readonly engine: EngineOrigin;
  readonly languageHost: string;
  readonly commandProvider: string;
  /** Changes when something that the set-up was made from changes. */
  readonly basis: string;
}

const recordFile = join(pulumiHome, "set-up.json");
const pluginFolder = (kind: string, version: string) => join(pulumiHome, "plugins", `${kind}-v${version}`);

/** The words that a record uses for a plugin of ours. */
export const standIn = "stand-in of this project";

export function readSetupRecord(): SetupRecord | undefined {
  return existsSync(recordFile) ? (JSON.parse(readFileSync(recordFile, "utf8")) as SetupRecord) : undefined;
}

function basis(): string {
  const engine = ["go.mod", "go.sum"].map((name) => readFileSync(join(root, "toolchain", "engine", name)));
  const own = existsSync(engineBinary) ? statSync(engineBinary) : undefined;
  return fingerprint(engineVersion, commandVersion, ...engine, ...standInSources(), `${own?.size} ${own?.mtimeMs}`);
}

/** The official command provider in one of the user's homes. */
function usersCommandProvider(): string | undefined {
  const folders = userHomes().map((home) => join(home, "plugins", `resource-command-v${commandVersion}`));
  return folders.find((folder) => existsSync(join(folder, "pulumi-resource-command")));
}

/** The engine wants a real folder in its plugin cache; the files in it may be links. */
function linkPlugin(from: string): void {
  const to = pluginFolder("resource-command", commandVersion);
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) symlinkSync(join(from, name), join(to, name));
}

async function ensurePlugins(): Promise<Pick<SetupRecord, "languageHost" | "commandProvider">> {
  const host = bundledLanguageHost();
  const provider = usersCommandProvider();
  if (host) rmSync(pluginFolder("language-nodejs", engineVersion), { recursive: true, force: true });
  if (provider) linkPlugin(provider);
  await bundleStandIns(pulumiHome, { languageHost: !host, commandProvider: !provider });
  return { languageHost: host ?? standIn, commandProvider: provider ?? standIn };
}

function ensurePassphrase(): void {
  if (existsSync(passphraseFile)) return;
  // Where .local was removed, the throwaway server's config of then was encrypted with a passphrase that is lost.
  if (!process.env.PULUMI_CONFIG_PASSPHRASE && !process.env.PULUMI_CONFIG_PASSPHRASE_FILE) {
    rmSync(join(root, "stacks", "Pulumi.local.yaml"), { force: true });
  }
  writeFileSync(passphraseFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
  process.stderr.write(
    `  made a passphrase for the secrets of your stacks: ${passphraseFile}\n` +
      "  (only you can read it, git ignores it: keep a copy, without it the secrets of a stack can't be read)\n",
  );
}

/** Makes all ready, and says what is in use. */
export async function setUp(): Promise<SetupRecord> {
  const current = readSetupRecord();
  if (current?.basis === basis() && existsSync(engineBinary) && existsSync(passphraseFile)) return current;
  return withLock(join(local, "set-up.lock"), async () => {
    mkdirSync(stateDir, { recursive: true, mode: 0o700 });
    mkdirSync(pulumiHome, { recursive: true, mode: 0o700 });
    ensurePassphrase();
    const engine = await ensureEngine();
    const plugins = await step("make the engine's plugins ready", ensurePlugins);
    const record: SetupRecord = { engine, ...plugins, basis: basis() };
    writeFileSync(recordFile, `${JSON.stringify(record, undefined, 2)}\n`);
    return record;
  });
}

if (process.argv[1] === import.meta.filename) await setUp().catch(reportAndExit);
