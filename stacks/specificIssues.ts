import type * as z from "zod";
import type { Path } from "./yamlTree.ts";

type Issue = z.core.$ZodIssue;

/**
 * The issues of the alternative that was meant: the one whose type fits the value. Without such a one, the union's own message
 * says what is possible.
 */
export function specificIssues(issue: Issue, parent: Path = []): Issue[] {
  const path = [...parent, ...(issue.path as Path)];
  if (issue.code !== "invalid_union") return [{ ...issue, path }];
  const meant = issue.errors.filter((branch) => branch.length > 0 && !branch.some(isOtherType));
  const [only] = meant;
  if (only === undefined) return [{ ...issue, path }];
  return only.flatMap((found) => specificIssues(found, path));
}

function isOtherType(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === "invalid_union") return issue.errors.every((branch) => branch.some(isOtherType));
  return issue.code === "invalid_type" || issue.code === "invalid_value";
}
