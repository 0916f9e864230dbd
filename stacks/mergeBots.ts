import type { YamlFile } from "./readYaml.ts";
import type { Path, YamlTree } from "./yamlTree.ts";

/** A setting of a bot, and where it comes from: the bot itself, its file's defaults, or those of the file it extends. */
export interface Setting {
  readonly value: unknown;
  readonly tree: YamlTree;
  readonly path: Path;
  readonly file: YamlFile;
}

/** A bot with the defaults under it. Its keys stand in the order of the defaults, then its own. */
export interface MergedBot {
  readonly name: string;
  readonly tree: YamlTree;
  readonly settings: ReadonlyMap<string, Setting>;
}

/** The bots of a file, each over the defaults: its own keys win; of `environment` each variable does. */
export function mergeBots(file: YamlFile, extended: YamlFile | undefined): MergedBot[] {
  const defaults = new Map<string, Setting>();
  for (const source of [extended, file]) {
    if (source) layOver(defaults, source.tree?.items?.get("defaults"), ["defaults"], source);
  }
  return Array.from(file.tree?.items?.get("bots")?.items ?? [], ([key, tree]) => {
    const settings = new Map(defaults);
    layOver(settings, tree, ["bots", key], file);
    return { name: String(key), tree, settings };
  });
}

function layOver(settings: Map<string, Setting>, tree: YamlTree | undefined, path: Path, file: YamlFile): void {
  for (const [key, item] of tree?.items ?? []) {
    const name = String(key);
    const below = settings.get(name)?.value;
    const value =
      name === "environment" && isMap(below) && isMap(item.value) ? layMapOver(below, item.value) : item.value;
    settings.set(name, { value, tree: item, path: [...path, key], file });
  }
}

type PlainMap = Readonly<Record<string, unknown>>;

function isMap(value: unknown): value is PlainMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// Without a prototype, as the reader makes them.
function layMapOver(below: PlainMap, above: PlainMap): PlainMap {
  return Object.assign(Object.create(null), below, above);
}
