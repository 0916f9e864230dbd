// `npm start`, `npm test` and their siblings: works straight after `git clone`, before any package is installed.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { prepare } from "./prepare.mjs";
import { whyNoServer } from "./serverSupport.mjs";
import { reportAndExit, SetupError } from "./step.mjs";

/** Refuses before anything is changed where no throwaway server can be had. */
function refuseWithoutServer() {
  const lacks = whyNoServer();
  if (!lacks) return;
  throw new SetupError(
    `\`npm start\` works on a throwaway server, and that ${lacks}. Nothing was changed.`,
    "use a server of your own instead: the README says how in five steps (key, host key, stack file, preview, up);\n" +
      "       or run this as root on a Linux machine or in a virtual one",
  );
}

/**
 * The file of each command.
 * @type {Readonly<Record<string, string>>}
 */
const commands = {
  start: "toolchain/start.ts",
  test: "toolchain/test.ts",
  check: "toolchain/check.ts",
  doctor: "toolchain/doctor.ts",
  server: "toolchain/server/main.ts",
  unit: "commands/unit.ts",
  render: "commands/render.ts",
  generate: "toolchain/generate/generate.ts",
};

/**
 * @param {string} node
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<number>} The exit code.
 */
function hand(node, command, args) {
  // A terminal sends Ctrl-C to all of us: the command decides what it means, and we wait for it. Other signals are sent to
  // us alone, and passed on.
  process.on("SIGINT", () => {});
  const child = spawn(node, ["--import", "tsx", join(root, command), ...args], {
    stdio: "inherit",
  });
  for (const signal of /** @type {const} */ (["SIGTERM", "SIGHUP"])) process.on(signal, () => child.kill(signal));
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
