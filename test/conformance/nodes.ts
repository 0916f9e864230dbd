// The Node versions that the stand-ins and programs must run on.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The oldest that works, and the one that the set-up brings. */
const majors = [20, 24];

/**
 * An executable for each supported major version, undefined where this machine has none: the node that runs the tests,
 * those on PATH, and those in the folders that CONFORMANCE_NODES lists as PATH does.
 */
export function nodes(): Map<number, string | undefined> {
  const folders = `${process.env.CONFORMANCE_NODES ?? ""}${delimiter}${process.env.PATH ?? ""}`.split(delimiter);
  const files = [process.execPath, ...folders.filter(Boolean).map((folder) => join(folder, "node"))];
  const found = new Map<number, string>();
  for (const file of new Set(files.filter((file) => existsSync(file)))) {
    const version = execFileSync(file, ["--version"], { encoding: "utf8" });
    const major = Number.parseInt(version.slice(1), 10);
    if (!found.has(major)) found.set(major, file);
  }
  return new Map(majors.map((major) => [major, found.get(major)]));
}

/**
 * The node of all scenarios that don't name one. Not simply that of the tests: on Node 20 the SDK takes half a minute
 * to format the stack of an error that came through node_modules (an endless loop in util.inspect, until memory ends it).
 */
export const newestNode: string = [...nodes().values()].findLast((file) => file !== undefined) ?? process.execPath;
