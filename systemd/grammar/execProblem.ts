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
// A command line in quotes, which may well be the path of a program with blanks in it: "/usr/bin/python3 bot.py", "/opt/run -v".
const spaced = /^\/(?:\S*\/)?s?bin\/[^\s/]+[ \t]|[ \t][-/]/;
// As manuals have it for what the reader should write there.
const placeholder = /^<[^<>]+>$/;
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
  if (placeholder.test(program)) return undefined;
  if (isShellWord(program)) return shellWord(program);
  if (spaced.test(program))
    return wrong(`has all of ${shown} for its program: quotes make one word, and belong around each`);
  // A specifier may stand for the start of a path.
  if (program.startsWith("~") || (program.includes("/") && !/^(?:\/|%[A-Za-z])/.test(program)))
    return relative(program);
  if (program.endsWith("/")) return wrong(`names a folder, not a program: ${shown}`);
  if (program.split("/").includes("..")) return wrong(`has ".." in the path of the program: ${shown}`);
  if (/["'\\]|\p{Cc}/u.test(program))
    return wrong("names a program with a quote, a backslash or a control character, which systemd can't run");
  return undefined;
}

const activate = "a virtual environment needs only its own bin/python as the program";
const shellWords: ReadonlyMap<string, string> = new Map([
  ["cd", "the folder to run in is WorkingDirectory="],
  ["source", activate],
  [".", activate],
]);

function isShellWord(program: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*=/.test(program) || shellWords.has(program);
}

function shellWord(program: string): ExecProblem {
  const instead = shellWords.get(program) ?? "variables are set by Environment=";
  return { rule: "shell-syntax", text: `starts with ${JSON.stringify(program)}, which only a shell knows: ${instead}` };
}

function relative(program: string): ExecProblem {
  if (isShellWord(program)) return shellWord(program);
  const text = `has to start with the absolute path of a program, not with ${JSON.stringify(program)}`;
  if (program === "sudo") return { rule: "relative-path", text: `${text}: the user to run as is User=` };
  if (!program.startsWith("~")) return { rule: "relative-path", text };
  return { rule: "home-tilde", text: `${text}: systemd does not know "~" here, write the whole path` };
}

// Only words without quotes: `/bin/sh -c 'a | b'` is right.
function shellProblem({ text, quoted }: ExecWord): ExecProblem | undefined {
  if (quoted) return undefined;
  const shown = JSON.stringify(text);
  if (placeholder.test(text)) return wrong(`has ${shown}, a placeholder that the real thing belongs in`);
  if (text === "#")
    return { rule: "shell-syntax", text: `has ${shown}, which starts no comment here: a comment has its own line` };
  if (shellSyntax.test(text))
    return { rule: "shell-syntax", text: `has ${shown}, but no shell reads it: ${insteadOf(text)}` };
  if (!/^~(?:\/|$)/.test(text)) return undefined;
  return { rule: "home-tilde", text: `has ${shown}, but systemd does not know "~" here: write the whole path` };
}

function insteadOf(text: string): string {
  if (/^&?[0-9]*>/.test(text)) return "a file for the output is StandardOutput=append:/PATH";
  if (/^(?!.*(?:\$\(|`)).*;$/s.test(text))
    return 'leave the ";" out, or give it a space before to start another command';
  return "run a script, or /bin/sh -c '…'";
}
