import { escapeSpecifiers } from "./specifierProblem.ts";
import { encodingProblem } from "./valueProblem.ts";

// MAX_ARG_STRLEN of the Linux kernel, less the final NUL: one argument or one NAME=value.
const longestArgument = 131_071;
const bare = /^[A-Za-z0-9_@:=,./+-]+$/;
const cEscapes: Readonly<Record<string, string>> = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r" };

/**
 * One literal word of an Exec line after the program, so that the process gets just `word` as one argument: `%` (specifier) and
 * `$` (variable) lose their meaning. systemd.service(5), "Command lines"; systemd.syntax(7), "Quoting".
 * @throws RangeError for what no argument can be: NUL, half a surrogate pair, more than 131,071 bytes
 */
export function quoteExecWord(word: string): string {
  refuse(word);
  return quoteWord(word, word.replaceAll("$", "$$$$"));
}

/**
 * One literal word where systemd doesn't expand `$`: an argument of a `:` command line, or (see {@link environmentWord})
 * an assignment of Environment=.
 */
export function quoteLiteralWord(word: string): string {
  refuse(word);
  return quoteWord(word, word);
}

/** Why no variable can hold this value; undefined if one can. */
export function environmentProblem(value: string): string | undefined {
  return encodingProblem(value) ?? argumentProblem(value);
}

/**
 * One assignment of Environment=, so that the process gets just `value`. `%` is doubled; `$` has no meaning there.
 * systemd.exec(5), Environment=.
 * @throws RangeError for what no variable can hold, noncharacters too: systemd drops such an assignment with a warning
 */
export function environmentWord(name: string, value: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new RangeError(`${JSON.stringify(name)} is no variable name`);
  const word = `${name}=${value}`;
  const problem = environmentProblem(value) ?? argumentProblem(word);
  if (problem) throw new RangeError(`the variable ${name} ${problem}`);
  return quoteWord(word, word);
}

function quoteWord(literal: string, expanded: string): string {
  return bare.test(literal) ? literal : `"${escapeSpecifiers(cEscape(expanded))}"`;
}

/** With the escapes of C. Noncharacters are written as the bytes of their UTF-8, for systemd refuses a file that holds them bare. */
export function cEscape(text: string): string {
  return text.replace(/[\\"\p{Cc}\p{Noncharacter_Code_Point}]/gu, (character) => {
    const known = cEscapes[character];
    if (known !== undefined) return known;
    return Array.from(Buffer.from(character), (byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
  });
}

function refuse(word: string): void {
  const problem = argumentProblem(word);
  if (problem) throw new RangeError(`an argument ${problem}`);
}

function argumentProblem(word: string): string | undefined {
  if (word.includes("\0")) return "has a NUL character, which no process can be given";
  if (/\p{Surrogate}/u.test(word)) return "has half of a surrogate pair, which is no character";
  const bytes = Buffer.byteLength(word);
  return bytes > longestArgument ? `has ${bytes} bytes, more than the kernel's ${longestArgument}` : undefined;
}
