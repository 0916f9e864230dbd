import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";

/** How long a lock may be taken before the wait is told, in milliseconds. */
const quietWait = 300;

/**
 * Runs `work` while no other process (and no other call in this one) holds the lock of that file.
 *
 * The kernel keeps the lock (flock), in a small process that ends with this one's pipe. So it can't go stale,
 * whatever kills us, and nothing that `work` starts inherits it.
 * @param onWait called once when somebody else holds the lock for longer than a moment
 */
export async function withLock<T>(file: string, work: () => Promise<T>, onWait?: () => void): Promise<T> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const script = "echo locked; exec cat >/dev/null";
  // Its own session: a Ctrl-C that this process handles must not take the lock away first.
  const holder = spawn("flock", ["--exclusive", file, "sh", "-c", script], { detached: true });
  const ended = new Promise<void>((resolve) => holder.once("close", () => resolve()));
  const timer = setTimeout(() => onWait?.(), quietWait);
  try {
    await new Promise<void>((resolve, reject) => {
      let words = "";
      holder.stderr.setEncoding("utf8").on("data", (chunk: string) => {
        words += chunk;
      });
      holder.stdout.once("data", () => resolve());
      holder.once("error", reject);
      holder.once("close", (code) =>
        reject(new Error(`can't lock ${file}: flock ended with ${code}: ${words.trim()}`)),
      );
    });
    clearTimeout(timer);
    return await work();
  } finally {
    clearTimeout(timer);
    holder.stdin.end();
    if (holder.pid !== undefined) await ended;
  }
}
