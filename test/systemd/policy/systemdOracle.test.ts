// What systemd itself says to units by policy. Needs systemd-analyze, but no booted systemd.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { loadStack } from "../../../stacks/loadStack.ts";
import { renderUnit } from "../../../systemd/grammar/renderUnit.ts";
import { botUnit } from "../../../systemd/policy/botUnit.ts";
import { parameterDirectives } from "../../../systemd/policy/parameterDirectives.ts";

const run = (command: string, ...args: string[]) => spawnSync(command, args, { encoding: "utf8" });

let root = "";
before(() => {
  root = mkdtempSync(join(tmpdir(), "service-unit-policy-"));
});
after(() => rmSync(root, { recursive: true }));

// From version 250 on it can be told to fail on warnings.
function analyzeMissing(): string | false {
  const version = Number(/^systemd ([0-9]+)/.exec(run("systemd-analyze", "--version").stdout ?? "")?.[1] ?? 0);
  return version >= 252 ? false : `systemd-analyze 252 or newer is not here (found ${version || "none"})`;
}

describe("systemd-analyze", { skip: analyzeMissing() }, () => {
  function write(file: string, text: string, mode: number): void {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text, { mode });
  }

  function verify(unit: string, text: string): { status: number | null; stderr: string } {
    write(`etc/systemd/system/${unit}`, text, 0o644);
    for (const [, program = ""] of text.matchAll(/^Exec(?:Condition|Start|Stop|Reload)[A-Za-z]*=[-@:+!]*(\/\S+)/gm))
      write(program, "#!/bin/sh\n", 0o755);
    const { status, stderr } = run(
      ...(["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", `--root=${root}`, unit] as const),
    );
    return { status, stderr };
  }

  const goldens = ["lesson-bot", "lesson-large", "good-bot"].map((name) => `test/golden/${name}.yaml`);
  for (const file of [...goldens, ...["local", "staging", "production"].map((name) => `stacks/${name}.yaml`)]) {
    it(`has nothing to say to the units of ${file}`, () => {
      for (const { name, unitName, parameters } of loadStack(file).bots) {
        assert.deepEqual(verify(unitName, renderUnit(botUnit(name, parameters))), { status: 0, stderr: "" });
      }
    });
  }

  it("knows every parameter's directive, in its section, with a value of its kind", () => {
    const { name, unitName, parameters } = loadStack("test/golden/every-parameter.yaml").bots[0] ?? assert.fail();
    assert.deepEqual(Object.keys(parameters).sort(), [...parameterDirectives.keys()].sort());
    assert.deepEqual(verify(unitName, renderUnit(botUnit(name, parameters))), { status: 0, stderr: "" });
  });

  it("does have something to say to a unit that is wrong", () => {
    const { status, stderr } = verify("wrong.service", "[Service]\nExecStart=/bin/x\nRestart=nonsense\n");
    assert.equal(status, 1);
    assert.match(stderr, /wrong\.service:3: Failed to parse .*nonsense/);
  });

  it("gives a bot under hardening: safe 4.0 at most, and one without it more than 9", () => {
    const exposed = (limit: number, unit: string) =>
      run("systemd-analyze", "security", "--offline=yes", "--no-pager", `--threshold=${limit}`, join(root, unit));
    const bot = { user: "bot", execStart: "/bin/bot" } as const;
    for (const [unit, parameters] of [
      ["plain.service", bot],
      ["safe.service", { ...bot, hardening: "safe" }],
    ] as const) {
      write(unit, renderUnit(botUnit("bot", parameters)), 0o644);
    }
    assert.equal(exposed(40, "safe.service").status, 0, exposed(40, "safe.service").stdout);
    assert.equal(exposed(90, "plain.service").status, 1);
  });
});
