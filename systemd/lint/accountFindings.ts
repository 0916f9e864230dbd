import type { UnitFinding } from "./finding.ts";
import type { UnitView } from "./unitView.ts";

/**
 * A service that runs as root because nobody said otherwise. `User=root` is a word, and passes. So do parts of the system
 * itself: what starts before all else (`DefaultDependencies=no`).
 */
export function accountFindings(view: UnitView): UnitFinding[] {
  if (view.kind !== "service" || view.context.dropIn) return [];
  if (view.live("Service", "ExecStart").length === 0 || view.live("Service", "User").length > 0) return [];
  if (view.isTrue("Service", "DynamicUser")) return [];
  if (view.last("Unit", "DefaultDependencies") && !view.isTrue("Unit", "DefaultDependencies")) return [];
  const text =
    "no User= (nor DynamicUser=yes), so a server runs it as root: name a user, or write User=root if it has to be";
  return [view.missing("Service", "no-user", text)];
}
