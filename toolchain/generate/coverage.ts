import { factsOf, type SystemdData, sectionsOf } from "./systemdData.ts";

const versions = [245, 249, 252, 255, 257, 262];

/** How many directives each version of systemd heeds, by section: a Markdown table. */
export function coverage(data: SystemdData): string {
  const rows = sectionsOf(data).map((section) => [
    `[${section}]`,
    ...[...versions.map((version) => known(data, section, version)), factsOf(data, section).length].map(String),
  ]);
  const sums = rows[0]
    ?.slice(1)
    .map((_, column) => String(rows.reduce((sum, row) => sum + Number(row[column + 1]), 0)));
  const header = ["section", ...versions.map(String), "any"];
  const lines = [header, header.map(() => "---"), ...rows, ["all", ...(sums ?? [])]];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function known(data: SystemdData, section: string, version: number): number {
  return factsOf(data, section).filter(
    ({ since, until = Number.POSITIVE_INFINITY }) => since <= version && version < until,
  ).length;
}
