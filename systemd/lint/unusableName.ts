import { escapePath } from "../grammar/escapeName.ts";
import type { UnitFinding } from "./finding.ts";
import { excerpt } from "./safeText.ts";
import type { Assignment, UnitView } from "./unitView.ts";

const decides = [
  ["mount", "Mount", "Where"],
  ["automount", "Automount", "Where"],
  ["swap", "Swap", "What"],
] as const;

/** A mount, an automount or a swap whose name is not that of its path; systemd refuses it. systemd.mount(5). */
export function unusableName(view: UnitView): UnitFinding[] {
  const [kind, section, name] = decides.find(([each]) => each === view.kind) ?? [];
  const path = section && name && view.last(section, name);
  const expected = path && nameOf(path, kind ?? "");
  if (!expected || view.context.name === undefined || view.context.name === expected) return [];
  const text = `${name}=${excerpt(path.value)}, which systemd refuses in ${view.context.name}: the unit of that path is ${expected}`;
  return [view.at(path, "unusable", text)];
}

// The value of a specifier only the server knows; a swap may also be named by its UUID, which is no path.
function nameOf({ value, problem }: Assignment, kind: string): string | undefined {
  if (problem || value.includes("%") || !value.startsWith("/") || value.split("/").includes("..")) return undefined;
  return `${escapePath(value)}.${kind}`;
}
