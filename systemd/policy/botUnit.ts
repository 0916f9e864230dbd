import type { Unit } from "../unit.ts";
import { botLines } from "./botLines.ts";
import { sections } from "./parameterDirectives.ts";
import type { BotParameters } from "./parameters.ts";

/**
 * The unit of a bot. Sections stand in the order Unit, Service, Install; within one the lines stand in the order of the keys, then
 * those of what isn't given, then `hardening`'s, then the raw ones in the order of theirs.
 *
 * What isn't given has a default; null turns it off. At the head: `description` (the bot's name) and `type: exec`, which keep
 * that place when given, too. At the end of [Unit]: Wants= and After= of network-online.target when neither is given, and of
 * `dependencies`; `startLimitIntervalSec: 15min` and `startLimitBurst: 30` where there is a restart. Of [Service]:
 * `syslogIdentifier` (`%N`: the unit's name), `restart: always` (not for a oneshot, which may not be restarted after success) and with any
 * restart `restartSec: 10` and `restartPreventExitStatus` of what a retry can't help; `timeoutStopSec: 20` unless `timeoutSec` is
 * given. Of [Install]: `wantedBy: multi-user.target`.
 * @throws RangeError for a key that is no parameter, and for a word or variable no process can be given, as one with a NUL
 */
export function botUnit(name: string, given: BotParameters): Unit {
  const lines = botLines(name, given);
  return sections.flatMap((section) => {
    const entries = lines
      .filter((line) => line.section === section)
      .map(({ directive, value }) => [directive, value] as const);
    return entries.length > 0 ? [{ name: section, entries }] : [];
  });
}
