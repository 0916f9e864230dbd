// How the engine writes values into a google.protobuf.Struct: secrets, unknowns, assets and archives are marked by well-known
// texts. Values are compared and given back as they came, and opened only to be used.
import type { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import struct from "google-protobuf/google/protobuf/struct_pb.js";

export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };
export type Properties = { [key: string]: Value };

const signature = "4dabf18193072939515e22adb298388d";
const secretMark = "1b47061264138c4ac30d75fd1eb44270";
const assetMark = "c44067f5952c0a294b673a41bacd8c17";
const archiveMark = "0def7320c3a5731c473e5ecbe6d01bc7";

/** What stands for a value that only the update will know. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const unknowns = new Set<Value>([
  unknown,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

export const fromStruct = (message: Struct | undefined): Properties => (message?.toJavaScript() ?? {}) as Properties;

export const toStruct = (properties: Properties): Struct =>
  struct.Struct.fromJavaScript(properties as Parameters<typeof struct.Struct.fromJavaScript>[0]);

export function isObject(value: Value | undefined): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const isMarked = (value: Value | undefined, mark: string): value is Properties =>
  isObject(value) && value[signature] === mark;

export const isSecret = (value: Value | undefined): value is { value: Value } => isMarked(value, secretMark);
export const isAsset = (value: Value | undefined): value is Properties => isMarked(value, assetMark);
export const isArchive = (value: Value | undefined): value is Properties => isMarked(value, archiveMark);

/** An object of the program's, not one that stands for something else. */
export const isPlainObject = (value: Value | undefined): value is Properties =>
  isObject(value) && !Object.hasOwn(value, signature);

/** Unknown, or a secret of which not even the text is known. */
export const isUnknown = (value: Value | undefined): boolean =>
  isSecret(value) ? isUnknown(value.value) : unknowns.has(value ?? null);

/** Marks as secret, once. */
export const secret = (value: Value): Value => (isSecret(value) ? value : { [signature]: secretMark, value });

export const asset = (path: string, hash: string): Properties => ({ [signature]: assetMark, hash, path });
export const archive = (assets: Properties, hash: string): Properties => ({ [signature]: archiveMark, assets, hash });

/** The value without its secret marks, at any depth. For use only: never give it back to the engine. */
export function reveal(value: Value): Value {
  if (isSecret(value)) return reveal(value.value);
  if (Array.isArray(value)) return value.map(reveal);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, reveal(inner)]));
}

/** Applies `change` below a secret mark, and keeps the mark. */
export const mapSecret = (value: Value, change: (inner: Value) => Value): Value =>
  isSecret(value) ? secret(mapSecret(value.value, change)) : change(value);

/** The engine's equality: assets and archives by their hash (their contents may be left out), the rest by value. */
export function equal(a: Value | undefined, b: Value | undefined): boolean {
  if ((isAsset(a) && isAsset(b)) || (isArchive(a) && isArchive(b))) {
    if (typeof a.hash === "string" && typeof b.hash === "string") return a.hash === b.hash;
  }
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => equal(item, b[i]));
  if (!isObject(a) || !isObject(b)) return a === b;
  const [left, right] = [present(a), present(b)];
  return left.length === right.length && left.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]));
}

const present = (object: Properties) => Object.keys(object).filter((key) => object[key] !== null);
