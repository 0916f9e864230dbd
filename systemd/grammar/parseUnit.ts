import type { Unit } from "../unit.ts";
import { decodeUnit } from "./decodeUnit.ts";
import { LineReader } from "./lineReader.ts";
import { logicalLines } from "./logicalLines.ts";
import { type SectionPlaces, type SyntaxProblem, UnitBuilder } from "./unitBuilder.ts";

export type { Place } from "./place.ts";
export type { SectionPlaces, SyntaxProblem } from "./unitBuilder.ts";

export interface ParsedUnit {
  readonly unit: Unit;
  /** Where each section and entry of the unit stands, index for index. */
  readonly places: readonly SectionPlaces[];
  /** What systemd would ignore, misread or refuse in the syntax, in the order of the file. */
  readonly problems: readonly SyntaxProblem[];
  /** False when systemd would load nothing of the file; the unit then holds what could be made out. */
  readonly loads: boolean;
}

/**
 * A unit file as systemd reads it, on any bytes whatever; systemd.syntax(7). What systemd ignores for its syntax stands in the
 * unit as a comment, so that nothing gets lost. Joined lines are one, and a comment between them stands before.
 */
export function parseUnit(content: Uint8Array | string): ParsedUnit {
  const builder = new UnitBuilder();
  const text = decodeUnit(content);
  if (text === "") {
    builder.fatal("empty-unit", { line: 1, column: 1 }, "the file is empty, and systemd takes the unit for masked");
  } else {
    const reader = new LineReader(builder);
    for (const line of logicalLines(text)) reader.read(line);
    // A file of blank lines only is loaded, and is no empty file: it has a head without anything in it.
    if (builder.unit.length === 0) builder.open("", { line: 1, column: 1 });
  }
  const { unit, places, problems, loads } = builder;
  // What is wrong about the end of a line is noted before the rest of it.
  problems.sort((one, other) => one.line - other.line || one.column - other.column);
  return { unit, places, problems, loads };
}
