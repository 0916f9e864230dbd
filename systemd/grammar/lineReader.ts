import { commentEntries } from "./comment.ts";
import { headerProblem } from "./headerProblem.ts";
import type { LogicalLine } from "./logicalLines.ts";
import { inner } from "./strip.ts";
import type { UnitBuilder } from "./unitBuilder.ts";

const unreadable = /\p{Surrogate}|\p{Noncharacter_Code_Point}/u;

// Its byte order mark, as decodeUnit writes bytes. No UTF-8 has them.
const utf16 = /^(?:\udcff\udcfe|\udcfe\udcff)/;

/** Reads the lines of a unit file one after the other, as parse_line of systemd's src/shared/conf-parser.c. */
export class LineReader {
  readonly #builder: UnitBuilder;
  /** What the lines stand in: nothing before the first header, a header without a name, a section. */
  #where: "nowhere" | "nameless" | "section" = "nowhere";
  #oddEnd = false;

  constructor(builder: UnitBuilder) {
    this.#builder = builder;
  }

  read(line: LogicalLine): void {
    const { text } = line;
    const { from, to } = inner(text);
    this.#checkEnds(line, from === to);
    if (from === to) this.#builder.blank(line.placeOf(0));
    else if (line.comment) this.#readComment(line, text.slice(from, to), from);
    else this.#readLine(line, text, from, to);
  }

  #readLine(line: LogicalLine, text: string, from: number, to: number): void {
    const stripped = text.slice(from, to);
    this.#checkEncoding(line, stripped, from);
    if (stripped.startsWith("[")) this.#readHeader(line, stripped, from);
    else if (this.#where === "nameless") this.#keep(line, stripped, from);
    else if (this.#where === "nowhere") this.#readOutside(line, stripped, from);
    else this.#readAssignment(line, text, from, to);
  }

  #checkEnds(line: LogicalLine, blank: boolean): void {
    const { oddEnds, tooLong } = line;
    if (tooLong > 0) {
      const text = `a line of ${tooLong} bytes is longer than systemd reads, and it loads none of the file`;
      this.#builder.fatal("long-line", line.placeOf(0), text);
    }
    // A run of them, as in a file of zeros, is one problem.
    if (!(blank && this.#oddEnd)) {
      for (const { place, end } of oddEnds) {
        const name = end.includes("\0") ? "a NUL" : "a carriage return";
        this.#builder.problem("odd-line-end", place, `${name} ends the line for systemd, and what follows is another`);
      }
    }
    this.#oddEnd = oddEnds.length > 0;
  }

  #readComment(line: LogicalLine, stripped: string, from: number): void {
    const odd = stripped.search(/\p{Surrogate}/u);
    if (odd >= 0) {
      const text = "the comment is not UTF-8: systemd skips it, but its odd bytes can't be kept";
      this.#builder.problem("bad-encoding", line.placeOf(from + odd), text);
    }
    if (line.inside) {
      const text = `systemd takes ${excerpt(stripped)} inside a continued line for a comment, and leaves it out`;
      this.#builder.problem("lost-comment", line.placeOf(from), text);
    } else if (stripped.endsWith("\\")) {
      const text = "the comment ends in a backslash, which joins nothing to it: the next line is read";
      this.#builder.problem("lost-comment", line.placeOf(from + stripped.length - 1), text);
    }
    this.#keep(line, stripped, from);
  }

  #checkEncoding(line: LogicalLine, stripped: string, from: number): void {
    const odd = stripped.search(unreadable);
    if (odd < 0) return;
    const text = utf16.test(stripped)
      ? "the file is UTF-16, and systemd loads none of it: save it as UTF-8"
      : `the line ${unreadableAs(stripped.codePointAt(odd) ?? 0)}, and systemd loads none of the file`;
    this.#builder.fatal("bad-encoding", line.placeOf(from + odd), text);
  }

  #readHeader(line: LogicalLine, stripped: string, from: number): void {
    const closed = stripped.endsWith("]");
    const name = closed ? stripped.slice(1, -1) : stripped.slice(1).replace(/\].*$/s, "");
    const problem = closed ? headerProblem(name) : "has no bracket at its end";
    if (problem) {
      const text = `the section header ${excerpt(stripped)} ${problem}, and systemd loads none of the file`;
      this.#builder.fatal("bad-header", line.placeOf(from), text);
    }
    this.#where = name === "" ? "nameless" : "section";
    if (name !== "") {
      this.#builder.open(name, line.placeOf(from));
    } else {
      const text = "the section has no name, and systemd ignores all of it";
      if (closed) this.#builder.problem("unknown-section", line.placeOf(from), text);
      this.#keep(line, stripped, from);
    }
  }

  #readOutside(line: LogicalLine, stripped: string, from: number): void {
    // Such a line would be a comment, if that were its first character.
    const why = /^[#;]/.test(stripped)
      ? "no comment to systemd as it stands behind a byte order mark"
      : "which systemd ignores";
    const text = `expected a section header like [Unit] first, received ${excerpt(stripped)}, ${why}`;
    this.#builder.problem("no-section", line.placeOf(from), text);
    this.#keep(line, stripped, from);
  }

  #readAssignment(line: LogicalLine, text: string, from: number, to: number): void {
    const equals = text.indexOf("=", from);
    // Only behind a byte order mark or a joint can a line start like this; its directive is unknown.
    if (equals <= from || text[from] === "#" || text[from] === ";") {
      const stripped = text.slice(from, to);
      const received = `expected Directive=value, received ${excerpt(stripped)}, which systemd ignores`;
      this.#builder.problem("no-assignment", line.placeOf(from), received);
      this.#keep(line, stripped, from);
    } else {
      const key = inner(text, from, equals);
      const value = inner(text, equals + 1, to);
      const places = { key: line.placeOf(from), value: line.placeOf(value.from) };
      this.#builder.add([text.slice(key.from, key.to), text.slice(value.from, value.to)], places);
    }
  }

  /** As a comment. */
  #keep(line: LogicalLine, stripped: string, from: number): void {
    const marked = stripped[0] === "#" || stripped[0] === ";";
    const places = { key: line.placeOf(from), value: line.placeOf(from + (marked ? 1 : 0)) };
    const entries = marked
      ? commentEntries(stripped[0] ?? "#", stripped.slice(1))
      : commentEntries("#", ` ${stripped}`);
    for (const entry of entries) this.#builder.add(entry, places);
  }
}

function unreadableAs(code: number): string {
  const hex = (one: number) => one.toString(16);
  // As decodeUnit writes a byte.
  if (code >= 0xdc80 && code <= 0xdcff) return `is not UTF-8 (byte 0x${hex(code - 0xdc00)})`;
  if (code >= 0xd800 && code <= 0xdfff) return "has half of a surrogate pair";
  return `has the noncharacter U+${hex(code).toUpperCase()}`;
}

function excerpt(text: string): string {
  const characters = Array.from(text.slice(0, 80));
  return JSON.stringify(characters.length > 60 ? `${characters.slice(0, 60).join("")}…` : text);
}
