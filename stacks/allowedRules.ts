import { type Rule, rules } from "../systemd/lint/rules.ts";
import type { Setting } from "./mergeBots.ts";

/** The rules that a bot or the defaults want to hear nothing of. */
export function allowedRules(settings: ReadonlyMap<string, Setting>): Rule[] {
  const allowed = settings.get("allow")?.value;
  return Array.isArray(allowed) ? allowed.filter(isRule) : [];
}

function isRule(rule: unknown): rule is Rule {
  return typeof rule === "string" && Object.hasOwn(rules, rule);
}
