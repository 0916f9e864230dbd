import { unitNameProblem } from "../grammar/unitName.ts";
import { isProblem, resolve } from "./specifiers.ts";
import { firstProblem, readable, received, type ValueKind, type ValueProblem, wrong } from "./valueKind.ts";
import { words } from "./words.ts";

function nameProblem(name: string, expected: string, suffix?: string): ValueProblem | undefined {
  const resolved = resolve(name);
  if (isProblem(resolved)) return resolved;
  if (resolved.open) {
    // What a specifier stands for can be the end of the name, too.
    const ending = /%[a-zA-Z]$/.test(name) || suffix === undefined || name.endsWith(suffix);
    return ending ? undefined : wrong(expected, name);
  }
  if (suffix !== undefined && !name.endsWith(suffix)) return wrong(expected, name, suffixHint(name, suffix));
  const problem = unitNameProblem(resolved.text);
  if (!problem) return undefined;
  if (/^[A-Za-z0-9:_.@-]+$/.test(name)) return wrong(expected, name, suffixHint(name, suffix ?? ".service"));
  if (name.endsWith(",")) return wrong(expected, name, "the names are separated by spaces");
  return { rule: "wrong-value", text: `expected ${expected}, received ${received(name)}, which ${readable(problem)}` };
}

// What people leave ".target" out of.
const targets =
  /^(?:basic|default|getty|graphical|local-fs|multi-user|network|network-online|network-pre|nss-lookup|paths|remote-fs|shutdown|sockets|sysinit|time-sync|timers)$/;

function suffixHint(name: string, wanted: string): string | undefined {
  if (!unitNameProblem(name)) return undefined;
  const suffix = wanted === ".service" && targets.test(name) ? ".target" : wanted;
  return /^[A-Za-z0-9:_.@-]+$/.test(name) && !unitNameProblem(`${name}${suffix}`)
    ? `did you mean ${JSON.stringify(`${name}${suffix}`)}?`
    : undefined;
}

const unitsExpected = 'unit names like "redis.service"';

/** Names of units; a backslash belongs to the name, and so does a quote. */
export const units: ValueKind = {
  expected: unitsExpected,
  check: (text) => firstProblem(words(text, { backslash: "keep" }) ?? [], (name) => nameProblem(name, unitsExpected)),
};

export const installUnits: ValueKind = {
  expected: unitsExpected,
  check(text) {
    const list = words(text, { quotes: true, backslash: "keep" });
    return list ? firstProblem(list, (name) => nameProblem(name, unitsExpected)) : wrong(unitsExpected, text);
  },
};

const socketsExpected = 'names of sockets like "bot.socket"';
export const sockets: ValueKind = {
  expected: socketsExpected,
  check(text) {
    const list = words(text);
    return list
      ? firstProblem(list, (name) => nameProblem(name, socketsExpected, ".socket"))
      : wrong(socketsExpected, text);
  },
};

function oneUnit(expected: string, suffix?: string): ValueKind {
  return { expected, check: (text) => nameProblem(text, expected, suffix), resets: false };
}

export const unit = oneUnit('a unit name like "bot.service"');

const serviceExpected = 'the name of a service like "bot.service"';
export const service: ValueKind = {
  expected: serviceExpected,
  check(text) {
    const problem = nameProblem(text, serviceExpected, ".service");
    if (problem || !text.endsWith("@.service")) return problem;
    return wrong(serviceExpected, text, "a template needs an instance here");
  },
  resets: false,
};

const sliceExpected = 'the name of a slice like "bots.slice"';
export const slice: ValueKind = {
  expected: sliceExpected,
  check(text) {
    const problem = nameProblem(text, sliceExpected, ".slice");
    if (problem) return problem;
    // The dashes of its name are the way to it from the root slice.
    const parts = text.slice(0, -".slice".length);
    const broken = parts !== "-" && /^-|-$|--/.test(parts);
    return broken || text.includes("@")
      ? wrong(sliceExpected, text, "a slice has no instances and no empty part between dashes")
      : undefined;
  },
  resets: false,
};
