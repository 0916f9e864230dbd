import { directive } from "../directives/directive.ts";
import { type ImpactRow, impactTable, type Need } from "./impactTable.ts";

export interface NeedAndWhy {
  readonly need: Need;
  readonly why: string;
}

/**
 * What a change of a directive asks for, by {@link impactTable}. `kind` is the unit's, as "service".
 *
 * What no systemd knows so far, or not in a unit of this kind, a newer one may: then a restart is right, and where a restart
 * costs more than it brings (all that a target, slice or scope holds would stop), a daemon-reload.
 */
export function needOf(kind: string, section: string, name: string): NeedAndWhy {
  const spec = directive(section, name);
  const known = /^(?:Install$|X-)/.test(section) || (isOf(kind, section) && spec !== undefined);
  const row = impactTable.find((row) => fits(row, section, spec?.obsolete || name));
  // A pattern takes in what is new: a Condition… that this program doesn't know is one all the same.
  if (row && (known || !row[1].split(" ").includes("*"))) return { need: row[2], why: row[3] };
  const need = ["target", "slice", "scope"].includes(kind) ? "daemon-reload" : "restart";
  return { need, why: "this program doesn't know it, and systemd may" };
}

/** Whether systemd reads this section in a unit of this kind. */
function isOf(kind: string, section: string): boolean {
  return section === "Unit" || section.toLowerCase() === kind;
}

const patterns = new Map<string, RegExp>();

function fits([sections, directives]: ImpactRow, section: string, name: string): boolean {
  return patternOf(sections).test(section) && patternOf(directives).test(name);
}

function patternOf(names: string): RegExp {
  let pattern = patterns.get(names);
  if (!pattern) {
    const alternatives = names.trim().replaceAll(/\s+/g, "|").replaceAll("*", ".*");
    pattern = new RegExp(`^(?:${alternatives})$`, "s");
    patterns.set(names, pattern);
  }
  return pattern;
}
