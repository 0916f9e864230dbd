import { plainKind, type ValueKind, wrong } from "./valueKind.ts";

const shape = /^[ \t]*([+-]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)$/;
const python = /^[ \t]*0(?:[bB][01]+|[oO][0-7]+)$/;

/**
 * A whole number as systemd reads it (safe_atoi and its kin, src/basic/parse-util.c): hexadecimal with 0x, octal with 0 or 0o, binary with 0b,
 * a plus or a minus before it; undefined if the text is none.
 */
export function wholeNumber(text: string): bigint | undefined {
  // More digits than any number here has, and not a megabyte of them.
  if (text.length > 100) return undefined;
  if (python.test(text)) return BigInt(text.trim().toLowerCase());
  const [, sign = "", digits] = shape.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const value = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits);
  return sign === "-" ? -value : value;
}

/** Whether the text is a whole number from `least` to `most`. */
export function isNumberIn(text: string, least: bigint, most: bigint): boolean {
  const value = wholeNumber(text);
  return value !== undefined && value >= least && value <= most;
}

/** Whether "infinity" was meant. */
export function isEndless(text: string): boolean {
  return /^(?:inf|infinity|infinite|unlimited|none|never|max)$/i.test(text);
}

/** The most that 64 bits hold. */
export const most64 = 2n ** 64n - 1n;

// Those that systemd can take back.
const resettable = /^(?:Nice|OOMScoreAdjust|IOSchedulingPriority|TTYRows|TTYColumns|.*ExitStatus)$/;

/** A whole number from the first argument to the second. */
export const integer: ValueKind = {
  expected: ({ args: [least, most] }) => `a whole number from ${least} to ${most}`,
  check: (text, { args: [least = "", most = ""] }) =>
    isNumberIn(text, BigInt(least), BigInt(most)) ? undefined : wrong(`a whole number from ${least} to ${most}`, text),
  resets: ({ name, section }) => resettable.test(name) || (section === "Swap" && name === "Priority"),
};

/** A share from the first argument to the second, and the words that follow them. */
export const weight: ValueKind = {
  expected: ({ args }) => weightExpected(args),
  check(text, { args }, systemd) {
    const [least = "", most = "", ...names] = args;
    if (isNumberIn(text, BigInt(least), BigInt(most))) return undefined;
    if (!names.includes(text)) return wrong(weightExpected(args), text);
    const hint = `systemd ${systemd} does not know it yet`;
    return systemd !== undefined && systemd < 252
      ? wrong(weightExpected(args), text, hint, "newer-directive")
      : undefined;
  },
};

function weightExpected([least, most, ...names]: readonly string[]): string {
  return [`a whole number from ${least} to ${most}`, ...names.map((name) => JSON.stringify(name))].join(" or ");
}

/** Permissions in octal digits, as chmod reads them. */
export const mode = plainKind(
  'octal digits like "0750"',
  (text) => /^[0-7]+$/.test(text) && Number.parseInt(text, 8) <= 0o7777,
  { resets: false },
);
