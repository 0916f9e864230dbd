import { firstProblem, type ValueKind, type ValueProblem, wrong, wrongWord } from "./valueKind.ts";
import { words } from "./words.ts";

const callNames =
  "native x86 x86-64 x32 arm arm64 mips mips64 mips64-n32 mips-le mips64-le mips64-le-n32 parisc parisc64 ppc ppc64 ppc64-le riscv64 s390 s390x loongarch64";
const machineNames =
  "x86 x86-64 arm arm-be arm64 arm64-be ppc ppc-le ppc64 ppc64-le s390 s390x mips mips-le mips64 mips64-le alpha arc arc-be cris ia64 loongarch64 m68k nios2 parisc parisc64 riscv32 riscv64 sh sh64 sparc sparc64 tilegx";
// What others call them.
const others: Readonly<Record<string, string>> = {
  ...{
    amd64: "x86-64",
    x86_64: "x86-64",
    i386: "x86",
    i686: "x86",
    aarch64: "arm64",
    armhf: "arm",
    ppc64le: "ppc64-le",
  },
};

function problem(expected: string, word: string, names: string): ValueProblem | undefined {
  const known = names.split(" ");
  if (known.includes(word)) return undefined;
  const meant = Object.hasOwn(others, word) ? others[word] : undefined;
  return meant ? wrong(expected, word, `did you mean ${JSON.stringify(meant)}?`) : wrongWord(expected, word, known);
}

const several = 'architectures like "native" or "x86-64"';

/** The architectures whose system calls a process may make. */
export const architectures: ValueKind = {
  expected: several,
  check(text) {
    const list = words(text, { quotes: true, backslash: "drop" });
    if (!list) return wrong(several, text, "a quote is not closed");
    return firstProblem(list, (word) =>
      word.includes(",")
        ? wrong(several, word, "the words are separated by spaces")
        : problem(several, word, callNames),
    );
  },
};

const one = 'an architecture like "x86"';

/** Which of these a server can run, only the server knows. */
export const personality: ValueKind = { expected: one, check: (text) => problem(one, text, machineNames) };
