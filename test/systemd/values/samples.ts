import { readFileSync } from "node:fs";
import type { ValueType } from "../../../systemd/directives/directive.ts";

const groups = readFileSync(new URL("samples.txt", import.meta.url), "utf8")
  .split(/^== /m)
  .slice(1);

// The lengths at which paths, names and numbers of bytes start to be wrong.
const long: Readonly<Record<string, readonly string[]>> = {
  path: [
    `/${"x".repeat(255)}`,
    `/${"x".repeat(256)}`,
    "/xxx".repeat(1023),
    "/xxx".repeat(1024),
    `/${"x".repeat(254)}%%`,
  ],
  loadCredential: [`${"x".repeat(254)}%%:/a`, `${"x".repeat(255)}%%:/a`],
  folderNames: ["x".repeat(255), "x".repeat(256)],
  units: [`${"a".repeat(247)}.service`, `${"a".repeat(248)}.service`],
  identifier: ["x".repeat(255), "x".repeat(256)],
  logFields: [`${"A".repeat(64)}=1`, `${"A".repeat(65)}=1`],
  listenAddress: [`/${"x".repeat(106)}`, `/${"x".repeat(107)}`, `/${"x".repeat(108)}`],
  rootHash: ["g".repeat(32)],
};

/** The values to try a type with. */
export function samplesOf(type: ValueType): string[] {
  const found = groups.flatMap((group) => {
    const [types = "", ...values] = group.split("\n").filter((line) => line !== "");
    return types.split(" ").some((name) => name === type || name === "every") ? values : [];
  });
  return [...new Set([...found, ...(long[type] ?? [])])];
}
