import { joinBytes, unescapeOne } from "./unescapeOne.ts";

/** How systemd splits a value into words (extract_first_word of src/basic/extract-word.c); each parser has its own way. */
export interface Splitting {
  /** Whether quotes hold a word together and are removed; otherwise they are letters as any. */
  readonly quotes?: boolean;
  /** A backslash takes the next letter as it is (drop), is a letter itself (keep), or starts an escape of C (c). */
  readonly backslash?: "drop" | "keep" | "c";
  /** What ends a word; white space by default. */
  readonly separators?: string;
  /** Whether several separators in a row are one; for white space they are. */
  readonly coalesce?: boolean;
}

const whiteSpace = " \t\n\r";

/** The words of a text; undefined when systemd can't split it: a quote that isn't closed, an escape that isn't one. */
export function words(text: string, splitting: Splitting = {}): string[] | undefined {
  const { separators = whiteSpace } = splitting;
  if (separators === whiteSpace && !/["'\\]/.test(text)) return text.split(/[ \t\n\r]+/).filter((word) => word !== "");
  const reader = new WordReader(text, splitting);
  const found: string[] = [];
  for (;;) {
    const word = reader.next();
    if (word === undefined) return found;
    if (word === false) return undefined;
    found.push(word);
  }
}

/** Reads a text word by word, where the separators change on the way. */
export class WordReader {
  private readonly text: string;
  private readonly splitting: Splitting;
  private position = 0;
  private done = false;
  private hasBytes = false;
  /** The separator that ended the last word; "" at the end of the text. */
  separator = "";

  constructor(text: string, splitting: Splitting) {
    this.text = text;
    this.splitting = splitting;
  }

  /** The next word; undefined at the end, false when systemd can't read it. White space alone runs together, unless told. */
  next(
    separators = this.splitting.separators ?? whiteSpace,
    coalesce = this.splitting.coalesce ?? separators === whiteSpace,
  ): string | undefined | false {
    if (coalesce) this.skip(separators);
    if (coalesce && this.position >= this.text.length) this.done = true;
    if (this.done) return undefined;
    const word = this.read(separators);
    if (coalesce) this.skip(separators);
    return word;
  }

  /** What hasn't been read yet. */
  get rest(): string {
    return this.text.slice(this.position);
  }

  private skip(separators: string): void {
    while (this.position < this.text.length && separators.includes(this.text.charAt(this.position))) this.position += 1;
  }

  private read(separators: string): string | false {
    let word = "";
    let quote = "";
    for (; this.position < this.text.length; this.position += 1) {
      const letter = this.text.charAt(this.position);
      if (letter === "\\" && this.splitting.backslash !== "keep") {
        const escaped = this.escape(separators);
        if (escaped === undefined) return false;
        word += escaped;
      } else if (quote !== "") {
        if (letter === quote) quote = "";
        else word += letter;
      } else if (this.splitting.quotes && (letter === '"' || letter === "'")) quote = letter;
      else if (separators.includes(letter)) return this.end(word, letter);
      else word += letter;
    }
    this.separator = "";
    this.done = true;
    return quote === "" ? this.mended(word) : false;
  }

  private end(word: string, separator: string): string {
    this.separator = separator;
    this.position += 1;
    return this.mended(word);
  }

  // Bytes of escapes are characters only together.
  private mended(word: string): string {
    return this.hasBytes ? joinBytes(word) : word;
  }

  // At a backslash; leaves the position at the last letter of the escape.
  private escape(separators: string): string | undefined {
    const next = this.text.charAt(this.position + 1);
    if (next === "") return undefined;
    if (this.splitting.backslash === "c") {
      const found = unescapeOne(this.text, this.position + 1);
      if (found) {
        this.hasBytes ||= /[\udc80-\udcff]/.test(found.text);
        this.position += found.length;
        return found.text;
      }
      if (separators === whiteSpace || !(separators.includes(next) || next === "\\")) return undefined;
    }
    this.position += next.length;
    return next;
  }
}
