import { isWhite } from "./strip.ts";
import { unescapeWord } from "./unescapeWord.ts";

export interface ExecWord {
  /** As written, quotes and escapes included. */
  readonly text: string;
  readonly quoted: boolean;
  /** Without quotes and escapes; specifiers and variables are left in it. */
  readonly value: string;
}

/**
 * The words of a command line as systemd splits it (systemd.syntax(7), "Quoting"): quotes may open anywhere in a word, and a
 * backslash takes the next character along. Undefined when a quote isn't closed.
 */
export function execWords(line: string): ExecWord[] | undefined {
  const words: ExecWord[] = [];
  for (let position = 0; ; ) {
    while (isWhite(line[position])) position += 1;
    if (position >= line.length) return words;
    const end = wordEnd(line, position);
    if (end === undefined) return undefined;
    const text = line.slice(position, end);
    words.push({ text, quoted: /["'\\]/.test(text), value: text === "\\;" ? ";" : unescapeWord(text) });
    position = end;
  }
}

/** Where the word that starts at `from` ends; undefined when a quote is open there. */
function wordEnd(line: string, from: number): number | undefined {
  let quote = "";
  for (let at = from; at < line.length; at += 1) {
    const character = line[at] ?? "";
    if (character === "\\") at += 1;
    else if (character === quote) quote = "";
    else if (quote === "" && (character === '"' || character === "'")) quote = character;
    else if (quote === "" && isWhite(character)) return at;
  }
  return quote === "" ? line.length : undefined;
}
