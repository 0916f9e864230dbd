import type { Entry, Unit } from "../unit.ts";
import { directiveLines } from "./directiveLines.ts";
import { type BotParameters, type DirectiveSpec, directives } from "./parameters.ts";

/**
 * The unit of a bot. Sections stand in the order Unit, Service, Install; within one the lines stand in the order of the keys.
 *
 * What isn't given has a default; null turns it off. At the head: `description` (the bot's name) and `type: exec`, which keep
 * that place when given, too. At the end: `wants` and `after` network-online.target when neither is given, `restart: always` and
 * `restartSec: 10` (neither for a oneshot, which may not be restarted after success), `wantedBy: [multi-user.target]`.
 * @throws RangeError for a word or variable no process can be given, as one with a NUL
 */
export function botUnit(name: string, given: BotParameters): Unit {
  const sections = { Unit: [] as Entry[], Service: [] as Entry[], Install: [] as Entry[] };
  for (const [parameter, value] of Object.entries(withDefaults(name, given))) {
    if (value === null || value === undefined) continue;
    const spec: DirectiveSpec | undefined = Object.hasOwn(directives, parameter)
      ? directives[parameter as keyof typeof directives]
      : undefined;
    if (!spec) throw new RangeError(`${JSON.stringify(parameter)} is no parameter of a bot`);
    for (const text of directiveLines(spec, value)) sections[spec.section].push([spec.directive, text]);
  }
  return Object.entries(sections)
    .filter(([, entries]) => entries.length > 0)
    .map(([section, entries]) => ({ name: section, entries }));
}

function withDefaults(name: string, given: BotParameters): BotParameters {
  const head: BotParameters = { description: name, type: "exec", ...given };
  const ordered = given.after !== undefined || given.wants !== undefined;
  const network: BotParameters = ordered ? {} : { wants: "network-online.target", after: "network-online.target" };
  const restart: BotParameters = given.restart === undefined && head.type !== "oneshot" ? { restart: "always" } : {};
  const restarts = { ...restart, ...given }.restart ?? "no";
  const pause: BotParameters = given.restartSec === undefined && restarts !== "no" ? { restartSec: 10 } : {};
  const install: BotParameters = given.wantedBy === undefined ? { wantedBy: "multi-user.target" } : {};
  return { ...head, ...network, ...restart, ...pause, ...install };
}
