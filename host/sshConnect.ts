// One attempt to get a logged-in SSH connection.
import { connect as connectTcp } from "node:net";
import type { Duplex } from "node:stream";
import ssh2, { type Client } from "ssh2";
import type { PinnedHostKey } from "./hostKey.ts";
import { Login, type loginMethods } from "./sshAuthentication.ts";
import { channelError, handshakeError, joinHostPort, tcpError } from "./sshError.ts";

export interface Attempt {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly methods: Awaited<ReturnType<typeof loginMethods>>;
  /** Undefined: any key is taken. */
  readonly hostKey: PinnedHostKey | undefined;
  /** Milliseconds for all of it, TCP and handshake; 0 = no limit. */
  readonly timeout: number;
  /** The bastion to go through. Default: straight over TCP. */
  readonly via?: Client;
}

export interface Connected {
  readonly client: Client;
  readonly stream: Duplex;
}

/** Connects and logs in. What it opened is closed again when it rejects. */
export async function connect(attempt: Attempt, signal: AbortSignal): Promise<Connected> {
  const limit = attempt.timeout > 0 ? AbortSignal.timeout(attempt.timeout) : undefined;
  const ended = limit === undefined ? signal : AbortSignal.any([signal, limit]);
  const target = joinHostPort(attempt.host, attempt.port);
  const stream = await openStream(attempt, ended).catch((error: Error) => {
    if (limit?.aborted && !signal.aborted) throw new Error(`dial tcp ${target}: i/o timeout`);
    throw error;
  });
  try {
    return { client: await shakeHands(attempt, stream, ended), stream };
  } catch (error) {
    stream.destroy();
    if (limit?.aborted && !signal.aborted) throw new Error(`ssh: handshake failed: read tcp ${target}: i/o timeout`);
    throw error;
  }
}

function openStream({ host, port, via }: Attempt, ended: AbortSignal): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    ended.throwIfAborted();
    if (via !== undefined) {
      const onAbort = () => reject(ended.reason);
      ended.addEventListener("abort", onAbort, { once: true });
      via.forwardOut("127.0.0.1", 0, host, port, (error, channel) => {
        ended.removeEventListener("abort", onAbort);
        if (error !== undefined) return reject(channelError(error));
        if (ended.aborted) channel.destroy();
        resolve(channel);
      });
      return;
    }
    const socket = connectTcp({ host, port, noDelay: true });
    const onAbort = () => {
      socket.destroy();
      reject(ended.reason);
    };
    ended.addEventListener("abort", onAbort, { once: true });
    socket.once("error", (error) => reject(tcpError(error, host, port)));
    socket.once("connect", () => {
      ended.removeEventListener("abort", onAbort);
      socket.removeAllListeners("error");
      resolve(socket);
    });
  });
}

function shakeHands(attempt: Attempt, sock: Duplex, ended: AbortSignal): Promise<Client> {
  const { methods, user, hostKey } = attempt;
  const client = new ssh2.Client();
  const login = new Login(methods, user);
  return new Promise((resolve, reject) => {
    ended.throwIfAborted();
    let agentProblem: Error | undefined;
    const onAbort = () => reject(ended.reason);
    ended.addEventListener("abort", onAbort, { once: true });
    client.on("error", (error: Error & { level?: string }) => {
      // With an agent's error ssh2 goes on to the next method, so this is not the end yet.
      if (error.level === "agent") agentProblem = error;
      else if (error.level === "client-authentication") reject(loginError(login, agentProblem));
      else reject(handshakeError(error, hostKey?.algorithms));
    });
    client.once("close", () => reject(new Error("ssh: handshake failed: EOF")));
    client.once("ready", () => {
      ended.removeEventListener("abort", onAbort);
      resolve(client);
    });
    client.connect({
      sock,
      username: user,
      readyTimeout: 0,
      // A peer that is gone is noticed after 2.5 minutes, as Go's TCP keep-alive does it.
      keepaliveInterval: 15_000,
      keepaliveCountMax: 9,
      authHandler: (offered) => login.next(offered),
      ...(hostKey === undefined
        ? {}
        : {
            algorithms: { serverHostKey: hostKey.algorithms },
            hostVerifier: (key: Buffer) => key.equals(hostKey.bytes),
          }),
    });
  });
}

function loginError({ tried }: Login, agentProblem: Error | undefined): Error {
  const reason =
    agentProblem?.message ??
    `ssh: unable to authenticate, attempted methods [${tried.join(" ")}], no supported methods remain`;
  return new Error(`ssh: handshake failed: ${reason}`);
}
