import { whyNoServer } from "../serverSupport.mjs";

/** This machine can't boot the throwaway server. Nothing was changed. */
export class ServerUnsupportedError extends Error {
  override readonly name = "ServerUnsupportedError";

  constructor(reason: string) {
    super(
      `the throwaway server ${reason}.\n` +
        "Without it, point a stack at a server of your own: stacks/production.yaml is an example. Nothing was changed.",
    );
  }
}

/** Throws a ServerUnsupportedError unless this machine can boot a Debian guest. */
export function requireSupport(): void {
  const reason = whyNoServer();
  if (reason !== undefined) throw new ServerUnsupportedError(reason);
}
