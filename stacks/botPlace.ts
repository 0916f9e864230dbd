import type { MergedBot, Setting } from "./mergeBots.ts";
import type { YamlFile } from "./readYaml.ts";
import type { Path, YamlTree } from "./yamlTree.ts";

/** Where something of a bot stands: in its own file, or in the one that is extended. */
export interface BotPlace {
  readonly file: YamlFile;
  readonly path: Path;
  readonly tree: YamlTree;
}

/** The place of a bot's parameter, or of as much of the path as stands somewhere; of what is nowhere, the bot itself. */
export function botPlace({ name, tree, file, settings }: MergedBot, parameter: Path): BotPlace {
  const [first, second, ...rest] = parameter;
  const setting = settings.get(String(first));
  if (first === undefined || setting === undefined) return { file, tree, path: ["bots", name] };
  if (second === undefined) return setting;
  const part = setting.parts?.get(String(second));
  return part ? within(part, rest) : within(setting, parameter.slice(1));
}

function within(setting: Setting, steps: Path): BotPlace {
  const [step] = steps;
  const item = step === undefined ? undefined : setting.tree.items?.get(step);
  if (step === undefined || item === undefined) return setting;
  return within({ ...setting, tree: item, path: [...setting.path, step] }, steps.slice(1));
}
