// Executable files that others made: telling them from scripts, and having them at a second place.
import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
} from "node:fs";

/** Is `file` a program proper, not a script (an npm launcher, or this project's own `pulumi`)? */
export function isBinary(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    const head = Buffer.alloc(2);
    const handle = openSync(file, "r");
    try {
      return readSync(handle, head, 0, 2, 0) === 2 && head.toString() !== "#!";
    } finally {
      closeSync(handle);
    }
  } catch {
    return false; // Not there, a folder, or not for us: PATH may name folders that we can't look into.
  }
}

/** Puts a file at a second place without a second copy of its bytes, where the file system can. */
export function linkOrCopy(from: string, to: string): void {
  const draft = `${to}.draft`;
  rmSync(draft, { force: true });
  try {
    linkSync(from, draft);
  } catch {
    copyFileSync(from, draft); // Another file system.
  }
  renameSync(draft, to);
}
