import { directive } from "../directives/directive.ts";
import { execLine } from "../grammar/execLine.ts";
import { environmentWord } from "../grammar/quote.ts";
import { defaultLines, headLines } from "./defaultLines.ts";
import { directiveLines } from "./directiveLines.ts";
import { GivenDirectives } from "./givenDirectives.ts";
import { hardeningLines } from "./hardeningLines.ts";
import { type Place, parameterDirectives, type SectionName, sections } from "./parameterDirectives.ts";
import { type BotParameters, type DirectiveValue, rawSections, type ValuePath } from "./parameters.ts";
import { presetCommand, presetVariables } from "./presetCommand.ts";
import { setsVariable } from "./setsVariable.ts";

/** One line of a bot's unit, and why it stands there. */
export interface BotLine {
  readonly section: SectionName;
  readonly directive: string;
  readonly value: string;
  /**
   * The parameter it comes from, as a path: `["memoryMax"]`, `["environment", "TZ"]`, `["execStartPre", 1]`,
   * `["service", "MemoryMax"]`, `["hardening"]`, `["python"]`; empty for a default.
   */
  readonly from: ValuePath;
}

const atHead = ["description", "type"];
const elsewhere = new Set([...atHead, "dependencies", "hardening", ...Object.keys(rawSections)]);

/**
 * The lines of a bot's unit, in the order of the unit file: {@link ./botUnit.ts} says which.
 * @throws RangeError for a key that is no parameter, and for a word or variable no process can be given, as one with a NUL
 */
export function botLines(name: string, parameters: BotParameters): BotLine[] {
  const given = new GivenDirectives(parameters);
  const own = Object.keys(parameters).filter((key) => !elsewhere.has(key));
  const lines = [
    ...headLines(name, given),
    ...[...atHead, ...own].flatMap((key) => parameterLines(key, parameters)),
    ...defaultLines(parameters, given),
    ...restrictions(parameters, given),
    ...rawLines(parameters),
  ];
  return sections.flatMap((section) => lines.filter((line) => line.section === section));
}

function parameterLines(key: string, parameters: BotParameters): BotLine[] {
  const place = parameterDirectives.get(key);
  if (place) return linesAt(place, parameters[key as keyof BotParameters] as DirectiveValue | null | undefined, [key]);
  if (key === "python" || key === "node") return presetLines(key, parameters);
  if (key === "timezone") return parameters.timezone ? variable(key, "TZ", parameters.timezone, parameters) : [];
  throw new RangeError(`${JSON.stringify(key)} is no parameter of a bot`);
}

function linesAt([section, name]: Place, value: DirectiveValue | null | undefined, from: ValuePath): BotLine[] {
  if (value === null || value === undefined) return [];
  const lines = directiveLines(directive(section, name)?.type, value);
  return lines.map((line) => ({ section, directive: name, value: line.value, from: [...from, ...line.at] }));
}

function presetLines(key: "python" | "node", parameters: BotParameters): BotLine[] {
  const words = presetCommand(key, parameters);
  if (!words) return [];
  const [name, value] = presetVariables[key];
  const wantsNone = parameters.environment === null || parameters.service?.Environment === null;
  const command: BotLine = { section: "Service", directive: "ExecStart", value: execLine(words), from: [key] };
  return [...(wantsNone ? [] : variable(key, name, value, parameters)), command];
}

/** A variable, unless the bot names it itself. */
function variable(key: string, name: string, value: string, parameters: BotParameters): BotLine[] {
  if (setsVariable(parameters, name)) return [];
  return [{ section: "Service", directive: "Environment", value: environmentWord(name, value), from: [key] }];
}

function restrictions({ hardening }: BotParameters, given: GivenDirectives): BotLine[] {
  if (!hardening) return [];
  const lines = hardeningLines[hardening].filter(([name]) => !given.has("Service", name));
  return lines.map(([name, value]) => ({ section: "Service", directive: name, value, from: ["hardening"] }));
}

function rawLines(parameters: BotParameters): BotLine[] {
  return Object.entries(rawSections).flatMap(([key, section]) =>
    Object.entries(parameters[key as keyof typeof rawSections] ?? {}).flatMap(([name, value]) =>
      linesAt([section, name], value, [key, name]),
    ),
  );
}
