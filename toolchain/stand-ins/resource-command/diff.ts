// The difference of two sets of inputs, as the engine shows it: property paths and what happens at each.
import { equal, isPlainObject, type Properties, type Value } from "../wire.ts";

export type Change = "add" | "delete" | "update";

/** Path to change: `environment.NAME`, `triggers[0]`, `connection`. Empty when nothing changed. */
export function diff(before: Properties, after: Properties): Map<string, Change> {
  const changes = new Map<string, Change>();
  diffObjects(before, after, "", changes);
  return changes;
}

function diffObjects(before: Properties, after: Properties, path: string, changes: Map<string, Change>): void {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    diffValues(before[key] ?? null, after[key] ?? null, path + step(key, path === ""), changes);
  }
}

function diffValues(before: Value, after: Value, path: string, changes: Map<string, Change>): void {
  if (Array.isArray(before) && Array.isArray(after)) {
    for (let i = 0; i < Math.max(before.length, after.length); i++) {
      if (i >= before.length) changes.set(`${path}[${i}]`, "add");
      else if (i >= after.length) changes.set(`${path}[${i}]`, "delete");
      else diffValues(before[i] ?? null, after[i] ?? null, `${path}[${i}]`, changes);
    }
  } else if (isPlainObject(before) && isPlainObject(after)) {
    diffObjects(before, after, path, changes);
  } else if (!equal(before, after)) {
    changes.set(path, before === null ? "add" : after === null ? "delete" : "update");
  }
}

function step(key: string, first: boolean): string {
  if (/[^A-Za-z0-9_]/.test(key)) return `["${key.replaceAll('"', '\\"')}"]`;
  return first ? key : `.${key}`;
}

/** The input that a path is about: `environment` of `environment.NAME`. */
export function headOf(path: string): string {
  return /^[A-Za-z0-9_]+/.exec(path)?.[0] ?? path.replace(/^\["((?:\\"|[^"])*)"\].*$/s, "$1").replaceAll('\\"', '"');
}
