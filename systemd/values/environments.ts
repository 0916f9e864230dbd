import { encodingProblem } from "../grammar/valueProblem.ts";
import { afterSpecifiers, isProblem, resolve } from "./specifiers.ts";
import { firstProblem, type ValueKind, type ValueProblem, wrong } from "./valueKind.ts";
import { words } from "./words.ts";

const nameShape = /^[A-Za-z_][A-Za-z0-9_]*$/;
const assignments = 'assignments like NAME=value or "NAME=two words"';

function wordsKind(
  expected: string,
  backslash: "c" | "drop",
  problem: (word: string) => ValueProblem | undefined,
): ValueKind {
  return {
    expected,
    check(text) {
      const list = words(text, { quotes: true, backslash });
      return list ? firstProblem(list, problem) : wrong(expected, text, splitHint(text));
    },
  };
}

function splitHint(text: string): string {
  const quotes = text.replace(/\\./gs, "").replace(/"[^"]*"|'[^']*'/g, "");
  return /["']/.test(quotes) ? "a quote is not closed" : "a backslash is written \\\\";
}

/** Words, each a variable and its value. systemd drops a bad word and keeps the others. */
export const environment = wordsKind(assignments, "c", (word) => assignmentProblem(word, assignments));

function assignmentProblem(word: string, expected: string): ValueProblem | undefined {
  const resolved = resolve(word);
  if (isProblem(resolved)) return resolved;
  const [, name, value = ""] = /^([^=]*)=(.*)$/s.exec(word) ?? [];
  if (name === undefined) return wrong(expected, word, valueHint(word));
  // A specifier in the name is as unlikely as it is unknown what becomes of it.
  if (!nameShape.test(name) && !/%[A-Za-z]/.test(name)) return wrong(expected, `${name}=…`, nameHint);
  return encodingProblem(value) ? wrong(expected, `${name}=…`, `the value ${encodingProblem(value)}`) : undefined;
}

function valueHint(word: string): string {
  return word === "export" ? "no shell reads this" : "a value with spaces is quoted together with its name";
}

const nameHint = "a name has only letters, digits and _, and no digit first";

const names = "names of variables";
export const environmentNames = wordsKind(names, "drop", (word) =>
  afterSpecifiers(word, (name) => (nameShape.test(name) ? undefined : wrong(names, word, commaHint(word)))),
);

const unset = "names of variables, or assignments like NAME=value";
export const unsetEnvironment = wordsKind(unset, "c", (word) => {
  if (word.includes("=")) return assignmentProblem(word, unset);
  return afterSpecifiers(word, (name) => (nameShape.test(name) ? undefined : wrong(unset, word, commaHint(word))));
});

function commaHint(word: string): string | undefined {
  return word.includes(",") ? "the names are separated by spaces" : undefined;
}

const fields = 'journal fields like "BOT=echo"';

/** Fields of the journal: capitals, digits and `_`, at most 64. */
export const logFields = wordsKind(fields, "c", (word) =>
  afterSpecifiers(word, (field) =>
    /^[A-Z][A-Z0-9_]{0,63}=/.test(field)
      ? undefined
      : wrong(fields, word, "a field has only capitals, digits and _, and starts with a letter"),
  ),
);
