import type { Entry, Section, Unit } from "../unit.ts";
import { valueProblem } from "./valueProblem.ts";

// A physical line of 1 MiB makes systemd refuse the whole unit (LONG_LINE_MAX, src/basic/fileio.h).
const longestLine = 1_048_575;
const name = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** A unit that the syntax of unit files can't carry. The message names section and directive. */
export class UnitError extends Error {
  override name = "UnitError";
}

/**
 * The text of a unit file: sections and entries in their order, one blank line between sections, one final newline.
 * Values are written as they are; quoting is the business of whoever made them.
 * @throws UnitError for what would not be read back as just these entries, as a value with a line break
 */
export function renderUnit(unit: Unit): string {
  // Zero bytes would mean "masked" to systemd, not "empty".
  if (unit.length === 0) throw new UnitError("the unit has no section: systemd takes an empty file for a masked unit");
  return unit.map(renderSection).join("\n");
}

function renderSection(section: Section): string {
  if (!name.test(section.name)) throw new UnitError(`${JSON.stringify(section.name)} is no section name`);
  return `[${section.name}]\n${section.entries.map((entry) => renderEntry(section.name, entry)).join("")}`;
}

function renderEntry(section: string, [directive, value]: Entry): string {
  if (!name.test(directive)) throw new UnitError(`[${section}] ${JSON.stringify(directive)} is no directive name`);
  const line = `${directive}=${value}`;
  const problem = valueProblem(value) ?? lengthProblem(line);
  if (problem) throw new UnitError(`[${section}] ${directive}: the value ${problem}`);
  return `${line}\n`;
}

function lengthProblem(line: string): string | undefined {
  // Most lines are short enough by their count of UTF-16 units alone: three bytes a unit at most.
  if (line.length * 3 <= longestLine) return undefined;
  const bytes = Buffer.byteLength(line);
  return bytes <= longestLine
    ? undefined
    : `makes a line of ${bytes} bytes, more than the ${longestLine} systemd reads`;
}
