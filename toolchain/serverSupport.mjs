// Whether this machine can boot the throwaway server. Plain JavaScript: `npm start` asks before anything is installed.
import { readFileSync } from "node:fs";

/**
 * @typedef {object} Machine
 * @property {string} platform
 * @property {number} uid
 * @property {string} capabilities The effective ones as in /proc/self/status, a hexadecimal bit set; "" off Linux.
 */

/** The bit of CAP_SYS_ADMIN: mounts and namespaces. */
const sysAdmin = 21n;

/** @returns {Machine} */
function thisMachine() {
  const status = process.platform === "linux" ? readFileSync("/proc/self/status", "utf8") : "";
  return {
    platform: process.platform,
    uid: process.getuid?.() ?? -1,
    capabilities: /^CapEff:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? "",
  };
}

/**
 * Why this machine can't boot a Debian guest; undefined when it can.
 * @param {Machine} machine
 * @returns {string | undefined}
 */
export function whyNoServer({ platform, uid, capabilities } = thisMachine()) {
  if (platform !== "linux") return `needs Linux, to boot a Debian guest; this is ${platform}`;
  if (uid !== 0) return `needs root, to boot a Debian guest; this is user ${uid}`;
  if ((BigInt(`0x${capabilities || "0"}`) & (1n << sysAdmin)) !== 0n) return undefined;
  return "needs to mount, to boot a Debian guest; this root may not (CAP_SYS_ADMIN is missing: an unprivileged container?)";
}
