const short: Record<string, string> = {
  "\x07": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
  '"': '\\"',
  "\\": "\\\\",
};

/** A text as Go's `%q` prints it: in double quotes, with escapes for what isn't printable. */
export function goQuote(text: string): string {
  let quoted = "";
  for (const character of text)
    quoted += short[character] ?? (isPrintable(character) ? character : escapeOf(character));
  return `"${quoted}"`;
}

// Letters, marks, numbers, punctuation, symbols, and of the spaces only the ASCII one.
const isPrintable = (character: string) => character === " " || /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(character);

function escapeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, "0")}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, "0")}` : `\\U${code.toString(16).padStart(8, "0")}`;
}
