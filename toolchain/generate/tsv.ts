/**
 * The rows of a tab-separated table; a first line that names the columns is none of them. What is missing at the end of a
 * line is empty: editors trim trailing tabs.
 */
export function parseTsv<Column extends string>(
  file: string,
  text: string,
  columns: readonly Column[],
): Record<Column, string>[] {
  const lines = text.replace(/\n$/, "").split("\n");
  return lines.flatMap((line, index) => {
    if (index === 0 && line === columns.join("\t")) return [];
    const fields = line.split("\t");
    if (fields[0] === "" || fields.length > columns.length)
      throw new Error(`${file}:${index + 1}: expected ${columns.join(", ")}, received ${JSON.stringify(line)}`);
    return [Object.fromEntries(columns.map((column, at) => [column, fields[at] ?? ""])) as Record<Column, string>];
  });
}
