// What systemd itself says to our units. Needs systemd's programs, but no booted systemd.
import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { loadStack } from "../../../stacks/loadStack.ts";
import { execLine } from "../../../systemd/grammar/execLine.ts";
import { environmentWord } from "../../../systemd/grammar/quote.ts";
import { renderUnit } from "../../../systemd/grammar/renderUnit.ts";
import { botUnit } from "../../../systemd/policy/botUnit.ts";
import { directives } from "../../../systemd/policy/parameters.ts";

const run = (command: string, ...args: string[]) => spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28 });

let root = "";
before(() => {
  root = mkdtempSync(join(tmpdir(), "service-unit-oracle-"));
  chmodSync(root, 0o755);
});
after(() => rmSync(root, { recursive: true }));

function write(file: string, text: string, mode: number): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text, { mode });
}

// From version 250 on it can be told to fail on warnings.
function analyzeMissing(): string | false {
  const version = Number(/^systemd ([0-9]+)/.exec(run("systemd-analyze", "--version").stdout ?? "")?.[1] ?? 0);
  return version >= 252 ? false : `systemd-analyze 252 or newer is not here (found ${version || "none"})`;
}

describe("systemd-analyze verify", { skip: analyzeMissing() }, () => {
  const verify = (unit: string, text: string): SpawnSyncReturns<string> => {
    write(`etc/systemd/system/${unit}`, text, 0o644);
    for (const [, program = ""] of text.matchAll(/^Exec[A-Za-z]+=(\/\S+)/gm)) write(program, "#!/bin/sh\n", 0o755);
    return run("systemd-analyze", "verify", "--man=no", "--recursive-errors=no", `--root=${root}`, unit);
  };

  const stacks = ["test/golden/lesson-bot.yaml", "test/golden/lesson-large.yaml"];
  for (const file of [...stacks, ...["local", "staging", "production"].map((name) => `stacks/${name}.yaml`)]) {
    for (const { name, unit, parameters } of loadStack(file).bots) {
      it(`has nothing to say to ${unit} of ${file}`, () => {
        const { status, stderr } = verify(unit, renderUnit(botUnit(name, parameters)));
        assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
      });
    }
  }

  it("knows every directive of the table, in its section, with a value of each kind", () => {
    const { name, unit, parameters } = loadStack("test/golden/every-parameter.yaml").bots[0] ?? assert.fail();
    assert.deepEqual(Object.keys(parameters).sort(), Object.keys(directives).sort());
    const { status, stderr } = verify(unit, renderUnit(botUnit(name, parameters)));
    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
  });

  it("does have something to say to a unit that is wrong", () => {
    const { status, stderr } = verify("wrong.service", "[Service]\nExecStart=/bin/x\nRestart=nonsense\n");
    assert.equal(status, 1);
    assert.match(stderr, /wrong\.service:3: Failed to parse .*nonsense/);
  });
});

// `systemd --test` loads units as PID 1 does and prints what it understood. It refuses to run as root.
const manager = "/lib/systemd/systemd";
const managerMissing =
  existsSync(manager) && process.getuid?.() === 0 && run("setpriv", "--version").status === 0
    ? false
    : "systemd and setpriv are not here, or this is not root";

describe("systemd --test", { skip: managerMissing }, () => {
  function understood(unit: string): string {
    write("units/oracle.service", unit, 0o644);
    const nobody = ["--reuid=65534", "--regid=65534", "--clear-groups"];
    const environment = [`HOME=${root}`, `SYSTEMD_UNIT_PATH=${join(root, "units")}:`];
    const args = [...nobody, "env", ...environment, manager, "--test", "--system", "--unit=oracle.service"];
    const { status, stdout, stderr } = run("setpriv", ...args);
    assert.equal(status, 0, stderr);
    return stdout.split("-> Unit ").find((part) => part.startsWith("oracle.service:")) ?? assert.fail("not loaded");
  }

  // The dump quotes as a shell does, with C escapes.
  function dumpedWords(line: string): string[] {
    const words = line.match(/(?:[^ "]|"(?:\\.|[^"\\])*")+/gs) ?? [];
    return words.map((word) => unescapeBytes(word.startsWith('"') ? word.slice(1, -1) : word));
  }

  const letters: Record<string, string> = { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };
  function unescapeBytes(text: string): string {
    const latin = Buffer.from(text).toString("latin1");
    const bytes = latin.replace(/\\([0-7]{3}|.)/gs, (_, code: string) =>
      /^[0-7]{3}$/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (letters[code] ?? code),
    );
    return Buffer.from(bytes, "latin1").toString("utf8");
  }

  const hostile = fc.constantFrom(..."\"'\\%$;#=[]{}~`&|<>* \t\n\r\u0001\u007f\u0085\u00a0\u2028\ufffeaxn0é👋");
  const argument = fc.string({ unit: fc.oneof(hostile, fc.string({ unit: "binary", minLength: 1, maxLength: 1 })) });
  const carried = (text: string) => !text.includes("\0") && !/\p{Surrogate}/u.test(text);

  it("gets each of 500 random lists of words as it was", () => {
    const commands = fc.sample(fc.array(argument.filter(carried), { maxLength: 6 }), { numRuns: 500, seed: 7 });
    const lines = commands.map((words) => `ExecStartPre=${execLine(["/bin/echo", ...words])}\n`);
    const dump = understood(`[Service]\n${lines.join("")}ExecStart=/bin/true\n`);
    const got = Array.from(dump.matchAll(/Command Line: ([^\n]*)/g), ([, line = ""]) => dumpedWords(line));
    // A pair of dollars becomes one only when the process starts.
    const wanted = commands.map((words) => ["/bin/echo", ...words.map((word) => word.replaceAll("$", "$$$$"))]);
    assert.deepEqual(got, [...wanted, ["/bin/true"]]);
  });

  it("gets each of 500 random variables as it was", () => {
    const values = fc.sample(
      argument.filter((text) => carried(text) && !/[\n\r]|\p{Noncharacter_Code_Point}/u.test(text)),
      { numRuns: 500, seed: 7 },
    );
    const lines = values.map((value, index) => `Environment=${environmentWord(`V${index}`, value)}\n`);
    const dump = understood(`[Service]\n${lines.join("")}ExecStart=/bin/true\n`);
    const got = dump.split("\n\t\tEnvironment: ").slice(1, values.length + 1);
    const last = got.pop() ?? "";
    assert.deepEqual(
      [...got, last.slice(0, last.indexOf("\n"))],
      values.map((value, index) => `V${index}=${value}`),
    );
  });
});
