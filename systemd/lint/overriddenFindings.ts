import type { UnitFinding } from "./finding.ts";
import { excerpt } from "./safeText.ts";
import type { Assignment, UnitView } from "./unitView.ts";

/** Assignments that a later one in the same file takes back, so that they have no effect. */
export function overriddenFindings(view: UnitView): UnitFinding[] {
  const later = new Map<string, Assignment>();
  const findings: UnitFinding[] = [];
  // From the end, so that what comes later is known.
  for (const assignment of view.assignments.toReversed()) {
    const group = resetGroup(assignment);
    if (group === undefined) continue;
    const by = later.get(group);
    if (by && assignment.value !== "" && by.value !== assignment.value) {
      findings.push(view.atName(assignment, "overridden", overriddenText(assignment, by)));
    }
    if (!by && takesBack(assignment)) later.set(group, assignment);
  }
  return findings;
}

function overriddenText({ name, value }: Assignment, by: Assignment): string {
  const after = by.value === "" ? `the empty ${by.name}=` : `${by.name}=${excerpt(by.value)}`;
  return `${name}=${excerpt(value)} has no effect: ${after} further down takes it back`;
}

// Of a list only an empty assignment takes back; of a single setting any that systemd doesn't ignore.
function takesBack({ row, value, problem }: Assignment): boolean {
  return value === "" || (row !== undefined && !row.list && problem === undefined);
}

/** What an assignment is taken back with: most often those to the same directive; undefined where nothing takes it back. */
function resetGroup({ section, name, row }: Assignment): string | undefined {
  if (!row || row.type === "removed") return undefined;
  // An empty dependency does nothing at all.
  if (section === "Unit" && row.list && (row.type === "units" || row.type === "mountPaths")) return undefined;
  const shared = row.list
    ? sharedResets.find(([place, start]) => place === section && name.startsWith(start))
    : undefined;
  return `${section}.${shared ? shared[1] : name}`;
}

// An empty one of these takes back all whose names start alike. systemd.unit(5), systemd.timer(5), systemd.path(5), systemd.socket(5).
const sharedResets = [
  ["Unit", "Condition"],
  ["Unit", "Assert"],
  ["Timer", "On"],
  ["Path", ""],
  ["Socket", "Listen"],
] as const;
