import { decodeUnit } from "./decodeUnit.ts";

const letters: Readonly<Record<string, number>> = {
  ...{ a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, s: 32, '"': 34, "'": 39, "\\": 92 },
};
const numeric = /^\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3}))$/;
const token = /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{3}|.)|[^\\"']+|./gsu;

/**
 * What a word of Exec*= or Environment= stands for: its quotes are removed and its C escapes resolved, specifiers and variables not.
 * systemd.syntax(7), "Quoting". An escape that systemd doesn't know stays as it is, as it does there; a byte that is no UTF-8
 * becomes half a surrogate pair.
 */
export function unescapeWord(word: string): string {
  if (!/["'\\]/.test(word)) return word;
  let quote = "";
  let plain = true;
  const parts: string[] = [];
  for (const [part] of word.matchAll(token)) {
    if (part === quote) quote = "";
    else if (quote === "" && (part === '"' || part === "'")) quote = part;
    else if (part.startsWith("\\")) {
      plain = false;
      parts.push(bytesOf(part));
    } else parts.push(Buffer.from(part).toString("latin1"));
  }
  const bytes = Buffer.from(parts.join(""), "latin1");
  return plain ? bytes.toString("utf8") : decodeUnit(bytes);
}

/** An escape as the bytes it stands for, each a character. */
function bytesOf(sequence: string): string {
  const letter = letters[sequence.slice(1)];
  if (letter !== undefined) return String.fromCharCode(letter);
  const [, hex, short, long, octal] = numeric.exec(sequence) ?? [];
  const code = octal ? Number.parseInt(octal, 8) : Number.parseInt(hex ?? short ?? long ?? "0", 16);
  // No word can hold a NUL.
  if (code === 0 || (octal && code > 255) || code > 0x10ffff) return Buffer.from(sequence).toString("latin1");
  return hex || octal ? String.fromCharCode(code) : Buffer.from(String.fromCodePoint(code)).toString("latin1");
}
