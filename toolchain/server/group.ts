import { existsSync, readdirSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Where control groups live: one unified hierarchy, or systemd's own ones beside those of the controllers. */
const hierarchies = ["/sys/fs/cgroup", "/sys/fs/cgroup/unified", "/sys/fs/cgroup/systemd"];

/** Removes the control groups that a server whose processes have ended has left. */
export async function removeGroup(name: string): Promise<void> {
  for (const hierarchy of hierarchies) {
    const group = join(hierarchy, name);
    for (let attempt = 1; existsSync(group); attempt++) {
      try {
        removeTree(group);
      } catch (error) {
        // The kernel counts the ended processes out a little later.
        if ((error as NodeJS.ErrnoException).code !== "EBUSY" || attempt > 100) throw error;
        await sleep(20);
      }
    }
  }
}

function removeTree(group: string): void {
  for (const entry of readdirSync(group, { withFileTypes: true })) {
    if (entry.isDirectory()) removeTree(join(group, entry.name));
  }
  rmdirSync(group);
}
