import type { Outcome } from "./unitOutcome.ts";

/** Prints what a command has to say, and makes its code the exit code. Whoever reads it may stop early, as `head` does. */
export function printOutcome({ out, err, code }: Outcome): void {
  process.stdout.on("error", onWriteError);
  // Nobody is left to tell.
  process.stderr.on("error", () => {});
  process.exitCode = code;
  process.stdout.write(out);
  process.stderr.write(err);
}

function onWriteError(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") return;
  process.stderr.write(`the output can't be written: ${error.message}\n`);
  process.exitCode = 2;
}
