import type { SystemdData } from "./systemdData.ts";

/** The text of systemd/directives/systemCallTable.ts: names with spaces between them, each maybe with the version it is new in. */
export function systemCallTableSource({ calls }: SystemdData): string {
  const names = [...calls].map(([name, since]) => (since === 245 ? name : `${name}:${since}`));
  return [
    "// Written by `npm run generate` from systemd/data/: change that instead.",
    `export const systemCallTable =\n  "${names.join(" ")}";`,
    "",
  ].join("\n");
}
