import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { withLock } from "../lock.mjs";
import { cacheDir, fingerprint } from "../paths.mjs";
import { diesWithUs, mustRun, run } from "./command.ts";
import { hasProgram } from "./packages.ts";
import { removeTree } from "./removeTree.ts";

const suite = "bookworm";

/** Beyond the essential packages. Python is the whole one: bots use its json, urllib and http. */
const packages = [
  ...["systemd", "systemd-sysv", "libpam-systemd", "dbus", "openssh-server", "sudo", "procps"],
  ...["python3", "ca-certificates", "nano", "less"],
];

/** Merged from the start, where mmdebstrap can: the package that merges later brings the whole of Perl, 60 MB. */
const mergedUsr = "/usr/share/mmdebstrap/hooks/merged-usr";

/** What nobody looks for there: half of the files to copy for each server. */
const leftOut = [
  ...["/usr/share/man/*", "/usr/share/info/*", "/usr/share/locale/*", "/usr/share/doc/*"],
  ...["/usr/share/zoneinfo/posix/*", "/usr/share/zoneinfo/right/*"],
];

const script = fileURLToPath(new URL("rootfs.sh", import.meta.url));
const folder = join(cacheDir, "rootfs");

/**
 * The root file system that all servers of this recipe are copied from; it is made when this machine has none
 * yet (20 s). Another recipe has another name. Killed on the way, it leaves a ".new" that the next run clears.
 */
export async function ensureRootfs(onStep: (text: string) => void): Promise<string> {
  const recipe = fingerprint(suite, process.arch, ...packages, ...leftOut, readFileSync(script));
  const rootfs = join(folder, `${suite}-${recipe}`);
  if (existsSync(rootfs)) return rootfs;
  // 0700: it has programs that give root to whoever runs them.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await withLock(
    join(folder, ".lock"),
    async () => {
      if (existsSync(rootfs)) return;
      // Under the lock nobody is at work on these, so they are left over.
      for (const name of readdirSync(folder)) if (name.endsWith(".new")) await removeTree(join(folder, name));
      onStep(`making a Debian ${suite} root file system, once for all servers`);
      await build(`${rootfs}.new`, onStep);
      // On the disk before it counts as made: after a power cut an unwritten file would be an empty one.
      await mustRun(["sync", "--file-system", `${rootfs}.new`]);
      renameSync(`${rootfs}.new`, rootfs);
    },
    () => onStep("another run is making the root file system; waiting for it"),
  );
  return rootfs;
}

async function build(target: string, onStep: (text: string) => void): Promise<void> {
  // In namespaces of its own, so that neither a mount nor a process of it is left whatever ends it.
  const alone = [...diesWithUs, "unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"];
  const options = [
    "--mode=root",
    "--format=directory",
    "--variant=minbase",
    `--include=${packages.join(",")}`,
    ...leftOut.map((path) => `--dpkgopt=path-exclude=${path}`),
    ...(existsSync(mergedUsr) ? [`--hook-dir=${mergedUsr}`] : []),
    `--customize-hook=${script}`,
  ];
  await mustRun([...alone, "mmdebstrap", ...options, suite, target, ...(await machineSources())], {
    onLine: (line) => {
      const step = /^I: ((?:running apt-get|downloading|extracting|installing) .*?)\.*$/.exec(line)?.[1];
      if (step !== undefined) onStep(`root file system: ${step}`);
    },
  });
}

/** This machine's own Debian mirrors of the suite, as sources.list lines; none: mmdebstrap takes its default. */
async function machineSources(): Promise<string[]> {
  if (!hasProgram("apt-get")) return [];
  const format = "$(ORIGIN) $(RELEASE) $(COMPONENT) $(REPO_URI)";
  const { stdout, code } = await run(["apt-get", "indextargets", "--format", format, "Created-By: Packages"]);
  return code === 0 ? debianSources(stdout) : [];
}

/** Of "ORIGIN RELEASE COMPONENT URI" lines, those of Debian's `main` of the suite, its updates and security. */
export function debianSources(targets: string): string[] {
  const lines = targets.split("\n").flatMap((target) => {
    const [origin, release = "", component, uri = ""] = target.split(" ");
    const ours = origin === "Debian" && (release === suite || release.startsWith(`${suite}-`)) && component === "main";
    return ours && /^https?:/.test(uri) ? [`deb ${uri} ${release} main`] : [];
  });
  return lines.some((line) => line.endsWith(` ${suite} main`)) ? [...new Set(lines)] : [];
}
