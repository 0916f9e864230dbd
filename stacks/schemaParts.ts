import * as z from "zod";
import { suggestion } from "../systemd/closestName.ts";
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
  const schema = textWith(what, (text) =>
    pattern.test(text) ? problem(text) : `expected ${what}, received ${showValue(text)}`,
  );
  patterns.set(schema, pattern);
  return schema;
}

const patterns = new WeakMap<object, RegExp>();

/** The pattern of a {@link word}; undefined for any other schema. */
export function patternOf(schema: object): RegExp | undefined {
  return patterns.get(schema);
}

/** One item, or a list of at least one. */
export function items<Item extends z.ZodType>(what: string, item: Item) {
  const list = z.array(item, expected(what)).min(1, { error: "is an empty list (null leaves a setting out)" });
  return z.union([item, list], expected(what));
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

/** One of a few words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, expected(words.length === 1 ? JSON.stringify(words[0]) : `one of ${words.join(", ")}`));
}
