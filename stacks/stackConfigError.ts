import type { Rule } from "../systemd/lint/rules.ts";

/** One thing wrong in one place of a stack file. Line and column count from 1; 0 when the file itself is meant. */
export interface Finding {
  /** As it was given; empty when no file is meant. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Where in the data, as `bots.echo.memoryMax`; empty when it is no value's place. */
  readonly path: string;
  readonly message: string;
  /** Errors stop all, warnings are just shown. */
  readonly severity: "error" | "warning";
  /** The rule that found it, by whose name a bot's `allow` silences it; none for what can't be silenced. */
  readonly rule?: Rule;
}

/** What becomes of a finding. */
export type FindingKind = Pick<Finding, "severity" | "rule">;

/** All that is wrong with a stack file; its message is one line per error. */
export class StackConfigError extends Error {
  override name = "StackConfigError";
  /** The errors, by {@link inOrder}. */
  readonly findings: readonly Finding[];
  /** What would only be shown if it weren't for the errors, in the same order. */
  readonly warnings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    const sorted = inOrder(findings);
    const errors = sorted.filter(({ severity }) => severity === "error");
    super(errors.map(findingText).join("\n"));
    this.findings = errors;
    this.warnings = sorted.filter(({ severity }) => severity === "warning");
  }
}

/** Findings in the order of their files' lines; the files in the order in which they first occur. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const files = [...new Set(findings.map(({ file }) => file))];
  return files.flatMap((file) => findings.filter((finding) => finding.file === file).sort(byPlace));
}

/** Without those that say of the same place what another says: several bots have what stands in the defaults. */
export function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [findingText(finding), finding])).values()];
}

/** `FILE:LINE:COLUMN: PATH: MESSAGE (RULE)`, without the parts that don't apply. */
export function findingText({ file, line, column, path, message, rule }: Finding): string {
  const place = line === 0 ? file : `${file}:${line}:${column}`;
  const text = [place, path, message].filter((part) => part !== "").join(": ");
  return rule === undefined ? text : `${text} (${rule})`;
}

function byPlace(a: Finding, b: Finding): number {
  return a.line - b.line || a.column - b.column;
}
