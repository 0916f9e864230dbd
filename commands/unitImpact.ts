import { parseArgs } from "node:util";
import { parseUnit } from "../systemd/grammar/parseUnit.ts";
import { impactOf, type OnChange } from "../systemd/impact/impactOf.ts";
import { impactText } from "../systemd/impact/impactText.ts";
import { safeText } from "../systemd/lint/safeText.ts";
import type { Unit } from "../systemd/unit.ts";
import { syntaxLines } from "./unitFinding.ts";
import { inputOutcome, readInput, refuseStdinTwice, stdinNameOf, type UnitInput } from "./unitInput.ts";
import { CallError, joined, type Outcome } from "./unitOutcome.ts";

const options = {
  "on-change": { type: "string", default: "restart" },
  json: { type: "boolean", default: false },
  name: { type: "string" },
} as const;

const choices: readonly string[] = ["restart", "reload", "none"] satisfies OnChange[];

/** What takes the place of a unit that isn't there. */
const nothing = "/dev/null";

/** `unit impact`: what has to happen on the server for a change of a unit. */
export async function unitImpact(args: readonly string[]): Promise<Outcome> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [before, after, ...more] = positionals;
  if (before === undefined || after === undefined || more.length > 0) {
    throw new CallError(`impact: expected OLD and NEW, received ${positionals.length} files`);
  }
  refuseStdinTwice(positionals);
  const onChange = values["on-change"];
  if (!choices.includes(onChange)) {
    throw new CallError(`--on-change: expected restart, reload or none, received ${JSON.stringify(onChange)}`);
  }
  const stdinName = stdinNameOf(values.name);
  const sides = [await sideOf(before, stdinName), await sideOf(after, stdinName)] as const;
  const failed = sides.filter(({ code }) => code !== 0);
  if (failed.length > 0) return joined(failed);
  const [{ unit: old }, { unit: now, kind }] = sides;
  const impact = impactOf(old, now, { onChange: onChange as OnChange, ...(kind && { kind }) });
  const out = values.json ? JSON.stringify(impact, undefined, 2) : safeLines(impactText(impact));
  return { out: `${out}\n`, err: "", code: 0 };
}

interface Side extends Outcome {
  readonly unit?: Unit;
  readonly kind?: string | undefined;
}

async function sideOf(label: string, stdinName: string): Promise<Side> {
  if (label === nothing) return { out: "", err: "", code: 0 };
  try {
    return parsed(await readInput(label, stdinName));
  } catch (error) {
    return inputOutcome(label, error);
  }
}

function parsed({ label, content, named }: UnitInput): Side {
  const { unit, problems, loads } = parseUnit(content);
  if (loads) return { out: "", err: "", code: 0, unit, kind: named?.kind };
  return { out: "", err: syntaxLines(label, problems), code: 1 };
}

function safeLines(text: string): string {
  return text.split("\n").map(safeText).join("\n");
}
