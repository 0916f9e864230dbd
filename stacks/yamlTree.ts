import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from "yaml";
import type { FindingKind } from "./stackConfigError.ts";

/** Keys and indexes that lead to a value. */
export type Path = readonly (string | number)[];

/** A value of a YAML file that knows where it stands. */
export interface YamlTree {
  /** Plain data: maps are objects without a prototype, keys in the order of the file. */
  readonly value: unknown;
  /** Offset of the value in the text. */
  readonly at: number;
  /** Offset of its key or, without one, of the value. */
  readonly keyAt: number;
  /** Offset of what follows the value and its comment. */
  readonly end: number;
  /** What a map or a list holds, by key or index. */
  readonly items?: ReadonlyMap<string | number, YamlTree>;
  /** It has been reported already, and its value means nothing. */
  readonly refused?: true;
}

export interface TreeReporter {
  /** The whole text that the offsets count in. */
  readonly text: string;
  /** Adds a finding at an offset of the text; an error that can't be silenced, unless more is said. */
  readonly report: (at: number, path: Path, message: string, kind?: FindingKind) => void;
  /** `LINE:COLUMN` of an offset. */
  readonly place: (at: number) => string;
}

// Far more than a stack file nests; it bounds the recursion here and in all that reads the tree.
const deepest = 20;

/** The tree of a parsed YAML node. What a stack file may not use is reported, and has no value. */
export function yamlTree(node: unknown, reporter: TreeReporter, path: Path = [], key?: number): YamlTree {
  const at = startOf(node) ?? key ?? 0;
  const place = { at, keyAt: key ?? at, end: (node as Node | null)?.range?.[2] ?? at };
  const problem = nodeProblem(node, path);
  if (hasAnchor(node)) reporter.report(at, path, `has an anchor: ${eachInItsPlace}`);
  if (problem === undefined) {
    if (isMap(node)) return { ...place, ...mapItems(node.items, reporter, path) };
    if (isSeq(node)) return { ...place, ...listItems(node.items, reporter, path) };
    if (isScalar(node)) return { ...place, value: node.value };
  }
  reporter.report(problem === noValue ? place.keyAt : at, path, problem ?? "is no plain value");
  return { ...place, value: undefined, refused: true };
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null)?.range?.[0];
}

function nodeProblem(node: unknown, path: Path): string | undefined {
  if (path.length > deepest) return "is nested too deeply";
  if (isMap(node) || isSeq(node) || isScalar(node)) {
    if (node.tag !== undefined) return "has a tag: write the plain value, in quotes if it starts with !";
    return isScalar(node) ? scalarProblem(node) : undefined;
  }
  if (node === null) return noValue;
  return `is an alias: ${eachInItsPlace}; text that starts with * needs quotes`;
}

function hasAnchor(node: unknown): boolean {
  return (isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined;
}

const eachInItsPlace = "each value stands where it is used; share by defaults or extends";
const noValue = "has no value (null leaves a setting out)";

function scalarProblem({ value, source = "" }: Scalar): string | undefined {
  if (value === null && source === "") return noValue;
  if (typeof value === "number" || typeof value === "boolean") {
    // 1.10 is 1.1 for YAML, 0755 is 755, True is true: what is written would not be what the unit says.
    const read = String(value);
    if (read === source) return undefined;
    // systemd doesn't know 1e+23 either.
    return `${source} is read as ${read}: put it in quotes${read.includes("e+") ? "" : `, or write ${read}`}`;
  }
  return typeof value === "string" || value === null ? undefined : "is no plain value";
}

function mapItems(pairs: readonly Pair[], reporter: TreeReporter, path: Path) {
  const value: Record<string, unknown> = Object.create(null);
  const items = new Map<string, YamlTree>();
  for (const { key, value: child } of pairs) {
    const at = startOf(key) ?? startOf(child) ?? 0;
    const name = keyName(key);
    const first = name === undefined ? undefined : items.get(name);
    const problem =
      keyProblem(name) ?? (first && `is given twice: it already stands at ${reporter.place(first.keyAt)}`);
    if (name === undefined || problem !== undefined) {
      reporter.report(at, name === undefined ? path : [...path, name], problem ?? "");
      continue;
    }
    const item = yamlTree(child, reporter, [...path, name], at);
    items.set(name, item);
    value[name] = item.value;
  }
  return { value, items };
}

// A key that YAML takes for a number, true or null is the word that is written.
function keyName(key: unknown): string | undefined {
  if (!isScalar(key) || key.tag !== undefined || key.anchor !== undefined) return undefined;
  return typeof key.value === "string" ? key.value : (key.source ?? "");
}

function keyProblem(name: string | undefined): string | undefined {
  if (name === undefined || name === "") return "has a key that is no plain word";
  if (name === "<<") return "is a merge key: share by defaults or extends instead";
  // As a property of a JavaScript object it would be no entry but the prototype.
  return name === "__proto__" ? "is no key" : undefined;
}

function listItems(nodes: readonly unknown[], reporter: TreeReporter, path: Path) {
  const items = new Map(nodes.map((node, index) => [index, yamlTree(node, reporter, [...path, index])]));
  return { value: Array.from(items.values(), (item) => item.value), items };
}
