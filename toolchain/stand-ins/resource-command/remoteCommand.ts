// command:remote:Command: one command over SSH.
import { constants } from "node:os";
import type { Connection, Session } from "../../../host/connection.ts";
import { dial } from "../../../host/ssh.ts";
import { type RunResult, run } from "../../../host/sshRun.ts";
import type { Properties } from "../wire.ts";
import { statusLines } from "./statusLines.ts";
import { failure, type Outputs, previousOutputs, type Task, withoutLastNewline } from "./task.ts";

interface RemoteInputs {
  readonly connection: Connection;
  readonly stdin?: string;
  readonly environment?: Record<string, string>;
  readonly logging?: string;
}

/** Runs `command` with inputs that hold no marks any more. A command that runs already is not ended by a cancel. */
export async function runRemote(command: string, given: Properties, previous: Outputs, task: Task): Promise<Outputs> {
  const inputs = given as unknown as RemoteInputs;
  const session = await dialFor(inputs.connection, task);
  try {
    const { stdout, stderr } = await runIn(session, command, inputs, previousOutputs(given, previous), task);
    return { stdout: withoutLastNewline(stdout), stderr: withoutLastNewline(stderr) };
  } finally {
    session.close();
  }
}

/** Connects for a resource; retries show as its status. */
export const dialFor = (connection: Connection, { urn, log, signal }: Task): Promise<Session> =>
  dial(connection, { signal, onRetry: (message) => log.status(urn, message) });

async function runIn(
  session: Session,
  command: string,
  { stdin = "", environment = {}, logging }: RemoteInputs,
  optionalEnvironment: Record<string, string>,
  { urn, log }: Task,
): Promise<RunResult> {
  let refusals = Promise.resolve();
  const lines = statusLines(logging, (line) => log.status(urn, line));
  try {
    const result = await run(session, command, {
      stdin,
      environment,
      optionalEnvironment,
      onRefused: (name) => {
        const severity = Object.hasOwn(environment, name) ? "error" : "warning";
        refusals = refusals.then(() => log.message(severity, urn, refusal(name)));
      },
      onStdout: lines.onStdout,
      onStderr: lines.onStderr,
    });
    const problem = problemOf(result);
    if (problem !== undefined) throw failure(problem, command, result.output);
    return result;
  } finally {
    await Promise.all([refusals, lines.end()]);
  }
}

const refusal = (name: string) =>
  `Unable to set '${name}'. The SSH server takes only the variables that its AcceptEnv names; ` +
  "for a shell the command itself can carry them, as 'VAR=value command'";

/** How Go's ssh package says that a command did not end with 0. */
function problemOf({ code, signal }: RunResult): string | undefined {
  if (code === 0) return undefined;
  if (code !== undefined) return `Process exited with status ${code}`;
  if (signal === undefined) return "wait: remote command exited without exit status or exit signal";
  const number = (constants.signals as Record<string, number>)[signal] ?? 0;
  return `Process exited with status ${128 + number} from signal ${signal.replace(/^SIG/, "")}`;
}
