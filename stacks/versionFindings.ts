import { botParameters } from "./botParameters.ts";
import { lintBot } from "./lintBot.ts";
import type { StackConfig } from "./schema.ts";
import { distinct, type Finding, findingText, inOrder } from "./stackConfigError.ts";

/**
 * What comes to light about the bots of a stack by the versions that its servers' systemd turned out to have: directives and
 * values that are too new for them, or given up. A host whose version the file declares was checked by that.
 */
export function versionFindings(stack: StackConfig, versions: ReadonlyMap<string, number>): Finding[] {
  const findings = stack.merged.flatMap((bot) => {
    const host = String(bot.settings.get("host")?.value);
    const systemd = stack.hosts.get(host)?.systemd === undefined ? versions.get(host) : undefined;
    if (systemd === undefined) return [];
    const linted = { bot, parameters: botParameters(bot), whole: true };
    const known = new Set(lintBot({ ...linted, systemd: undefined }).map(findingText));
    return lintBot({ ...linted, systemd }).filter((finding) => !known.has(findingText(finding)));
  });
  return inOrder(distinct(findings));
}
