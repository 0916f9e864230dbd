import { isNumberIn, wholeNumber } from "./numbers.ts";
import { afterSpecifiers } from "./specifiers.ts";
import { firstProblem, type ValueKind, type ValueProblem, wrong } from "./valueKind.ts";
import { words } from "./words.ts";

// As many as systemd, and the kernel, can count.
const most = 8191n;

function expectedOf([word]: readonly string[]): string {
  return word === undefined ? 'numbers of CPUs like "0-3 8"' : `numbers like "0-3 8" or ${JSON.stringify(word)}`;
}

/** Numbers and ranges with spaces or commas between them; an argument is a word for what else can be asked for. */
export const cpuSet: ValueKind = {
  expected: ({ args }) => expectedOf(args),
  check(text, { args }) {
    if (args.includes(text)) return undefined;
    const problem = (resolved: string) => listProblem(resolved, expectedOf(args));
    // The nodes of NUMAMask= know no specifiers.
    return args.includes("all") ? problem(text) : afterSpecifiers(text, problem);
  },
};

function listProblem(text: string, expected: string): ValueProblem | undefined {
  const list = words(text.replaceAll(",", " "), { quotes: true, backslash: "drop" });
  return list
    ? firstProblem(list, (word) => rangeProblem(word, expected))
    : wrong(expected, text, "a quote is not closed");
}

function rangeProblem(word: string, expected: string): ValueProblem | undefined {
  const [low = "", high = low, ...rest] = word.split("-");
  if (rest.length > 0 || !isNumberIn(low, 0n, most) || !isNumberIn(high, 0n, most)) return wrong(expected, word);
  return (wholeNumber(low) ?? 0n) <= (wholeNumber(high) ?? 0n)
    ? undefined
    : wrong(expected, word, "the range is empty");
}
