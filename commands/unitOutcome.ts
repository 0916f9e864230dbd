/** What a command has to say, and its exit code. */
export interface Outcome {
  /** For standard output. */
  readonly out: string;
  /** For standard error. */
  readonly err: string;
  /** 0 when all is well, 1 when something was found, 2 when the command could not do its work. */
  readonly code: 0 | 1 | 2;
}

/** A command line that can't be understood. The message is one line. */
export class CallError extends Error {
  override name = "CallError";
}

/** Ours, or that of node:util's parseArgs. */
export function isCallError(error: unknown): error is Error {
  const { code } = error as NodeJS.ErrnoException;
  return error instanceof CallError || (error instanceof Error && `${code}`.startsWith("ERR_PARSE_ARGS_"));
}

/** One outcome of several: all that was said, and the worst code. */
export function joined(outcomes: readonly Outcome[]): Outcome {
  return {
    out: outcomes.map(({ out }) => out).join(""),
    err: outcomes.map(({ err }) => err).join(""),
    code: outcomes.reduce<Outcome["code"]>((worst, { code }) => (code > worst ? code : worst), 0),
  };
}
