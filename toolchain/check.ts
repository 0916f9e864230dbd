// `npm run check`: types, lint and format, and the shell scripts by shellcheck. All of them run; any finding fails it.
import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { ensurePackages } from "./server/packages.ts";
import { reportAndExit, SetupError } from "./step.mjs";

const tool = (name: string) => join(root, "node_modules", ".bin", name);

function shellScripts(): string[] {
  const tracked = ["ls-files", "--cached", "--others", "--exclude-standard", "*.sh", ".ci/run"];
  return execFileSync("git", tracked, { cwd: root, encoding: "utf8" }).trim().split("\n");
}

async function check(): Promise<number> {
  await ensurePackages(console.log, [{ package: "shellcheck", program: "shellcheck" }], "npm run check").catch(
    (error) => {
      throw new SetupError(error.message, "then run this again");
    },
  );
  const checks: [string, string, string[]][] = [
    ["types", tool("tsc"), []],
    [
      "lint and format",
      tool("biome"),
      ["ci", "--error-on-warnings", ...(process.stdout.isTTY ? [] : ["--colors=off"])],
    ],
    ["shell scripts", "shellcheck", shellScripts()],
  ];
  const failed = checks.filter(([name, program, args]) => {
    console.log(`check: ${name}`);
    return spawnSync(program, args, { cwd: root, stdio: "inherit" }).status !== 0;
  });
  const names = failed.map(([name]) => name).join(", ");
  console.log(
    failed.length === 0 ? "check: all well" : `check: findings in ${names}; \`npm run format\` mends what can be`,
  );
  return failed.length === 0 ? 0 : 1;
}

process.exitCode = await check().catch(reportAndExit);
