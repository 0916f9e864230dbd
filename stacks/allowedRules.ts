import { type Rule, rules } from "../systemd/lint/rules.ts";
import type { Setting } from "./mergeBots.ts";

/** The rules that a bot or the defaults want to hear nothing of. */
export function allowedRules(settings: ReadonlyMap<string, Setting>): Rule[] {
  const allowed = settings.get("allow")?.value;
  return Array.isArray(allowed) ? allowed.filter((rule): rule is Rule => Object.hasOwn(rules, String(rule))) : [];
}
