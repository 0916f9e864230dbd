const widest = 120;

/** JSON as the formatter of this project has it: a list of plain values stands on one line if it fits. */
export function jsonText(value: unknown, indent = "", before = 0): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const plain = `[${value.map((item) => JSON.stringify(item)).join(", ")}]`;
    const isPlain = value.every((item) => typeof item !== "object" || item === null);
    if (isPlain && before + plain.length + 1 <= widest) return plain;
    return block(
      "[",
      value.map((item) => inner + jsonText(item, inner, inner.length)),
      `${indent}]`,
    );
  }
  const lines = Object.entries(value).map(([key, item]) => {
    const name = `${inner}${JSON.stringify(key)}: `;
    return name + jsonText(item, inner, name.length);
  });
  return lines.length === 0 ? "{}" : block("{", lines, `${indent}}`);
}

function block(open: string, lines: readonly string[], close: string): string {
  return `${open}\n${lines.join(",\n")}\n${close}`;
}
