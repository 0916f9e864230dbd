import type * as z from "zod";
import type { YamlFile } from "./readYaml.ts";
import { nearestTo, valueAt } from "./valuePath.ts";
import type { Path, YamlTree } from "./yamlTree.ts";

type Issue = z.core.$ZodIssue;

/** Reports all that a schema finds in a file, each at the place where it stands. */
export function schemaFindings(schema: z.ZodType, tree: YamlTree, { report }: YamlFile): void {
  const result = schema.safeParse(tree.value);
  for (const issue of result.error?.issues.flatMap((found) => specific(found, [])) ?? [])
    reportIssue(issue, tree, report);
}

function reportIssue(issue: Issue, tree: YamlTree, report: YamlFile["report"]): void {
  const path = issue.path as Path;
  if (issue.code === "unrecognized_keys") {
    const messages = issue.message.split("\n");
    for (const [index, key] of issue.keys.entries()) {
      report(nearestTo(tree, [...path, key]).keyAt, [...path, key], messages[index] ?? issue.message);
    }
    return;
  }
  // What the YAML reader refused has no value here; it is reported already.
  if (nearestTo(tree, path).refused) return;
  const found = valueAt(tree, path);
  if (!found) report(nearestTo(tree, path).keyAt, path, issue.message);
  else if (issue.code === "invalid_key") report(found.keyAt, path, issue.issues[0]?.message ?? issue.message);
  else report(found.at, path, issue.message);
}

/**
 * The issues of the alternative that was meant: the one whose type fits the value. Without such a one, the union's own message
 * says what is possible.
 */
function specific(issue: Issue, parent: Path): Issue[] {
  const path = [...parent, ...(issue.path as Path)];
  if (issue.code !== "invalid_union") return [{ ...issue, path }];
  const meant = issue.errors.filter((branch) => branch.length > 0 && !branch.some(isOtherType));
  const [only] = meant;
  if (only === undefined) return [{ ...issue, path }];
  return only.flatMap((found) => specific(found, path));
}

function isOtherType(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === "invalid_union") return issue.errors.every((branch) => branch.some(isOtherType));
  return issue.code === "invalid_type" || issue.code === "invalid_value";
}
