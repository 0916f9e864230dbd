import { type Entry, isAssignment, type Section, type Unit } from "../unit.ts";
import { breakLine } from "./breakLine.ts";
import { byteCount } from "./decodeUnit.ts";
import { headerProblem } from "./headerProblem.ts";
import { longestLine } from "./logicalLines.ts";
import { encodingProblem, valueProblem } from "./valueProblem.ts";

/** A unit that the syntax of unit files can't carry. The message names section and directive. */
export class UnitError extends Error {
  override name = "UnitError";
}

/**
 * The text of a unit file: sections and entries in their order, one assignment a line, one blank line between sections, one final
 * newline. Values are written as they are; quoting is the business of whoever made them. {@link parseUnit} gives the same unit back.
 * A section that ends in a blank line and a comment has that comment before the next header, as it stands in the files people write.
 * @throws UnitError for what would not be read back as just these entries, as a value with a line break
 */
export function renderUnit(unit: Unit): string {
  const [first] = unit;
  // Zero bytes would mean "masked" to systemd, not "empty".
  if (!first) throw new UnitError("the unit has no section: systemd takes an empty file for a masked unit");
  if (first.name === "" && first.entries.length === 0) {
    if (unit.length === 1) return "\n";
    throw new UnitError("before the first section: an empty head can't be written");
  }
  return unit.map((section, index) => renderSection(section, index) + gap(section, index === unit.length - 1)).join("");
}

function gap({ entries }: Section, last: boolean): string {
  const beforeComment = entries.findLast(([directive]) => directive !== "#" && directive !== ";");
  const announces = beforeComment?.[0] === "" && entries.length > 0;
  return last || announces ? "" : "\n";
}

function renderSection({ name, entries }: Section, index: number): string {
  const title = name === "" ? "before the first section:" : `[${name}]`;
  const lines = entries.map((entry, at) => renderEntry(title, entry, at === 0 || isBlank(entries[at - 1])));
  if (isBlank(entries.at(-1))) throw new UnitError(`${title} a blank line at the end of a section is not kept`);
  if (name !== "") return renderHeader(name) + lines.join("");
  if (index > 0) throw new UnitError("a section has no name, and isn't the first");
  if (entries.some(isAssignment)) throw new UnitError(`${title} only comments can stand here`);
  return lines.join("");
}

function renderHeader(name: string): string {
  if (name.includes("\0") || (headerProblem(name) ?? encodingProblem(name)))
    throw new UnitError(`${JSON.stringify(name)} is no section name`);
  return `${fit(`[${name}]`, "the section name")}\n`;
}

function renderEntry(title: string, [directive, value]: Entry, afterBlank: boolean): string {
  if (isBlank([directive, value])) {
    if (afterBlank) throw new UnitError(`${title} a blank line at the start of a section or after another is not kept`);
    return "\n";
  }
  if (!isAssignment([directive, value])) return renderComment(title, directive, value);
  if (/^[#;[]|=/.test(directive) || valueProblem(directive))
    throw new UnitError(`${title} ${JSON.stringify(directive)} is no directive name`);
  const problem = valueProblem(value);
  if (problem) throw new UnitError(`${title} ${directive}: the value ${problem}`);
  // systemd skips a byte order mark at the start of a line only, and strips white space around a value.
  const line = `${directive.startsWith("\ufeff") ? " " : ""}${directive}=${value}`;
  return `${fit(/(?<!\\)(?:\\\\)*\\$/.test(value) ? `${line} ` : line, `${title} ${directive}: the value`)}\n`;
}

function renderComment(title: string, mark: string, text: string): string {
  const comment = `${title} the comment ${JSON.stringify(mark + text.slice(0, 60))}`;
  if (mark === "") throw new UnitError(`${title} ${JSON.stringify(text)} has no directive`);
  if (/[\n\r\0]/.test(text)) throw new UnitError(`${comment} has a line break`);
  if (/\p{Surrogate}/u.test(text))
    throw new UnitError(`${comment} has half of a surrogate pair, which is no character`);
  if (/[ \t]$/.test(text)) throw new UnitError(`${comment} ends with white space, which is not kept`);
  if (byteCount(text) >= longestLine) throw new UnitError(`${comment} is longer than systemd reads`);
  return `${mark}${text}\n`;
}

function isBlank(entry: Entry | undefined): boolean {
  return entry?.[0] === "" && entry[1] === "";
}

function fit(line: string, what: string): string {
  // Most lines are short enough by their count of UTF-16 units alone: three bytes a unit at most.
  const bytes = line.length * 3 <= longestLine ? 0 : byteCount(line);
  const fitting = bytes <= longestLine ? line : breakLine(line, bytes);
  if (fitting !== undefined) return fitting;
  throw new UnitError(`${what} makes a line of ${bytes} bytes, more than the ${longestLine} systemd reads`);
}
