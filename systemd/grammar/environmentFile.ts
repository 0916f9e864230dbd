import { environmentProblem } from "./quote.ts";
import { strip, stripEnd } from "./strip.ts";
import { encodingProblem } from "./valueProblem.ts";

const variableName = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * The text of an environment file, one `NAME="value"` a line in the order given, so that a process gets just these values: nothing is
 * expanded in it, and a value may have line breaks. systemd.exec(5), EnvironmentFile=; {@link readEnvironmentFile} is the way back.
 * @throws RangeError for a name or a value that no variable can have, and for a name given twice
 */
export function renderEnvironmentFile(variables: readonly (readonly [name: string, value: string])[]): string {
  const names = new Set<string>();
  return variables
    .map(([name, value]) => {
      if (!variableName.test(name)) throw new RangeError(`${JSON.stringify(name)} is no variable name`);
      if (names.has(name)) throw new RangeError(`the variable ${name} is given twice`);
      names.add(name);
      const problem = environmentProblem(`${name}=${value}`);
      if (problem) throw new RangeError(`the variable ${name} ${problem}`);
      return `${name}="${value.replace(/["\\$`]/g, "\\$&")}"\n`;
    })
    .join("");
}

/**
 * The variables of an environment file as systemd reads it: it is no shell, and expands nothing. Of several with the same name the
 * last one counts. A line that assigns nothing, or to what is no variable's name, is left out, as it is there. A comment that ends in a
 * backslash takes the next line along before systemd 254; this reads as 254 and later do.
 * @throws RangeError for what makes systemd refuse the whole file: a NUL, a name or value that is not UTF-8 to it
 */
export function readEnvironmentFile(text: string): Map<string, string> {
  if (text.includes("\0")) throw new RangeError("the file has a NUL character, for which systemd refuses it");
  const variables = new Map<string, string>();
  const take = taker(text);
  for (;;) {
    take(/(?:[ \t\n\r]|[#;][^\n\r]*)*/y);
    const name = take(/(?:[^\n\r][^=\n\r]*)?/y);
    if (name === "") return variables;
    if (take(/=/y) === "") continue;
    const value = readValue(take);
    const problem = encodingProblem(name + value);
    if (problem) throw new RangeError(`the variable ${JSON.stringify(strip(name))} ${problem}`);
    if (variableName.test(strip(name))) variables.set(strip(name), value);
  }
}

type Take = (what: RegExp) => string;

/** Reads on in a text: what matches, or nothing. */
function taker(text: string): Take {
  let position = 0;
  return (what) => {
    what.lastIndex = position;
    const found = what.exec(text)?.[0] ?? "";
    position += found.length;
    return found;
  };
}

/** Quoted parts, and one without quotes to the end of the line: there a quote is a letter as any. */
function readValue(take: Take): string {
  const parts: string[] = [];
  for (;;) {
    take(/[ \t]*/y);
    const single = take(/'[^']*'?/y);
    const double = take(/"(?:[^"\\]+|\\.)*"?/sy);
    if (single) parts.push(single.replace(/^'|'$/g, ""));
    else if (double) parts.push(unquote(double));
    else return parts.join("") + unescapeRest(take(/(?:[^\\\n\r]+|\\.)*/sy));
  }
}

function unquote(text: string): string {
  const closed = text.length > 1 && /(?<!\\)(?:\\\\)*"$/.test(text);
  return text
    .slice(1, closed ? -1 : undefined)
    .replace(/\\(.)/gs, (all, next: string) => (next === "\n" ? "" : /["\\$`]/.test(next) ? next : all));
}

// White space at the end is stripped, unless it is escaped.
function unescapeRest(text: string): string {
  const parts = Array.from(text.matchAll(/([^\\]+)|\\(.)/gs));
  return parts
    .map(([, plain, escaped = ""], index) => {
      if (plain === undefined) return escaped.replace(/[\n\r]/, "");
      return index === parts.length - 1 ? stripEnd(plain) : plain;
    })
    .join("");
}
