import { byteCount } from "./decodeUnit.ts";
import type { Place } from "./place.ts";

/** The most bytes of one line of the file, and of lines joined by backslashes; LONG_LINE_MAX of systemd's src/basic/fileio.h. */
export const longestLine = 1_048_575;
export const longestJoined = 1_048_576;

/** What systemd takes for one line. */
export interface LogicalLine {
  /** Joined; without the byte order mark that systemd skips. */
  readonly text: string;
  /** Whether systemd skips it, by its first character. */
  readonly comment: boolean;
  /** Whether it is a comment between the parts of another line. */
  readonly inside: boolean;
  /** The bytes that are more than systemd reads, for which it refuses the file; 0 if they aren't. */
  readonly tooLong: number;
  /** The odd characters that ended parts of it: a NUL, or a carriage return that stands alone. */
  readonly oddEnds: readonly { readonly place: Place; readonly end: string }[];
  /** Where a character of `text` stands in the file. */
  placeOf(offset: number): Place;
}

interface Part {
  readonly text: string;
  /** Of its first character in the joined text. */
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

const physicalLine = /([^\n\r\0]*)((?:\n\r?|\r\n?)\0?|\0)?/y;
const byteOrderMark = "\ufeff";

/**
 * The lines of a unit file as systemd's reader sees them (systemd.syntax(7); config_parse in systemd's src/shared/conf-parser.c): LF,
 * CR, NUL and their combinations end a line, a backslash at the end joins the next one, comments are skipped before that.
 */
export function* logicalLines(text: string): Generator<LogicalLine> {
  let open: LineInParts | undefined;
  let markSeen = false;
  let position = 0;
  for (let number = 1; position < text.length; number += 1) {
    physicalLine.lastIndex = position;
    const [all = "", whole = "", end = ""] = physicalLine.exec(text) ?? [];
    position += all.length;
    if (/^[ \t]*[#;]/.test(whole)) {
      const comment = new LineInParts(true, open !== undefined);
      comment.add(whole, number, 1, end);
      yield comment;
      continue;
    }
    const marked: boolean = !markSeen && whole.startsWith(byteOrderMark);
    markSeen ||= marked;
    open ??= new LineInParts(false, false);
    if (open.add(marked ? whole.slice(1) : whole, number, marked ? 2 : 1, end)) continue;
    yield open;
    open = undefined;
  }
  if (open) yield open;
}

class LineInParts implements LogicalLine {
  readonly comment: boolean;
  readonly inside: boolean;
  readonly oddEnds: { place: Place; end: string }[] = [];
  tooLong = 0;
  #parts: Part[] = [];
  #length = 0;
  #bytes = 0;

  constructor(comment: boolean, inside: boolean) {
    this.comment = comment;
    this.inside = inside;
  }

  get text(): string {
    return this.#parts.map(({ text }) => text).join("");
  }

  /** Whether the line goes on in the next one. Its backslash counts as a blank. */
  add(text: string, line: number, column: number, end: string): boolean {
    const bytes = byteCount(text);
    // A mark that was cut off has three bytes.
    const physical = bytes + (column - 1) * 3;
    this.#bytes += bytes;
    if (physical > longestLine) this.tooLong = physical;
    if (this.#bytes > longestJoined) this.tooLong = this.#bytes;
    const goesOn = !this.comment && endsInOpenBackslash(text);
    this.#parts.push({ text: goesOn ? `${text.slice(0, -1)} ` : text, offset: this.#length, line, column });
    this.#length += text.length;
    if (/[\0\r]/.test(end) && end !== "\r\n") this.oddEnds.push({ place: this.placeOf(this.#length), end });
    return goesOn;
  }

  placeOf(offset: number): Place {
    const part = this.#parts.findLast((one) => one.offset <= offset) ?? this.#parts[0];
    if (!part) return { line: 1, column: 1 };
    const before = part.text.slice(0, offset - part.offset);
    const pairs = before.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0;
    return { line: part.line, column: part.column + before.length - pairs };
  }
}

// Each backslash takes the next character along, so only an odd run of them leaves one over. No regular expression: on a long
// run that isn't at the end it would look at every backslash again and again.
function endsInOpenBackslash(text: string): boolean {
  let run = 0;
  while (text[text.length - 1 - run] === "\\") run += 1;
  return run % 2 === 1;
}
