// What a deployment will do to a unit on a server and to its process, in words.
import { createHash } from "node:crypto";
import { parseUnit } from "../systemd/grammar/parseUnit.ts";
import { impactOf, type OnChange } from "../systemd/impact/impactOf.ts";
import { driftOf, type UnitFacts } from "./facts.ts";
import { namesByAction } from "./namesByAction.ts";

/** A unit as the stack file wants it. */
export interface Declared {
  readonly text: string;
  /** A fingerprint of what its process is started with. */
  readonly process: string;
  readonly onChange: OnChange;
}

/**
 * What `up` will do, and why, such as `restart: the unit changes (restart: Environment; daemon-reload: MemoryMax)`; undefined
 * when there is nothing to do.
 */
export function planOf(declared: Declared, facts: UnitFacts): string | undefined {
  // The engine shows a new resource's text as one long quoted line: nobody can review a unit in that.
  if ((facts.LoadState ?? "not-found") === "not-found") return `new, start:\n${declared.text}`;
  const what = effect(declared, facts);
  const reasons = [...changeOf(what, declared, facts), ...driftOf(facts)];
  if (reasons.length === 0) reasons.push(...hiddenReason(what, declared, facts));
  return reasons.length > 0 ? `${what}: ${reasons.join("; ")}` : undefined;
}

const hashOf = (text: string | Uint8Array): string => createHash("sha256").update(text).digest("hex");

/** The tool's decision, made before it: what it looks at is what the server said. */
function effect(declared: Declared, facts: UnitFacts): string {
  const drift = facts.Drift?.split(" ") ?? [];
  // Not deployed by us so far: then only systemd's word counts.
  if (drift.includes("unknown") ? facts.ActiveState !== "active" : drift.includes("stopped")) return "start";
  if (isCurrent(declared, facts)) return "no restart";
  if (declared.onChange === "none") return "no restart, as onChange says none";
  const reloads = declared.onChange === "reload" && /^(?:active|reloading)$/.test(facts.ActiveState ?? "");
  return reloads ? "reload" : "restart";
}

/** Whether the process was started from this text, or from one that means the same to it. */
function isCurrent({ text, process }: Declared, facts: UnitFacts): boolean {
  const origin = originOf(facts);
  return origin !== "" && (origin === hashOf(text) || facts.Process === process);
}

/** The hash of the text that the process was started from; empty when nobody knows. An older tool says it by what it finds. */
function originOf({ Origin, Drift = "", Text = "" }: UnitFacts): string {
  return Origin ?? (/\b(?:outdated|unknown)\b/.test(Drift) ? "" : Text);
}

/** What differs between the text that was last deployed, or what somebody made of it, and the one that is declared. */
function changeOf(what: string, declared: Declared, facts: UnitFacts): string[] {
  if (facts.Text === hashOf(declared.text)) return [];
  return [`the unit changes${details(what, declared, facts)}`];
}

function details(what: string, { text, onChange }: Declared, facts: UnitFacts): string {
  if (facts.File === undefined) return "";
  const there = Buffer.from(facts.File, "base64");
  const { decidedBy } = impactOf(parseUnit(there).unit, parseUnit(text).unit, { kind: "service", onChange });
  // Where the process was started from something else than the file that is there, the file doesn't tell what it needs.
  const decides = what !== "start" && hashOf(there) === originOf(facts);
  return ` (${namesByAction(decidedBy, decides) || "comments and layout only"})`;
}

/** Why something is done although unit and server are as they were: the process is not, or it is only seen in another way. */
function hiddenReason(what: string, declared: Declared, facts: UnitFacts): string[] {
  if (!isCurrent(declared, facts)) {
    return declared.onChange === "none" ? [] : ["the running process was started from another unit"];
  }
  return facts.Process === declared.process || what !== "no restart"
    ? []
    : ["the unit stays as it is, only what this program adds to its text changes"];
}
