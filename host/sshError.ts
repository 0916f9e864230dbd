// ssh2's and Node's errors in the words of Go's net and ssh packages, which people know from the official provider.

const reasons: Record<string, string> = {
  ECONNREFUSED: "connection refused",
  ECONNRESET: "connection reset by peer",
  EHOSTUNREACH: "no route to host",
  ENETUNREACH: "network is unreachable",
  ETIMEDOUT: "connection timed out",
  EPIPE: "broken pipe",
};

/** A TCP connection that did not come about. */
export function tcpError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  // Node tries all addresses of a name at once and reports them together.
  const first = error instanceof AggregateError ? (error.errors[0] as NodeJS.ErrnoException) : error;
  const { code = "", address = host } = first as NodeJS.ErrnoException & { address?: string };
  if (code === "ENOTFOUND") return new Error(`dial tcp: lookup ${host}: no such host`);
  if (code === "EAI_AGAIN") return new Error(`dial tcp: lookup ${host}: temporary failure in name resolution`);
  return new Error(`dial tcp ${joinHostPort(address, port)}: connect: ${reasons[code] ?? first.message}`);
}

/** A server that answered, but with which no session came about. */
export function handshakeError(error: NodeJS.ErrnoException & { level?: string }, offered?: readonly string[]): Error {
  return new Error(`ssh: handshake failed: ${handshakeProblem(error, offered)}`);
}

function handshakeProblem(
  { message, code, level }: NodeJS.ErrnoException & { level?: string },
  offered?: readonly string[],
): string {
  if (/verification failed/i.test(message) && /host/i.test(message)) return "ssh: host key mismatch";
  if (/no matching host key format/i.test(message) && offered !== undefined) {
    return `ssh: no common algorithm for host key; we offered: [${offered.map((name) => `"${name}"`).join(" ")}]`;
  }
  if (message === "Connection lost before handshake") return "EOF";
  if (level === "client-socket") return `read tcp: ${reasons[code ?? ""] ?? message}`;
  // A disconnect message: the code is its reason number.
  if (typeof code === "number") return `ssh: disconnect, reason ${code}: ${message}`;
  return message;
}

/** A channel that the server did not open; `error` is ssh2's, with the protocol's reason number. */
export function channelError(error: Error & { reason?: unknown }): Error {
  const names = ["administratively prohibited", "connect failed", "unknown channel type", "resource shortage"];
  const name = typeof error.reason === "number" ? names[error.reason - 1] : undefined;
  if (name === undefined) return error;
  return new Error(`ssh: rejected: ${name} (${error.message.replace("(SSH) Channel open failure: ", "")})`);
}

/** `host:port`, with an IPv6 address in brackets. */
export function joinHostPort(host: string, port: number): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

/** What ended an operation whose signal was aborted: a time limit or a wish. */
export function contextError(signal: AbortSignal | undefined): Error {
  const timedOut = (signal?.reason as Error | undefined)?.name === "TimeoutError";
  return new Error(timedOut ? "context deadline exceeded" : "context canceled");
}
