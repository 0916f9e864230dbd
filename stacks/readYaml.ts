import { LineCounter } from "yaml";
import { withoutTokens } from "../systemd/lint/tokenText.ts";
import { parseYaml } from "./parseYaml.ts";

import type { Finding, FindingKind } from "./stackConfigError.ts";
import { pathText } from "./valuePath.ts";
import { type Path, type TreeReporter, type YamlTree, yamlTree } from "./yamlTree.ts";

export interface YamlFile extends TreeReporter {
  readonly file: string;
  /** Undefined when the text is no YAML, or holds no value. */
  readonly tree: YamlTree | undefined;
  /** What is reported. */
  readonly findings: readonly Finding[];
  /** A finding at an offset of the text; an error that can't be silenced, unless more is said. */
  readonly finding: (at: number, path: Path, message: string, kind?: FindingKind) => Finding;
}

/**
 * Reads YAML 1.2 as a stack file may use it: one document of maps, lists and plain values. Each value stands once, where it is
 * used, so anchors, aliases, `<<` and tags are findings; so are values that YAML reads as something else than is written.
 */
export function readYaml(text: string, file: string): YamlFile {
  const clean = text.replace(/^\u{FEFF}/u, "");
  const lines = new LineCounter();
  const findings: Finding[] = [];
  const position = (at: number) => {
    const { line, col } = lines.linePos(at);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const finding: YamlFile["finding"] = (at, path, message, kind = { severity: "error" }) => {
    return { file, ...position(at), path: pathText(path), message: withoutTokens(message), ...kind };
  };
  const reporter: TreeReporter = {
    text: clean,
    report: (...found) => findings.push(finding(...found)),
    place: (at) => `${position(at).line}:${position(at).column}`,
  };
  const { document, problems } = parseYaml(clean, lines);
  for (const { at, message } of problems) reporter.report(at, [], message);
  const control = /[^\P{Cc}\t\n\r\x85]/u.exec(clean);
  if (control)
    reporter.report(control.index, [], `has the character ${codePoint(control[0])}, which YAML does not allow`);
  const usable = problems.length === 0 && document && document.contents !== null;
  return { file, tree: usable ? yamlTree(document.contents, reporter) : undefined, findings, finding, ...reporter };
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
