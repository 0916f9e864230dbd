// Running one command over an SSH session and collecting all that comes of it.
import type { ClientChannel } from "ssh2";
import type { Session } from "./connection.ts";
import { exec } from "./sshExec.ts";

export interface RunOptions {
  /** What the command reads. Default: nothing; either way it then sees the end of its input. */
  readonly stdin?: string | Buffer;
  /** Variables to set through the protocol, for which the server needs AcceptEnv. A refused one is an error. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The same, but the command runs without a refused one. */
  readonly optionalEnvironment?: Readonly<Record<string, string>>;
  /** Told of each refused variable's name, of both kinds. */
  readonly onRefused?: (name: string) => void;
  /** Gets the output as it comes. */
  readonly onStdout?: (chunk: Buffer) => void;
  readonly onStderr?: (chunk: Buffer) => void;
  /** Bytes of both streams together, past which the command is given up as an error. Default: no limit. */
  readonly maxOutput?: number;
}

export interface RunResult {
  readonly stdout: string;
  readonly stderr: string;
  /** Both streams in the order in which they came. */
  readonly output: string;
  /** Undefined when a signal or a lost connection ended the command. */
  readonly code: number | undefined;
  /** The signal that ended the command, such as "SIGKILL". */
  readonly signal: string | undefined;
}

/**
 * Runs `command` in the user's login shell and waits for its end, whatever its exit code. Without a code and a signal the
 * connection was lost on the way.
 * @throws Error when the command could not be started, or wrote more than `maxOutput`.
 */
export async function run(session: Session, command: string, options: RunOptions = {}): Promise<RunResult> {
  const { environment = {}, optionalEnvironment = {}, onRefused = () => {} } = options;
  const variables = { environment, optionalEnvironment, onRefused };
  const { channel, heard } = await exec(session.client, command, variables, (opened) => collect(opened, options));
  channel.end(options.stdin ?? "");
  return heard;
}

function collect(channel: ClientChannel, options: RunOptions): Promise<RunResult> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  const output: Buffer[] = [];
  const limit = options.maxOutput ?? Number.POSITIVE_INFINITY;
  let size = 0;
  return new Promise((resolve, reject) => {
    const keep = (list: Buffer[], tell: ((chunk: Buffer) => void) | undefined) => (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        reject(new Error(`the output is longer than ${limit} bytes`));
        channel.close();
        return;
      }
      list.push(chunk);
      output.push(chunk);
      tell?.(chunk);
    };
    channel.on("data", keep(stdout, options.onStdout));
    channel.stderr.on("data", keep(stderr, options.onStderr));
    // A command that ends before it has read its input is no failure; its exit code tells.
    channel.on("error", () => {});
    const text = (chunks: readonly Buffer[]) => Buffer.concat(chunks).toString("utf8");
    // "close" repeats what "exit" said. It may come before the end of stderr.
    Promise.all([next(channel, "close"), next(channel.stderr, "end")]).then(([[code, signal]]) =>
      resolve({
        stdout: text(stdout),
        stderr: text(stderr),
        output: text(output),
        code: (code as number | null | undefined) ?? undefined,
        signal: signal as string | undefined,
      }),
    );
  });
}

const next = (stream: NodeJS.EventEmitter, event: string) =>
  new Promise<unknown[]>((resolve) => {
    stream.once(event, (...values) => resolve(values));
  });
