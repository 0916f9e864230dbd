// Whether our reader sees in a file what systemd's own sees. Needs systemd's programs, but no booted systemd.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { parseUnit } from "../../../systemd/grammar/parseUnit.ts";
import { renderUnit } from "../../../systemd/grammar/renderUnit.ts";
import { hostileFile } from "./hostileText.ts";
import { type Dump, managerDump, managerMissing } from "./managerDump.ts";

// What comes before makes a service of it that can be loaded.
const head = Buffer.from("[Service]\nType=oneshot\nExecStart=/bin/true\n[Unit]\nDefaultDependencies=no\n");
const count = 1500;

// Their order is that of a hash table, or they tell of the run.
const unstable = /Timestamp|Monotonic|Fragment Path|CGroup|Invocation|-> Job/;
const ordered = /Condition|Command Line|Description/;

/** What the manager understood, where it can be compared. */
function meaning({ units, messages }: Dump, name: string): unknown {
  const lines = (units.get(name) ?? "").split("\n").filter((line) => line.trim() !== "" && !unstable.test(line));
  // What we keep as a comment is no more complained about.
  const silent = /Missing|Assignment outside|Unknown key '[#;]|Unknown section ''/;
  const said = messages.filter((line) => line.startsWith(`${name}:`) && !silent.test(line));
  return {
    lines: [...lines].sort(),
    inOrder: lines.filter((line) => ordered.test(line)),
    said: said.map((line) => line.replace(/:[0-9]+:/, ":")),
  };
}

const byName = <T>(items: readonly T[]): Map<string, T> => new Map(items.map((item, at) => [`u${at}.service`, item]));

describe("systemd --test", { skip: managerMissing }, () => {
  const files = fc.sample(hostileFile, { numRuns: count, seed: 4 }).map((file) => Buffer.concat([head, file]));
  const parsed = files.map((file) => parseUnit(file));
  let dump: Dump;

  it(`loads of ${count} hostile files just those that we say it loads`, () => {
    dump = managerDump(byName(files));
    const loaded = { yes: 0, no: 0 };
    for (const [at, { loads }] of parsed.entries()) {
      const state = /Unit Load State: (\S+)/.exec(dump.units.get(`u${at}.service`) ?? "")?.[1];
      // A setting may be so bad that the rest is not read any more.
      if (state === "bad-setting") continue;
      loaded[loads ? "yes" : "no"] += 1;
      assert.equal(state, loads ? "loaded" : "error", `${JSON.stringify(files[at]?.toString())}`);
    }
    assert.ok(loaded.yes > count / 2 && loaded.no > count / 10, JSON.stringify(loaded));
  });

  it("understands the same by them once they are read and rendered", () => {
    const loading = byName(parsed.map(({ loads, unit }) => (loads ? renderUnit(unit) : undefined)));
    const after = managerDump(new Map([...loading].filter((pair): pair is [string, string] => pair[1] !== undefined)));
    for (const [at, { loads }] of parsed.entries()) {
      const name = `u${at}.service`;
      if (!loads || /bad-setting/.test(dump.units.get(name) ?? "")) continue;
      assert.deepEqual(meaning(after, name), meaning(dump, name), `${JSON.stringify(files[at]?.toString())}`);
    }
  });

  it("sees lines and their ends as we do, up to the longest one", () => {
    const unit = (description: string) => `${head}Description=${description}\nCollectMode=inactive\n`;
    const longest = 1_048_575 - "Description=".length;
    const joined = `${"a".repeat(1000)}\\\n${"b".repeat(longest - 1000)}`;
    const some = new Map([
      ["longest.service", unit("a".repeat(longest))],
      ["longer.service", unit("a".repeat(longest + 1))],
      ["joined.service", unit(joined)],
      ["joined-longer.service", unit(`${joined}b`)],
      ["zero.service", ""],
      ["blank.service", "\n"],
    ]);
    const dumped = managerDump(some).units;
    const states = [...some].map(([name, text]) => {
      const state = /Unit Load State: (\S+)/.exec(dumped.get(name) ?? "")?.[1];
      return [name, state ?? "masked", parseUnit(text).loads];
    });
    assert.deepEqual(states, [
      ["longest.service", "loaded", true],
      ["longer.service", "error", false],
      ["joined.service", "loaded", true],
      ["joined-longer.service", "error", false],
      ["zero.service", "masked", false],
      ["blank.service", "bad-setting", true],
    ]);
    // The joined line is a byte longer than a line may be, and still comes through.
    const rendered = renderUnit(parseUnit(some.get("joined.service") ?? "").unit);
    const again = managerDump(new Map([["joined.service", rendered]]));
    assert.match(again.units.get("joined.service") ?? "", new RegExp(`Description: a{1000} b{${longest - 1000}}\n`));
  });
});
