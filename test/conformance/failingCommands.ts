// Commands that can't succeed, and the official words for why.
import type { Connection } from "./host.ts";
import type { Declared } from "./stack.ts";

export interface Failure {
  readonly declared: Declared;
  /** The errors that the engine shows for it. */
  readonly messages: readonly string[];
}

export interface FailureParts {
  /** A key that opens nothing. */
  readonly strangerKey: string;
  /** Not the server's. */
  readonly otherHostKey: string;
  /** Encrypted. */
  readonly lockedKey: string;
  /** On 127.0.0.1, where nothing listens. */
  readonly freePort: number;
}

/** One failure a name; `folder` is on the server. */
export function commandFailures(
  connection: Connection,
  folder: string,
  { strangerKey, otherHostKey, lockedKey, freePort }: FailureParts,
): Record<string, Failure> {
  const remote = (args: Readonly<Record<string, unknown>>, ...messages: string[]): Failure => ({
    declared: { kind: "remote.Command", args: { connection, ...args } },
    messages,
  });
  const local = (create: string, message: string): Failure => ({
    declared: { kind: "local.Command", args: { create } },
    messages: [message],
  });
  const dialled = (part: Connection, message: string) =>
    remote({ connection: { ...connection, dialErrorLimit: 1, ...part }, create: `touch ${folder}/dialled` }, message);
  const status = `touch ${folder}/status; echo "to stdout"; sleep 0.2; echo "to stderr" >&2; exit 7`;
  const killed = `touch ${folder}/killed; kill -KILL $$`;
  return {
    status: remote(
      { create: status },
      `Process exited with status 7: running ${JSON.stringify(status)}:\nto stdout\nto stderr`,
    ),
    killed: remote(
      { create: killed },
      `Process exited with status 137 from signal KILL: running ${JSON.stringify(killed)}:`,
    ),
    environment: remote(
      { create: `touch ${folder}/environment`, environment: { CONFORMANCE: "1" } },
      "Unable to set 'CONFORMANCE'.",
      'could not set environment variable "CONFORMANCE": ssh: setenv failed',
    ),
    strangerKey: dialled(
      { privateKey: strangerKey },
      "after 1 failed attempts: ssh: handshake failed: ssh: unable to authenticate, attempted methods [none publickey], no supported methods remain",
    ),
    wrongHostKey: dialled(
      { hostKey: otherHostKey },
      "after 1 failed attempts: ssh: handshake failed: ssh: host key mismatch",
    ),
    refused: dialled(
      { port: freePort, dialErrorLimit: 2 },
      `after 2 failed attempts: dial tcp 127.0.0.1:${freePort}: connect: connection refused`,
    ),
    proxyRefused: dialled(
      { proxy: { host: "127.0.0.1", port: freePort, dialErrorLimit: 1 } },
      `proxy: after 1 failed attempts: dial tcp 127.0.0.1:${freePort}: connect: connection refused`,
    ),
    noKey: dialled({ privateKey: "not a key" }, "ssh: no key found"),
    lockedKey: dialled({ privateKey: lockedKey }, "ssh: this private key is passphrase protected"),
    locally: local(
      "echo to stdout; sleep 0.2; echo to stderr >&2; exit 3",
      'exit status 3: running "echo to stdout; sleep 0.2; echo to stderr >&2; exit 3":\nto stdout\nto stderr',
    ),
    locallyKilled: local("kill -KILL $$", 'signal: killed: running "kill -KILL $$":'),
  };
}

/** The part of a message that is the same from every provider; advice may follow. */
export function firstSentence(text: string): string {
  return /^.*?\.(?= |$)/s.exec(text)?.[0] ?? text;
}
