import { afterSpecifiers, isProblem, resolve } from "./specifiers.ts";
import { firstProblem, plainKind, type ValueKind, type ValueProblem, wrong } from "./valueKind.ts";
import { words } from "./words.ts";

/** Any text, with specifiers. */
export const text: ValueKind = {
  expected: 'a text, in which a percent sign is written "%%"',
  check(value, { section, name }) {
    // In [Service] it is only read for the sake of old units, as it is.
    if (section === "Unit" && /RebootArgument$/.test(name)) return afterSpecifiers(value, rebootProblem);
    const resolved = resolve(value);
    return isProblem(resolved) ? resolved : undefined;
  },
};

function rebootProblem(value: string): ValueProblem | undefined {
  return isAscii(value) && value.length <= 255 ? undefined : wrong("at most 255 characters of ASCII", value);
}

/** Any text, without specifiers. */
export const string = plainKind("a text", () => true);
/** After a `~`, of what to leave out. Whether it is one, only the server's PCRE knows. */
export const regex = plainKind("a regular expression", (value) => value !== "~", {
  hint: () => 'none follows the "~"',
});
/** What systemd ignores whatever it says. */
export const removed = plainKind("nothing, as systemd ignores it", () => true);

export function isAscii(value: string): boolean {
  return /^\p{ASCII}*$/u.test(value);
}

const uri = 'addresses like "https://example.org" or "man:systemd.service(5)"';

/** Where to read about a unit. systemd.unit(5), Documentation=. */
export const documentation: ValueKind = {
  expected: uri,
  check: (value) =>
    afterSpecifiers(value, (resolved) => {
      const list = words(resolved, { quotes: true, backslash: "keep" });
      return list ? firstProblem(list, uriProblem) : wrong(uri, value);
    }),
};

function uriProblem(word: string): ValueProblem | undefined {
  if (/^(?:https?:\/\/|file:\/|info:|man:)\p{ASCII}+$/u.test(word)) return undefined;
  return wrong(
    uri,
    word,
    /^www\.|^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:\/|$)/.test(word) ? "it needs https:// before it" : undefined,
  );
}

const bus = 'a bus name like "org.example.Bot"';

/** A well-known name of D-Bus, or a unique one. */
export const busName: ValueKind = {
  expected: bus,
  check: (value) => afterSpecifiers(value, (name) => (isBusName(name) ? undefined : wrong(bus, value))),
  resets: false,
};

function isBusName(name: string): boolean {
  const shape = /^(?::[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+|[A-Za-z_-][A-Za-z0-9_-]*(?:\.[A-Za-z_-][A-Za-z0-9_-]*)+)$/;
  return shape.test(name) && name.length <= 255;
}

/** A name for a file descriptor; at most 255 characters of ASCII. */
export function isDescriptorName(name: string): boolean {
  return /^[ -9;-~]{0,255}$/.test(name);
}

const descriptor = "a name of ASCII letters without a colon";
const namespace = "a name that a file can have, without globs";

/** The name of a file descriptor, or with the argument "namespace" of a namespace of the journal. */
export const identifier: ValueKind = {
  expected: ({ args: [kind] }) => (kind === "fd" ? descriptor : namespace),
  check: (value, { args: [kind] }) =>
    afterSpecifiers(value, (name) => {
      if (kind === "fd") return isDescriptorName(name) ? undefined : wrong(descriptor, value);
      const right =
        /^[A-Za-z0-9:_.\\@-]+$/.test(name) && !/^\.{1,2}$/.test(name) && !name.includes("\\") && name.length <= 222;
      return right ? undefined : wrong(namespace, value);
    }),
};
