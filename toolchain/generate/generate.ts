// `npm run generate`: the tables and types of directives from systemd/data/, and the JSON Schema of stack files. With `--count` prints how many there are; with
// `--dump COMMAND…` asks a systemd (its path, maybe after `chroot FOLDER`) for what it reads, and keeps that as data.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.mjs";
import { reportAndExit, SetupError } from "../step.mjs";
import { coverage } from "./coverage.ts";
import { askSystemd, parseDump } from "./dump.ts";
import { generatedFiles } from "./generatedFiles.ts";
import { dataFolder, readSystemdData } from "./systemdData.ts";

const usage = "usage: npm run generate [-- --count | -- --dump COMMAND…]";

function generate(): void {
  for (const [path, text] of generatedFiles(readSystemdData())) {
    writeFileSync(join(root, path), text);
    console.log(`${path}: ${text.split("\n").length - 1} lines`);
  }
  const schema = join(import.meta.dirname, "schema.ts");
  execFileSync(process.execPath, ["--import", "tsx", schema], { cwd: root, stdio: "inherit" });
}

function dump(command: readonly string[]): void {
  const { version, text } = askSystemd(command);
  const file = `dump-${version}.txt`;
  parseDump(file, text);
  writeFileSync(join(dataFolder, file), text);
  console.log(`systemd/data/${file}: written; \`npm run generate\` checks the data against it`);
}

function main([option, ...rest]: readonly string[]): void {
  if (option === undefined) generate();
  else if (option === "--count" && rest.length === 0) console.log(coverage(readSystemdData()));
  else if (option === "--dump" && rest.length > 0) dump(rest);
  else throw new SetupError(`unknown arguments: ${[option, ...rest].join(" ")}`, usage);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  reportAndExit(error);
}
