// An SSH server in this process, for what OpenSSH can't be made to do in a unit test. ssh2 speaks the real protocol.
import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import type { TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import ssh2, { type AuthContext, type AuthenticationType, type Connection, type ServerChannel } from "ssh2";
import { keyPair } from "./keyPair.ts";

export const hostKey = keyPair();

export interface Behaviour {
  /** Decides on each login attempt: true lets in, undefined has answered itself. Default: all but "none". */
  readonly accepts?: (attempt: AuthContext) => boolean | undefined;
  /** What a refusal offers. */
  readonly offers?: readonly AuthenticationType[];
  /** The variables that may be set. */
  readonly acceptsEnv?: readonly string[];
  /** Runs a command. Default: ends it with 0. */
  readonly onExec?: (command: string, channel: ServerChannel, environment: Record<string, string>) => void;
  /** Refuses the whole session channel. */
  readonly refusesSession?: boolean;
}

export interface TestServer {
  readonly port: number;
  /** `method` of each attempt, in order. */
  readonly attempts: string[];
  /** Connections that came, and those that are still open. */
  connections: number;
  open: number;
}

/** Serves until the test ends. `port`: 0 = a free one. */
export async function sshServer(t: TestContext, behaviour: Behaviour = {}, port = 0): Promise<TestServer> {
  const seen: TestServer = { port: 0, attempts: [], connections: 0, open: 0 };
  const clients = new Set<Connection>();
  const server = new ssh2.Server({ hostKeys: [hostKey.private] }, (client) => {
    seen.connections++;
    seen.open++;
    clients.add(client);
    client.on("error", () => {});
    client.on("close", () => {
      seen.open--;
      clients.delete(client);
    });
    client.on("authentication", (attempt) => {
      seen.attempts.push(attempt.method);
      const { accepts = ({ method }) => method !== "none", offers = ["publickey", "password"] } = behaviour;
      const verdict = accepts(attempt);
      if (verdict === true) attempt.accept();
      if (verdict === false) attempt.reject([...offers]);
    });
    client.on("session", (accept, reject) => (behaviour.refusesSession ? reject() : serveSession(accept, behaviour)));
    client.on("tcpip", (accept, reject, { destIP, destPort }) => {
      const socket = connect(destPort, destIP);
      socket.once("error", () => reject());
      socket.once("connect", () => {
        const channel = accept();
        channel.pipe(socket).pipe(channel);
        socket.on("error", () => channel.end());
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  t.after(() => {
    for (const client of clients) client.end();
    server.close();
  });
  return Object.assign(seen, { port: (server.address() as AddressInfo).port });
}

function serveSession(accept: () => ssh2.Session, { acceptsEnv = [], onExec }: Behaviour): void {
  const environment: Record<string, string> = {};
  const session = accept();
  session.on("env", (yes, no, { key, val }) => {
    if (!acceptsEnv.includes(key)) return no?.();
    environment[key] = val;
    yes?.();
  });
  session.on("exec", (yes, _no, { command }) => {
    const channel = yes();
    channel.on("error", () => {});
    if (onExec !== undefined) return onExec(command, channel, environment);
    channel.exit(0);
    channel.end();
  });
}

/** Waits for what the other side does on its own, at most 3 seconds. */
export async function settled(condition: () => boolean): Promise<void> {
  const limit = Date.now() + 3000;
  while (!condition()) {
    assert.ok(Date.now() < limit, `still not: ${condition}`);
    await sleep(10);
  }
}
