import { enumerationsOf, type SystemdData, type WordFact } from "./systemdData.ts";

/** The text of systemd/directives/enumerationTable.ts. enumerations.ts says what a word holds. */
export function enumerationTableSource(data: SystemdData): string {
  const rows = enumerationsOf(data).map(([name, words]) => `${name}: "${words.map(wordText).join(" ")}",`);
  return [
    "// Written by `npm run generate` from systemd/data/: change that instead.",
    "export const enumerationTable: Readonly<Record<string, string>> = {",
    ...rows,
    "};",
  ].join("\n");
}

function wordText({ word, since, until, obsolete }: WordFact): string {
  const fields = [word, since === 245 ? "" : since, until, obsolete];
  return fields
    .map((field) => field ?? "")
    .join(":")
    .replace(/:+$/, "");
}
