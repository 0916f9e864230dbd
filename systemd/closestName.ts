/** The known name that was most likely meant by an unknown one; undefined if none is near. */
export function closestName(unknown: string, known: readonly string[]): string | undefined {
  const wanted = plain(unknown);
  let best: { name: string; distance: number } | undefined;
  for (const name of known) {
    const near = Math.min(name.length, Math.max(2, Math.floor(name.length / 3)) + 1);
    const limit = Math.min(best?.distance ?? near, near);
    const distance = editDistance(wanted, plain(name), limit);
    if (distance < limit) best = { name, distance };
  }
  return best?.name ?? longerName(wanted, known);
}

// Of a shorter start nobody knows what it means.
const shortestStart = 5;

/** WorkingDir for WorkingDirectory: the shortest name that goes on like this. */
function longerName(wanted: string, known: readonly string[]): string | undefined {
  if (wanted.length < shortestStart) return undefined;
  return known.filter((name) => plain(name).startsWith(wanted)).sort((a, b) => a.length - b.length)[0];
}

/** `, did you mean "NAME"?` or nothing. */
export function suggestion(unknown: string, known: readonly string[]): string {
  const name = closestName(unknown, known);
  return name === undefined ? "" : `; did you mean ${JSON.stringify(name)}?`;
}

// People write MemoryMax, memory_max and memory-max for memoryMax.
function plain(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, "");
}

// Levenshtein's distance, row by row; anything from `limit` on is just `limit`.
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return Math.min(row[b.length] ?? limit, limit);
}
