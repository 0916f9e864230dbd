// `npm start`, `npm test` and their siblings: works straight after `git clone`, before any package is installed.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { prepare } from "./prepare.mjs";
import { reportAndExit, SetupError } from "./step.mjs";

/** Refuses before anything is changed where no throwaway server can be had. */
function refuseWithoutServer() {
  const lacks =
    process.platform !== "linux"
      ? `this is ${process.platform}, not Linux`
      : process.getuid?.() !== 0 && "you are not root";
  if (!lacks) return;
  throw new SetupError(
    `\`npm start\` boots a throwaway Debian server with systemd-nspawn, and that needs Linux and root: ${lacks}. Nothing was changed.`,
    "use a server of your own instead: the README says how in five steps (key, host key, stack file, preview, up);\n" +
      "       or run this as root on a Linux machine or in a virtual one",
  );
}

/** @type {Readonly<Record<string, string>>} */
const commands = {
  start: "start.ts",
  test: "test.ts",
  check: "check.ts",
  doctor: "doctor.ts",
  server: "server/main.ts",
};

/**
 * @param {string} node
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<number>} The exit code.
 */
function hand(node, command, args) {
  // A terminal sends Ctrl-C to all of us: the command decides what it means, and we wait for it.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
  const child = spawn(node, ["--import", "tsx", join(root, "toolchain", command), ...args], {
    stdio: "inherit",
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(signal ? 130 : (code ?? 1)));
  });
}

const [command = "start", ...args] = process.argv.slice(2);
try {
  const file = commands[command];
  if (!file) throw new SetupError(`there is no command "${command}"`, `one of: ${Object.keys(commands).join(", ")}`);
  if (command === "start") refuseWithoutServer();
  process.exitCode = await hand(await prepare(), file, args);
} catch (error) {
  reportAndExit(error);
}
