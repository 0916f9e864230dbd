import { current, wordProblem } from "./choices.ts";
import { absolutePathProblem } from "./paths.ts";
import { afterSpecifiers, isProblem, resolve } from "./specifiers.ts";
import { isDescriptorName } from "./texts.ts";
import { canUnescape } from "./unescapeOne.ts";
import { plainKind, type ValueKind, type ValueProblem, wrong } from "./valueKind.ts";

const inputs = '"null", "tty", "data", "file:/PATH" and the like';
const outputs = '"journal", "null", "append:/PATH" and the like';

function streamKind(expected: string, words: string, files: RegExp): ValueKind {
  return {
    expected,
    check(text, _directive, systemd) {
      if (text.startsWith("fd:")) return afterSpecifiers(text.slice("fd:".length), (name) => nameProblem(name));
      const [, word, path] = files.exec(text) ?? [];
      if (word === undefined || path === undefined) return plainProblem(text, expected, words, systemd);
      return (
        wordProblem(words, word, expected, systemd) ?? absolutePathProblem(path, `an absolute path after "${word}:"`)
      );
    },
    resets: false,
  };
}

function nameProblem(name: string): ValueProblem | undefined {
  return isDescriptorName(name) ? undefined : wrong('the name of a file descriptor after "fd:"', name);
}

function plainProblem(text: string, expected: string, words: string, systemd: number | undefined) {
  if (text.startsWith("/"))
    return wrong(expected, text, "a file is written file:/PATH, append:/PATH or truncate:/PATH");
  const problem = wordProblem(words, text, expected, systemd);
  const file = /^(?:file|append|truncate)$/.test(text) ? `a path belongs to it: ${text}:/PATH` : undefined;
  if (!problem && file) return wrong(expected, text, file);
  return problem && current(words, systemd).length > 0 ? problem : undefined;
}

export const input = streamKind(inputs, "exec_input", /^(file):(.*)$/s);
export const output = streamKind(outputs, "exec_output", /^(file|append|truncate):(.*)$/s);

export const inputText: ValueKind = {
  expected: 'a text, in which a backslash is written "\\\\" and a percent sign "%%"',
  check(text) {
    if (!canUnescape(text)) return wrong('a text, in which a backslash is written "\\\\"', text);
    const resolved = resolve(text);
    return isProblem(resolved) ? resolved : undefined;
  },
};

export const inputData = plainKind("base64", isBase64);

/** Whether systemd can read it as base64: white space anywhere, padding needed. */
export function isBase64(text: string): boolean {
  const letters = text.replace(/[ \t\n\r]/g, "");
  // The bits that the padding leaves over have to be zero.
  return letters.length % 4 === 0 && /^[A-Za-z0-9+/]*(?:[AQgw]==|[AEIMQUYcgkosw048]=)?$/.test(letters);
}
