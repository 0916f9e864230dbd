import { execLine } from "../grammar/execLine.ts";
import { environmentWord } from "../grammar/quote.ts";
import type { BotParameters, Command, DirectiveSpec, Scalar } from "./parameters.ts";

type Value = NonNullable<BotParameters[keyof BotParameters]>;

/** The texts of a directive's lines: one for a single value, one per item of a list or per variable. */
export function directiveLines(spec: DirectiveSpec, value: Value): string[] {
  if (spec.kind === "environment") return environmentLines(value as Readonly<Record<string, Scalar | null>>);
  if (spec.kind === "command") return [commandLine(value as Command)];
  if (spec.kind === "commands") return commandLines(value as string | readonly Command[]);
  return (Array.isArray(value) ? value : [value as Scalar]).map(scalarText);
}

function environmentLines(variables: Readonly<Record<string, Scalar | null>>): string[] {
  return Object.entries(variables).flatMap(([name, value]) =>
    value === null ? [] : [environmentWord(name, String(value))],
  );
}

function commandLines(commands: string | readonly Command[]): string[] {
  return isOneCommand(commands) ? [commandLine(commands)] : commands.map(commandLine);
}

/** Whether this is one command; a list that holds a list holds commands. */
export function isOneCommand(commands: string | readonly Command[]): commands is Command {
  return typeof commands === "string" || commands.every((word) => typeof word === "string");
}

function commandLine(command: Command): string {
  return typeof command === "string" ? command : execLine(command);
}

function scalarText(value: Scalar): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}
