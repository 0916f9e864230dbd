// Kinds of values that came with systemd 258 and later.
import { booleanOr, current } from "./choices.ts";
import { isProblem, resolve } from "./specifiers.ts";
import { firstProblem, type ValueKind, wrong, wrongWord } from "./valueKind.ts";
import { listCheck } from "./wordList.ts";
import { words } from "./words.ts";

/** yes, no, or words of an enumeration; a `~` before them turns the list around. */
export const flags: ValueKind = {
  expected: ({ args: [name = ""] }) => flagsExpected(name),
  check(text, directive, systemd) {
    const [name = ""] = directive.args;
    const list = {
      expected: flagsExpected(name),
      known: () => current(name, systemd),
      splitting: {},
      invertible: true,
    };
    return booleanOr(listCheck(list))(text, directive, systemd);
  },
};

function flagsExpected(name: string): string {
  return `yes, no or words like "${current(name, undefined).slice(0, 2).join(" ")}"`;
}

/** "any", or names of an enumeration with commas and nothing else between them. systemd drops an unknown one. */
export const bpfDelegate: ValueKind = {
  expected: ({ args: [name = ""] }) => namesExpected(current(name, undefined)),
  check(text, { args: [name = ""] }, systemd) {
    if (text === "any") return undefined;
    const known = current(name, systemd);
    return firstProblem(text.split(","), (word) =>
      word === "" || known.includes(word) ? undefined : wrongWord(namesExpected(current(name, undefined)), word, known),
    );
  },
};

function namesExpected([first, second = first]: readonly string[]): string {
  return `"any" or names with commas between them like "${first?.endsWith("Unspec") ? second : first}"`;
}

const files = "names that files can have";

/** Names of files in folders that systemd knows, as of the rules of systemd-oomd. */
export const fileNames: ValueKind = {
  expected: files,
  check(text) {
    const list = words(text, { quotes: true, backslash: "keep" });
    if (!list) return wrong(files, text, "a quote is not closed");
    return firstProblem(list, (word) => (isFileName(word) ? undefined : wrong(files, word)));
  },
};

function isFileName(name: string): boolean {
  return !/^\.{0,2}$|[/\\\p{Cc}]/u.test(name) && Buffer.byteLength(name) <= 255;
}

const attribute = 'an attribute like "user.kind=bot"';

/** NAME=VALUE, spaces and all. xattr(7): only those of users. */
export const extendedAttribute: ValueKind = {
  expected: attribute,
  check(text) {
    if (!text.includes("=")) return wrong(attribute, text);
    if (!text.startsWith("user.")) return wrong(attribute, text, 'only names that start with "user." can be set');
    const resolved = resolve(text);
    return isProblem(resolved) ? resolved : undefined;
  },
};
