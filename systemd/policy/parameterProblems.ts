import { currentName } from "../directives/directive.ts";
import { argvProblem } from "../grammar/execProblem.ts";
import { parameterDirectives } from "./parameterDirectives.ts";
import { type BotParameters, rawSections, type ValuePath } from "./parameters.ts";
import { presetCommand, workingDirectory } from "./presetCommand.ts";
import { setsVariable } from "./setsVariable.ts";
import { timezoneProblem } from "./timezoneProblem.ts";

/** What doesn't fit together in a bot's parameters, and where. */
export interface ParameterProblem {
  readonly path: ValuePath;
  /** A sentence in lower case without its full stop. */
  readonly text: string;
  /** The parameters that it may follow from: where one of them is wrong itself, this says nothing new. */
  readonly after?: readonly ValuePath[];
}

/** All that is wrong between the parameters of a bot, each value being right on its own. A value of another type is passed over. */
export function parameterProblems(parameters: BotParameters): ParameterProblem[] {
  return [
    ...twiceGiven(parameters),
    ...commandProblems(parameters),
    ...pythonProblems(parameters),
    ...nodeProblems(parameters),
    ...timezoneProblems(parameters),
  ];
}

/** The parameter of a directive. */
const parameterOf = new Map(
  Array.from(parameterDirectives, ([name, [section, directive]]) => [`${section}.${directive}`, name]),
);

/** The same directive as a parameter and raw: which one holds? */
function twiceGiven(parameters: BotParameters): ParameterProblem[] {
  return Object.entries(rawSections).flatMap(([key, section]) =>
    Object.keys(mapOf(parameters[key as keyof typeof rawSections])).flatMap((directive) => {
      const name = parameterOf.get(`${section}.${currentName(section, directive)}`) as keyof BotParameters | undefined;
      if (name === undefined || !isGiven(parameters[name])) return [];
      return [{ path: [key, directive], text: `is given as ${name} too: leave one of them out` }];
    }),
  );
}

const presets = ["python", "node"] as const;

function commandProblems(parameters: BotParameters): ParameterProblem[] {
  const given: string[] = presets.filter((name) => isGiven(parameters[name]));
  if (isGiven(parameters.execStart)) given.unshift("execStart");
  else if (isGiven(mapOf(parameters.service).ExecStart)) given.unshift("service.ExecStart");
  const [first, ...more] = given;
  return more.map((name) => ({ path: [name], text: `can't be given with ${first}: a bot runs one command` }));
}

function pythonProblems(parameters: BotParameters): ParameterProblem[] {
  const { venv = "venv", script, module } = mapOf(parameters.python);
  if (!isGiven(parameters.python)) return [];
  if (isGiven(script) && isGiven(module)) return [{ path: ["python", "module"], text: "can't be given with script" }];
  if (!isGiven(script) && !isGiven(module)) {
    return [{ path: ["python"], text: "has no script: give script, or module" }];
  }
  if (isRelative(venv) && workingDirectory(parameters) === undefined) {
    const what = `${JSON.stringify(venv)} is relative, and workingDirectory is no folder known here`;
    const text = `${what}: give the whole path, or null for the system's Python`;
    return [{ path: ["python", "venv"], text, after: [["workingDirectory"], ["service", "WorkingDirectory"]] }];
  }
  return [...fileProblems("script", script, parameters, "python"), ...wordProblems("python", parameters)];
}

function nodeProblems(parameters: BotParameters): ParameterProblem[] {
  if (!isGiven(parameters.node)) return [];
  const { entry } = mapOf(parameters.node);
  return [...fileProblems("entry", entry, parameters, "node"), ...wordProblems("node", parameters)];
}

function fileProblems(key: string, file: unknown, parameters: BotParameters, preset: string): ParameterProblem[] {
  const problem = fileProblem(file, parameters);
  return problem === undefined ? [] : [{ path: [preset, key], text: problem }];
}

function fileProblem(file: unknown, parameters: BotParameters): string | undefined {
  if (!isRelative(file)) return undefined;
  if (file === "") return "is empty";
  const name = JSON.stringify(file);
  if (file.startsWith("-")) return `${name} would be taken for an option: write ${JSON.stringify(`./${file}`)}`;
  // It is looked up from the folder it runs in, which is / if none is given.
  const folder = parameters.workingDirectory ?? mapOf(parameters.service).WorkingDirectory;
  return isGiven(folder) ? undefined : `${name} is relative, and there is no workingDirectory`;
}

function wordProblems(preset: (typeof presets)[number], parameters: BotParameters): ParameterProblem[] {
  const { args, ...words } = mapOf(parameters[preset]);
  const areWords = Object.values(words).every((word) => !isGiven(word) || typeof word === "string");
  if (!areWords || (isGiven(args) && !Array.isArray(args))) return [];
  const command = presetCommand(preset, parameters) ?? [];
  const problem = command.every((word) => typeof word === "string") ? argvProblem(command)?.text : undefined;
  return problem === undefined ? [] : [{ path: [preset], text: `its command ${problem}` }];
}

function timezoneProblems(parameters: BotParameters): ParameterProblem[] {
  const { timezone } = parameters;
  if (typeof timezone !== "string") return [];
  const problem = timezoneProblem(timezone);
  if (problem) return [{ path: ["timezone"], text: problem }];
  const twice = setsVariable(parameters, "TZ");
  return twice ? [{ path: ["timezone"], text: "is given as the variable TZ too: leave one of them out" }] : [];
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined;
}

function isRelative(path: unknown): path is string {
  return typeof path === "string" && !path.startsWith("/");
}

function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
