// One run of a Pulumi program, from the engine's request to the engine's answer.
import { createRequire } from "node:module";
import { join } from "node:path";
import { nodeArguments, nodeEnvironment, type ProgramRun } from "./nodeCommand.ts";
import type { ProgramProcess } from "./programProcess.ts";
import { RuntimeOptionError, runtimeOptions } from "./runtimeOptions.ts";

/** `bail`: the program failed and has told the user why. `error`: what to tell the user. Neither: it went well. */
export interface RunOutcome {
  readonly error?: string;
  readonly bail?: boolean;
}

/** What the SDK's runner exits with when it has already shown the error. */
const shownToTheUser = 32;

/** Runs a program under this host's own node. A program that fails, or can't be started, is an outcome, not an exception. */
export async function runProgram(
  run: ProgramRun,
  rawOptions: Readonly<Record<string, unknown>>,
  program: ProgramProcess,
): Promise<RunOutcome> {
  try {
    const options = runtimeOptions(rawOptions);
    const runner = resolveRunner(run.programDirectory);
    if (runner === undefined) {
      return { error: "It looks like the Pulumi SDK has not been installed. Have you run pulumi install?" };
    }
    const env = { ...process.env, ...nodeEnvironment(run, options) };
    const { code, signal } = await program.run(process.execPath, nodeArguments(run, options, runner), env);
    if (code === 0) return {};
    if (code === shownToTheUser) return { bail: true };
    return { error: `Program exited with non-zero exit code: ${code}${signal === null ? "" : ` (${signal})`}` };
  } catch (error) {
    if (error instanceof RuntimeOptionError) return { error: error.message };
    return { error: `Problem executing program (could not run language executor): ${(error as Error).message}` };
  }
}

/** The runner of the SDK that the program itself uses, or of PULUMI_LANGUAGE_NODEJS_RUN_PATH. */
function resolveRunner(programDirectory: string): string | undefined {
  const wanted = process.env.PULUMI_LANGUAGE_NODEJS_RUN_PATH || "@pulumi/pulumi/cmd/run";
  try {
    return createRequire(join(programDirectory, "program.js")).resolve(wanted);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}
