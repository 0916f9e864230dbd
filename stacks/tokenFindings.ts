import { tokensIn } from "../systemd/lint/tokenText.ts";
import { secretAdvice } from "./secretText.ts";
import type { Path, TreeReporter, YamlTree } from "./yamlTree.ts";

/**
 * Reports what looks like a secret anywhere in a file: in values, keys and comments, also when the file is no YAML. `allowing` are
 * the parts of the file that may hold such text.
 */
export function tokenFindings(
  { text, tree, report }: TreeReporter & { readonly tree: YamlTree | undefined },
  allowing: readonly YamlTree[],
): void {
  const allowed = (at: number) => allowing.some(({ keyAt, end }) => keyAt <= at && at < end);
  for (const { what, start } of tokensIn(text)) {
    if (!allowed(start)) report(start, [], secretAdvice(what), { severity: "error", rule: "token" });
  }
  for (const { what, at, path } of hiddenIn(tree, text, [])) {
    if (!allowed(at)) report(at, path, secretAdvice(what), { severity: "error", rule: "token" });
  }
}

interface Hidden {
  readonly what: string;
  readonly at: number;
  readonly path: Path;
}

// What stands in the text as it is, is found there; here is what escapes and line breaks hide.
function hiddenIn(tree: YamlTree | undefined, text: string, path: Path): Hidden[] {
  if (tree?.items) return [...tree.items].flatMap(([key, item]) => hiddenIn(item, text, [...path, key]));
  if (typeof tree?.value !== "string" || tokensIn(tree.value).length === 0) return [];
  if (tokensIn(text.slice(tree.at, tree.end)).length > 0) return [];
  return tokensIn(tree.value).map(({ what }) => ({ what, at: tree.at, path }));
}
