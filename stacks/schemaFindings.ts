import type * as z from "zod";
import { closestName } from "../systemd/closestName.ts";
import type { YamlFile } from "./readYaml.ts";
import { specificIssues } from "./specificIssues.ts";
import { nearestTo, pathText, valueAt } from "./valuePath.ts";
import type { Path, YamlTree } from "./yamlTree.ts";

type Issue = z.core.$ZodIssue;

/** Reports all that a schema finds in a file, each at the place where it stands. Gives the values that are wrong. */
export function schemaFindings(schema: z.ZodType, tree: YamlTree, { report }: YamlFile): ReadonlySet<YamlTree> {
  const result = schema.safeParse(tree.value);
  const all = result.error?.issues.flatMap((found) => specificIssues(found)) ?? [];
  const issues = all.filter((issue) => !isMistyped(issue, all, tree));
  return new Set(issues.flatMap((issue) => reportIssue(issue, tree, report)));
}

/** Whether a key is missing because it stands there with a typing error, which is reported. */
function isMistyped({ path }: Issue, all: readonly Issue[], tree: YamlTree): boolean {
  const [last] = path.slice(-1);
  if (typeof last !== "string" || valueAt(tree, path as Path)) return false;
  const parent = pathText(path.slice(0, -1) as Path);
  return all.some((other) => {
    if (other.code !== "unrecognized_keys" || pathText(other.path as Path) !== parent) return false;
    return other.keys.some((key) => closestName(key, [last]) !== undefined);
  });
}

function reportIssue(issue: Issue, tree: YamlTree, report: YamlFile["report"]): YamlTree[] {
  const path = issue.path as Path;
  if (issue.code === "unrecognized_keys") {
    const messages = issue.message.split("\n");
    return issue.keys.map((key, index) => {
      const found = nearestTo(tree, [...path, key]);
      report(found.keyAt, [...path, key], messages[index] ?? issue.message);
      return found;
    });
  }
  const found = valueAt(tree, path);
  // What the YAML reader refused has no value here; it is reported already.
  if (nearestTo(tree, path).refused) return [nearestTo(tree, path)];
  if (!found) report(nearestTo(tree, path).keyAt, path, issue.message);
  else if (issue.code === "invalid_key") report(found.keyAt, path, issue.issues[0]?.message ?? issue.message);
  else report(found.at, path, issue.message);
  return [found ?? nearestTo(tree, path)];
}
