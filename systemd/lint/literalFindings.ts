import type { UnitFinding } from "./finding.ts";
import { excerpt } from "./safeText.ts";
import type { Assignment, UnitView } from "./unitView.ts";

/** Comments behind values, variables and placeholders in them: other programs know those, systemd takes them as they stand. */
export function literalFindings(view: UnitView): UnitFinding[] {
  return view.assignments.flatMap((each) => {
    // Of what systemd refuses the check of its value tells.
    if (each.problem) return [];
    return comment(view, each) ?? account(view, each) ?? variable(view, each) ?? [];
  });
}

const free = new Set(["text", "string", "exec", "inputText", "setCredential", "removed"]);
const advice = "; a comment has its own line: to systemd this one is part of the value";

/** What to say about a value that ends in what looks like a comment; nothing of any other. */
export function commentAdvice({ row, value }: Assignment): string {
  if (!row || free.has(row.type) || !/[ \t][#;]/.test(value)) return "";
  return /[ \t][#;]/.test(value.replace(/"[^"]*"|'[^']*'/g, '""')) ? advice : "";
}

function comment(view: UnitView, assignment: Assignment): UnitFinding | undefined {
  const { name, value } = assignment;
  const found = commentAdvice(assignment);
  if (found === "") return undefined;
  return view.at(assignment, "wrong-value", `${name}: received ${JSON.stringify(excerpt(value))}${found}`);
}

// systemd takes the name, and the service can't start. A dollar at the end is how a computer's account ends.
function account(view: UnitView, assignment: Assignment): UnitFinding | undefined {
  const { name, value, row } = assignment;
  if (row?.type !== "account" || !/[\s<>"'`|&;,#*?(){}]|\$./.test(value)) return undefined;
  const why = value.includes("$") ? "systemd expands no variables here" : `no ${name.toLowerCase()} can be called so`;
  const text = `${name}: expected the name of a ${name.toLowerCase()}, received ${JSON.stringify(excerpt(value))}; ${why}`;
  return view.at(assignment, "wrong-value", text);
}

// Only what stands alone between separators and is named in capitals: the rest may well be a password.
const shellVariable = /[=:](\$(?:[A-Z][A-Z0-9_]*|\{[A-Z][A-Z0-9_]*\}))(?=[/:\s"']|$)/;

function variable(view: UnitView, assignment: Assignment): UnitFinding | undefined {
  const { name, value, row } = assignment;
  const found = row?.type === "environment" ? shellVariable.exec(value)?.[1] : undefined;
  if (found === undefined) return undefined;
  const text = `${name}: has ${JSON.stringify(found)}, but systemd expands no variables here: write what it stands for`;
  return { ...view.at(assignment, "shell-syntax", text), severity: "warning" };
}
