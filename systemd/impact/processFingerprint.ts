import { createHash } from "node:crypto";
import type { Unit } from "../unit.ts";
import { needOf } from "./needOf.ts";
import { unitKind } from "./unitKind.ts";
import { unitSettings } from "./unitSettings.ts";

/**
 * A fingerprint of what the running process was started with: a unit that differs from another one only in what asks for no
 * restart by {@link ./impactTable.ts} has the same.
 */
export function processFingerprint(unit: Unit): string {
  const kind = unitKind(unit);
  const started = unitSettings(unit).filter(
    ({ section, directive }) => needOf(kind, section, directive).need === "restart",
  );
  // Sorted: which of two unlike directives stands first means nothing.
  const lines = started.map(({ section, directive, values }) => JSON.stringify([section, directive, ...values])).sort();
  return createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 12);
}
