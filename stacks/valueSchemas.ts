import * as z from "zod";
import { argvProblem, execLineProblem } from "../systemd/grammar/execLine.ts";
import { environmentProblem } from "../systemd/grammar/quote.ts";
import { specifierProblem } from "../systemd/grammar/specifierProblem.ts";
import { unitNameProblem } from "../systemd/grammar/unitName.ts";
import { valueProblem } from "../systemd/grammar/valueProblem.ts";
import { isOneCommand } from "../systemd/policy/directiveLines.ts";
import type { DirectiveSpec, ValueTypes } from "../systemd/policy/parameters.ts";
import { folderProblem, nameProblem, pathProblem } from "./pathProblem.ts";
import { expected, items, oneOrMore, textWith, word } from "./schemaParts.ts";

const plainText = (text: string) => (text === "" ? "is empty" : (valueProblem(text) ?? specifierProblem(text)));
const unitWord = (text: string) => {
  const problem = specifierProblem(text) ?? unitNameProblem(text.replaceAll(/%[A-Za-z]/g, "x"));
  return problem && `${JSON.stringify(text)} ${problem}`;
};
const uriWord = (text: string) =>
  /^(?:https?:\/\/|man:|file:\/|info:)[^\s"'\\]+$/.test(text)
    ? undefined
    : `has ${JSON.stringify(text)}, where https://…, man:…, file:… or info:… is expected`;
const statusWord = (text: string) =>
  /^(?:[0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5]|[A-Z][A-Z0-9_+-]*)$/.test(text)
    ? undefined
    : `has ${JSON.stringify(text)}, where exit statuses (0 to 255, or names) and signals like SIGTERM are expected`;

const signals =
  /^SIG(?:HUP|INT|QUIT|ILL|TRAP|ABRT|BUS|FPE|KILL|USR1|SEGV|USR2|PIPE|ALRM|TERM|STKFLT|CHLD|CONT|STOP|TSTP|TTIN|TTOU|URG|XCPU|XFSZ|VTALRM|PROF|WINCH|IO|PWR|SYS|RTMIN(?:\+[0-9]{1,2})?|RTMAX(?:-[0-9]{1,2})?)$/;
const timeUnit = "(?:usec|us|µs|msec|ms|seconds?|sec|s|minutes?|min|m|hours?|hr|h|days?|d|weeks?|w|months?|M|years?|y)";
const timespan = new RegExp(
  `^(?:infinity|[0-9]+(?:\\.[0-9]+)?(?: ?${timeUnit}(?: ?[0-9]+(?:\\.[0-9]+)? ?${timeUnit})*)?)$`,
);
const output =
  /^(?:inherit|null|tty|journal|kmsg|journal\+console|kmsg\+console|socket|fd(?::[A-Za-z0-9._-]+)?|(?:file|append|truncate):\/.+)$/;

const status = expected("an exit status from 0 to 255, or a name like SIGTERM");
const seconds = 'a number of seconds or a string like "1min 30s"';
const line = textWith('a command line like "/usr/bin/python3 /opt/bot/bot.py" or a list of words', execLineProblem);
const words = z.array(z.string(expected("a word in quotes")), expected("a list of words"));
const variable = z.union(
  [textWith("a string", environmentProblem), z.number(), z.boolean(), z.null()],
  expected("a string, a number, true or false (a secret belongs into environmentFile)"),
);

/** The schema of each kind of value. */
const schemas: { readonly [Kind in keyof ValueTypes]: z.ZodType<ValueTypes[Kind]> } = {
  text: textWith("a string", plainText),
  boolean: z.boolean(expected("true or false")),
  timespan: z.union(
    [
      // systemd knows no exponents, and JavaScript writes 0.0000001 with one.
      z
        .number(expected(seconds))
        .refine((value) => value >= 0 && value <= 1e9 && !`${value}`.includes("e"), expected(seconds)),
      word(seconds, timespan),
    ],
    expected(seconds),
  ),
  memory: word('a string like "256M"', /^(?:[0-9]+(?:\.[0-9]+)?[KMGTPE]?B?|[0-9]+(?:\.[0-9]{1,2})?%|infinity)$/),
  percentage: word('a string like "50%"', /^[0-9]+(?:\.[0-9]{1,2})?%$/),
  count: numberOr('a whole number, "10%" or "infinity"', /^(?:[0-9]+|[0-9]+(?:\.[0-9]{1,2})?%|infinity)$/),
  limit: numberOr('a whole number, "infinity" or "SOFT:HARD"', /^(?:[0-9]+|infinity)(?::(?:[0-9]+|infinity))?$/),
  mode: word('octal digits in quotes like "0077"', /^[0-7]{3,4}$/),
  signal: word('a signal like "SIGINT"', signals),
  account: word(
    'the name of a user or group (a number in quotes, like "1000")',
    /^[A-Za-z0-9_%][A-Za-z0-9_.%-]{0,254}\$?$/,
  ),
  output: word('where output goes, like "journal" or "append:/var/log/bot.log"', output, plainText),
  unit: textWith("a unit name like redis.service", unitWord),
  path: textWith("an absolute path", pathProblem),
  folder: textWith("an absolute path", folderProblem),
  units: oneOrMore("a unit name like redis.service, or a list of them", unitWord),
  uris: oneOrMore("an address like https://example.org, or a list of them", uriWord),
  words: oneOrMore("a string of words, or a list of them", (text) => specifierProblem(text)),
  statuses: items(
    "an exit status from 0 to 255, a name like SIGTERM, or a list of them",
    z.union([z.int().min(0, status).max(255, status), textWith("an exit status", eachWord(statusWord))], status),
  ),
  optionalPaths: oneOrMore(
    "an absolute path, or a list of them",
    (text) => pathProblem(text.replace(/^-/, "")),
    "whole",
  ),
  wordPaths: oneOrMore("an absolute path, or a list of them", (text) => pathProblem(text.replace(/^-?\+?/, ""))),
  folderNames: oneOrMore("the name of a folder, or a list of them", nameProblem),
  environment: z.record(word("a variable name", /^[A-Za-z_][A-Za-z0-9_]*$/), variable, expected("a map of variables")),
  command: z.union(
    [line, words.superRefine(checkWords)],
    expected('a command line like "/usr/bin/python3 /opt/bot/bot.py" or a list of words'),
  ),
  commands: z.union(
    [line, z.array(z.union([z.string(), words], expected("a word, or a command"))).superRefine(checkCommands)],
    expected("a command line, a list of words, or a list of such commands"),
  ),
};

/** The schema of a directive's value. */
export function valueSchema(spec: DirectiveSpec): z.ZodType {
  if (spec.kind === "integer") {
    const range = expected(`a whole number from ${spec.min} to ${spec.max}`);
    return z.int(range).min(spec.min, range).max(spec.max, range);
  }
  if (spec.kind === "choice") return z.enum(spec.values, expected(`one of ${spec.values.join(", ")}`));
  if (spec.kind === "switch") {
    const what = expected(`true, false, or one of ${spec.values.join(", ")}`);
    return z.union([z.boolean(), z.enum(spec.values)], what);
  }
  return schemas[spec.kind];
}

function numberOr(what: string, pattern: RegExp) {
  return z.union([z.int(expected(what)).min(1, expected(what)), word(what, pattern)], expected(what));
}

function eachWord(problem: (text: string) => string | undefined) {
  return (text: string) =>
    text
      .split(" ")
      .map(problem)
      .find((found) => found !== undefined);
}

function checkWords(command: readonly string[], context: z.RefinementCtx): void {
  const problem = argvProblem(command);
  if (problem) context.addIssue({ code: "custom", message: problem });
}

function checkCommands(commands: readonly (string | readonly string[])[], context: z.RefinementCtx): void {
  if (isOneCommand(commands)) {
    if (typeof commands !== "string") checkWords(commands, context);
    return;
  }
  for (const [index, command] of commands.entries()) {
    const problem = typeof command === "string" ? execLineProblem(command) : argvProblem(command);
    if (problem) context.addIssue({ code: "custom", path: [index], message: problem });
  }
}
