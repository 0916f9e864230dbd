// Whether systemd itself minds what we mind. Needs systemd's programs, but no booted systemd.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { nameCases } from "./nameCases.ts";
import type { RuleCase } from "./ruleCase.ts";
import { unusableCases } from "./unusableCases.ts";
import { unusableServiceCases } from "./unusableServiceCases.ts";

const version = Number(
  /^systemd ([0-9]+)/.exec(spawnSync("systemd-analyze", ["--version"]).stdout?.toString() ?? "")?.[1] ?? 0,
);
const skip = version >= 252 ? false : `systemd-analyze 252 or newer is not here (found ${version || "none"})`;

const named = ({ file }: RuleCase) => file ?? "echo.service";
// A drop-in can't be verified alone, and a directive that this systemd doesn't know can't be judged.
const cases = [...nameCases, ...unusableServiceCases, ...unusableCases].filter(
  (each) => !named(each).includes("/") && (each.systemd ?? 252) <= version,
);

// Its words for what it passes over and for what it does not load. What it has given up is a warning of ours, whatever it says.
const minding =
  /Unknown (?:key|section)(?! 'ConditionNull')|Refusing|do not match|failed to load properly|not normalized, ignoring/;

describe("systemd", { skip }, () => {
  let root = "";
  before(() => {
    root = mkdtempSync(join(tmpdir(), "service-unit-lint-"));
  });
  after(() => rmSync(root, { recursive: true }));

  const write = (path: string, text: string, mode: number) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { mode });
  };

  for (const [index, each] of cases.entries()) {
    const minds = each.findings.some((finding) => finding.includes(" error: "));
    it(`${minds ? "minds" : "doesn't mind"} a unit with ${each.shows}`, () => {
      const folder = join(root, `${index}`);
      const text = `${(each.lines as readonly string[]).join("\n")}\n`;
      const others = ["a.service", "b.service", "echo.service"].filter((name) => name !== named(each));
      for (const name of others) write(`${index}/etc/systemd/system/${name}`, "[Service]\nExecStart=/bin/a\n", 0o644);
      write(`${index}/etc/systemd/system/${named(each)}`, text, 0o644);
      for (const [program] of `/bin/a ${text}`.matchAll(/\/(?:usr\/)?bin\/\S+/g))
        write(`${index}${program}`, "#!/bin/sh\n", 0o755);
      const options = ["--man=no", "--recursive-errors=yes", `--root=${folder}`];
      const { stderr } = spawnSync("systemd-analyze", ["verify", ...options, "--", named(each)], { encoding: "utf8" });
      assert.equal(minding.test(stderr), minds, stderr);
    });
  }
});
