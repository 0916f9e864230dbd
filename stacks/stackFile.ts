import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { StackConfigError } from "./stackConfigError.ts";

/**
 * The file of a stack: `FOLDER/NAME.yaml`.
 * @throws StackConfigError when there is none (with the names there are), or the name can't be a stack's
 */
export function stackFile(name: string, folder: string): string {
  const file = join(folder, `${name}.yaml`);
  const names = stackNames(folder);
  if (!names.includes(name)) {
    const missing = /^[A-Za-z0-9_.-]{1,100}$/.test(name) ? `no ${file}` : `${JSON.stringify(name)} is no stack name`;
    const others = names.length > 0 ? `there are: ${names.join(", ")}` : `there is no stack file in ${folder}`;
    const message = `${missing}; ${others}`;
    throw new StackConfigError([{ file: "", line: 0, column: 0, path: "", message, severity: "error" }]);
  }
  return file;
}

/** The stacks that have a file in the folder, by name. The engine's own `Pulumi.NAME.yaml` beside them are none. */
export function stackNames(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && /^(?!Pulumi\.)[A-Za-z0-9_.-]{1,100}\.yaml$/.test(entry.name))
    .map((entry) => entry.name.slice(0, -".yaml".length))
    .sort();
}
