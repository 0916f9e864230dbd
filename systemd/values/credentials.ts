import { absolutePathProblem } from "./paths.ts";
import { afterSpecifiers, isProblem, resolve } from "./specifiers.ts";
import { isBase64 } from "./streams.ts";
import { isDescriptorName } from "./texts.ts";
import { canUnescape } from "./unescapeOne.ts";
import { type ValueKind, type ValueProblem, wrong } from "./valueKind.ts";
import { WordReader } from "./words.ts";

const named = "a credential's name before the first colon";

/** Whether it can be a credential's name: a file's and a descriptor's at once. */
export function isCredentialName(name: string): boolean {
  return /^[^/]{1,255}$/.test(name) && !/^\.{1,2}$/.test(name) && isDescriptorName(name);
}

function nameProblem(name: string): ValueProblem | undefined {
  return afterSpecifiers(name, (resolved) => (isCredentialName(resolved) ? undefined : wrong(named, name)));
}

// A backslash takes the next letter along, a colon too.
function split(text: string): [name: string, rest: string] {
  const reader = new WordReader(text, { separators: ":", backslash: "drop" });
  return [reader.next() || "", reader.rest];
}

/** NAME[:SOURCE]: a path, or the name of another credential. */
export const loadCredential: ValueKind = {
  expected: 'a name and a path like "token:/etc/bot/token"',
  check(text) {
    const [name, source] = split(text);
    const problem = nameProblem(name);
    if (problem || source === "") return problem;
    const resolved = resolve(source);
    if (isProblem(resolved) || source.startsWith("/"))
      return absolutePathProblem(source, "an absolute path after the colon");
    if (resolved.open || isCredentialName(resolved.text)) return undefined;
    return absolutePathProblem(source, "an absolute path after the colon");
  },
};

/** NAME:DATA. The data is never shown: it may be a secret. */
export const setCredential: ValueKind = {
  expected: 'a name and the data, with a colon between them, like "greeting:hello"',
  check(text, { name: directive }) {
    const [name, data] = split(text);
    const problem = nameProblem(name);
    if (problem) return problem;
    if (data === "") return wrong("data after the name and a colon", "");
    if (directive.includes("Encrypted")) return isBase64(data) ? undefined : hidden("base64 after the colon");
    return canUnescape(data, true) ? undefined : hidden('data in which a backslash is written "\\\\"');
  },
};

function hidden(expected: string): ValueProblem {
  return { rule: "wrong-value", text: `expected ${expected}, received something else (not shown)` };
}

const imported = 'a name, or the start of one and "*"';
export const importCredential: ValueKind = {
  expected: imported,
  check: (text) =>
    afterSpecifiers(text, (name) =>
      name === "*" || isCredentialName(name.replace(/\*$/, "").split(":")[0] ?? "") ? undefined : wrong(imported, text),
    ),
};
