import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Directive } from "../../../systemd/directives/directive.ts";
import { checkValue } from "../../../systemd/values/checkValue.ts";
import type { Verdict } from "./onPurpose.ts";

const kinds: Readonly<Record<string, string>> = {
  ...{ Unit: "service", Service: "service", Socket: "socket", Timer: "timer", Path: "path" },
  ...{ Mount: "mount", Automount: "automount", Swap: "swap", Slice: "slice" },
};
const perRun = 2000;

/** Why there is no such oracle here; false if there is one. */
export function systemdMissing(): string | false {
  const found = /^systemd ([0-9]+)/.exec(spawnSync("systemd-analyze", ["--version"]).stdout?.toString() ?? "")?.[1];
  return found === "252" ? false : `systemd-analyze 252 is not here (found ${found ?? "none"})`;
}

/** What we and systemd 252 say to each value: a unit for each, for a bad one may keep systemd from reading on. */
export function verdictsOn(values: readonly (readonly [Directive, string])[]): Verdict[] {
  const folder = mkdtempSync(join(tmpdir(), "service-unit-values-"));
  try {
    const files = values.map(([{ section, name }, text], index) => {
      const file = `v${index}.${kinds[section]}`;
      writeFileSync(join(folder, file), `[${section}]\n${name}=${text}\n`);
      return file;
    });
    const named = ([{ type }]: (typeof values)[number]) => /^(?:units?|service|sockets|slice)$/.test(type);
    const complaints = new Map(
      [true, false].flatMap((looksAround) => {
        const these = files.filter((_, index) => values[index] && named(values[index]) === looksAround);
        return [...complaintsAbout(folder, these, looksAround)];
      }),
    );
    return values.map(([directive, text], index) => {
      const theirs = complaints.get(files[index] ?? "");
      const ours = checkValue(directive, text, 252);
      return { directive, text, ...(ours && { ours }), ...(theirs !== undefined && { theirs }) };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// By file, what systemd has to say to its second line. Only when it may look at other units it minds their names.
function complaintsAbout(folder: string, files: readonly string[], looksAround: boolean): Map<string, string> {
  const complaints = new Map<string, string>();
  for (let from = 0; from < files.length; from += perRun) {
    const paths = files.slice(from, from + perRun).map((file) => join(folder, file));
    const args = ["verify", "--man=no", `--recursive-errors=${looksAround ? "yes" : "no"}`, "--", ...paths];
    const { stderr } = spawnSync("systemd-analyze", args, { encoding: "utf8", maxBuffer: 1 << 28 });
    for (const [, file = "", text = ""] of stderr.matchAll(/\/(v[0-9]+\.[a-z]+):2: (.*)/g)) {
      if (!complaints.has(file)) complaints.set(file, text);
    }
  }
  return complaints;
}
