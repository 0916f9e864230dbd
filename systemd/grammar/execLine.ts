import { type ExecWord, execWords } from "./execWords.ts";
import { quoteExecWord, quoteLiteralWord } from "./quote.ts";
import { specifierProblem } from "./specifierProblem.ts";
import { valueProblem } from "./valueProblem.ts";

// systemd.service(5), "Command lines": each prefix once, one of + ! !!, in any order. `|` is newer than systemd 257.
const prefixes = /^(?!.*-.*-)(?!.*@.*@)(?!.*:.*:)(?!.*\+.*[+!])(?!.*!.*\+)(?!.*![^!]+!)(?!.*!!!)[-@:+!]*$/;
// Words that mean something to a shell only: && || | & redirections, command substitution, a closing semicolon.
const shellSyntax = /^(?:&&|\|\|?|&|&?[0-9]*[<>].*)$|\$\(|`|;$/;
const program = /^([^/]*)(\/.*)$/s;

/**
 * A command line of literal words: each arrives unchanged as one argument. The first is the program's absolute path, after systemd's
 * prefixes if any (`-/usr/bin/x`).
 * @throws RangeError as {@link quoteExecWord}
 */
export function execLine(words: readonly string[]): string {
  const [first = "", ...rest] = words;
  const verbatim = program.exec(first)?.[1]?.includes(":") ?? false;
  // `$` has no meaning in the program's path, so it isn't doubled there.
  return [quoteLiteralWord(first), ...rest.map(verbatim ? quoteLiteralWord : quoteExecWord)].join(" ");
}

/** Why systemd would not run these words as a command; undefined if it would. */
export function argvProblem(words: readonly string[]): string | undefined {
  const [first] = words;
  if (first === undefined) return "is empty: it needs at least the path of a program";
  const problem = programProblem(first);
  if (problem) return problem;
  if (/["'\\]|\p{Cc}/u.test(first))
    return "names a program with a quote, a backslash or a control character, which systemd can't run";
  if (first.includes("$")) return 'names a program with a "$", which systemd would expand in its name';
  try {
    execLine(words);
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return `can't be a command: ${error.message}`;
    throw error;
  }
}

/** Why this is not a command line as systemd wants it, with what to do instead; undefined if it is. */
export function execLineProblem(line: string): string | undefined {
  const problem = valueProblem(line) ?? specifierProblem(line);
  if (problem) return problem;
  const words = execWords(line);
  if (words === undefined) return "has a quote that is not closed";
  const [first] = words;
  if (first === undefined) return "is empty";
  return firstWordProblem(first) ?? words.map(shellProblem).find((found) => found !== undefined);
}

function firstWordProblem({ text, quoted }: ExecWord): string | undefined {
  if (!quoted) return programProblem(text);
  const inner = /^([^"'\\]*)(["'])([^"'\\]*)\2$/.exec(text);
  if (!inner) return "has an odd quote in its first word: quote the whole path, or nothing of it";
  return programProblem(`${inner[1]}${inner[3]}`);
}

function programProblem(word: string): string | undefined {
  const [, prefix = "", path = ""] = program.exec(word) ?? [];
  if (path === "" || /[A-Za-z0-9~.=$]/.test(prefix)) {
    return `has to start with the absolute path of a program, not with ${JSON.stringify(word)}${advice(word)}`;
  }
  if (!prefixes.test(prefix))
    return `starts with ${JSON.stringify(prefix)}, which is no combination of systemd's prefixes - @ : + ! !!`;
  if (path.endsWith("/")) return `names a folder, not a program: ${JSON.stringify(path)}`;
  if (path.split("/").includes("..")) return `has ".." in the path of the program: ${JSON.stringify(path)}`;
  return undefined;
}

function advice(word: string): string {
  if (word === "cd") return ": the folder to run in is workingDirectory";
  if (/^[A-Za-z_][A-Za-z0-9_]*=/.test(word)) return ": variables are set by environment";
  if (word.startsWith("~")) return ': systemd does not know "~" here, write the whole path';
  if (word === "sudo") return ": the user to run as is user";
  return "";
}

// Only words without quotes: `/bin/sh -c 'a | b'` is right.
function shellProblem({ text, quoted }: ExecWord): string | undefined {
  if (quoted) return undefined;
  if (text === ";") return 'has ";", which starts a second command: give one command an entry';
  if (shellSyntax.test(text)) {
    return `has ${JSON.stringify(text)}, but no shell reads it: run a script, or /bin/sh -c '…'`;
  }
  if (/^~(?:\/|$)/.test(text))
    return `has ${JSON.stringify(text)}, but systemd does not know "~" here: write the whole path`;
  return undefined;
}
