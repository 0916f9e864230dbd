import { isProblem, resolve } from "./specifiers.ts";
import { type Check, firstProblem, received, type ValueKind, type ValueProblem, wrong } from "./valueKind.ts";
import { words } from "./words.ts";

const longest = 4095;
const longestPart = 255;
export const absolute = "an absolute path";

/** Why systemd would not take a text for an absolute path (path_simplify_and_warn, src/shared/parse-helpers.c). */
export function absolutePathProblem(text: string, expected = absolute): ValueProblem | undefined {
  const resolved = resolve(text);
  if (isProblem(resolved)) return resolved;
  // The directories of %h, %t, %S and their like are absolute themselves.
  if (!/^\/|^%[A-Za-z]/.test(text)) return relativeProblem(text, expected);
  return shapeProblem(resolved.text, expected);
}

function relativeProblem(text: string, expected: string): ValueProblem {
  if (/^~(?:\/|$)/.test(text))
    return wrong(expected, text, 'systemd does not know "~" here, write the whole path', "home-tilde");
  if (/^(?:\$HOME|\$\{HOME\})/.test(text))
    return wrong(expected, text, "systemd expands no variables here", "relative-path");
  if (/^["']/.test(text)) return wrong(expected, text, "quotes belong to the path here");
  return wrong(expected, text, undefined, "relative-path");
}

/** What else may be wrong about a path, absolute or not: "..", and lengths. */
export function shapeProblem(path: string, expected: string): ValueProblem | undefined {
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.includes("..")) return wrong(`${expected} without ".."`, path);
  if (Buffer.byteLength(parts.join("/")) + 1 > longest) return wrong(`${expected} of at most ${longest} bytes`, path);
  const long = parts.find((part) => Buffer.byteLength(part) > longestPart);
  return long === undefined ? undefined : wrong(`names of at most ${longestPart} bytes in the path`, long);
}

const pidFile = 'a path like "/run/bot.pid"';

const deviceTagsSince = 256;

function isDeviceTag(text: string): boolean {
  return /^(?:UUID|LABEL|PARTUUID|PARTLABEL)=./.test(text);
}

function deviceProblem(text: string, systemd = deviceTagsSince): ValueProblem | undefined {
  if (!isDeviceTag(text)) return absolutePathProblem(text);
  if (systemd < deviceTagsSince)
    return wrong(absolute, text, `systemd ${systemd} knows no tags of devices here yet`, "newer-directive");
  const resolved = resolve(text);
  return isProblem(resolved) ? resolved : undefined;
}

/** One path, spaces and all. With the argument "relative" it may be relative to /run, with "device" be a tag as UUID=… of a device. */
export const path: ValueKind = {
  expected: ({ args }) => (args.includes("relative") ? pidFile : absolute),
  check(text, directive, systemd) {
    if (directive.args.includes("device")) return deviceProblem(text, systemd);
    if (!directive.args.includes("relative")) return absolutePathProblem(text);
    // Only ~ and ~/ look like somebody's home.
    const whole = /^(?:\/|~(?:\/|$)|%[A-Za-z])/.test(text) ? text : `/run/${text}`;
    return absolutePathProblem(whole, pidFile) ?? legacyProblem(text, pidFile);
  },
};

/** The problem of a path below /var/run, which systemd reads as one below /run. */
export function legacyProblem(text: string, expected: string): ValueProblem | undefined {
  const [, rest] = /^\/+var\/+run\/+(.+)$/s.exec(text) ?? [];
  if (rest === undefined) return undefined;
  return wrong(expected, text, `systemd reads it as ${received(`/run/${rest}`)}`, "obsolete-value");
}

export const pathSpec: ValueKind = { expected: absolute, check: (text) => absolutePathProblem(text) };

/** Words, each an absolute path after the marks that may stand before it. */
function pathList(expected: string, marks: RegExp): ValueKind {
  const check: Check = (text) => {
    const list = words(text, { quotes: true, backslash: "drop" });
    if (!list) return wrong(expected, text, "a quote is not closed");
    return firstProblem(list, (word) => absolutePathProblem(word.replace(marks, ""), expected));
  };
  return { expected, check };
}

export const paths = pathList("absolute paths", /^-?\+?/);
export const mountPaths = pathList("absolute paths", /^/);
export const symlinks = mountPaths;

/** After `|` (one of these is enough) and `!` (not). */
export const conditionPath: ValueKind = {
  expected: 'an absolute path, or "!" and one',
  check: (text) => absolutePathProblem(text.replace(/^\|?!?/, ""), 'an absolute path, or "!" and one'),
};

const folder = 'an absolute path, or "~"';
export const workingDirectory: ValueKind = {
  expected: folder,
  check(text) {
    const plain = text.replace(/^-/, "");
    return plain === "~" ? undefined : absolutePathProblem(plain, folder);
  },
};

const file = 'an absolute path, "-" before it or not';
export const environmentFile: ValueKind = {
  expected: file,
  check: (text) => absolutePathProblem(text.replace(/^-/, ""), file),
};

const search = "absolute paths with colons between them";
export const searchPath: ValueKind = {
  expected: search,
  check(text) {
    const list = words(text, { separators: ":" });
    return list ? firstProblem(list, (word) => absolutePathProblem(word, search)) : wrong(search, text);
  },
};
