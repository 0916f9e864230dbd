import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type CommandResult, run } from "./command.ts";

/** A program or a file that is needed of this machine, and the Debian package that brings it. */
export interface Need {
  readonly package: string;
  readonly program?: string;
  readonly file?: string;
}

/** What the throwaway server needs. */
const serverNeeds: readonly Need[] = [
  { package: "mmdebstrap", program: "mmdebstrap" },
  { package: "systemd-container", program: "systemd-nspawn" },
  { package: "openssh-client", program: "ssh" },
  { package: "mount", program: "mount" },
  { package: "util-linux", program: "flock" },
  { package: "util-linux", program: "unshare" },
  { package: "util-linux", program: "nsenter" },
  { package: "util-linux", program: "setpriv" },
  // Without it nothing that is downloaded could be verified; only Debian itself has it from the start.
  { package: "debian-archive-keyring", file: "/usr/share/keyrings/debian-archive-keyring.gpg" },
];

/** Whether a program of that name can be run from PATH. */
export function hasProgram(name: string): boolean {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** The packages that this machine lacks, each once. */
export function missingPackages(needs: readonly Need[] = serverNeeds): string[] {
  const missing = needs.filter(({ program, file }) =>
    program === undefined ? !existsSync(file ?? "") : !hasProgram(program),
  );
  return [...new Set(missing.map((need) => need.package))];
}

/**
 * Installs what is needed and this machine lacks; needs root and apt-get for that.
 * @param needs @default what the throwaway server needs
 * @param who Whose need that is, for the error.
 */
export async function ensurePackages(
  onStep: (text: string) => void,
  needs: readonly Need[] = serverNeeds,
  who = "the throwaway server",
): Promise<void> {
  const missing = missingPackages(needs);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !hasProgram("apt-get")) {
    const how = hasProgram("apt-get") ? "as root: apt-get install" : "with your package manager:";
    throw new Error(`${who} needs packages that are missing here; install them ${how} ${missing.join(" ")}`);
  }
  onStep(`installing Debian packages: ${missing.join(" ")}`);
  let result = await aptGet("install", ...missing);
  if (result.code !== 0) {
    // Mostly the lists of packages: never fetched, or so old that the versions in them are gone.
    onStep("updating the lists of Debian packages");
    await aptGet("update");
    onStep(`installing Debian packages: ${missing.join(" ")}`);
    result = await aptGet("install", ...missing);
  }
  const still = missingPackages(needs);
  if (still.length === 0) return;
  const words = (result.stderr.trim() || result.stdout.trim()).split("\n").slice(-8).join("\n");
  throw new Error(`apt-get could not install ${still.join(" ")} (exit code ${result.code}):\n${words}`);
}

function aptGet(verb: string, ...names: string[]): Promise<CommandResult> {
  const options = ["--yes", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120"];
  return run(["apt-get", verb, ...options, ...names], {
    env: { DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C.UTF-8" },
  });
}
