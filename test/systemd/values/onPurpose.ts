import type { Directive } from "../../../systemd/directives/directive.ts";
import type { ValueProblem } from "../../../systemd/values/checkValue.ts";

/** One value, what we say and what systemd 252 says. */
export interface Verdict {
  readonly directive: Directive;
  readonly text: string;
  readonly ours?: ValueProblem;
  readonly theirs?: string;
}

/** Where we differ from systemd, and why. */
export interface Difference {
  readonly why: string;
  readonly is: (verdict: Verdict) => boolean;
}

const typed = (...types: readonly Directive["type"][]) => new Set<string>(types);

const stricter: readonly Difference[] = [
  {
    why: "systemd drops an unknown word of these lists without a word",
    is: ({ directive: { type } }) => typed("capabilities", "secureBits", "controllers").has(type),
  },
  {
    why: "a condition is only read when the unit starts, and an unknown word then fails it",
    is: ({ directive: { type } }) => type === "condition",
  },
  {
    why: "a file's name alone is no program that anyone means",
    is: ({ directive: { type }, ours }) => type === "exec" && ours?.rule !== "wrong-value",
  },
  {
    why: "a whole command between quotes is the path of a program that hardly anyone has",
    is: ({ directive: { type }, ours }) => type === "exec" && ours?.text.includes("for its program") === true,
  },
  {
    why: "a program below .. is found, but the path says something else than it means",
    is: ({ directive: { type }, text }) => type === "exec" && text.includes("/.."),
  },
  {
    why: "no file system has a comma in its name, and none is empty",
    is: ({ directive: { type }, text }) => type === "fileSystems" && /,|''/.test(text),
  },
  {
    why: "without its path the word means nothing when the unit starts",
    is: ({ directive: { type }, text }) =>
      typed("input", "output").has(type) && /^(?:file|append|truncate)$/.test(text),
  },
  {
    why: "somebody's home is meant, and systemd would look below /run",
    is: ({ directive: { name }, ours }) => name === "PIDFile" && ours?.rule === "home-tilde",
  },
  {
    why: "a path below /var/run is old; Debian's systemd says so only when debugging",
    is: ({ ours }) => ours?.rule === "obsolete-value" && ours.text.includes("/var/run"),
  },
  {
    why: "the slice itself can't be loaded then",
    is: ({ directive: { type } }) => type === "slice",
  },
  {
    why: "a device is only looked for when the unit starts; a relative path or a folder is none",
    is: ({ directive: { type }, ours, text }) =>
      typed("deviceAllow", "deviceWeight", "deviceLatency", "deviceLimit").has(type) &&
      (ours?.rule === "relative-path" || /^\/dev\/?$/.test(text)),
  },
];

const looser: readonly Difference[] = [
  {
    why: "what a specifier stands for is only known on the server",
    is: ({ text }) => /%[A-Za-z]/.test(text.replaceAll("%%", "")),
  },
  {
    why: "the directive itself is the problem, which is another rule's",
    is: ({ theirs = "" }) => /please use|is obsolete, replacing/.test(theirs),
  },
  {
    why: "an unknown escape stays as it is, which is what was meant",
    is: ({ theirs = "" }) => theirs.startsWith("Ignoring unknown escape sequences"),
  },
];

/** The reason for a difference, if it is on purpose. */
export function reasonFor(verdict: Verdict): string | undefined {
  return (verdict.ours ? stricter : looser).find(({ is }) => is(verdict))?.why;
}

export const reasons: readonly string[] = [...stricter, ...looser].map(({ why }) => why);
