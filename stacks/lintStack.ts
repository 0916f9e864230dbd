import { type ParameterProblem, parameterProblems } from "../systemd/policy/parameterProblems.ts";
import { soundParameters } from "./botParameters.ts";
import { type BotPlace, botPlace } from "./botPlace.ts";
import { lintBot } from "./lintBot.ts";
import { type MergedBot, mergeDefaults } from "./mergeBots.ts";
import type { YamlFile } from "./readYaml.ts";
import { distinct, type Finding } from "./stackConfigError.ts";
import { pathText } from "./valuePath.ts";
import type { YamlTree } from "./yamlTree.ts";

export interface LintOptions {
  /** The values that are wrong in themselves: what they would say is not looked at. */
  readonly wrong: ReadonlySet<YamlTree>;
  /** The bots that are told already what they lack, or of which not all is known: of these no more is said to be missing. */
  readonly lacking: ReadonlySet<MergedBot>;
  /** The version of the systemd of a host, if it is known. */
  readonly systemd: (host: unknown) => number | undefined;
}

/**
 * What is wrong in the units of the bots, and in defaults that none of them uses. What several bots have from one place in the
 * defaults is told once.
 */
export function lintStack(files: readonly YamlFile[], bots: readonly MergedBot[], options: LintOptions): Finding[] {
  const unused = files.flatMap((file) => unusedDefaults(file, bots, options));
  return distinct([...bots.flatMap((bot) => botFindings(bot, options)), ...unused]);
}

function botFindings(bot: MergedBot, { wrong, lacking, systemd }: LintOptions): Finding[] {
  const sound = soundParameters(bot, wrong);
  const places = parameterProblems(sound.parameters).map((problem) => ({ ...botPlace(bot, problem.path), problem }));
  const { parameters, whole } =
    places.length === 0 ? sound : soundParameters(bot, new Set([...wrong, ...places.map(({ tree }) => tree)]));
  const version = systemd(bot.settings.get("host")?.value);
  const linted = lintBot({ bot, parameters, whole: whole && !lacking.has(bot), systemd: version });
  const news = places.filter(({ problem }) => !followsFromError(problem, bot, linted, wrong));
  const problems = news.map(({ file, tree, path, problem }) =>
    file.finding(tree.items ? tree.keyAt : tree.at, path, problem.text),
  );
  return [...problems, ...linted];
}

function followsFromError(
  { after = [] }: ParameterProblem,
  bot: MergedBot,
  linted: readonly Finding[],
  wrong: LintOptions["wrong"],
): boolean {
  const causes = after.filter(([key]) => bot.settings.has(String(key))).map((parameter) => botPlace(bot, parameter));
  const isTold = ({ file, path }: BotPlace) =>
    linted.some((found) => found.severity === "error" && found.file === file.file && found.path === pathText(path));
  return causes.some((cause) => wrong.has(cause.tree) || cause.tree.refused || isTold(cause));
}

function unusedDefaults(file: YamlFile, bots: readonly MergedBot[], { wrong }: LintOptions): Finding[] {
  const tree = file.tree?.items?.get("defaults");
  if (!tree) return [];
  const settings = mergeDefaults(file, undefined);
  const used = bots.flatMap((bot) =>
    [...bot.settings.values()].flatMap(({ tree, parts }) =>
      parts ? [...parts.values()].map((part) => part.tree) : [tree],
    ),
  );
  const bot: MergedBot = { name: "defaults", tree, file, settings };
  const { parameters } = soundParameters(bot, new Set([...wrong, ...used]));
  return lintBot({ bot, parameters, whole: false, systemd: undefined });
}
