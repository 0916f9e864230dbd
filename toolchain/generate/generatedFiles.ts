import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "../paths.mjs";
import { directiveTableSource } from "./directiveTableSource.ts";
import { enumerationTableSource } from "./enumerationTableSource.ts";
import { findProblems } from "./findProblems.ts";
import { sectionTypesSource } from "./sectionTypesSource.ts";
import { systemCallTableSource } from "./systemCallTableSource.ts";
import type { SystemdData } from "./systemdData.ts";

/** What `npm run generate` writes: text by path in the project. Throws all that is wrong with the data, a line each. */
export function generatedFiles(data: SystemdData): Map<string, string> {
  const problems = findProblems(data);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const sources = {
    "systemd/directives/enumerationTable.ts": enumerationTableSource(data),
    "systemd/directives/sections.ts": sectionTypesSource(data),
    "systemd/directives/systemCallTable.ts": systemCallTableSource(data),
    "systemd/directives/table.ts": directiveTableSource(data),
  };
  return new Map(Object.entries(sources).map(([path, source]) => [path, formatted(path, source)]));
}

function formatted(path: string, source: string): string {
  const biome = join(root, "node_modules", ".bin", "biome");
  const options = { cwd: root, input: source, encoding: "utf8", maxBuffer: 2 ** 24 } as const;
  const { status, stdout, stderr, error } = spawnSync(biome, ["format", `--stdin-file-path=${path}`], options);
  if (error) throw error;
  if (status !== 0) throw new Error(`biome format of ${path}: ${stderr}`);
  return stdout;
}
