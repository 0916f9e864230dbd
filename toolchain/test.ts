// `npm test [PATH…]`: makes ready what the tests stand on, and runs them; the last line counts them.
import { spawn } from "node:child_process";
import { existsSync, globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { local, root } from "./paths.mjs";
import { ensurePackages } from "./server/packages.ts";
import { whyNoServer } from "./serverSupport.mjs";
import { setUp } from "./setup.ts";
import { reportAndExit, SetupError } from "./step.mjs";

/** Files run side by side: most of the system tests' time is waiting for servers and bots. */
const sideBySide = 3;

/** The slow ones first, so that none of them is left alone at the end. */
function testFiles(parts: readonly string[]): string[] {
  const all = globSync("test/**/*.test.ts", { cwd: root }).sort();
  const wanted = parts.length > 0 ? all.filter((file) => parts.some((part) => file.includes(part))) : all;
  const isSlow = (file: string) => /^test\/(system|conformance)\//.test(file);
  return [...wanted.filter(isSlow), ...wanted.filter((file) => !isSlow(file))];
}

async function test(parts: readonly string[]): Promise<number> {
  await setUp();
  // Many tests ask systemd's own programs, and would skip where these are not: also when no test needs a server.
  if (!whyNoServer()) await ensurePackages(console.error);
  const tally = join(local, "tally");
  rmSync(tally, { force: true });
  const reporters = ["--test-reporter=spec", "--test-reporter-destination=stdout"];
  reporters.push(`--test-reporter=${join(root, "test", "tally.mjs")}`, `--test-reporter-destination=${tally}`);
  const files = testFiles(parts);
  if (files.length === 0) {
    throw new SetupError(
      `no test file's path contains ${parts.join(" or ")}`,
      "for example: npm test -- systemd stacks",
    );
  }
  const args = ["--import", "tsx", "--test", `--test-concurrency=${sideBySide}`, ...reporters, ...files];
  const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit" });
  const code = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (status) => resolve(status ?? 1));
  });
  if (!existsSync(tally)) throw new SetupError("the run was cut off before it could count", "run it again");
  process.stdout.write(`\n${readFileSync(tally, "utf8")}`);
  return code;
}

process.exitCode = await test(process.argv.slice(2)).catch(reportAndExit);
