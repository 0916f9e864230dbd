import * as z from "zod";
import { suggestion } from "./closestName.ts";
import { showValue } from "./secretText.ts";

interface RawIssue {
  readonly code?: string | undefined;
  readonly input?: unknown;
}

/** The message `expected WHAT, received …`, for zod's error option. */
export function expected(what: string) {
  return { error: (issue: RawIssue) => `expected ${what}, received ${showValue(issue.input)}` };
}

/** A string with a rule of its own; `problem` says what is wrong as the end of a sentence. */
export function textWith(what: string, problem: (text: string) => string | undefined) {
  return z.string(expected(what)).superRefine((text, context) => {
    const found = problem(text);
    if (found) context.addIssue({ code: "custom", message: found });
  });
}

/** A string of one pattern, and maybe a rule besides. */
export function word(what: string, pattern: RegExp, problem: (text: string) => string | undefined = () => undefined) {
  return textWith(what, (text) =>
    pattern.test(text) ? problem(text) : `expected ${what}, received ${showValue(text)}`,
  );
}

/** One item, or a list of at least one. */
export function items<Item extends z.ZodType>(what: string, item: Item) {
  const list = z.array(item, expected(what)).min(1, { error: "is an empty list (null leaves a setting out)" });
  return z.union([item, list], expected(what));
}

/**
 * Strings that systemd splits into words at white space and reads without quotes, so that no word may hold them.
 * With "whole" the string is one value and isn't split.
 */
export function oneOrMore(what: string, problem: (text: string) => string | undefined, form?: "whole") {
  return items(what, textWith(what, form === "whole" ? problem : (text) => wordsProblem(text, problem)));
}

function wordsProblem(text: string, problem: (text: string) => string | undefined): string | undefined {
  // The empty value takes back what systemd set before, as in CapabilityBoundingSet=.
  if (text === "") return undefined;
  if (/["'\\\p{Cc}\p{Surrogate}\p{Noncharacter_Code_Point}]/u.test(text))
    return "has a quote, a backslash or a control character, which no word can hold here";
  const words = text.split(" ");
  if (words.includes("")) return "has white space at an end, or two in a row";
  return words.map(problem).find((found) => found !== undefined);
}

/** A map with just these keys. An unknown key gives one line of message a key, with what was probably meant. */
export function strictMap<Shape extends z.core.$ZodLooseShape>(what: string, shape: Shape) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== "unrecognized_keys") return `expected ${what}, received ${showValue(issue.input)}`;
      return issue.keys.map((key) => `unknown key${suggestion(key, known)}`).join("\n");
    },
  });
}
