// The command lines of the tool that a server gets (unit.sh): the only words that are ever sent to its shell.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { OnChange } from "../systemd/impact/impactOf.ts";

/** Where the tool stands on a server. */
const folder = "/usr/local/lib/service-unit";

/** The tool itself. */
export const toolText = readFileSync(new URL("unit.sh", import.meta.url), "utf8");

/** What the tool on a server has to be, byte for byte. */
export const toolHash = createHash("sha256").update(toolText).digest("hex");

/** One word of a POSIX shell command line, sh(1): everything literal inside single quotes. */
export function shellWord(word: string): string {
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** A command line run as root: by sudo, which never asks for a password, unless the login is root already. */
function asRoot(login: string, ...words: string[]): string {
  const line = words.map(shellWord).join(" ");
  return login === "root" ? line : `sudo -n ${line}`;
}

/** Installs the tool from standard input, whole or not at all. `run` names this deployment of it. */
export function installToolCommand(login: string, run: string): string {
  const script =
    `set -eu; umask 022; d=${folder}; mkdir -p $d; cat >$d/unit.draft; chmod 755 $d/unit.draft; ` +
    `echo "$1  $d/unit.draft" | sha256sum --quiet -c -; mv -f $d/unit.draft $d/unit; echo "$2" >$d/run`;
  return asRoot(login, "sh", "-c", script, "install", toolHash, run);
}

export const uninstallToolCommand = (login: string): string => asRoot(login, `${folder}/unit`, "uninstall");

/** Makes the unit on standard input live; it has to stay up for `settleSec` seconds. */
export function applyCommand(login: string, unit: string, settleSec: number, run: string): string {
  return asRoot(login, `${folder}/unit`, "apply", unit, String(settleSec), run);
}

export const removeCommand = (login: string, unit: string): string => asRoot(login, `${folder}/unit`, "remove", unit);

/** Asks what is there, read only. A server without the tool answers nothing at all. */
export function factsCommand(login: string, units: readonly string[]): string {
  const ask = asRoot(login, `${folder}/unit`, "facts", toolHash, ...units);
  return `if [ -x ${folder}/unit ]; then ${ask}; fi`;
}

/** How the last line begins: what happens to a process that was started with something else. */
const verbs = { restart: "restarts", reload: "reloads", none: "runs on" } as const satisfies Record<OnChange, string>;

/**
 * The unit's text with two lines for the tool: whose it is, and what the running process was started with. As the last
 * lines they also prove that the text arrived whole, and in a diff the second one tells what becomes of the process.
 */
export function deployment(text: string, process: string, owner: string, onChange: OnChange = "restart"): string {
  return `${text}# service-unit: owner ${owner}\n# service-unit: ${verbs[onChange]} when this changes: ${process}\n`;
}
