import { cEscape, environmentWord, quoteExecWord } from "./quote.ts";
import { escapeSpecifiers } from "./specifierProblem.ts";
import { encodingProblem } from "./valueProblem.ts";

// Which directive is of which class is in the sources of systemd only: each has a parser of its own (src/core/load-fragment.c).
const classes = {
  /** As it stands: numbers, times, sizes, words of an enumeration. `50%` stays `50%`. */
  verbatim: (text: string) => whole(text),
  /** One text to the end of the line: Description=, WorkingDirectory=, PIDFile=, ConditionPathExists=, a path of LoadCredential=. */
  text: (text: string) => escapeSpecifiers(whole(text)),
  /** An argument of Exec*=, after the program. */
  exec: quoteExecWord,
  /** A variable of Environment= or a field of LogExtraFields=, as NAME=value. */
  assignment: (text: string) => environmentWord(text.replace(/=.*$/s, ""), text.replace(/^[^=]*=?/, "")),
  /** A word where a backslash takes the next character along: ReadWritePaths=, InaccessiblePaths=, RequiresMountsFor=, PassEnvironment=. */
  path: (text: string) => `"${escapeSpecifiers(backslashed(text, /[\\"]/g))}"`,
  /** One side of BindPaths= and BindReadOnlyPaths=. */
  bindPath: (text: string) => `"${escapeSpecifiers(backslashed(text, /[\\":]/g))}"`,
  /** A folder of ExecSearchPath=, where blanks are letters as any. */
  searchPath: (text: string) => escapeSpecifiers(backslashed(whole(text), /[\\:]/g)),
  /** A folder of TemporaryFileSystem=, which reads backslashes twice. */
  temporaryFileSystem: (text: string) => `"${escapeSpecifiers(without(text, /[\\":]/))}"`,
  /** A name of RuntimeDirectory= and its like, which older versions don't unescape. */
  folderName: (text: string) => `"${escapeSpecifiers(without(text, /[\\":]/))}"`,
  /** A word that has nothing to escape with: names of units, of syscalls, of users, exit statuses. */
  token: (text: string) => escapeSpecifiers(without(text, /[ \t"'\\]/)),
  /** The data of SetCredential=, which resolves no specifiers. */
  credential: (text: string) => edges(cEscape(text)),
  /** StandardInputText=, which gets a line feed added. */
  inputText: (text: string) => edges(escapeSpecifiers(cEscape(text))),
} as const;

export type QuotingClass = keyof typeof classes;

/**
 * A literal text as one value or word of a directive of that class, so that systemd reads just that. One function for all would be
 * wrong: what has to be doubled in one is taken literally in another.
 * @throws RangeError for what directives of the class can't carry, with the reason
 */
export function quoteValue(kind: QuotingClass, text: string): string {
  const value = classes[kind](text);
  const problem = /[\n\r\0]/.test(value)
    ? "has a line break or a NUL, which ends the directive"
    : encodingProblem(value);
  if (problem) throw new RangeError(`${JSON.stringify(text)} ${problem}`);
  return value;
}

function whole(text: string): string {
  if (/^[ \t]|[ \t]$/.test(text))
    throw new RangeError(`${JSON.stringify(text)} starts or ends with white space, which systemd strips`);
  return text;
}

function backslashed(text: string, letters: RegExp): string {
  return text.replace(letters, "\\$&");
}

function without(text: string, letters: RegExp): string {
  const odd = letters.exec(text)?.[0];
  if (text === "") throw new RangeError("an empty word can't be written here");
  if (odd !== undefined)
    throw new RangeError(`${JSON.stringify(text)} has ${JSON.stringify(odd)}, which can't be escaped here`);
  return text;
}

/** White space at the ends would be stripped. */
function edges(text: string): string {
  return text.replace(/^[ \t]|[ \t]$/g, (white) => (white === " " ? "\\x20" : "\\t"));
}
