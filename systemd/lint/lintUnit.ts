import type { Unit } from "../unit.ts";
import { accountFindings } from "./accountFindings.ts";
import { dependencyFindings } from "./dependencyFindings.ts";
import type { UnitFinding } from "./finding.ts";
import { literalFindings } from "./literalFindings.ts";
import { nameFindings } from "./nameFindings.ts";
import { overriddenFindings } from "./overriddenFindings.ts";
import type { Rule } from "./rules.ts";
import { safeText } from "./safeText.ts";
import { startLimitFindings } from "./startLimitFindings.ts";
import { tokenFindings } from "./tokenFindings.ts";
import { type UnitContext, UnitView } from "./unitView.ts";
import { unusableFindings } from "./unusableFindings.ts";
import { valueFindings } from "./valueFindings.ts";
import { versionFindings } from "./versionFindings.ts";

export type { UnitKind } from "./unitKind.ts";

export interface LintOptions extends UnitContext {
  /** Rules whose findings are not wanted. Default: none. */
  readonly allow?: readonly Rule[];
}

const families = [
  ...[nameFindings, versionFindings, valueFindings, literalFindings, overriddenFindings, unusableFindings],
  ...[tokenFindings, dependencyFindings, accountFindings, startLimitFindings],
];

/**
 * What is wrong in a unit, in the order of its entries: see {@link rules} for all that is looked for. A text never holds
 * anything token-shaped, nor what would steer a terminal.
 */
export function lintUnit(unit: Unit, options: LintOptions = {}): UnitFinding[] {
  const view = new UnitView(unit, options);
  return families
    .flatMap((family) => family(view))
    .filter(({ rule }) => !options.allow?.includes(rule))
    .map((finding) => ({ ...finding, text: safeText(finding.text) }))
    .sort((a, b) => a.section - b.section || (a.entry ?? -1) - (b.entry ?? -1));
}
