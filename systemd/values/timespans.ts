import { isEndless } from "./numbers.ts";
import { afterSpecifiers } from "./specifiers.ts";
import { type ValueKind, type ValueProblem, wrong } from "./valueKind.ts";

// Longest first where one is the start of another, as systemd has them (src/basic/time-util.c). In nanoseconds.
const units: readonly (readonly [names: string, nanoseconds: bigint])[] = [
  ["seconds second sec s", 10n ** 9n],
  ["minutes minute min", 60n * 10n ** 9n],
  ["months month M", 2_629_800n * 10n ** 9n],
  ["msec ms", 10n ** 6n],
  ["m", 60n * 10n ** 9n],
  ["hours hour hr h", 3_600n * 10n ** 9n],
  ["days day d", 86_400n * 10n ** 9n],
  ["weeks week w", 604_800n * 10n ** 9n],
  ["years year y", 31_557_600n * 10n ** 9n],
  ["usec us \u03bcs \u00b5s", 10n ** 3n],
  ["nsec ns", 1n],
];
const most = 2n ** 64n - 1n;

interface Reading {
  /** The size of systemd's own unit here, and of a number without one, in nanoseconds. */
  readonly resolution: bigint;
  readonly bare: bigint;
}

/**
 * The length of a time span in units of `resolution`; "infinity", or undefined if systemd can't read it (parse_time, src/basic/time-util.c).
 * Parts add up, a number without a unit is `bare`, and a part may have a fraction.
 */
export function timespanLength(text: string, { resolution, bare }: Reading): bigint | "infinity" | undefined {
  if (/^[ \t\n\r]*infinity[ \t\n\r]*$/.test(text)) return "infinity";
  const part = /[ \t\n\r]*(?:\+?([0-9]+))?(?:(?<=[0-9])(?!\.)|\.([0-9]+))[ \t\n\r]*/y;
  let sum = 0n;
  let position = 0;
  do {
    part.lastIndex = position;
    const [whole, digits = "", fraction = ""] = part.exec(text) ?? [];
    if (whole === undefined || digits.length > 100) return undefined;
    position += whole.length;
    const unit = unitAt(text, position, resolution);
    // `12.34.56` is no sum, `12.34 .56` isn't one either: a part starts with a digit.
    if (!unit && position < text.length && !/[ \t\n\r]$/.test(whole)) return undefined;
    position += unit?.length ?? 0;
    const factor = (unit?.nanoseconds ?? bare) / resolution;
    if (BigInt(digits) >= 2n ** 63n || BigInt(digits) >= most / factor) return undefined;
    sum += BigInt(digits) * factor + fractionOf(fraction, factor);
    if (sum >= most) return undefined;
  } while (/[^ \t\n\r]/.test(text.slice(position)));
  return sum;
}

function fractionOf(fraction: string, factor: bigint): bigint {
  let sum = 0n;
  let digit = factor / 10n;
  for (const letter of fraction) {
    if (digit === 0n) break;
    sum += BigInt(letter) * digit;
    digit /= 10n;
  }
  return sum;
}

function unitAt(
  text: string,
  position: number,
  resolution: bigint,
): { length: number; nanoseconds: bigint } | undefined {
  for (const [names, nanoseconds] of units) {
    const name = names.split(" ").find((candidate) => text.startsWith(candidate, position));
    if (name !== undefined && nanoseconds >= resolution) return { length: name.length, nanoseconds };
  }
  return undefined;
}

const microseconds: Reading = { resolution: 1_000n, bare: 10n ** 9n };

/** Whether systemd reads this as a time span of so many seconds, minutes, and so on. */
export function isTimespan(text: string): boolean {
  return timespanLength(text, microseconds) !== undefined;
}

const expected = 'a time like "90", "1min 30s" or "infinity"';
const resettable =
  /^(?:TimeoutAbortSec|CPUQuotaPeriodSec|ManagedOOMMemoryPressureDurationSec|MemoryPressureThresholdSec)$/;

/** A time span; a bare number is seconds. systemd.time(7). */
export const timespan: ValueKind = {
  expected,
  // The timers' resolve specifiers, and each empty one takes all of them back.
  check: (text, { list }) => (list ? afterSpecifiers(text, timespanProblem) : timespanProblem(text)),
  resets: ({ name, list }) => list || resettable.test(name),
};

function timespanProblem(text: string): ValueProblem | undefined {
  return isTimespan(text) ? undefined : wrong(expected, text, timeHint(text));
}

/** A time span; a bare number is nanoseconds. */
export const nanoseconds: ValueKind = {
  expected: 'a time like "50us" or "100000" (nanoseconds)',
  check(text) {
    if (timespanLength(text, { resolution: 1n, bare: 1n }) !== undefined) return undefined;
    return wrong('a time like "50us" or "100000" (nanoseconds)', text, timeHint(text));
  },
  resets: false,
};

/** Why a text is no time, where people commonly err. */
export function timeHint(text: string): string | undefined {
  if (isEndless(text)) return 'did you mean "infinity"?';
  if (/^-/.test(text)) return "a time can't be negative";
  if (/^[0-9 ]+:[0-9]/.test(text)) return "write minutes and seconds as 1min 30s";
  if (/[0-9],[0-9]/.test(text)) return "a fraction is written with a point";
  if (/^[0-9]/.test(text) && /[^0-9. ]/.test(text)) return "units are us, ms, s, min, h, d, w, M (months) and y";
  return undefined;
}
