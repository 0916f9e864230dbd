import type { BotParameters } from "../systemd/policy/parameters.ts";
import type { MergedBot, Setting } from "./mergeBots.ts";
import { botSettings } from "./schema.ts";
import type { YamlTree } from "./yamlTree.ts";

/** What a bot's unit is made of: all its settings but those about the deployment. */
export function botParameters(bot: MergedBot): BotParameters {
  return soundParameters(bot, new Set()).parameters;
}

/** As {@link botParameters}, without what holds a wrong value; `whole` when nothing had to be left out. */
export function soundParameters(
  { settings }: MergedBot,
  wrong: ReadonlySet<YamlTree>,
): { readonly parameters: BotParameters; readonly whole: boolean } {
  const given = [...settings].filter(([key]) => !Object.hasOwn(botSettings, key));
  const sound = given.flatMap(([key, setting]) => soundSetting(key, setting, wrong));
  return {
    parameters: Object.fromEntries(sound.map(({ key, value }) => [key, value])) as BotParameters,
    whole: sound.length === given.length && sound.every(({ whole }) => whole),
  };
}

interface SoundSetting {
  readonly key: string;
  readonly value: unknown;
  readonly whole: boolean;
}

function soundSetting(key: string, setting: Setting, wrong: ReadonlySet<YamlTree>): SoundSetting[] {
  const { parts, tree, value } = setting;
  if (!parts) return isSound(tree, wrong) ? [{ key, value, whole: true }] : [];
  if (wrong.has(tree)) return [];
  const sound = [...parts].filter(([, part]) => isSound(part.tree, wrong));
  if (sound.length === parts.size) return [{ key, value, whole: true }];
  return [{ key, value: Object.fromEntries(sound.map(([name, part]) => [name, part.value])), whole: false }];
}

function isSound(tree: YamlTree, wrong: ReadonlySet<YamlTree>): boolean {
  if (tree.refused || wrong.has(tree)) return false;
  return [...(tree.items?.values() ?? [])].every((item) => isSound(item, wrong));
}
