import type { SyntaxProblem } from "../systemd/grammar/parseUnit.ts";
import type { TextFinding } from "../systemd/lint/lintText.ts";
import { rules } from "../systemd/lint/rules.ts";
import { safeText } from "../systemd/lint/safeText.ts";
import { firstOfEach } from "./firstOfEach.ts";

/** A finding and the file that it is in, as `--json` prints it. */
export type FileFinding = { readonly file: string } & TextFinding;

/** A finding as people and editors read it. */
export function findingLine({ file, line, column, severity, rule, text }: FileFinding): string {
  return `${safeText(file)}:${line}:${column}: ${severity}: ${rule}: ${text}\n`;
}

/** What is wrong with the syntax of a file, in lines. */
export function syntaxLines(file: string, problems: readonly SyntaxProblem[]): string {
  return firstOfEach(problems.map((problem) => ({ file, ...problem })))
    .map(({ text, ...finding }) => ({ ...finding, severity: rules[finding.rule][0], text: safeText(text) }))
    .map(findingLine)
    .join("");
}
