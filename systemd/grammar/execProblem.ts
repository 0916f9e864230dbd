import type { Rule } from "../lint/rules.ts";
import { type ExecCommand, execCommands } from "./execCommands.ts";
import { execLine } from "./execLine.ts";
import type { ExecWord } from "./execWords.ts";
import { specifierProblem } from "./specifierProblem.ts";
import { valueProblem } from "./valueProblem.ts";

/** Why systemd would not run a command, or not as it is meant. */
export interface ExecProblem {
  readonly rule: Extract<Rule, "relative-path" | "home-tilde" | "shell-syntax" | "wrong-value">;
  /** The end of a sentence ("has a quote that is not closed"), with what to do instead. */
  readonly text: string;
}

// systemd.service(5), "Command lines": each prefix once, one of + ! !!, in any order. `|` is newer than systemd 257.
const prefixes = /^(?!.*-.*-)(?!.*@.*@)(?!.*:.*:)(?!.*\+.*[+!])(?!.*!.*\+)(?!.*![^!]+!)(?!.*!!!)[-@:+!]*$/;
// Words that mean something to a shell only: && || | & redirections, command substitution, a closing semicolon.
const shellSyntax = /^(?:&&|\|\|?|&|&?[0-9]*[<>].*)$|\$\(|`|[^;];$/s;
const wrong = (text: string): ExecProblem => ({ rule: "wrong-value", text });

/**
 * Why these words are no command of literal words, the first one an absolute path; undefined if they are. What {@link execLine}
 * writes of them reaches the process unchanged.
 */
export function argvProblem(words: readonly string[]): ExecProblem | undefined {
  const [first] = words;
  if (first === undefined) return wrong("is empty: it needs at least the path of a program");
  const [, prefix = "", program = ""] = /^([-@:+!|]*)(.*)$/s.exec(first) ?? [];
  if (!program.startsWith("/")) return relative(program);
  const problem = prefixProblem(prefix) ?? programProblem(program);
  if (problem) return problem;
  if (program.includes("$")) return wrong('names a program with a "$", which systemd would expand in its name');
  if (prefix.includes("@") && words.length === 1) return wrong(withoutName);
  try {
    execLine(words);
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return wrong(`can't be a command: ${error.message}`);
    throw error;
  }
}

/**
 * Why this is not a command line as systemd wants it, with what to do instead; undefined if it is. The program may be a bare name,
 * which systemd looks up in its own path, and several commands may be separated by `;`.
 */
export function execLineProblem(line: string): ExecProblem | undefined {
  const problem = valueProblem(line);
  if (problem) return wrong(problem);
  const commands = execCommands(line);
  if (commands === undefined) return wrong("has a quote that is not closed");
  if (commands.length === 0) return wrong("is empty");
  return commands.map(commandProblem).find((found) => found !== undefined);
}

function commandProblem({ prefix, program, words }: ExecCommand): ExecProblem | undefined {
  const specifier = words.map(({ value }) => specifierProblem(value)).find((found) => found !== undefined);
  if (specifier) return wrong(specifier);
  const problem = prefixProblem(prefix + (program.startsWith("|") ? "|" : "")) ?? programProblem(program);
  if (problem) return problem;
  if (prefix.includes("@") && words.length === 1) return wrong(withoutName);
  return words.map(shellProblem).find((found) => found !== undefined);
}

const withoutName = "has the prefix @ but no second word, which would be the name of the process";

function prefixProblem(prefix: string): ExecProblem | undefined {
  if (prefixes.test(prefix)) return undefined;
  return wrong(`starts with ${JSON.stringify(prefix)}, which is no combination of systemd's prefixes - @ : + ! !!`);
}

function programProblem(program: string): ExecProblem | undefined {
  const shown = JSON.stringify(program);
  if (program === "") return wrong("has no program");
  if (/^[A-Za-z_][A-Za-z0-9_]*=/.test(program) || program === "cd") return shellWord(program);
  // A specifier may stand for the start of a path.
  if (program.startsWith("~") || (program.includes("/") && !/^(?:\/|%[A-Za-z])/.test(program)))
    return relative(program);
  if (program.endsWith("/")) return wrong(`names a folder, not a program: ${shown}`);
  if (program.split("/").includes("..")) return wrong(`has ".." in the path of the program: ${shown}`);
  if (/["'\\]|\p{Cc}/u.test(program))
    return wrong("names a program with a quote, a backslash or a control character, which systemd can't run");
  return undefined;
}

function shellWord(program: string): ExecProblem {
  const instead = program === "cd" ? "the folder to run in is WorkingDirectory=" : "variables are set by Environment=";
  return { rule: "shell-syntax", text: `starts with ${JSON.stringify(program)}, which only a shell knows: ${instead}` };
}

function relative(program: string): ExecProblem {
  if (/^[A-Za-z_][A-Za-z0-9_]*=/.test(program) || program === "cd") return shellWord(program);
  const text = `has to start with the absolute path of a program, not with ${JSON.stringify(program)}`;
  if (program === "sudo") return { rule: "relative-path", text: `${text}: the user to run as is User=` };
  if (!program.startsWith("~")) return { rule: "relative-path", text };
  return { rule: "home-tilde", text: `${text}: systemd does not know "~" here, write the whole path` };
}

// Only words without quotes: `/bin/sh -c 'a | b'` is right.
function shellProblem({ text, quoted }: ExecWord): ExecProblem | undefined {
  if (quoted) return undefined;
  if (shellSyntax.test(text)) {
    const shown = `has ${JSON.stringify(text)}, but no shell reads it: run a script, or /bin/sh -c '…'`;
    return { rule: "shell-syntax", text: shown };
  }
  if (!/^~(?:\/|$)/.test(text)) return undefined;
  const shown = `has ${JSON.stringify(text)}, but systemd does not know "~" here: write the whole path`;
  return { rule: "home-tilde", text: shown };
}
