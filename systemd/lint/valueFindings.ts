import type { UnitFinding } from "./finding.ts";
import { commentAdvice } from "./literalFindings.ts";
import type { UnitView } from "./unitView.ts";

/** Values that systemd ignores or refuses, or most likely reads otherwise than meant. */
export function valueFindings(view: UnitView): UnitFinding[] {
  return view.assignments.flatMap((assignment) => {
    const { name, problem } = assignment;
    if (!problem) return [];
    return [view.at(assignment, problem.rule, `${name}: ${problem.text}${commentAdvice(assignment)}`)];
  });
}
