import { longestJoined } from "./logicalLines.ts";

// The last blank of a run before what starts neither a comment nor a text that a byte order mark would be cut from; and no
// backslash before, which would take the next one along.
const joint = /(?<!\\) (?=[^ \t#;\ufeff])/;

/**
 * A line that is one byte longer than systemd reads, as two that it joins to the same: joined lines may be that byte longer.
 * Undefined when it is too long for that, too, or has no blank to break at.
 */
export function breakLine(line: string, bytes: number): string | undefined {
  const at = bytes <= longestJoined ? line.search(joint) : -1;
  return at > 0 ? `${line.slice(0, at)}\\\n${line.slice(at + 1)}` : undefined;
}
