import { posix } from "node:path";
import type { BotParameters, NodePreset, PythonPreset } from "./parameters.ts";

/** What a preset runs: its words, the program's path first; undefined where there is none. */
export function presetCommand(preset: "python" | "node", given: BotParameters): string[] | undefined {
  const { python, node } = given;
  if (preset === "python") return python ? pythonCommand(python, workingDirectory(given)) : undefined;
  return node ? nodeCommand(node) : undefined;
}

/** The variable that a preset sets. */
export const presetVariables = {
  // Otherwise Python keeps what it prints until 8 KB of it are there, and the journal shows nothing.
  python: ["PYTHONUNBUFFERED", "1"],
  node: ["NODE_ENV", "production"],
} as const;

/** The folder it runs in as a literal path; undefined where it isn't known here: not given, `~`, or with a specifier. */
export function workingDirectory({ workingDirectory, service }: BotParameters): string | undefined {
  const folder = workingDirectory ?? service?.WorkingDirectory;
  if (typeof folder !== "string") return undefined;
  const path = folder.replace(/^-/, "").replaceAll("%%", "\0");
  return path.startsWith("/") && !path.includes("%") ? path.replaceAll("\0", "%") : undefined;
}

function pythonCommand({ venv = "venv", script, module, args }: PythonPreset, folder: string | undefined): string[] {
  // Without the folder it stays relative; parameterProblems reports that.
  const python = venv === null ? "/usr/bin/python3" : posix.join(below(folder, venv), "bin/python3");
  const program = typeof module === "string" ? ["-m", module] : [script ?? ""];
  return [python, ...program, ...(args ?? []).map(String)];
}

function nodeCommand({ entry, program, args }: NodePreset): string[] {
  return [program ?? "/usr/bin/node", entry, ...(args ?? []).map(String)];
}

function below(folder: string | undefined, path: string): string {
  return folder === undefined || path.startsWith("/") ? path : posix.join(folder, path);
}
