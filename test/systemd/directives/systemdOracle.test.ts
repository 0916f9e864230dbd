// What the systemd of this machine says to the words of the enumerations. Needs systemd's programs, but no booted systemd.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { directive, directivesOf } from "../../../systemd/directives/directive.ts";
import { enumeration } from "../../../systemd/directives/enumerations.ts";

const version = Number(
  /^systemd ([0-9]+)/.exec(spawnSync("systemd-analyze", ["--version"], { encoding: "utf8" }).stdout ?? "")?.[1] ?? 0,
);
// Older versions have other messages and options.
const skip = version >= 252 ? false : `systemd-analyze 252 or newer is not here (found ${version || "none"})`;

const folder = mkdtempSync(join(tmpdir(), "service-unit-words-"));
after(() => rmSync(folder, { recursive: true }));

interface Line {
  readonly text: string;
  readonly fits: boolean;
}

/** The lines that systemd says anything to, in a unit of one section. */
function complaints(unit: string, section: string, lines: readonly Line[]): string[] {
  const file = join(folder, unit);
  writeFileSync(file, [`[${section}]`, ...lines.map(({ text }) => text), ""].join("\n"));
  const args = ["verify", "--man=no", "--recursive-errors=no", file];
  const { stderr } = spawnSync("systemd-analyze", args, { encoding: "utf8", maxBuffer: 2 ** 26 });
  const numbers = [...stderr.matchAll(/^[^:\n]+:(\d+): /gm)].map(([, number]) => Number(number));
  return [...new Set(numbers)].sort((a, b) => a - b).map((number) => lines[number - 2]?.text ?? `line ${number}`);
}

/** Each directive of a section that takes a word, with each word of its enumeration and one that is none. */
function wordLines(section: string): Line[] {
  return directivesOf(section).flatMap((name) => {
    const row = directive(section, name);
    const known = row && row.since <= version && version < (row.until ?? Number.POSITIVE_INFINITY);
    if (!known || (row.type !== "choice" && row.type !== "switch")) return [];
    const isKnown = (since: number, until = Number.POSITIVE_INFINITY) => since <= version && version < until;
    return [
      ...enumeration(row.args[0] ?? "").map(({ word, since, until, obsolete }) => ({
        text: `${name}=${word}`,
        fits: isKnown(since, until) && obsolete === undefined,
      })),
      { text: `${name}=poem`, fits: false },
    ];
  });
}

describe("systemd-analyze verify", { skip }, () => {
  for (const [section, unit] of [
    ["Unit", "u.service"],
    ["Service", "v.service"],
    ["Socket", "w.socket"],
  ] as const)
    it(`takes the words of [${section}] that it is said to know, and no others`, () => {
      const lines = wordLines(section);
      const wrong = lines.filter(({ fits }) => !fits).map(({ text }) => text);
      assert.ok(wrong.length > 0 && lines.length > 2 * wrong.length);
      assert.deepEqual(complaints(unit, section, lines), wrong);
    });
});
