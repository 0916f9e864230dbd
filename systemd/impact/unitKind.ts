import type { Unit } from "../unit.ts";

/** The kinds of units that have a section of their own. */
const sections = ["Service", "Socket", "Timer", "Path", "Mount", "Automount", "Swap", "Slice", "Scope"];

/** The kind of a unit, as its file's name ends; by its sections, since a unit doesn't know its name. */
export function unitKind(unit: Unit): string {
  return unit.find(({ name }) => sections.includes(name))?.name.toLowerCase() ?? "target";
}
