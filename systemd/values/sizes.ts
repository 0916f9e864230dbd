import { isEndless, isNumberIn, most64, wholeNumber } from "./numbers.ts";
import { plainKind, type ValueKind, wrong } from "./valueKind.ts";

const suffixes = ["E", "P", "T", "G", "M", "K", "B", ""];

/**
 * The bytes of a size, undefined if systemd can't read it (parse_size, src/basic/parse-util.c): suffixes K M G T P E, each 1024 or 1000 times
 * the one before; fractions are allowed, and parts that get smaller add up.
 */
export function sizeOf(text: string, base: 1024 | 1000): bigint | undefined {
  const part = /[ \t\n\r]*\+?([0-9]+)(?:\.([0-9]*))?[ \t\n\r]*/y;
  let sum = 0n;
  let position = 0;
  let first = 0;
  do {
    part.lastIndex = position;
    const [whole, digits = "", fraction = ""] = part.exec(text) ?? [];
    if (whole === undefined || digits.length > 100 || first >= suffixes.length) return undefined;
    position += whole.length;
    const found = suffixes.findIndex((suffix, index) => index >= first && text.startsWith(suffix, position));
    const factor = BigInt(base) ** BigInt(Math.max(0, 6 - found));
    const more = BigInt(Math.floor(Number(`0.${fraction}0`) * Number(factor)));
    if (BigInt(digits) > most64 / factor || fraction.length > 100 || BigInt(fraction) > most64) return undefined;
    sum += BigInt(digits) * factor + more;
    if (sum > most64) return undefined;
    position += suffixes[found]?.length ?? 0;
    first = found + 1;
  } while (position < text.length);
  return sum;
}

/** Hundredths of a percent, as "50%", "50.5%", "500‰" and "5000‱"; undefined if systemd can't read it (src/basic/percent-util.c). */
export function permyriad(text: string): number | undefined {
  const [, whole = "", fraction = "", sign = ""] = /^(.+?)(?:\.([0-9]{1,2}))?([%‰‱])$/.exec(text) ?? [];
  const places = { "%": 2, "‰": 1, "‱": 0 }[sign];
  if (places === undefined || fraction.length > places) return undefined;
  const value = wholeNumber(whole);
  if (value === undefined || value < 0n) return undefined;
  const sum = Number(value) * 10 ** places + Number(fraction.padEnd(places, "0"));
  return sum <= 2 ** 31 - 1 ? sum : undefined;
}

/** Whether it is a part of a whole: 0 % to 100 %. */
export function isPart(text: string): boolean {
  return (permyriad(text) ?? 10_001) <= 10_000;
}

export const size = plainKind('a size like "64K"', (text) => sizeOf(text, 1024) !== undefined, {
  resets: false,
  hint: (text) => (isEndless(text) ? undefined : sizeHint(text)),
});

const memoryExpected = 'a size like "256M", "50%" or "infinity"';
// Without swap or a guarantee a service can run; without memory it can't.
const mayBeZero = /Swap|Low|Min$/;

/** A size, a part of the memory there is, or no limit. systemd.resource-control(5). */
export const memory: ValueKind = {
  expected: memoryExpected,
  check(text, { name }) {
    if (text === "infinity") return undefined;
    const bytes = isPart(text) ? BigInt(permyriad(text) ?? 0) : sizeOf(text, 1024);
    if (bytes === undefined || bytes >= most64) return wrong(memoryExpected, text, sizeHint(text));
    if (bytes > 0n || mayBeZero.test(name)) return undefined;
    return wrong(memoryExpected, text, "it has to be more than nothing");
  },
};

/** A size, a part of the file system, or no limit. systemd.exec(5), StateDirectoryQuota=. */
export const quota = plainKind(
  'a size like "256M", "50%" or "off"',
  (text) => text === "off" || isPart(text) || sizeOf(text, 1024) !== undefined,
  { hint: (text) => (isEndless(text) ? 'did you mean "off"?' : sizeHint(text)) },
);

/** Why a text is no size, where people commonly err. */
export function sizeHint(text: string): string | undefined {
  if (text.includes("%")) return percentHint(text);
  if (isEndless(text)) return 'did you mean "infinity"?';
  if (/^-/.test(text)) return "it can't be negative";
  if (/^[0-9.]+ *(?:[kKmMgGtTpPeE]i?[bB]?|[kmgtpe])$/.test(text))
    return `write ${JSON.stringify(text.replace(/ *i?[bB]?$/i, "").toUpperCase())}: the suffixes are K, M, G, T, P and E`;
  return undefined;
}

function percentHint(text: string): string | undefined {
  if (text.endsWith("%%")) return "a percent sign is not doubled here";
  if (permyriad(text) !== undefined) return "it can't be more than 100%";
  return /^[0-9]*\.[0-9]{3,}%$/.test(text) ? "at most two digits after the point" : undefined;
}

/** A part of one CPU, which may be more than 100 %; or with an argument, a part of a whole. */
export const percent: ValueKind = {
  expected: ({ args }) => percentExpected(args),
  check(text, { args }) {
    const value = permyriad(text) ?? -1;
    if (args.length > 0 ? value >= 0 && value <= 10_000 : value > 0) return undefined;
    const hint = isNumberIn(text, 0n, most64) ? `did you mean ${JSON.stringify(`${text}%`)}?` : percentHint(text);
    return wrong(percentExpected(args), text, hint);
  },
};

function percentExpected(args: readonly string[]): string {
  return args.length > 0 ? 'a percentage like "60%"' : 'a percentage like "50%" or, for two CPUs, "200%"';
}

/** A number of tasks, a part of what is possible, or no limit; with the argument "count" no part, but maybe none at all. */
export const tasks: ValueKind = {
  expected: ({ args }) => tasksExpected(args),
  check(text, { args }) {
    const right = args.includes("count")
      ? isNumberIn(text, 0n, 2n ** 32n - 1n)
      : isPart(text) || isNumberIn(text, 1n, most64 - 1n);
    return right || text === "infinity" ? undefined : wrong(tasksExpected(args), text, tasksHint(text, args));
  },
};

function tasksExpected(args: readonly string[]): string {
  return args.includes("count") ? 'a whole number or "infinity"' : 'a whole number, "10%" or "infinity"';
}

function tasksHint(text: string, args: readonly string[]): string | undefined {
  if (isEndless(text)) return 'did you mean "infinity"?';
  return text.includes("%") && !args.includes("count") ? percentHint(text) : undefined;
}
