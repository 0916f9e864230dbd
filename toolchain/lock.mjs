// One at a time, also between processes.
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";

/** How long a lock may be taken before the wait is told, in milliseconds. */
const quietWait = 300;

/**
 * The kernel keeps the lock, in a small process that ends with this one's pipe. So it can't go stale, whatever kills us,
 * and nothing that is started meanwhile inherits it.
 * @param {string} file
 */
function takeLock(file) {
  const script = "echo locked; exec cat >/dev/null";
  // Its own session: a Ctrl-C that this process handles must not take the lock away first.
  const holder = spawn("flock", ["--exclusive", file, "sh", "-c", script], { detached: true });
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => holder.once("close", () => resolve()));
  /** @type {Promise<void>} */
  const taken = new Promise((resolve, reject) => {
    let words = "";
    holder.stderr.setEncoding("utf8").on("data", (chunk) => {
      words += chunk;
    });
    holder.stdout.once("data", () => resolve());
    holder.once("error", reject);
    holder.once("close", (code) => reject(new Error(`can't lock ${file}: flock ended with ${code}: ${words.trim()}`)));
  });
  const release = async () => {
    holder.stdin.end();
    if (holder.pid !== undefined) await ended;
  };
  return { taken, release };
}

/**
 * Runs `work` while no other process (and no other call in this one) holds the lock of that file. Only Linux comes with
 * flock(1); elsewhere nothing is locked, and two set-ups of one checkout at once are not safe.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] Called once when somebody else holds the lock for longer than a moment.
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait) {
  if (process.platform !== "linux") return work();
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const { taken, release } = takeLock(file);
  const timer = setTimeout(() => onWait?.(), quietWait);
  try {
    await taken;
    clearTimeout(timer);
    return await work();
  } finally {
    clearTimeout(timer);
    await release();
  }
}
