import { enumeration, words } from "../directives/enumerations.ts";
import { isNumberIn } from "./numbers.ts";
import { afterSpecifiers } from "./specifiers.ts";
import { truthOf } from "./truth.ts";
import { type Check, type ValueKind, type ValueProblem, wrong, wrongWord } from "./valueKind.ts";

/** Whether systemd reads this as true or false. */
export function isBoolean(text: string): boolean {
  return truthOf(text) !== undefined;
}

export const boolean: ValueKind = {
  expected: "yes or no",
  check: (text) => (isBoolean(text) ? undefined : wrong("yes or no", text)),
  // Those with a default that depends on other directives can be given back to it.
  resets: ({ name }, systemd = 255) =>
    /^(?:MountAPIVFS|SetLoginEnvironment|MemoryKSM)$/.test(name) || (name === "PrivateMounts" && systemd >= 255),
};

// Enumerations whose words also have numbers, up to the given one.
const numbers: Readonly<Record<string, bigint>> = {
  log_level: 7n,
  log_facility_unshifted: 127n,
  ip_tos: 255n,
  ioprio_class: 8n,
  sched_policy: 2n ** 31n - 1n,
};
const namedSince = 258;
const hostName = 'a host name like "bot-1" after the colon';
const resettable = /^(?:kill_mode|managed_oom_mode|ioprio_class|sched_policy|ip_tos|mpol|mount_propagation_flag)$/;

/** One of the words of an enumeration. */
export const choice: ValueKind = {
  expected: ({ args: [name = ""] }) => oneOf(current(name, undefined)),
  check(text, directive, systemd) {
    const [name = ""] = directive.args;
    const most = numbers[name];
    if (most !== undefined && isNumberIn(text, 0n, most)) return undefined;
    return wordProblem(name, text, oneOf(current(name, systemd)), systemd);
  },
  resets: ({ args: [name = ""] }) => resettable.test(name),
};

/** yes, no, or one of the words of an enumeration; with the argument "hostname" maybe with a colon and a host name after it. */
export const toggle: ValueKind = {
  expected: ({ args: [name = ""] }) => yesNoOr(current(name, undefined)),
  check(text, { args: [name = "", more] }, systemd) {
    const expected = yesNoOr(current(name, systemd));
    const named = more === "hostname" ? namedProblem(text, expected, systemd) : false;
    if (named !== false) return named;
    return isBoolean(text) ? undefined : wordProblem(name, text, expected, systemd);
  },
  resets: ({ args }, systemd = 245) => args.includes("hostname") && systemd >= namedSince,
};

// Of WORD:NAME; false where it isn't that.
function namedProblem(text: string, expected: string, systemd = namedSince): ValueProblem | undefined | false {
  const [, word = "", name = ""] = /^([^:]*):(.*)$/s.exec(text) ?? [];
  if (word !== "private" && truthOf(word) !== true) return false;
  if (systemd < namedSince) return wrong(expected, text, `systemd ${systemd} does not know it yet`, "newer-directive");
  return afterSpecifiers(name, (resolved) => (isHostName(resolved) ? undefined : wrong(hostName, name)));
}

function isHostName(name: string): boolean {
  return name.length <= 64 && /^[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*(?:\.[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*)*$/.test(name);
}

/** The problem of a word of an enumeration: unknown, too new, gone, or replaced. */
export function wordProblem(
  name: string,
  text: string,
  expected: string,
  systemd: number | undefined,
): ValueProblem | undefined {
  const found = enumeration(name).find(({ word }) => word === text);
  if (!found) return wrongWord(expected, text, current(name, systemd));
  if (systemd !== undefined && Math.max(systemd, 245) < found.since)
    return wrong(expected, text, `systemd ${systemd} does not know it yet`, "newer-directive");
  if (systemd !== undefined && found.until !== undefined && systemd >= found.until)
    return wrong(expected, text, `systemd ${systemd} does not know it any more`);
  if (found.obsolete === undefined) return undefined;
  const hint = `systemd still reads it, but has replaced it by ${JSON.stringify(found.obsolete)}`;
  return wrong(expected, text, hint, "obsolete-value");
}

/** The words to choose from, without the obsolete ones. */
export function current(name: string, systemd: number | undefined): string[] {
  const known = words(name, systemd);
  return enumeration(name).flatMap(({ word, obsolete }) =>
    obsolete === undefined && known.includes(word) ? [word] : [],
  );
}

function oneOf(names: readonly string[]): string {
  return names.length === 1 ? `${names[0]}` : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

function yesNoOr(names: readonly string[]): string {
  return oneOf(["yes", "no", ...names.filter((name) => name !== "yes" && name !== "no")]);
}

/** A check that takes yes and no, and leaves the rest to another. */
export function booleanOr(check: Check): Check {
  return (text, directive, systemd) => (isBoolean(text) ? undefined : check(text, directive, systemd));
}
