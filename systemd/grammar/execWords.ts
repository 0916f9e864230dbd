export interface ExecWord {
  /** As written, quotes and escapes included. */
  readonly text: string;
  readonly quoted: boolean;
}

/**
 * The words of a command line as systemd splits it (systemd.syntax(7), "Quoting"): quotes may open anywhere in a word, and a
 * backslash takes the next character along. Undefined when a quote isn't closed.
 */
export function execWords(line: string): ExecWord[] | undefined {
  const words: ExecWord[] = [];
  // A word: any run of escaped characters, quoted parts and plain characters. What can't be matched is an open quote.
  const word = /((?:\\.|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^ \t\\"'])+)(?=[ \t]|$)/suy;
  let position = 0;
  for (;;) {
    while (line[position] === " " || line[position] === "\t") position += 1;
    if (position >= line.length) return words;
    word.lastIndex = position;
    const text = word.exec(line)?.[1];
    if (text === undefined) return undefined;
    words.push({ text, quoted: /["'\\]/.test(text) });
    position += text.length;
  }
}
