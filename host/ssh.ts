// The SSH client: one connection for one purpose, closed after it. It behaves as the official command provider's,
// so that what works with the one works with the other.
import { setTimeout as sleep } from "node:timers/promises";
import type { Connection, Endpoint, Session } from "./connection.ts";
import { parseHostKey } from "./hostKey.ts";
import { loginMethods } from "./sshAuthentication.ts";
import { type Attempt, type Connected, connect } from "./sshConnect.ts";
import { contextError } from "./sshError.ts";

export interface DialOptions {
  /** Ends the dialling; a connection that stands already is not touched. */
  readonly signal?: AbortSignal;
  /** Told before each new attempt, such as `Dial 1/10 failed: retrying`. */
  readonly onRetry?: (message: string) => void;
}

/**
 * Connects and logs in, again and again until the attempts are used up.
 * @throws Error in Go's words, such as `after 10 failed attempts: ssh: handshake failed: ssh: host key mismatch`; a key
 *   text that can't be read fails at once. Nothing stays open then.
 */
export async function dial(connection: Connection, options: DialOptions = {}): Promise<Session> {
  const signal = options.signal ?? new AbortController().signal;
  const target = await attemptAt(connection);
  if (connection.proxy === undefined)
    return session([await retry("Dial", connection, options, () => connect(target, signal))]);
  try {
    const bastion = await attemptAt(connection.proxy);
    const through = await retry("Dial proxy", connection.proxy, options, () => connect(bastion, signal));
    try {
      const attempt = { ...target, via: through.client };
      return session([await retry("Dial", connection, options, () => connect(attempt, signal)), through]);
    } catch (error) {
      close([through]);
      throw error;
    }
  } catch (error) {
    throw signal.aborted ? error : new Error(`proxy: ${(error as Error).message}`);
  }
}

async function attemptAt(endpoint: Endpoint): Promise<Attempt> {
  const user = endpoint.user ?? "root";
  return {
    host: endpoint.host,
    port: endpoint.port ?? 22,
    user,
    hostKey: endpoint.hostKey === undefined ? undefined : parseHostKey(endpoint.hostKey),
    methods: await loginMethods(endpoint, user),
    timeout: (endpoint.perDialTimeout ?? 15) * 1000,
  };
}

const firstDelay = 100;
const longestDelay = 5000;

async function retry<T>(what: string, endpoint: Endpoint, options: DialOptions, attempt: () => Promise<T>): Promise<T> {
  const limit = endpoint.dialErrorLimit ?? 10;
  for (let failures = 1, delay = firstDelay; ; failures++, delay = Math.min(delay * 1.5, longestDelay)) {
    try {
      return await attempt();
    } catch (error) {
      if (options.signal?.aborted) throw contextError(options.signal);
      if (limit >= 0 && failures > limit) {
        throw new Error(`after ${failures - 1} failed attempts: ${(error as Error).message}`);
      }
    }
    options.onRetry?.(`${what} ${failures}/${limit < 0 ? "inf" : limit} failed: retrying`);
    await sleep(delay, undefined, options.signal === undefined ? {} : { signal: options.signal }).catch(() => {
      throw contextError(options.signal);
    });
  }
}

function session(chain: readonly [Connected, ...Connected[]]): Session {
  // What breaks a connection that stands shows where it is used: there the answer is missing.
  for (const { client } of chain) client.on("error", () => {});
  return { client: chain[0].client, close: () => close(chain) };
}

const goodbye = 1000;

function close(chain: readonly Connected[]): void {
  for (const { client, stream } of chain) {
    client.end();
    // A server that doesn't answer the goodbye would keep the process alive.
    setTimeout(() => stream.destroy(), goodbye).unref();
  }
}
