// What everything else stands on: the packages of the lockfile, and a Node.js that is new enough.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "./lock.mjs";
import { fingerprint, local, root } from "./paths.mjs";
import { runLogged, SetupError, step } from "./step.mjs";

/** The oldest Node.js that is supported, and the one that is brought where the machine's is older. */
const oldestNode = 22;
const broughtNode = "24.21.0";

const stamp = join(root, "node_modules", ".service-unit-lockfile");
const lockfile = () => fingerprint(readFileSync(join(root, "package-lock.json")));

/** Where npm is: npm itself says so when it runs us; on Windows a shell would be needed otherwise. */
function npm() {
  const script = process.env.npm_execpath;
  return script?.endsWith(".js") ? { command: process.execPath, first: [script] } : { command: "npm", first: [] };
}

/**
 * @param {string[]} args
 * @param {string} log
 * @param {string} advice
 */
function runNpm(args, log, advice) {
  const { command, first } = npm();
  return runLogged(command, [...first, ...args], { cwd: root, log: join(local, "logs", log), advice });
}

function packagesAreInstalled() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === lockfile();
}

async function installPackages() {
  // The stamp is written last and npm ci empties node_modules first: an interrupted run is done over.
  await step("install the packages of package-lock.json", () =>
    runNpm(
      ["ci", "--include=dev", "--no-audit", "--no-fund"],
      "npm-ci.log",
      "check that the npm registry is reachable, then run this again",
    ),
  );
  writeFileSync(stamp, lockfile());
}

const nodePackage = `node-${process.platform}-${process.arch}`;
const nodeFolder = join(local, `node-${broughtNode}`);
const nodeBinary = join(nodeFolder, "node_modules", nodePackage, "bin", "node");

const nodeIsRecent = () => Number.parseInt(process.versions.node, 10) >= oldestNode;

async function bringNode() {
  if (process.platform !== "linux" || !["x64", "arm64"].includes(process.arch)) {
    throw new SetupError(
      `Node.js ${process.versions.node} is too old: ${oldestNode} or newer is needed`,
      "install a current Node.js (https://nodejs.org), then run this again",
    );
  }
  const draft = `${nodeFolder}.draft`; // we hold the lock: what stands there was left by an interrupted run
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  await step(`bring Node.js ${broughtNode}, as ${process.versions.node} is too old`, () =>
    runNpm(
      ["install", "--prefix", draft, "--no-save", "--no-package-lock", `${nodePackage}@${broughtNode}`],
      "node.log",
      `install Node.js ${oldestNode} or newer yourself, or check that the npm registry is reachable`,
    ),
  );
  rmSync(nodeFolder, { recursive: true, force: true });
  renameSync(draft, nodeFolder);
}

/**
 * Makes packages and Node.js ready; does nothing, fast, where they are.
 * @returns {Promise<string>} The Node.js executable to go on with.
 */
export async function prepare() {
  const node = nodeIsRecent() ? process.execPath : nodeBinary;
  const ready = () => packagesAreInstalled() && existsSync(node);
  if (ready()) return node;
  await withLock(
    join(local, "prepare.lock"),
    async () => {
      if (!existsSync(node)) await bringNode();
      if (!packagesAreInstalled()) await installPackages();
    },
    () => process.stderr.write("  another set-up of this checkout is at work: waiting for it\n"),
  );
  return node;
}
