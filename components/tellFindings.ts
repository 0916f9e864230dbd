import * as pulumi from "@pulumi/pulumi";
import { type Finding, findingText } from "../stacks/stackConfigError.ts";

/** Says why nothing is declared. The engine takes 32 for "all has been said": one line a finding, and no stack trace. */
export function refuse(findings: readonly string[]): void {
  for (const finding of findings) pulumi.log.error(finding);
  process.exitCode = 32;
}

/**
 * Shows what was found: warnings are what stops nothing but most likely isn't meant, of errors each one stops all.
 * @returns whether nothing stops it
 */
export function tellFindings(findings: readonly Finding[]): boolean {
  const errors = findings.filter(({ severity }) => severity === "error");
  for (const finding of findings) if (finding.severity === "warning") pulumi.log.warn(findingText(finding));
  if (errors.length > 0) refuse(errors.map(findingText));
  return errors.length === 0;
}
