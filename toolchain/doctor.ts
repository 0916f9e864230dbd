// `npm run doctor`: what was found, from where, which versions, and what is a stand-in.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { engineBinary, engineEnvironment, loggedInBackend } from "./environment.mjs";
import { commandVersion, engineVersion, passphraseFile, pulumiHome, stateDir } from "./paths.mjs";
import { whyNoServer } from "./serverSupport.mjs";
import { currentSetup, readSetupRecord, standIn } from "./setupRecord.mjs";

const rows: [string, string][] = [];
const problems: string[] = [];
const add = (what: string, value: string) => rows.push([what, value]);

/** What a program says of its version: the first line with a number in it, wherever it prints that; undefined without one. */
function versionLine(program: string, ...args: string[]): string | undefined {
  const { stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
  return `${stdout ?? ""}\n${stderr ?? ""}`.split("\n").find((line) => /[0-9]/.test(line));
}

const npmVersion = (name: string) =>
  JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), "utf8")).version;

function describePlugin(origin: string, version: string): string {
  return origin === standIn
    ? `${version}, ${standIn} (the official one was not found)`
    : `${version}, official: ${origin}`;
}

function describeEngine(): void {
  const record = readSetupRecord();
  if (!record || !currentSetup()) {
    add("Pulumi CLI", record ? "set up from what is no longer so" : "not set up yet");
    problems.push("run `npm start`, `npm test` or `npx pulumi version`: each of them sets the engine up");
    return;
  }
  const version = versionLine(engineBinary, "version");
  add("Pulumi CLI", `${version ?? "does not run"}, ${record.engine}: ${realpathSync(engineBinary)}`);
  if (version !== `v${engineVersion}`)
    problems.push(`the CLI should be v${engineVersion}: remove ${pulumiHome} and run this project again`);
  add("language host nodejs", describePlugin(record.languageHost, engineVersion));
  add("provider command", describePlugin(record.commandProvider, commandVersion));
}

function describeState(): void {
  const env = engineEnvironment(process.execPath);
  add("PULUMI_HOME", pulumiHome);
  const chosenBy = process.env.PULUMI_BACKEND_URL ? "PULUMI_BACKEND_URL" : "default: local files";
  add("state backend", loggedInBackend() ?? `${env.PULUMI_BACKEND_URL ?? stateDir} (${chosenBy})`);
  const passphrase =
    env.PULUMI_CONFIG_PASSPHRASE_FILE === passphraseFile
      ? `${passphraseFile}${existsSync(passphraseFile) ? "" : " (not made yet)"}`
      : "from your environment";
  add("passphrase", passphrase);
}

function describeServerTools(): void {
  const lacks = whyNoServer();
  add("throwaway server", lacks ? `none here: it ${lacks}` : "can be had here");
  for (const program of ["systemd-nspawn", "mmdebstrap", "ssh", "shellcheck"]) {
    const flag = program === "ssh" ? "-V" : "--version";
    add(program, versionLine(program, flag) ?? "not installed (brought when needed)");
  }
}

add("Node.js", `${process.versions.node}: ${process.execPath}`);
for (const name of ["@pulumi/pulumi", "@pulumi/command", "zod", "yaml", "ssh2"]) add(name, npmVersion(name));
describeEngine();
describeState();
describeServerTools();

const width = Math.max(...rows.map(([what]) => what.length));
for (const [what, value] of rows) console.log(`${what.padEnd(width)}  ${value}`);
for (const problem of problems) console.log(`\nnext: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;
