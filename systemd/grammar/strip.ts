/**
 * Where a text starts and ends without the white space around it, as systemd strips it: blanks and tabs, nothing else. Loops,
 * for a regular expression would take a long run in the middle of a line for a possible end at each of its characters.
 */
export function inner(text: string, from = 0, to = text.length): { from: number; to: number } {
  let start = from;
  let end = to;
  while (start < end && isWhite(text[start])) start += 1;
  while (end > start && isWhite(text[end - 1])) end -= 1;
  return { from: start, to: end };
}

export function strip(text: string): string {
  const { from, to } = inner(text);
  return text.slice(from, to);
}

/** Without the white space at its end. */
export function stripEnd(text: string): string {
  let end = text.length;
  while (isWhite(text[end - 1])) end -= 1;
  return text.slice(0, end);
}

export function isWhite(character: string | undefined): boolean {
  return character === " " || character === "\t";
}
