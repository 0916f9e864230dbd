import { type Place, parseUnit, type SectionPlaces } from "../grammar/parseUnit.ts";
import type { UnitFinding } from "./finding.ts";
import { type LintOptions, lintUnit } from "./lintUnit.ts";
import type { Rule } from "./rules.ts";
import { rules } from "./rules.ts";
import { safeText } from "./safeText.ts";

/** Something wrong in the text of a unit file. Line and column count from 1, the column in characters. */
export interface TextFinding {
  readonly line: number;
  readonly column: number;
  readonly severity: "error" | "warning";
  readonly rule: Rule;
  readonly text: string;
}

/** What is wrong in a unit file, in the order of the text; on any bytes whatever. */
export function lintText(content: Uint8Array | string, options: LintOptions = {}): TextFinding[] {
  const { unit, places, problems } = parseUnit(content);
  const syntax = problems
    .filter(({ rule }) => !options.allow?.includes(rule))
    .map(({ rule, line, column, text }) => ({ line, column, severity: rules[rule][0], rule, text: safeText(text) }));
  // An empty file masks the unit, on purpose or not: nothing is missing in it.
  const found = unit.length === 0 ? [] : lintUnit(unit, options);
  // Of the encoding the reader has told already, with the very place.
  const meaning = found.filter(({ rule }) => rule !== "bad-encoding").map((finding) => placed(finding, places));
  return [...syntax, ...meaning].sort((a, b) => a.line - b.line || a.column - b.column);
}

function placed(finding: UnitFinding, places: readonly SectionPlaces[]): TextFinding {
  const { severity, rule, text } = finding;
  const { line, column } = placeOf(finding, places[finding.section]);
  return { line, column, severity, rule, text };
}

function placeOf({ entry, ofName }: UnitFinding, section: SectionPlaces | undefined): Place {
  if (!section) return { line: 1, column: 1 };
  const places = entry === undefined ? undefined : section.entries[entry];
  if (!places) return section.at;
  return ofName ? places.key : places.value;
}
