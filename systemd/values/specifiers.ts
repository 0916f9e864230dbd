import { specifierProblem } from "../grammar/specifierProblem.ts";
import { type ValueProblem, wrong } from "./valueKind.ts";

/** A text after systemd has resolved its specifiers, as far as that can be told without a server. */
export interface Resolved {
  readonly text: string;
  /** Whether it holds specifiers whose value only the server knows; they are left in the text. */
  readonly open: boolean;
}

/** The text with `%%` read as a percent sign, or why systemd can't resolve it. */
export function resolve(text: string): Resolved | ValueProblem {
  if (!text.includes("%")) return { text, open: false };
  const problem = specifierProblem(text);
  if (problem) return wrong('a specifier of systemd, or "%%" for a percent sign', /"(%.)"/u.exec(problem)?.[1] ?? text);
  return { text: text.replaceAll("%%", "%"), open: /%[A-Za-z]/.test(text.replaceAll("%%", "")) };
}

/** Whether {@link resolve} found a problem. */
export function isProblem(resolved: Resolved | ValueProblem): resolved is ValueProblem {
  return "rule" in resolved;
}

/** The problem of a text once its specifiers are resolved; none where only the server knows them. */
export function afterSpecifiers(
  text: string,
  problem: (resolved: string) => ValueProblem | undefined,
): ValueProblem | undefined {
  const resolved = resolve(text);
  if (isProblem(resolved)) return resolved;
  return resolved.open ? undefined : problem(resolved.text);
}
