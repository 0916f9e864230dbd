// What a deployment will do to a unit on a server and to its process, in words.
import { createHash } from "node:crypto";
import { driftOf, type UnitFacts } from "./facts.ts";

/** The tool's decision, made before it: what it looks at is what the server said. */
function effect(process: string, facts: UnitFacts): string {
  const drift = facts.Drift?.split(" ") ?? [];
  // Not deployed by us so far: then only systemd's word counts.
  const unknown = drift.includes("unknown");
  if (unknown ? facts.ActiveState !== "active" : drift.includes("stopped")) return "start";
  return !unknown && facts.Process === process && !drift.includes("outdated") ? "no restart" : "restart";
}

/**
 * What `up` will do, and why, such as `restart: the unit changes`; undefined when there is nothing to do.
 * @param text The unit's text as declared; `process` what its process is started with.
 */
export function planOf(text: string, process: string, facts: UnitFacts): string | undefined {
  // The engine shows a new resource's text as one long quoted line: nobody can review a unit in that.
  if ((facts.LoadState ?? "not-found") === "not-found") return `new, start:\n${text}`;
  const changes = facts.Text !== createHash("sha256").update(text).digest("hex");
  const reasons = [...(changes ? ["the unit changes"] : []), ...driftOf(facts)];
  return reasons.length > 0 ? `${effect(process, facts)}: ${reasons.join("; ")}` : undefined;
}
