import { isNumberIn } from "./numbers.ts";
import { absolutePathProblem } from "./paths.ts";
import { sizeHint, sizeOf } from "./sizes.ts";
import { isProblem, resolve } from "./specifiers.ts";
import { isTimespan } from "./timespans.ts";
import { type Check, type ValueKind, type ValueProblem, wrong } from "./valueKind.ts";
import { WordReader } from "./words.ts";

// The first word, and what comes after it.
function split(text: string): [device: string, rest: string] | undefined {
  const reader = new WordReader(text, { quotes: true, backslash: "drop" });
  const device = reader.next();
  return typeof device === "string" ? [device, reader.rest] : undefined;
}

const allowed = 'a device like "/dev/fuse rw" or "char-usb_device"';

/** A device node, or a kind of them, and the rights: r, w and m. */
export const deviceAllow: ValueKind = {
  expected: allowed,
  check(text) {
    const [device, rights] = split(text) ?? [];
    if (device === undefined || rights === undefined) return wrong(allowed, text, "a quote is not closed");
    if (!/^[rwm]*$/.test(rights)) return wrong('rights of the letters "r", "w" and "m"', rights);
    return /^(?:block|char)-|^%[A-Za-z]/.test(device) ? specifierProblem(device) : nodeProblem(device);
  },
};

function specifierProblem(device: string): ValueProblem | undefined {
  const resolved = resolve(device);
  return isProblem(resolved) ? resolved : undefined;
}

function nodeProblem(device: string): ValueProblem | undefined {
  const problem = absolutePathProblem(device, allowed);
  if (problem) return problem;
  return /^\/+(?:\.\/+)*(?:dev|run\/+systemd\/+inaccessible)\/+[^/]/.test(device) ? undefined : wrong(allowed, device);
}

function deviceAnd(
  expected: string,
  isRight: (rest: string) => boolean,
  hint?: (rest: string) => string | undefined,
): Check {
  return (text) => {
    const [device, rest] = split(text) ?? [];
    if (device === undefined || rest === undefined) return wrong(expected, text, "a quote is not closed");
    if (rest === "") return wrong(expected, text, "the device is only the first of two words");
    return absolutePathProblem(device, expected) ?? (isRight(rest) ? undefined : wrong(expected, text, hint?.(rest)));
  };
}

function weightExpected([least, most]: readonly string[]): string {
  return `a device and a number from ${least} to ${most} like "/dev/sda 200"`;
}

export const deviceWeight: ValueKind = {
  expected: ({ args }) => weightExpected(args),
  check(text, directive, systemd) {
    const [least = "", most = ""] = directive.args;
    const check = deviceAnd(weightExpected(directive.args), (rest) => isNumberIn(rest, BigInt(least), BigInt(most)));
    return check(text, directive, systemd);
  },
};

const latency = 'a device and a time like "/dev/sda 25ms"';
export const deviceLatency: ValueKind = { expected: latency, check: deviceAnd(latency, isTimespan) };

const limit = 'a device and a size like "/dev/sda 5M"';

/** Suffixes are powers of 1000 here. */
export const deviceLimit: ValueKind = {
  expected: limit,
  check: deviceAnd(limit, (rest) => rest === "infinity" || (sizeOf(rest, 1000) ?? 0n) > 0n, sizeHint),
};
