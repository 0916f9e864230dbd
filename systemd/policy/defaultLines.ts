import type { BotLine } from "./botLines.ts";
import type { GivenDirectives } from "./givenDirectives.ts";
import type { SectionName } from "./parameterDirectives.ts";
import type { BotParameters } from "./parameters.ts";

// Statuses with which systemd itself ends what it could not run because something is not there, and will not be there ten
// seconds later: folder, program, group, user (systemd.exec(5), "Process Exit Codes").
const hopeless = "200 203 216 217";

/** The lines at the head of [Unit] and [Service] that stand there when nothing is given. */
export function headLines(name: string, given: GivenDirectives): BotLine[] {
  return unlessGiven(given, [line("Unit", "Description", name), line("Service", "Type", "exec")]);
}

/** The lines of what isn't given, at the end of each section. */
export function defaultLines(parameters: BotParameters, given: GivenDirectives): BotLine[] {
  const restarts = restartsOf(given);
  const stop = given.has("Service", "TimeoutSec") ? [] : [line("Service", "TimeoutStopSec", "20")];
  const defaults = [
    ...(restarts ? [line("Unit", "StartLimitIntervalSec", "15min"), line("Unit", "StartLimitBurst", "30")] : []),
    // The unit's name, not the bot's: a bot that gets another name in the stack file keeps its process.
    line("Service", "SyslogIdentifier", "%N"),
    ...(restarts ? [line("Service", "Restart", "always"), line("Service", "RestartSec", "10")] : []),
    ...(restarts ? [line("Service", "RestartPreventExitStatus", hopeless)] : []),
    ...stop,
    line("Install", "WantedBy", "multi-user.target"),
  ];
  return [...orderLines(parameters, given), ...unlessGiven(given, defaults)];
}

// systemd refuses a oneshot that is restarted after success.
function restartsOf(given: GivenDirectives): boolean {
  const restart = given.value("Service", "Restart");
  if (!given.has("Service", "Restart")) return given.value("Service", "Type") !== "oneshot";
  return restart !== null && restart !== "no";
}

/** Wants= and After= of the network, if neither is given, and of the dependencies. Never Requires=: the bot outlives them. */
function orderLines({ dependencies }: BotParameters, given: GivenDirectives): BotLine[] {
  const ordered = given.has("Unit", "Wants") || given.has("Unit", "After");
  const units = new Map<string, BotLine["from"]>(ordered ? [] : [["network-online.target", []]]);
  const list = typeof dependencies === "string" ? [dependencies] : (dependencies ?? []);
  for (const [index, unit] of list.entries()) {
    units.set(unit, typeof dependencies === "string" ? ["dependencies"] : ["dependencies", index]);
  }
  return ["Wants", "After"].flatMap((directive) =>
    Array.from(units, ([value, from]): BotLine => ({ section: "Unit", directive, value, from })),
  );
}

function unlessGiven(given: GivenDirectives, lines: readonly BotLine[]): BotLine[] {
  return lines.filter(({ section, directive }) => !given.has(section, directive));
}

function line(section: SectionName, directive: string, value: string): BotLine {
  return { section, directive, value, from: [] };
}
