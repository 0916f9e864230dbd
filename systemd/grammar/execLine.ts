import { quoteExecWord, quoteLiteralWord } from "./quote.ts";

/**
 * A command line of literal words: each arrives unchanged as one argument. The first is the program's absolute path, after systemd's
 * prefixes if any (`-/usr/bin/x`). systemd.service(5), "Command lines"; {@link execCommands} is the way back.
 * @throws RangeError as {@link quoteExecWord}
 */
export function execLine(words: readonly string[]): string {
  const [first = "", ...rest] = words;
  const verbatim = /^[^/]*:[^/]*\//.test(first);
  // `$` has no meaning in the program's path, so it isn't doubled there.
  return [quoteLiteralWord(first), ...rest.map(verbatim ? quoteLiteralWord : quoteExecWord)].join(" ");
}
