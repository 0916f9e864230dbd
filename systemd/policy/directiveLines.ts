import type { ValueType } from "../directives/directive.ts";
import type { Command, Commands, Scalar } from "../directives/valueShapes.ts";
import { execLine } from "../grammar/execLine.ts";
import { environmentWord } from "../grammar/quote.ts";
import type { DirectiveValue, ValuePath } from "./parameters.ts";

/** The text after the `=` of one line, and the part of the value that it comes from. */
export interface DirectiveLine {
  readonly value: string;
  /** The index of the item, or the name of the variable; empty for a value that gives one line. */
  readonly at: ValuePath;
}

/**
 * The lines of a directive: one for a single value, one per item of a list or per variable. Without a type, as for a directive
 * that nobody knows, nothing is quoted.
 * @throws RangeError for a value that is no text, and for what no process can be given, as a word with a NUL
 */
export function directiveLines(type: ValueType | undefined, value: DirectiveValue): DirectiveLine[] {
  if (type === "exec" && isCommands(value)) return commandLines(value);
  if (type === "environment" && isMap(value)) return environmentLines(value);
  if (!isList(value)) return [{ value: scalarText(value), at: [] }];
  return value.map((item, index) => ({ value: scalarText(item), at: [index] }));
}

function environmentLines(variables: Readonly<Record<string, Scalar | null>>): DirectiveLine[] {
  return Object.entries(variables).flatMap(([name, value]) =>
    value === null ? [] : [{ value: environmentWord(name, String(value)), at: [name] }],
  );
}

function commandLines(commands: Commands): DirectiveLine[] {
  if (isOneCommand(commands)) return [{ value: commandLine(commands), at: [] }];
  return commands.map((command, index) => ({ value: commandLine(command), at: [index] }));
}

/** Whether this is one command; a list that holds a list holds commands. */
export function isOneCommand(commands: Commands): commands is Command {
  return typeof commands === "string" || commands.every((word) => typeof word === "string");
}

function commandLine(command: Command): string {
  return typeof command === "string" ? command : execLine(command);
}

function scalarText(value: unknown): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string" || typeof value === "number") return String(value);
  throw new RangeError(`expected a string, a number, true or false, received ${JSON.stringify(value)}`);
}

function isCommands(value: DirectiveValue): value is Commands {
  return typeof value === "string" || isList(value);
}

function isList(value: DirectiveValue): value is Extract<DirectiveValue, readonly unknown[]> {
  return Array.isArray(value);
}

function isMap(value: DirectiveValue): value is Extract<DirectiveValue, Readonly<Record<string, unknown>>> {
  return typeof value === "object" && !Array.isArray(value);
}
