import type { UnitFinding } from "../systemd/lint/finding.ts";
import { lintUnit } from "../systemd/lint/lintUnit.ts";
import type { Rule } from "../systemd/lint/rules.ts";
import { type BotLine, botLines } from "../systemd/policy/botLines.ts";
import { type BotParameters, rawSections } from "../systemd/policy/parameters.ts";
import { allowedRules } from "./allowedRules.ts";
import { botPlace } from "./botPlace.ts";
import type { MergedBot } from "./mergeBots.ts";
import { programFindings } from "./programFindings.ts";
import type { Finding } from "./stackConfigError.ts";
import { givenLimitLine, isLimitWrong } from "./startLimitLines.ts";

/** Rules about what is missing: they say nothing sure about a bot of which a part could not be read. */
const aboutMissing: readonly Rule[] = ["no-user", "unusable", "half-network", "start-limit"];
/** About a name rather than its value. */
const aboutNames: ReadonlySet<Rule> = new Set([
  ...(["unknown-directive", "wrong-section", "newer-directive", "removed-directive", "obsolete-directive"] as const),
]);

export interface LintedBot {
  readonly bot: MergedBot;
  readonly parameters: BotParameters;
  /** Whether these are all its parameters, and nothing that it needs is missing. */
  readonly whole: boolean;
  /** The version of its server's systemd, if it is known. */
  readonly systemd: number | undefined;
}

/** What is wrong in the unit of a bot, each finding where its line comes from in the stack file. */
export function lintBot({ bot, parameters, whole, systemd }: LintedBot): Finding[] {
  const sections = bySection(botLines(bot.name, parameters));
  const unit = sections.map((lines) => ({
    name: lines[0]?.section ?? "",
    entries: lines.map(({ directive, value }) => [directive, value] as const),
  }));
  // Secrets are looked for in the text of the file, its comments included.
  const allow: readonly Rule[] = ["token", ...allowedRules(bot.settings), ...(whole ? [] : aboutMissing)];
  const lineOf = ({ section, entry = -1 }: UnitFinding) => sections[section]?.[entry];
  const found = lintUnit(unit, { kind: "service", allow, ...(systemd !== undefined && { systemd }) });
  const told = new Set(found.map(lineOf));
  const programs = programFindings(unit).filter((each) => !allow.includes(each.rule) && !told.has(lineOf(each)));
  const isLimitUnknown = found.some((each) => isLimitWrong(each, lineOf(each)));
  return [...found, ...programs].flatMap((each) => {
    if (each.rule !== "start-limit") return inFile(bot, each, lineOf(each));
    return isLimitUnknown ? [] : inFile(bot, each, givenLimitLine(lineOf(each), sections.flat()));
  });
}

function bySection(lines: readonly BotLine[]): BotLine[][] {
  const groups = new Map<string, BotLine[]>();
  for (const line of lines) groups.set(line.section, [...(groups.get(line.section) ?? []), line]);
  return [...groups.values()];
}

function inFile(bot: MergedBot, { rule, severity, text }: UnitFinding, line: BotLine | undefined): Finding {
  const from = line?.from ?? [];
  const { file, tree, path } = botPlace(bot, aboutNames.has(rule) ? nameOf(from) : from);
  const at = (path.length === 2 && path[0] === "bots") || aboutNames.has(rule) ? tree.keyAt : tree.at;
  return file.finding(at, path, withoutName(text, line), { severity, rule });
}

/** The parameter, or of a raw section the directive, without the item of its value. */
function nameOf(from: BotLine["from"]): BotLine["from"] {
  return from.slice(0, Object.hasOwn(rawSections, String(from[0])) ? 2 : 1);
}

// The path of the value names it already.
function withoutName(text: string, line: BotLine | undefined): string {
  const name = `${line?.directive}: `;
  return line && line.from.length > 0 && text.startsWith(name) ? text.slice(name.length) : text;
}
