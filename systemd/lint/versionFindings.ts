import type { UnitFinding } from "./finding.ts";
import type { Assignment, UnitView } from "./unitView.ts";

/** Directives that the server's systemd does not know yet, has given up, or has replaced. */
export function versionFindings(view: UnitView): UnitFinding[] {
  return view.assignments.flatMap((assignment) => {
    const found = newer(view, assignment) ?? removed(view, assignment) ?? obsolete(view, assignment);
    return found ?? [];
  });
}

function newer(view: UnitView, assignment: Assignment): UnitFinding | undefined {
  const { name, row } = assignment;
  const { systemd } = view.context;
  if (!row || systemd === undefined || row.since <= systemd) return undefined;
  const text = `${name}= came with systemd ${row.since}; the server's ${systemd} ignores it`;
  return view.atName(assignment, "newer-directive", text);
}

// Without a known version: that of Debian 13. What only a newer one has given up is no fault yet.
const assumed = 257;

function removed(view: UnitView, assignment: Assignment): UnitFinding | undefined {
  const { name, row } = assignment;
  if (!row) return undefined;
  const { systemd } = view.context;
  const gone = row.until !== undefined && (systemd ?? assumed) >= row.until;
  if (!gone && row.type !== "removed" && (row.obsolete !== "" || row.until !== undefined)) return undefined;
  const since = row.until === undefined ? "" : ` with version ${row.until}`;
  return view.atName(assignment, "removed-directive", `${name}= has no effect: systemd gave it up${since}`);
}

function obsolete(view: UnitView, assignment: Assignment): UnitFinding | undefined {
  const { name, row } = assignment;
  if (!row?.obsolete) return undefined;
  return view.atName(assignment, "obsolete-directive", `${name}= is replaced by ${row.obsolete}=`);
}
