import type { Directive } from "../directives/directive.ts";
import { encodingProblem } from "../grammar/valueProblem.ts";
import { expectedValue } from "./expectedValue.ts";
import { type ValueProblem, wrong } from "./valueKind.ts";
import { valueKinds } from "./valueKinds.ts";

export { expectedValue } from "./expectedValue.ts";
export type { ValueProblem } from "./valueKind.ts";

/**
 * Why systemd would refuse, ignore or misread this text as the directive's value; undefined if it wouldn't. The text is as it stands after the
 * `=`, without white space around it; the empty one takes back what was set before, where that is possible.
 * With a version of systemd, what is newer is a problem, too; without one, only what none from 245 to 257 reads.
 */
export function checkValue(directive: Directive, text: string, systemd?: number): ValueProblem | undefined {
  if (directive.type === "removed") return undefined;
  if (text === "") return canReset(directive, systemd) ? undefined : wrong(expectedValue(directive), "");
  if (/[\n\r\0]/.test(text)) return wrong(`${expectedValue(directive)} on one line`, text);
  const encoding = encodingProblem(text);
  if (encoding) return { rule: "bad-encoding", text: `expected ${expectedValue(directive)}, but the text ${encoding}` };
  return valueKinds[directive.type].check(text, directive, systemd);
}

function canReset(directive: Directive, systemd: number | undefined): boolean {
  const { resets = () => true } = valueKinds[directive.type];
  return resets !== false && resets(directive, systemd);
}
