import { type Properties, reveal, type Value } from "../wire.ts";
import type { Log } from "./engineLog.ts";
import { goQuote } from "./goQuote.ts";

/** What every operation has beside its inputs. */
export interface Task {
  /** The resource; "" for the function. */
  readonly urn: string;
  readonly log: Log;
  /** Aborted when the engine cancels, or when the resource's custom timeout is over. */
  readonly signal: AbortSignal;
}

/** What a command left behind. */
export interface Outputs {
  readonly stdout: string;
  readonly stderr: string;
  readonly assets?: Value;
  readonly archive?: Value;
}

/** The outputs of an earlier run, from the state. */
export function outputsOf(state: Properties): Outputs {
  const { stdout = "", stderr = "", assets, archive } = state;
  return {
    stdout: String(reveal(stdout)),
    stderr: String(reveal(stderr)),
    ...(assets === undefined ? {} : { assets }),
    ...(archive === undefined ? {} : { archive }),
  };
}

/** The variables that hand an earlier run's outputs to a command. */
export function previousOutputs(inputs: Properties, { stdout, stderr }: Outputs): Record<string, string> {
  if (inputs.addPreviousOutputInEnv === false) return {};
  return {
    ...(stdout === "" ? {} : { PULUMI_COMMAND_STDOUT: stdout }),
    ...(stderr === "" ? {} : { PULUMI_COMMAND_STDERR: stderr }),
  };
}

/** The official provider's text for a command that failed. */
export const failure = (problem: string, command: string, output: string): Error =>
  new Error(`${problem}: running ${goQuote(command)}:\n${output}`);

export const withoutLastNewline = (text: string): string => text.replace(/\n$/, "");
