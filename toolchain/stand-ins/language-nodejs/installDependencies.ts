// `pulumi install`: the program's npm packages.
import { spawn } from "node:child_process";
import { RuntimeOptionError, type RuntimeOptions } from "./runtimeOptions.ts";

/** Where a piece of the installer's output was written. */
export type OutputName = "stdout" | "stderr";

/**
 * Runs `npm install` in a directory and hands on its output as it comes. Rejects when npm fails or is missing, and
 * for another package manager.
 */
export async function installDependencies(
  directory: string,
  { packagemanager }: RuntimeOptions,
  onOutput: (name: OutputName, piece: Uint8Array) => void,
): Promise<void> {
  if (packagemanager !== "auto" && packagemanager !== "npm") {
    throw new RuntimeOptionError(
      `packagemanager option is "${packagemanager}", but this stand-in for pulumi-language-nodejs installs with npm only`,
    );
  }
  const say = (line: string) => onOutput("stdout", Buffer.from(line));
  say("Installing dependencies...\n\n");
  await runNpm(directory, onOutput);
  say("Finished installing dependencies\n\n");
}

function runNpm(directory: string, onOutput: (name: OutputName, piece: Uint8Array) => void): Promise<void> {
  const npm = spawn("npm", ["install", "--loglevel=error"], { cwd: directory, stdio: ["ignore", "pipe", "pipe"] });
  npm.stdout.on("data", (piece: Buffer) => onOutput("stdout", piece));
  npm.stderr.on("data", (piece: Buffer) => onOutput("stderr", piece));
  return new Promise((resolve, reject) => {
    npm.once("error", (error) => reject(new Error(`npm install can't be started: ${error.message}`)));
    npm.once("close", (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`npm install failed: exit status ${code ?? signal}`)),
    );
  });
}
