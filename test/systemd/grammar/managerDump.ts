// `systemd --test` loads units as PID 1 does and prints what it understood. It refuses to run as root.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const manager = "/lib/systemd/systemd";

/** Why it can't be asked here; false where it can. */
export const managerMissing =
  existsSync(manager) && process.getuid?.() === 0 && spawnSync("setpriv", ["--version"]).status === 0
    ? false
    : "systemd and setpriv are not here, or this is not root";

export interface Dump {
  /** What the manager knows of a unit, by name. */
  readonly units: ReadonlyMap<string, string>;
  /** What it said while loading, line by line. */
  readonly messages: readonly string[];
}

/** Loads the unit files, by name, in an empty folder. */
export function managerDump(files: ReadonlyMap<string, string | Uint8Array>): Dump {
  const folder = mkdtempSync(join(tmpdir(), "service-unit-dump-"));
  try {
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, "units"));
    for (const [name, content] of files) writeFileSync(join(folder, "units", name), content);
    const wants = [...files.keys()].map((name) => `Wants=${name}\n`).join("");
    writeFileSync(join(folder, "units/oracle.target"), `[Unit]\nDefaultDependencies=no\n${wants}`);
    return ask(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function ask(folder: string): Dump {
  const nobody = ["--reuid=65534", "--regid=65534", "--clear-groups"];
  const environment = [`HOME=${folder}`, `SYSTEMD_UNIT_PATH=${join(folder, "units")}:`];
  const args = [...nobody, "env", ...environment, manager, "--test", "--system", "--unit=oracle.target"];
  const { status, stdout, stderr } = spawnSync("setpriv", args, { encoding: "utf8", maxBuffer: 1 << 29 });
  assert.equal(status, 0, stderr);
  const parts = stdout.split("-> By jobs:")[0]?.split("-> Unit ").slice(1) ?? [];
  const units = new Map(parts.map((part) => [part.slice(0, part.indexOf(":\n")), part] as const));
  return { units, messages: stderr.replaceAll(`${folder}/units/`, "").split("\n") };
}
