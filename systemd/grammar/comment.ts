import type { Entry } from "../unit.ts";
import { byteCount } from "./decodeUnit.ts";
import { longestLine } from "./logicalLines.ts";
import { stripEnd } from "./strip.ts";

// Some characters may take three bytes where the file had one.
const pieceLength = Math.floor(longestLine / 4);

/**
 * A text as comments: one, unless it became longer than a line may be. Half surrogate pairs become U+FFFD, for systemd reads
 * comments without a look at their encoding, but no text file can hold such a character.
 */
export function commentEntries(mark: string, text: string): Entry[] {
  const whole = text.replace(/\p{Surrogate}/gu, "\ufffd");
  if (byteCount(whole) < longestLine) return [[mark, whole]];
  const characters = Array.from(whole);
  const entries: Entry[] = [];
  for (let from = 0; from < characters.length; from += pieceLength) {
    const piece = characters.slice(from, from + pieceLength).join("");
    entries.push([mark, stripEnd(piece)]);
  }
  return entries;
}
