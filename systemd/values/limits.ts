import { isEndless, isNumberIn, most64, wholeNumber } from "./numbers.ts";
import { sizeHint, sizeOf } from "./sizes.ts";
import { timeHint, timespanLength } from "./timespans.ts";
import { type Check, type ValueKind, wrong } from "./valueKind.ts";
import { words } from "./words.ts";

type Limit = bigint | "infinity" | undefined;
const sizes = /^Limit(?:FSIZE|DATA|STACK|CORE|RSS|AS|MEMLOCK|MSGQUEUE)$/;

// As setrlimit(2) wants it; a nice level n is 20 - n there.
function niceLimit(text: string): Limit {
  const [, sign, level = ""] = /^([+-])(.+)$/.exec(text) ?? [];
  if (sign === "+") return isNumberIn(level, 0n, 19n) ? 20n - (wholeNumber(level) ?? 0n) : undefined;
  if (sign === "-") return isNumberIn(level, 0n, 20n) ? 20n + (wholeNumber(level) ?? 0n) : undefined;
  return isNumberIn(text, 0n, 40n) ? wholeNumber(text) : undefined;
}

function limitOf(text: string, name: string): Limit {
  if (name === "LimitNICE") return niceLimit(text);
  if (text === "infinity") return "infinity";
  const value = sizes.test(name) ? sizeOf(text, 1024) : wholeNumber(text);
  return value !== undefined && value >= 0n && value < most64 ? value : undefined;
}

function softAndHard(expected: string, read: (text: string) => Limit, hint?: (text: string) => string | undefined) {
  return (text: string): ReturnType<Check> => {
    // systemd doesn't mind a colon at the very end.
    const parts = words(text.replace(/^([^:]*:[^:]+):$/, "$1"), { separators: ":" }) ?? [];
    const limits = parts.map(read);
    const [soft, hard = soft] = limits;
    if (limits.length < 1 || limits.length > 2 || limits.includes(undefined))
      return wrong(expected, text, hint?.(text));
    const right = hard === "infinity" || (soft !== "infinity" && (soft ?? 0n) <= (hard ?? 0n));
    return right ? undefined : wrong(expected, text, "the soft limit is higher than the hard one");
  };
}

/** A limit of setrlimit(2), soft and hard or both in one: a size, a number, or a nice level, by the directive's name. */
export const rlimit: ValueKind = {
  expected: ({ name }) => rlimitExpected(name),
  check: (text, { name }) =>
    softAndHard(
      rlimitExpected(name),
      (part) => limitOf(part, name),
      (whole) => limitHint(whole, name),
    )(text),
  resets: false,
};

function limitHint(text: string, name: string): string | undefined {
  if (isEndless(text)) return name === "LimitNICE" ? undefined : 'did you mean "infinity"?';
  return sizes.test(name) ? sizeHint(text) : undefined;
}

function rlimitExpected(name: string): string {
  if (name === "LimitNICE") return 'a nice level like "+5" or "-5", or "SOFT:HARD"';
  return sizes.test(name)
    ? 'a size like "64M", "infinity" or "SOFT:HARD"'
    : 'a whole number, "infinity" or "SOFT:HARD"';
}

const timeExpected = 'a time like "10min", "infinity" or "SOFT:HARD"';

/** A limit of CPU time; the argument is the size of a bare number in microseconds, and what a time is rounded up to. */
export const rlimitTime: ValueKind = {
  expected: timeExpected,
  check: (text, { args: [bare = "1"] }) =>
    softAndHard(timeExpected, (part) => timeLimit(part, BigInt(bare)), timeHint)(text),
  resets: false,
};

function timeLimit(text: string, bare: bigint): Limit {
  const length = timespanLength(text, { resolution: 1_000n, bare: 1_000n * bare });
  return typeof length === "bigint" ? (length + bare - 1n) / bare : length;
}
