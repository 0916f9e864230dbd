import { readFileSync } from "node:fs";

/** This machine can't boot the throwaway server. Nothing was changed. */
export class ServerUnsupportedError extends Error {
  override readonly name = "ServerUnsupportedError";

  constructor(reason: string) {
    super(
      `the throwaway server ${reason}\n` +
        "Without it, point a stack at a server of your own: stacks/production.yaml is an example. Nothing was changed.",
    );
  }
}

export interface Machine {
  platform: string;
  uid: number;
  /** The effective capabilities as in /proc/self/status, a hexadecimal bit set; "" off Linux. */
  capabilities: string;
}

/** The bit of CAP_SYS_ADMIN: mounts and namespaces. */
const sysAdmin = 21n;

export function thisMachine(): Machine {
  const linux = process.platform === "linux";
  const status = linux ? readFileSync("/proc/self/status", "utf8") : "";
  return {
    platform: process.platform,
    uid: process.getuid?.() ?? -1,
    capabilities: /^CapEff:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? "",
  };
}

/** Throws a ServerUnsupportedError unless this machine can boot a Debian guest. */
export function requireSupport(machine: Machine = thisMachine()): void {
  if (machine.platform !== "linux") {
    throw new ServerUnsupportedError(`needs Linux, to boot a Debian guest; this is ${machine.platform}.`);
  }
  if (machine.uid !== 0) {
    throw new ServerUnsupportedError(`needs root, to boot a Debian guest; this is user ${machine.uid}.`);
  }
  if ((BigInt(`0x${machine.capabilities || "0"}`) & (1n << sysAdmin)) === 0n) {
    throw new ServerUnsupportedError(
      "needs to mount, to boot a Debian guest; this root may not (CAP_SYS_ADMIN is missing: an unprivileged container?).",
    );
  }
}
