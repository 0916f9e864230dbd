import { randomBytes } from "node:crypto";
import { chmod, chown, open, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { InputError } from "./unitInput.ts";

/**
 * Gives a file new content in one step: nobody sees half of it, also after a crash. Mode and, where we may, the owner stay; of
 * a symbolic link it is the file behind it.
 * @throws InputError for what is no regular file
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const target = await realpath(path);
  const facts = await stat(target);
  if (!facts.isFile()) throw new InputError("is no regular file, and can't be rewritten");
  const fresh = join(dirname(target), `.unit-fmt-${randomBytes(6).toString("hex")}`);
  try {
    await writeThrough(fresh, text);
    await keepOwner(fresh, facts.uid, facts.gid);
    await chmod(fresh, facts.mode & 0o7777);
    await rename(fresh, target);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

async function writeThrough(path: string, text: string): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

// Only root may give files away; whoever may write here could have written the file anew under their own name, too.
async function keepOwner(path: string, uid: number, gid: number): Promise<void> {
  const now = await stat(path);
  if (now.uid === uid && now.gid === gid) return;
  try {
    await chown(path, uid, gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") throw error;
  }
}
