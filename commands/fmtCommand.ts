import { parseArgs } from "node:util";
import { parseUnit } from "../systemd/grammar/parseUnit.ts";
import { renderUnit, UnitError } from "../systemd/grammar/renderUnit.ts";
import { safeText } from "../systemd/lint/safeText.ts";
import { replaceFile } from "./fmtReplaceFile.ts";
import { syntaxLines } from "./unitFinding.ts";
import { InputError, inputOutcome, pathOf, readInput, reason, refuseStdinTwice } from "./unitInput.ts";
import { CallError, joined, type Outcome } from "./unitOutcome.ts";

const options = {
  write: { type: "boolean", short: "w", default: false },
  check: { type: "boolean", default: false },
} as const;

/** `unit fmt`: the canonical form of unit files, printed, written back, or only compared. */
export async function fmtCommand(args: readonly string[]): Promise<Outcome> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (positionals.length === 0) throw new CallError("fmt: expected a FILE, or - for standard input");
  if (values.write && values.check) throw new CallError("fmt: expected --write or --check, not both");
  if (values.write && positionals.includes("-")) throw new CallError("fmt: --write can't write to standard input");
  refuseStdinTwice(positionals);
  const outcomes: Outcome[] = [];
  for (const label of positionals) outcomes.push(await formatted(label, values));
  const heads = positionals.length > 1 && !values.write && !values.check;
  return joined(heads ? outcomes.map((outcome, index) => underItsName(positionals[index] ?? "", outcome)) : outcomes);
}

// As systemctl(1) cat tells several files apart; one after another alone, they would be one unit.
function underItsName(label: string, outcome: Outcome): Outcome {
  return outcome.out === "" ? outcome : { ...outcome, out: `# ${safeText(label)}\n\n${outcome.out}\n` };
}

interface Mode {
  readonly write: boolean;
  readonly check: boolean;
}

async function formatted(label: string, mode: Mode): Promise<Outcome> {
  try {
    const { content } = await readInput(label);
    return await applied(label, content, mode);
  } catch (error) {
    return inputOutcome(label, error);
  }
}

async function applied(label: string, content: Uint8Array, { write, check }: Mode): Promise<Outcome> {
  const { text, err } = canonical(label, content);
  if (text === undefined) return { out: "", err, code: 1 };
  const changes = !Buffer.from(text).equals(content);
  if (check) return { out: changes ? `${safeText(label)}\n` : "", err, code: changes ? 1 : 0 };
  if (!write) return { out: text, err, code: 0 };
  if (changes) await replaced(label, text);
  return { out: "", err, code: 0 };
}

async function replaced(label: string, text: string): Promise<void> {
  try {
    await replaceFile(pathOf(label), text);
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(reason(error));
  }
}

/** The canonical text, unless systemd would load nothing of the file; and what there is to say about its syntax. */
function canonical(label: string, content: Uint8Array): { readonly text?: string; readonly err: string } {
  const { unit, problems, loads } = parseUnit(content);
  const err = syntaxLines(label, problems);
  if (!loads) return { err };
  try {
    return { text: renderUnit(unit), err };
  } catch (error) {
    if (!(error instanceof UnitError)) throw error;
    return { err: `${err}${safeText(label)}: ${safeText(error.message)}\n` };
  }
}
