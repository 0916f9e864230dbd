import type { UnitFinding } from "./finding.ts";
import type { UnitView } from "./unitView.ts";

/** Values that systemd ignores or refuses, or most likely reads otherwise than meant. */
export function valueFindings(view: UnitView): UnitFinding[] {
  return view.assignments.flatMap((assignment) => {
    const { name, problem } = assignment;
    return problem ? [view.at(assignment, problem.rule, `${name}: ${problem.text}`)] : [];
  });
}
