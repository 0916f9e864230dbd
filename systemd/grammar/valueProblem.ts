// Lone surrogates can't be written as UTF-8; systemd refuses noncharacters as it refuses bad UTF-8: the whole unit
// then doesn't load, although its log speaks of one assignment (systemd src/basic/utf8.c).
const surrogate = /\p{Surrogate}/u;
const noncharacter = /\p{Noncharacter_Code_Point}/u;

/**
 * Why no directive can carry this text, as the end of a sentence ("has a line break, …"); undefined if one can.
 * The rules are those of systemd's line reader (systemd.syntax(7)); CR and NUL end a line there as LF does. A backslash at the end is
 * no problem: the renderer writes a blank after it.
 */
export function valueProblem(value: string): string | undefined {
  if (/[\n\r]/.test(value)) return "has a line break, where a directive is one line";
  if (value.includes("\0")) return "has a NUL character, which ends the line for systemd";
  const encoding = encodingProblem(value);
  if (encoding) return encoding;
  if (/^[ \t]|[ \t]$/.test(value)) return "starts or ends with white space, which systemd strips";
  return undefined;
}

/** Why systemd would not take this text for UTF-8; undefined if it does. */
export function encodingProblem(value: string): string | undefined {
  if (surrogate.test(value)) return "has half of a surrogate pair, which is no character";
  if (noncharacter.test(value)) return "has a Unicode noncharacter, for which systemd refuses the whole unit";
  return undefined;
}
