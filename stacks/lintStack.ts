import { parameterProblems } from "../systemd/policy/parameterProblems.ts";
import { soundParameters } from "./botParameters.ts";
import { botPlace } from "./botPlace.ts";
import { lintBot } from "./lintBot.ts";
import { type MergedBot, mergeDefaults } from "./mergeBots.ts";
import type { YamlFile } from "./readYaml.ts";
import { distinct, type Finding } from "./stackConfigError.ts";
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
  const places = parameterProblems(sound.parameters).map(({ path, text }) => ({ ...botPlace(bot, path), text }));
  const { parameters, whole } =
    places.length === 0 ? sound : soundParameters(bot, new Set([...wrong, ...places.map(({ tree }) => tree)]));
  const version = systemd(bot.settings.get("host")?.value);
  return [
    ...places.map(({ file, tree, path, text }) => file.finding(tree.items ? tree.keyAt : tree.at, path, text)),
    ...lintBot({ bot, parameters, whole: whole && !lacking.has(bot), systemd: version }),
  ];
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
