import type { YamlFile } from "./readYaml.ts";
import { entriesOf, isMap } from "./valuePath.ts";
import type { Path, YamlTree } from "./yamlTree.ts";

/** A setting of a bot, and where it comes from: the bot itself, its file's defaults, or those of the file it extends. */
export interface Setting {
  readonly value: unknown;
  readonly tree: YamlTree;
  readonly path: Path;
  readonly file: YamlFile;
  /** Of a map that is laid over the one below key by key: where each key comes from. */
  readonly parts?: ReadonlyMap<string, Setting>;
}

/** A bot with the defaults under it. Its keys stand in the order of the defaults, then its own. */
export interface MergedBot {
  readonly name: string;
  readonly tree: YamlTree;
  readonly file: YamlFile;
  readonly settings: ReadonlyMap<string, Setting>;
}

/** The maps of which each key is a setting of its own. */
const keyByKey: ReadonlySet<string> = new Set(["environment", "unit", "service", "install"]);

/** The bots of a file, each over the defaults: its own keys win; of `environment` and the raw sections each key does. */
export function mergeBots(file: YamlFile, extended: YamlFile | undefined): MergedBot[] {
  const defaults = mergeDefaults(file, extended);
  return Array.from(entriesOf(file.tree?.items?.get("bots")), ([name, tree]) => {
    const settings = new Map(defaults);
    layOver(settings, tree, ["bots", name], file);
    return { name, tree, file, settings };
  });
}

/** The defaults of a file over those of the file it extends. */
export function mergeDefaults(file: YamlFile, extended: YamlFile | undefined): Map<string, Setting> {
  const defaults = new Map<string, Setting>();
  for (const source of [extended, file]) {
    if (source) layOver(defaults, source.tree?.items?.get("defaults"), ["defaults"], source);
  }
  return defaults;
}

function layOver(settings: Map<string, Setting>, tree: YamlTree | undefined, path: Path, file: YamlFile): void {
  for (const [name, item] of entriesOf(tree)) {
    const setting = { value: item.value, tree: item, path: [...path, name], file };
    settings.set(name, keyByKey.has(name) && isMap(item) ? layMapOver(settings.get(name), setting) : setting);
  }
}

function layMapOver(below: Setting | undefined, above: Setting): Setting {
  const parts = new Map(below?.parts);
  layOver(parts, above.tree, above.path, above.file);
  // Without a prototype, as the reader makes maps: any key is just a key.
  const value: Record<string, unknown> = Object.create(null);
  for (const [key, part] of parts) value[key] = part.value;
  return { ...above, value, parts };
}
