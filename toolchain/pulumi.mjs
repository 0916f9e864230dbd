#!/usr/bin/env node
// `npx pulumi …` in this project, in any of its folders: the pinned engine with this project's home, state and
// passphrase. npx prefers it to any other program of that name, as package.json names it under "bin".
import { spawn } from "node:child_process";
import { join } from "node:path";
import { engineBinary, engineEnvironment } from "./environment.mjs";
import { root } from "./paths.mjs";
import { prepare } from "./prepare.mjs";
import { currentSetup } from "./setupRecord.mjs";
import { reportAndExit } from "./step.mjs";

/** @param {string} node */
async function setUp(node) {
  if (currentSetup()) return;
  const child = spawn(node, ["--import", "tsx", join(root, "toolchain", "setup.ts")], { cwd: root, stdio: "inherit" });
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (status) => resolve(status ?? 1));
  });
  if (code !== 0) process.exit(code);
}

try {
  const node = await prepare();
  await setUp(node);
  const args = process.argv.slice(2);
  const env = engineEnvironment(node);
  // A login chooses the backend: our default would only draw a warning that it conflicts.
  if (args[0] === "login" && !process.env.PULUMI_BACKEND_URL) delete env.PULUMI_BACKEND_URL;
  const engine = spawn(engineBinary, args, { stdio: "inherit", env });
  // Ctrl-C reaches the engine from the terminal by itself: we only stay until it has ended the update. A signal that
  // was sent to us alone is passed on.
  process.on("SIGINT", () => {});
  for (const signal of /** @type {const} */ (["SIGTERM", "SIGHUP"])) process.on(signal, () => engine.kill(signal));
  engine.on("error", reportAndExit);
  engine.on("exit", (code, signal) => {
    process.exitCode = signal ? 1 : (code ?? 1);
  });
} catch (error) {
  reportAndExit(error);
}
