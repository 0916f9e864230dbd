// One at a time, also between processes. A lock names its holder, so a dead holder's lock is taken over.
import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * What tells one process from a later one with the same PID: its start time (Linux), else nothing.
 * @param {number} pid
 * @returns {string | undefined} undefined when there is no such process.
 */
export function processIdentity(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ESRCH") return undefined;
  }
  if (process.platform !== "linux") return String(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold spaces; field 22, the start time, is the 20th after it.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? undefined : `${pid}:${fields[19]}`;
  } catch {
    return undefined; // It ended between the two looks.
  }
}

/** @param {string} file */
function holder(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/**
 * Takes `file` with its content in one atomic step, or not at all.
 * @param {string} file
 * @param {string} draft A file of ours with the content.
 */
function take(file, draft) {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Clears the lock of a dead holder. Two may try at once: who moved away a newer, living lock puts it back.
 * @param {string} file
 * @param {string} dead What the dead holder wrote.
 */
function clear(file, dead) {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return; // Somebody else cleared it.
  }
  if (holder(aside) !== dead) take(file, aside);
  rmSync(aside, { force: true });
}

/**
 * Runs `action` while holding the lock `file`, waiting for whoever holds it now.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} action
 * @param {() => void} [onWait] Called once, when there is somebody to wait for.
 * @returns {Promise<T>}
 */
export async function withLock(file, action, onWait) {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.${randomUUID()}`;
  writeFileSync(draft, /** @type {string} */ (processIdentity(process.pid)));
  try {
    for (let waiting = false; !take(file, draft); ) {
      const other = holder(file);
      if (other === undefined) continue;
      if (other !== processIdentity(Number.parseInt(other, 10))) {
        clear(file, other);
        continue;
      }
      if (!waiting) onWait?.();
      waiting = true;
      await sleep(200);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  try {
    return await action();
  } finally {
    rmSync(file, { force: true });
  }
}
