import * as z from "zod";
import type { Directive, ValueType } from "../systemd/directives/directive.ts";
import { execLine } from "../systemd/grammar/execLine.ts";
import { environmentProblem } from "../systemd/grammar/quote.ts";
import { valueProblem } from "../systemd/grammar/valueProblem.ts";
import { expectedValue } from "../systemd/values/expectedValue.ts";
import { expected, items, textWith, word } from "./schemaParts.ts";
import { showValue } from "./secretText.ts";

// What YAML has for a type besides text. Not for memory: a bare number there is bytes, and was meant to be megabytes.
const numeric: ReadonlySet<ValueType> = new Set([
  ...(["integer", "timespan", "nanoseconds", "size", "tasks", "weight", "rlimit", "rlimitTime", "statuses"] as const),
  ...(["account", "accounts", "cpuSet", "errno", "socketBind", "listenAddress", "condition"] as const),
]);
const truth: ReadonlySet<ValueType> = new Set([
  ...(["boolean", "switch", "delegate", "namespaces", "condition", "flags"] as const),
]);

const scalars = "a string, a number, true or false";
/** What a directive has to be that systemd doesn't know or heed: `allow` may let it pass, so it has to be something to write. */
export const anyValue = items(
  `${scalars}, or a list of such`,
  z.union([text(scalars), z.number(), z.boolean()], expected(scalars)),
);

const schemas = new Map<string, z.ZodType>();

/**
 * The schema of a directive's value: what YAML has to have there, and that a unit can carry it. What a text says is checked in the
 * unit, by {@link lintUnit}. One schema serves all directives of a kind.
 */
export function directiveSchema(row: Directive): z.ZodType {
  const key = [row.type, row.args.includes("number"), row.list, expectedValue(row)].join(" ");
  const schema = schemas.get(key) ?? schemaOf(row);
  schemas.set(key, schema);
  return schema;
}

function schemaOf(row: Directive): z.ZodType {
  const { type, args, list } = row;
  if (type === "exec") return commands;
  if (type === "removed") return anyValue;
  if (type === "environment") return z.union([variables, items(assignments, text(assignments))], expected(assignments));
  const what = inYaml(expectedValue(row));
  const choices = [
    ...(truth.has(type) ? [z.boolean(expected(what))] : []),
    ...(numeric.has(type) || args.includes("number") ? [z.number(expected(what))] : []),
    text(what),
  ];
  const [only, another] = choices;
  const item = only && !another ? only : z.union(choices, expected(what));
  return list ? items(`${what}, or a list of such`, item) : item;
}

// In YAML yes and no are words, and what they mean is written otherwise.
function inYaml(what: string): string {
  return what.replace(/^yes( or|,) no/, "true$1 false").replace(/^octal digits/, "octal digits in quotes");
}

function text(what: string) {
  return textWith(what, lineProblem);
}

// YAML's > and | end what they hold in a line break.
function lineProblem(text: string): string | undefined {
  if (!/^[^\n]+\n$/.test(text)) return valueProblem(text);
  return "ends in a line break, where a directive is one line: write >- or |- for the > or | of YAML";
}

const variable = z.union(
  [textWith("a string", environmentProblem), z.number(), z.boolean(), z.null()],
  expected("a string, a number, true or false (a secret belongs into environmentFile)"),
);
const assignments = 'a map of variables, or assignments like "LANG=C"';

/** Variables of a process, by name. */
export const variables = z.record(
  word("a variable name", /^[A-Za-z_][A-Za-z0-9_]*$/),
  variable,
  expected("a map of variables"),
);

const line = text('a command line like "/usr/bin/python3 /opt/bot/bot.py" or a list of words');
const words = z.array(z.string(expected("a word in quotes")), expected("a list of words"));
const commands = z.union(
  [
    line,
    z
      .array(z.union([z.string(), words], expected("a word in quotes, or a command")))
      .superRefine((list, context) => checkCommands(list, context)),
  ],
  expected("a command line, a list of words, or a list of such commands"),
);

function checkCommands(list: readonly (string | readonly string[])[], context: z.RefinementCtx): void {
  const one = list.every((item) => typeof item === "string");
  const [first = ""] = list;
  // Two lines, or one, were meant to be commands: what is written is one, whose program is all of the first.
  if (one && /[ \t]/.test(String(first)))
    context.addIssue({ code: "custom", path: [0], message: spacedProgram(first) });
  for (const [index, command] of one ? [[undefined, list] as const] : list.entries()) {
    const message = typeof command === "string" ? valueProblem(command) : wordsProblem(command as readonly string[]);
    if (message) context.addIssue({ code: "custom", path: index === undefined ? [] : [index], message });
  }
}

function spacedProgram(program: unknown): string {
  const what = `has white space in the path of a program, ${showValue(program)}`;
  return `${what}: a list of strings holds the words of one command; a list in a list is several, or means just that path`;
}

function wordsProblem(command: readonly string[]): string | undefined {
  if (command.length === 0) return "is empty: it needs at least the path of a program";
  try {
    execLine(command);
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return `can't be a command: ${error.message}`;
    throw error;
  }
}
