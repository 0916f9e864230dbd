import { type Check, firstProblem, type ValueKind, type ValueProblem, wrong, wrongWord } from "./valueKind.ts";
import { type Splitting, words } from "./words.ts";

const unquoted: Splitting = { quotes: true, backslash: "drop" };

export interface WordList {
  readonly expected: string;
  /** The words there are; asked for when needed. */
  readonly known: () => readonly string[];
  readonly splitting?: Splitting;
  /** Whether `~` before the list turns it around. */
  readonly invertible?: boolean;
  /** What is right besides the known words. */
  readonly isRight?: (word: string) => boolean;
}

/** The check of a list whose words are known. */
export function listCheck({ expected, known, splitting = unquoted, invertible, isRight }: WordList): Check {
  const problem = (word: string) =>
    isRight?.(word) || known().includes(word) ? undefined : unknownWord(expected, word, known());
  return (text) => {
    const list = words(invertible ? text.replace(/^~/, "") : text, splitting);
    return list ? firstProblem(list, problem) : wrong(expected, text, "a quote is not closed");
  };
}

function unknownWord(expected: string, word: string, known: readonly string[]): ValueProblem {
  if (/^~./.test(word)) return wrong(expected, word, '"~" may only stand before the whole list');
  if (/,/.test(word)) return wrong(expected, word, "the words are separated by spaces");
  return wrongWord(expected, word, known);
}

/** A kind whose values are such lists. */
export function wordList(list: WordList): ValueKind {
  return { expected: list.expected, check: listCheck(list) };
}
