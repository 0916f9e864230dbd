import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { lintText } from "../../../systemd/lint/lintText.ts";
import type { LintOptions } from "../../../systemd/lint/lintUnit.ts";
import { type Rule, rules } from "../../../systemd/lint/rules.ts";
import { namedUnit } from "../../../systemd/lint/unitKind.ts";
import { literalCases } from "./literalCases.ts";
import { nameCases } from "./nameCases.ts";
import { policyCases } from "./policyCases.ts";
import type { RuleCase } from "./ruleCase.ts";
import { syntaxCases } from "./syntaxCases.ts";
import { unusableCases } from "./unusableCases.ts";
import { unusableServiceCases } from "./unusableServiceCases.ts";
import { valueCases } from "./valueCases.ts";

const cases = [
  ...[...syntaxCases, ...nameCases, ...valueCases, ...literalCases],
  ...[...policyCases, ...unusableServiceCases, ...unusableCases],
];

function found({ file = "echo.service", systemd, lines }: RuleCase, options: LintOptions = {}): string[] {
  const content = Array.isArray(lines) ? `${lines.join("\n")}\n` : (lines as string | Uint8Array);
  const findings = lintText(content, { ...namedUnit(file), ...(systemd !== undefined && { systemd }), ...options });
  return findings.map(({ line, column, severity, rule, text }) => `${line}:${column}: ${severity}: ${rule}: ${text}`);
}

const ruleOf = (finding: string) => finding.split(": ")[2] as Rule;

describe("lint", () => {
  for (const each of cases) {
    it(`finds ${each.shows}`, () => assert.deepEqual(found(each), each.findings));
  }

  it("has a case for every rule", () => {
    const shown = new Set(cases.flatMap(({ findings }) => findings.map(ruleOf)));
    assert.deepEqual(
      Object.keys(rules).filter((rule) => !shown.has(rule as Rule)),
      [],
    );
  });

  for (const rule of Object.keys(rules) as Rule[]) {
    it(`doesn't look for ${rule} where that is allowed, and still for all else`, () => {
      const about = cases.filter(({ findings }) => findings.some((finding) => ruleOf(finding) === rule));
      for (const each of about) {
        const left = each.findings.filter((finding) => ruleOf(finding) !== rule);
        assert.deepEqual(found(each, { allow: [rule] }), left, each.shows);
      }
    });
  }
});
