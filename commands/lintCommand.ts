import { parseArgs } from "node:util";
import { suggestion } from "../systemd/closestName.ts";
import { lintText } from "../systemd/lint/lintText.ts";
import type { LintOptions } from "../systemd/lint/lintUnit.ts";
import { type Rule, rules } from "../systemd/lint/rules.ts";
import { firstOfEach } from "./firstOfEach.ts";
import { type FileFinding, findingLine } from "./unitFinding.ts";
import { inputOutcome, readInput, refuseStdinTwice, stdinNameOf, type UnitInput } from "./unitInput.ts";
import { CallError, joined, type Outcome } from "./unitOutcome.ts";

const options = {
  systemd: { type: "string" },
  json: { type: "boolean", default: false },
  allow: { type: "string", multiple: true },
  rules: { type: "boolean", default: false },
  name: { type: "string" },
} as const;

/** `unit lint`: what is wrong in unit files. */
export async function lintCommand(args: readonly string[]): Promise<Outcome> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (values.rules) return { out: values.json ? ruleJson() : ruleTable(), err: "", code: 0 };
  if (positionals.length === 0) throw new CallError("lint: expected a FILE, or - for standard input");
  const wanted = {
    ...versionOf(values.systemd),
    allow: (values.allow ?? []).flatMap((names) => names.split(",")).map(ruleNamed),
  };
  refuseStdinTwice(positionals);
  const stdinName = stdinNameOf(values.name);
  const findings: FileFinding[] = [];
  const unreadable: Outcome[] = [];
  for (const label of positionals) {
    try {
      for (const finding of findingsOf(await readInput(label, stdinName), wanted)) findings.push(finding);
    } catch (error) {
      unreadable.push(inputOutcome(label, error));
    }
  }
  return joined([...unreadable, found(findings, values.json)]);
}

function findingsOf({ label, named, content }: UnitInput, wanted: LintOptions): FileFinding[] {
  // Whatever folder it lies in, a .conf declares no unit by itself.
  const dropIn = label.endsWith(".conf");
  return lintText(content, { dropIn, ...named, ...wanted }).map((finding) => ({ file: label, ...finding }));
}

function found(findings: readonly FileFinding[], json: boolean): Outcome {
  const code = findings.some(({ severity }) => severity === "error") ? 1 : 0;
  const shown = firstOfEach(findings);
  const out = json ? `${JSON.stringify(shown, undefined, 2)}\n` : shown.map(findingLine).join("");
  return { out, err: findings.length === 0 ? "" : `${countText(findings)}\n`, code };
}

function countText(findings: readonly FileFinding[]): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const files = new Set(findings.map(({ file }) => file)).size;
  const counts = [plural(errors, "error"), plural(findings.length - errors, "warning")];
  return `${counts.filter((count) => !count.startsWith("0 ")).join(" and ")} in ${plural(files, "file")}`;
}

function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function versionOf(text: string | undefined): { readonly systemd?: number } {
  if (text === undefined) return {};
  const [, version] = /^([1-9][0-9]{0,3})(?:\.[0-9]+)?$/.exec(text) ?? [];
  if (version !== undefined) return { systemd: Number(version) };
  throw new CallError(`--systemd: expected a version like 252, received ${JSON.stringify(text)}`);
}

function ruleNamed(name: string): Rule {
  if (Object.hasOwn(rules, name)) return name as Rule;
  const meant = suggestion(name, Object.keys(rules)) || "; lint --rules lists them";
  throw new CallError(`--allow: there is no rule ${JSON.stringify(name)}${meant}`);
}

function ruleTable(): string {
  const width = Math.max(...Object.keys(rules).map((name) => name.length));
  const line = ([name, [severity, meaning]]: [string, readonly [string, string]]) =>
    `${name.padEnd(width)}  ${severity.padEnd(7)}  ${meaning}\n`;
  return Object.entries(rules).map(line).join("");
}

function ruleJson(): string {
  const list = Object.entries(rules).map(([rule, [severity, meaning]]) => ({ rule, severity, meaning }));
  return `${JSON.stringify(list, undefined, 2)}\n`;
}
