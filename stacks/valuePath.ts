import { tokensIn } from "../systemd/lint/tokenText.ts";
import type { Path, YamlTree } from "./yamlTree.ts";

/** The value at a path, or undefined. */
export function valueAt(tree: YamlTree | undefined, path: Path): YamlTree | undefined {
  return path.reduce<YamlTree | undefined>((found, step) => found?.items?.get(step), tree);
}

/** What a map holds, by key; nothing for any other value. */
export function entriesOf(tree: YamlTree | undefined): ReadonlyMap<string, YamlTree> {
  return tree && isMap(tree) ? (tree.items as ReadonlyMap<string, YamlTree>) : new Map();
}

/** Whether a value is a map. */
export function isMap({ value }: YamlTree): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The deepest value on a path that is there. */
export function nearestTo(tree: YamlTree, path: Path): YamlTree {
  let found = tree;
  for (const step of path) {
    const next = found.items?.get(step);
    if (!next) return found;
    found = next;
  }
  return found;
}

/** A path as messages show it: `bots.echo.execStart[1]`. A key that looks like a secret isn't shown. */
export function pathText(path: Path): string {
  return path
    .map((step, index) => {
      if (typeof step === "number") return `[${step}]`;
      if (tokensIn(step).length > 0) return "[not shown]";
      if (!/^[A-Za-z0-9_-]+$/.test(step)) return `[${JSON.stringify(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join("");
}
