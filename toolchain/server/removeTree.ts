import { existsSync, readFileSync } from "node:fs";
import { diesWithUs, mustRun } from "./command.ts";

/** Removes a folder and all in it. What is mounted there is unmounted first, and otherwise left alone. */
export async function removeTree(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  await unmountAll(folder);
  await mustRun([...diesWithUs, "rm", "--recursive", "--force", "--one-file-system", folder]);
}

/** The mount points at or under a folder, the innermost first. */
export function mountsUnder(folder: string, mountinfo: string): string[] {
  const points = mountinfo.split("\n").flatMap((line) => line.split(" ")[4] ?? []);
  const decoded = points.map((point) =>
    point.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8))),
  );
  return decoded.filter((point) => point === folder || point.startsWith(`${folder}/`)).reverse();
}

async function unmountAll(folder: string): Promise<void> {
  for (const point of mountsUnder(folder, readFileSync("/proc/self/mountinfo", "utf8")))
    await mustRun(["umount", point]);
}
