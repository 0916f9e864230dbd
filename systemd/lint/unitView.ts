import { type Directive, directive } from "../directives/directive.ts";
import { isAssignment, type Unit } from "../unit.ts";
import { checkValue } from "../values/checkValue.ts";
import { truthOf } from "../values/truth.ts";
import type { UnitFinding } from "./finding.ts";
import { type Rule, rules } from "./rules.ts";
import { kindOfSection, type UnitKind } from "./unitKind.ts";

/** What is known about a unit besides its text. */
export interface UnitContext {
  /** The version of the server's systemd; without it nothing counts as too new. */
  readonly systemd?: number;
  /** The kind of unit, which decides which sections it may have; by default that of its own section. */
  readonly kind?: UnitKind;
  /** The full name of the unit, as `srv-data.mount`, where a rule asks for it. */
  readonly name?: string;
  /** A drop-in says only a part: rules about what is missing don't apply. */
  readonly dropIn?: boolean;
}

export interface Assignment {
  readonly section: string;
  readonly name: string;
  readonly value: string;
  /** Where it stands in the unit: index of the section, and of the entry in it. */
  readonly at: readonly [section: number, entry: number];
  /** What systemd knows of it; undefined where it is unknown. */
  readonly row?: Directive;
  /** What is wrong with its value: systemd ignores the assignment, or most likely doesn't do what is meant. */
  readonly problem?: { readonly rule: Rule; readonly text: string };
}

/** A unit as the rules look at it: its assignments, each with what systemd knows of it. */
export class UnitView {
  readonly unit: Unit;
  readonly context: UnitContext;
  readonly kind: UnitKind | undefined;
  readonly assignments: readonly Assignment[];
  readonly #byName: ReadonlyMap<string, readonly Assignment[]>;

  constructor(unit: Unit, context: UnitContext) {
    this.unit = unit;
    this.context = context;
    this.kind = context.kind ?? unit.map(({ name }) => kindOfSection(name)).find((kind) => kind !== undefined);
    this.assignments = assignmentsOf(unit, context.systemd);
    this.#byName = grouped(this.assignments);
  }

  /** The assignments to a directive, or to any of several, in their order. */
  all(section: string, ...names: readonly string[]): readonly Assignment[] {
    const found = names.flatMap((name) => this.#byName.get(`${section}.${name}`) ?? []);
    return names.length > 1 ? found.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]) : found;
  }

  /** Those that still count, as an empty one takes back all before it. */
  live(section: string, ...names: readonly string[]): readonly Assignment[] {
    const all = this.all(section, ...names);
    return all.slice(all.findLastIndex(({ value }) => value === "") + 1);
  }

  /** The assignment that decides where the last one does; those with a wrong value are ignored, as by systemd. */
  last(section: string, name: string): Assignment | undefined {
    return this.live(section, name).findLast(({ problem }) => problem === undefined || !isError(problem.rule));
  }

  /** The value of {@link last}, or what systemd takes without one. */
  value(section: string, name: string, otherwise: string): string {
    return this.last(section, name)?.value ?? otherwise;
  }

  isTrue(section: string, name: string): boolean {
    return truthOf(this.value(section, name, "no")) === true;
  }

  /** A finding about the directive of an assignment. */
  atName(assignment: Assignment, rule: Rule, text: string): UnitFinding {
    return { ...this.at(assignment, rule, text), ofName: true };
  }

  /** A finding about the value of an assignment. */
  at({ at: [section, entry] }: Assignment, rule: Rule, text: string): UnitFinding {
    return { rule, severity: rules[rule][0], section, entry, text };
  }

  /** A finding about what is missing: at the last section of that name, or else at the last one of all. */
  missing(name: string, rule: Rule, text: string): UnitFinding {
    const own = this.unit.findLastIndex((section) => section.name === name);
    const section = own === -1 ? Math.max(0, this.unit.length - 1) : own;
    return { rule, severity: rules[rule][0], section, text };
  }
}

function grouped(assignments: readonly Assignment[]): Map<string, Assignment[]> {
  const groups = new Map<string, Assignment[]>();
  for (const assignment of assignments) {
    const key = `${assignment.section}.${assignment.name}`;
    const group = groups.get(key);
    if (group) group.push(assignment);
    else groups.set(key, [assignment]);
  }
  return groups;
}

function isError(rule: Rule): boolean {
  return rules[rule][0] === "error";
}

function assignmentsOf(unit: Unit, systemd: number | undefined): Assignment[] {
  return unit.flatMap(({ name: section, entries }, sectionIndex) =>
    entries.flatMap((entry, index): Assignment[] => {
      if (!isAssignment(entry)) return [];
      const [name, value] = entry;
      const row = directive(section, name);
      const problem = row && checkValue(row, value, systemd);
      const at = [sectionIndex, index] as const;
      return [{ section, name, value, at, ...(row && { row }), ...(problem && { problem }) }];
    }),
  );
}
