import { directive } from "../directives/directive.ts";
import type { UnitSections } from "../directives/sections.ts";
import type { Entry, Unit } from "../unit.ts";
import { directiveLines } from "./directiveLines.ts";
import type { DirectiveValue } from "./parameters.ts";

/**
 * A unit of any kind from its sections' directives, without a default: `{ timer: { OnCalendar: "daily" } }`. Sections and lines
 * stand in the order of the keys; a list gives a line an item, null leaves a directive out. systemd.unit(5).
 * @throws RangeError for a word or variable that no process can be given, as one with a NUL
 */
export function sectionsUnit(sections: UnitSections): Unit {
  return Object.entries(sections).map(([key, directives]) => {
    const name = `${key.charAt(0).toUpperCase()}${key.slice(1)}`;
    const given: [string, DirectiveValue | null | undefined][] = Object.entries(directives ?? {});
    return { name, entries: given.flatMap(([each, value]) => entries(name, each, value)) };
  });
}

function entries(section: string, name: string, value: DirectiveValue | null | undefined): Entry[] {
  if (value === null || value === undefined) return [];
  return directiveLines(directive(section, name)?.type, value).map((line) => [name, line.value] as const);
}
