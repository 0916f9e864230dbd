/** One thing wrong in one place of a stack file. Line and column count from 1; 0 when the file itself is meant. */
export interface Finding {
  /** As it was given; empty when no file is meant. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Where in the data, as `bots.echo.memoryMax`; empty when it is no value's place. */
  readonly path: string;
  readonly message: string;
}

/** All that is wrong with a stack file, one line per finding, in the order of the file; the stack's own file first. */
export class StackConfigError extends Error {
  override name = "StackConfigError";
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    const files = [...new Set(findings.map(({ file }) => file))];
    const sorted = files.flatMap((file) => findings.filter((finding) => finding.file === file).sort(byPlace));
    super(sorted.map(findingText).join("\n"));
    this.findings = sorted;
  }
}

/** `FILE:LINE:COLUMN: PATH: MESSAGE`, without the parts that don't apply. */
export function findingText({ file, line, column, path, message }: Finding): string {
  const place = line === 0 ? file : `${file}:${line}:${column}`;
  return [place, path, message].filter((part) => part !== "").join(": ");
}

function byPlace(a: Finding, b: Finding): number {
  return a.line - b.line || a.column - b.column;
}
