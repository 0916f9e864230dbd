// Checks inputs against the schema, fills in defaults and marks what must be secret. Works on values as they came: secret marks
// and unknowns stay where they are. No message holds a value, only names and types: values may be keys.
import {
  isArchive,
  isAsset,
  isObject,
  isSecret,
  isUnknown,
  mapSecret,
  type Properties,
  secret,
  type Value,
} from "../wire.ts";
import type { Field, Shape, StructShape } from "./schema.ts";

export interface Failure {
  /** The input's path. */
  readonly property: string;
  readonly reason: string;
}

export interface Checked {
  readonly inputs: Properties;
  readonly failures: readonly Failure[];
}

/** Failures in the order of the schema, unknown names first. With failures the inputs are only made secret. */
export function check(shape: StructShape, given: Properties): Checked {
  const failures = structFailures(shape, given);
  return { inputs: complete(shape, given, failures.length === 0), failures };
}

function structFailures(shape: StructShape, given: Properties): Failure[] {
  const { goName, fields } = shape;
  const foreign = Object.keys(given)
    .filter((name) => !Object.hasOwn(fields, name) && !name.startsWith("__"))
    .map((name) => ({ property: name, reason: `Unrecognized field '${name}' on '${goName}'` }));
  const wrong = Object.entries(fields).flatMap(([name, field]) => fieldFailures(goName, name, field, given[name]));
  return [...foreign, ...wrong];
}

function fieldFailures(owner: string, name: string, field: Field, given: Value | undefined): Failure[] {
  const value = bare(given);
  if (value === undefined || value === null) {
    return field.required ? [{ property: name, reason: `Missing required field '${name}' on '${owner}'` }] : [];
  }
  if (isUnknown(value)) return [];
  if (field.shape.kind === "struct" && isObject(value)) {
    const inner = structFailures(field.shape.struct, value);
    if (inner.length === 0) return [];
    const lines = inner.map(({ property, reason }) => `\n\t${property}: ${reason}`).join("");
    const reason = `An error occurred decoding '${owner}.${name}': ${inner.length} failures decoding:${lines}`;
    return [{ property: name, reason }];
  }
  const wrong = mismatch(field.shape, name, value);
  if (wrong === undefined) return [];
  const reason = `Field '${wrong.path}' on '${owner}' must be a '${wrong.expected}'; got '${wrong.actual}' instead`;
  return [{ property: wrong.path, reason }];
}

/** The value under its secret marks. */
const bare = (value: Value | undefined): Value | undefined => (isSecret(value) ? bare(value.value) : value);

interface Mismatch {
  readonly path: string;
  readonly expected: string;
  readonly actual: string;
}

function mismatch(shape: Shape, path: string, value: Value): Mismatch | undefined {
  const wrong = (expected: string) => ({ path, expected, actual: goType(value) });
  switch (shape.kind) {
    case "string":
      return typeof value === "string" ? undefined : wrong("string");
    case "number":
      return typeof value === "number" ? undefined : wrong("float64");
    case "int":
      return typeof value === "number" ? undefined : wrong("int");
    case "bool":
      return typeof value === "boolean" ? undefined : wrong("bool");
    case "list":
      return Array.isArray(value) ? undefined : wrong("[]interface {}");
    case "strings":
      if (!Array.isArray(value)) return wrong("[]string");
      return firstNonString(value.map((item, i) => [`${path}[${i}]`, item]));
    case "texts":
      if (!isObject(value)) return wrong("map[string]string");
      return firstNonString(Object.entries(value).map(([key, item]) => [`${path}[${key}] value`, item]));
    case "source":
      return isAsset(value) || isArchive(value) ? undefined : wrong("types.AssetOrArchive");
    case "struct":
      return wrong(shape.struct.goName);
  }
}

function firstNonString(items: [string, Value][]): Mismatch | undefined {
  const found = items.find(([, item]) => typeof bare(item) !== "string");
  return found && { path: found[0], expected: "string", actual: goType(bare(found[1]) ?? null) };
}

function goType(value: Value): string {
  if (value === null) return "<nil>";
  if (Array.isArray(value)) return "[]interface {}";
  if (typeof value === "object") return "map[string]interface {}";
  return typeof value === "number" ? "float64" : typeof value === "boolean" ? "bool" : "string";
}

function complete(shape: StructShape, given: Properties, withDefaults: boolean): Properties {
  const completed: Properties = {};
  for (const [name, value] of Object.entries(given)) {
    const field = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
    if (value === null) continue;
    const inner = field === undefined ? value : completeField(field, value, withDefaults);
    completed[name] = field?.secret ? secret(inner) : inner;
  }
  for (const [name, field] of Object.entries(shape.fields)) {
    if (withDefaults && field.default !== undefined) completed[name] ??= field.default;
  }
  return completed;
}

function completeField({ shape }: Field, value: Value, withDefaults: boolean): Value {
  if (shape.kind !== "struct") return value;
  return mapSecret(value, (inner) => (isObject(inner) ? complete(shape.struct, inner, withDefaults) : inner));
}
