/** A map of entries from a file; throws at a key that stands there twice. */
export function uniqueMap<Value>(file: string, entries: readonly (readonly [string, Value])[]): Map<string, Value> {
  const map = new Map<string, Value>();
  for (const [key, value] of entries) {
    if (map.has(key)) throw new Error(`${file}: ${key} stands there twice`);
    map.set(key, value);
  }
  return map;
}
