// What a set-up was made from, so that anything that starts the engine sees at once whether it still holds. Plain
// JavaScript: `npx pulumi` looks before it loads anything else.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { engineBinary } from "./environment.mjs";
import { commandVersion, engineVersion, fingerprint, passphraseFile, pulumiHome, root } from "./paths.mjs";

/**
 * @typedef {object} SetupRecord What the set-up found or made.
 * @property {string} engine Where the engine came from.
 * @property {string} languageHost The official one's file, or the words of `standIn`.
 * @property {string} commandProvider The official one's folder, or the words of `standIn`.
 * @property {string} basis Changes when something that the set-up was made from changes.
 */

/** The words that a record uses for a plugin of ours. */
export const standIn = "stand-in of this project";

/** Written last: without it, a set-up was cut off. */
export const recordFile = join(pulumiHome, "set-up.json");

/** @returns {SetupRecord | undefined} */
export function readSetupRecord() {
  return existsSync(recordFile) ? JSON.parse(readFileSync(recordFile, "utf8")) : undefined;
}

/** The homes where an engine and plugins that the user installed may be. */
function userHomes() {
  const homes = [process.env.PULUMI_HOME, join(homedir(), ".pulumi")];
  return homes.filter((home) => home !== undefined && home !== pulumiHome).map(String);
}

/** Where the user's own engine may be, best first; most of these files don't exist. */
export function engineCandidates() {
  const folders = [
    ...userHomes().flatMap((home) => [join(home, "versions", engineVersion, "bin"), join(home, "bin")]),
    ...(process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== ""),
  ];
  return folders.map((folder) => join(folder, "pulumi"));
}

/** The official command provider in one of the user's homes, if any. */
export function usersCommandProvider() {
  const folders = userHomes().map((home) => join(home, "plugins", `resource-command-v${commandVersion}`));
  return folders.find((folder) => existsSync(join(folder, "pulumi-resource-command")));
}

/** @param {string} file */
function stamp(file) {
  try {
    const { size, mtimeMs } = statSync(file);
    return `${file} ${size} ${mtimeMs}`;
  } catch {
    return ""; // Not there, or not for us to see: then it is no engine for us either.
  }
}

/** The sources of the stand-ins, by their paths below the project's folder. */
export function standInFiles() {
  return ["toolchain/stand-ins", "host"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .sort()
      .map((name) => `${folder}/${name}`),
  );
}

/** All that the stand-ins are made from, names and contents; the lockfile stands for the libraries. */
export function standInSources() {
  return [...standInFiles(), "package-lock.json"].flatMap((file) => [file, readFileSync(join(root, file), "utf8")]);
}

/** A fingerprint of all that a set-up is made from, and of what it put in the engine's place. */
export function setupBasis() {
  const module = ["go.mod", "go.sum"].map((name) => readFileSync(join(root, "toolchain", "engine", name)));
  const users = [...engineCandidates(), usersCommandProvider() ?? ""].map(stamp).filter((found) => found !== "");
  return fingerprint(engineVersion, commandVersion, ...module, ...standInSources(), stamp(engineBinary), ...users);
}

/** @returns {SetupRecord | undefined} The record of a set-up that still holds. */
export function currentSetup() {
  const record = readSetupRecord();
  const whole = existsSync(engineBinary) && existsSync(passphraseFile);
  return whole && record?.basis === setupBasis() ? record : undefined;
}
