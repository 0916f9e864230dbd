import { decodeUnit } from "../grammar/decodeUnit.ts";

const letters: Readonly<Record<string, string>> = {
  ...{ a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v", s: " " },
  ...{ "\\": "\\", '"': '"', "'": "'" },
};
const numeric = /x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{3}/y;

/**
 * The escape of C whose letters after the backslash start at `position` (cunescape_one of src/basic/escape.c), and how many letters it has;
 * undefined where there is none. A NUL is one only where `nul` says so. A byte that is no character of ASCII stands as half a surrogate pair,
 * U+DC00 and its value: with others it may make a character.
 */
export function unescapeOne(text: string, position: number, nul = false): { text: string; length: number } | undefined {
  const letter = letters[text.charAt(position)];
  if (letter !== undefined) return { text: letter, length: 1 };
  numeric.lastIndex = position;
  const code = numeric.exec(text)?.[0];
  if (code === undefined) return undefined;
  const value = /^[xuU]/.test(code) ? Number.parseInt(code.slice(1), 16) : Number.parseInt(code, 8);
  const octal = /^[0-7]/.test(code);
  if ((value === 0 && !nul) || (octal && value > 255) || value > 0x10ffff) return undefined;
  if (value >= 0xd800 && value <= 0xdfff) return undefined;
  const byte = /^[xX0-7]/.test(code) && value >= 0x80;
  return { text: byte ? String.fromCharCode(0xdc00 + value) : String.fromCodePoint(value), length: code.length };
}

/** Whether all of a text can be unescaped (cunescape of src/basic/escape.c). */
export function canUnescape(text: string, nul = false): boolean {
  for (let at = text.indexOf("\\"); at !== -1; at = text.indexOf("\\", at)) {
    const found = unescapeOne(text, at + 1, nul);
    if (!found) return false;
    at += 1 + found.length;
  }
  return true;
}

/** A text with the bytes of {@link unescapeOne} read as UTF-8; those that are none stay as they are. */
export function joinBytes(text: string): string {
  const bytes = Array.from(text, (character) =>
    /^[\udc80-\udcff]$/.test(character) ? Buffer.of(character.charCodeAt(0) - 0xdc00) : Buffer.from(character),
  );
  return decodeUnit(Buffer.concat(bytes));
}
