import { suggestion } from "../closestName.ts";
import type { Directive } from "../directives/directive.ts";
import type { Rule } from "../lint/rules.ts";
import { tokensIn } from "../lint/tokenText.ts";

export interface ValueProblem {
  readonly rule: Rule;
  /** `expected X, received Y`, and sometimes what to do; lower case, no full stop. */
  readonly text: string;
}

/** What is wrong about a value that isn't empty; undefined if nothing is. */
export type Check = (text: string, directive: Directive, systemd: number | undefined) => ValueProblem | undefined;

/** A kind of values: what they look like, and how to tell whether a text is one. */
export interface ValueKind {
  /** The end of "expected ". */
  readonly expected: string | ((directive: Directive) => string);
  readonly check: Check;
  /** Whether the empty text takes back what was set before. Otherwise systemd ignores it with a warning. */
  readonly resets?: false | ((directive: Directive, systemd: number | undefined) => boolean);
}

/** A kind whose texts are right or wrong as a whole, maybe with a hint for the wrong ones. */
export function plainKind(
  expected: string,
  isRight: (text: string) => boolean,
  more: { readonly resets?: false; readonly hint?: (text: string) => string | undefined } = {},
): ValueKind {
  const check: Check = (text) => (isRight(text) ? undefined : wrong(expected, text, more.hint?.(text)));
  return { expected, check, ...(more.resets === false && { resets: false as const }) };
}

/** `expected X, received "Y"`, and after a semicolon the hint. */
export function wrong(expected: string, text: string, hint?: string, rule: Rule = "wrong-value"): ValueProblem {
  return { rule, text: `expected ${expected}, received ${received(text)}${hint ? `; ${hint}` : ""}` };
}

/** As {@link wrong} for a word that should have been one of some, with the nearest of them. */
export function wrongWord(expected: string, word: string, known: readonly string[]): ValueProblem {
  const exact = known.find((name) => name.toLowerCase() === word.toLowerCase());
  return wrong(expected, word, exact ? `did you mean ${JSON.stringify(exact)}?` : suggestion(word, known).slice(2));
}

/** The first problem among the words of a list. */
export function firstProblem(
  words: Iterable<string>,
  problem: (word: string) => ValueProblem | undefined,
): ValueProblem | undefined {
  for (const word of words) {
    const found = problem(word);
    if (found) return found;
  }
  return undefined;
}

const longestShown = 60;

/** A text as a message may show it: short, never a secret, and nothing in it that a terminal would act on. */
export function received(text: string): string {
  if (text === "") return "nothing";
  if (tokensIn(text).length > 0) return "a secret (not shown)";
  return visible(JSON.stringify(text.length > longestShown ? `${text.slice(0, longestShown)}…` : text));
}

/** The same for what a message of another part quotes. */
export function readable(message: string): string {
  const short = message.replace(/"(?:[^"\\]|\\.)*"/gs, (quoted) => {
    if (tokensIn(quoted).length > 0) return "a secret (not shown)";
    return quoted.length > longestShown + 2 ? `${quoted.slice(0, longestShown)}…"` : quoted;
  });
  return visible(short);
}

function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
