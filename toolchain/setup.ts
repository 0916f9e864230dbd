// Makes the engine, its two plugins, the state backend and the passphrase ready. Fast where they are.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundledLanguageHost, ensureEngine } from "./engine.ts";
import { engineEnvironment } from "./environment.mjs";
import { withLock } from "./lock.mjs";
import { commandVersion, engineVersion, local, passphraseFile, pulumiHome, root, stateDir } from "./paths.mjs";
import {
  currentSetup,
  recordFile,
  type SetupRecord,
  setupBasis,
  standIn,
  usersCommandProvider,
} from "./setupRecord.mjs";
import { bundleStandIns } from "./stand-ins/bundle.ts";
import { reportAndExit, step } from "./step.mjs";

const pluginFolder = (kind: string, version: string) => join(pulumiHome, "plugins", `${kind}-v${version}`);

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
  if (engineEnvironment(process.execPath).PULUMI_CONFIG_PASSPHRASE_FILE === passphraseFile) {
    rmSync(join(root, "stacks", "Pulumi.local.yaml"), { force: true });
  }
  writeFileSync(passphraseFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
  process.stderr.write(
    `  made a passphrase for the secrets of your stacks: ${passphraseFile}\n` +
      "  (only you can read it, git ignores it: keep a copy, without it the secrets of a stack can't be read)\n",
  );
}

async function make(): Promise<SetupRecord> {
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  mkdirSync(pulumiHome, { recursive: true, mode: 0o700 });
  ensurePassphrase();
  const engine = await ensureEngine();
  const plugins = await step("make the engine's plugins ready", ensurePlugins);
  const record: SetupRecord = { engine, ...plugins, basis: setupBasis() };
  writeFileSync(`${recordFile}.draft`, `${JSON.stringify(record, undefined, 2)}\n`);
  renameSync(`${recordFile}.draft`, recordFile);
  return record;
}

/** Makes all ready, and says what is in use. */
export async function setUp(): Promise<SetupRecord> {
  const waiting = () => process.stderr.write("  another set-up of this checkout is at work: waiting for it\n");
  return currentSetup() ?? withLock(join(local, "set-up.lock"), async () => currentSetup() ?? make(), waiting);
}

if (process.argv[1] === import.meta.filename) await setUp().catch(reportAndExit);
