import { suggestion } from "../closestName.ts";
import { directive, directivesOf, sectionNames } from "../directives/directive.ts";
import type { UnitFinding } from "./finding.ts";
import { excerpt } from "./safeText.ts";
import { kindOfSection, sectionsOf } from "./unitKind.ts";
import type { Assignment, UnitView } from "./unitView.ts";

// A hostile file of unknown names must not cost a search of the whole table for each of them.
const mostSuggestions = 100;

/** Names that systemd does not know, or not there. It passes over them with a line in its log. */
export function nameFindings(view: UnitView): UnitFinding[] {
  return [...sectionFindings(view), ...directiveFindings(view)];
}

/** What is meant for the user's own use, and systemd passes over without a word. */
function isOwn(name: string): boolean {
  return name.startsWith("X-");
}

function knownSections({ kind }: UnitView): string[] {
  return kind ? sectionsOf(kind) : sectionNames();
}

function sectionFindings(view: UnitView): UnitFinding[] {
  const known = knownSections(view);
  return view.unit.flatMap(({ name }, section): UnitFinding[] => {
    // What stands before the first header has no name.
    if (name === "" || isOwn(name) || known.includes(name)) return [];
    const other = kindOfSection(name);
    const text =
      other && view.kind
        ? `[${name}] is for ${other} units; in a ${view.kind} unit systemd ignores it`
        : `unknown section [${excerpt(name)}], which systemd ignores${didYouMean(name, known)}`;
    return [{ rule: "unknown-section", severity: "error", section, text }];
  });
}

function directiveFindings(view: UnitView): UnitFinding[] {
  const known = new Set(knownSections(view));
  const names = view.assignments.filter(({ section, name }) => known.has(section) && !isOwn(name));
  const unknown = names.filter(({ row }) => row === undefined);
  return [
    ...unknown.map((each, index) => unknownFinding(view, each, index < mostSuggestions)),
    ...names.flatMap((each) => legacyFinding(view, each)),
  ];
}

function unknownFinding(view: UnitView, assignment: Assignment, suggest: boolean): UnitFinding {
  const { section, name } = assignment;
  const places = sectionNames().filter((each) => (directive(each, name)?.type ?? "removed") !== "removed");
  const near = places.filter((each) => knownSections(view).includes(each));
  if (places.length > 0) {
    const where = alternatives((near.length > 0 ? near : places).map((each) => `[${each}]`));
    return view.atName(assignment, "wrong-section", `${name}= belongs in ${where}; in [${section}] systemd ignores it`);
  }
  const meant = suggest ? didYouMean(name, directivesOf(section)) : "";
  return view.atName(
    assignment,
    "unknown-directive",
    `unknown directive ${excerpt(name)}= in [${section}], which systemd ignores${meant}`,
  );
}

// Settings of [Unit] that once stood elsewhere, as StartLimitBurst= in [Service]. systemd still reads and obeys them there, but
// documents them no more: so it is a warning.
function legacyFinding(view: UnitView, assignment: Assignment): UnitFinding[] {
  const { section, name, row } = assignment;
  if (!row || row.man !== undefined || section === "Unit") return [];
  const today = directive("Unit", name);
  if (!today) return [];
  const now = today.obsolete ? ` as ${today.obsolete}=` : "";
  const text = `${name}= belongs in [Unit]${now}; systemd still reads it in [${section}], for old units`;
  return [{ ...view.atName(assignment, "wrong-section", text), severity: "warning" }];
}

function alternatives(names: readonly string[]): string {
  return [names.slice(0, -1).join(", "), ...names.slice(-1)].filter(Boolean).join(" or ");
}

function didYouMean(name: string, known: readonly string[]): string {
  return suggestion(name, known);
}
