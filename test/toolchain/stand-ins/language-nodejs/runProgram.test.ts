import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import type { ProgramRun } from "../../../../toolchain/stand-ins/language-nodejs/nodeCommand.ts";
import { ProgramProcess } from "../../../../toolchain/stand-ins/language-nodejs/programProcess.ts";
import { runProgram } from "../../../../toolchain/stand-ins/language-nodejs/runProgram.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "program-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A run whose SDK does what `script` says in place of the program. */
function runOf(script: string): ProgramRun {
  const runner = join(folder, "node_modules/@pulumi/pulumi/cmd/run");
  mkdirSync(runner, { recursive: true });
  writeFileSync(join(runner, "index.js"), script);
  return {
    organization: "",
    project: "p",
    stack: "s",
    rootDirectory: folder,
    programDirectory: folder,
    entryPoint: ".",
    args: [],
    dryRun: false,
    parallel: 0,
    monitorAddress: "m",
    engineAddress: "e",
    config: [],
    secretKeys: [],
  };
}

describe("runProgram", () => {
  it("tells success, a failure that was shown, and a failure that was not", async () => {
    const outcome = (script: string) => runProgram(runOf(script), {}, new ProgramProcess());
    assert.deepEqual(await outcome(""), {});
    assert.deepEqual(await outcome("process.exit(32)"), { bail: true });
    assert.deepEqual(await outcome("process.exit(3)"), { error: "Program exited with non-zero exit code: 3" });
    assert.deepEqual(await outcome("process.kill(process.pid, 'SIGKILL')"), {
      error: "Program exited with non-zero exit code: -1 (SIGKILL)",
    });
  });

  it("gives the program its environment and arguments", async () => {
    const file = join(folder, "seen");
    const script = `require("fs").writeFileSync(${JSON.stringify(file)}, process.env.PULUMI_CONFIG + process.argv.slice(2, 4))`;
    const run = { ...runOf(script), config: [["p:key", "value"]] } as const;
    assert.deepEqual(await runProgram(run, {}, new ProgramProcess()), {});
    assert.equal(readFileSync(file, "utf8"), '{"p:config:key":"value"}--monitor,m');
  });

  it("says that the SDK is missing", async () => {
    const run = { ...runOf(""), programDirectory: join(folder, "..") };
    assert.deepEqual(await runProgram(run, {}, new ProgramProcess()), {
      error: "It looks like the Pulumi SDK has not been installed. Have you run pulumi install?",
    });
  });

  it("says which option is wrong", async () => {
    assert.deepEqual(await runProgram(runOf(""), { nodeargs: 1 }, new ProgramProcess()), {
      error: "nodeargs option must be a string",
    });
  });
});

/** A process that ended counts as gone, whether its parent has taken notice or not. */
function isRunning(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  return existsSync(stat) && !/\) Z /.test(readFileSync(stat, "utf8"));
}

describe("ProgramProcess", () => {
  async function started(script: string): Promise<{ program: ProgramProcess; end: Promise<unknown>; pid: number }> {
    const file = join(folder, "pid");
    writeFileSync(file, "");
    const program = new ProgramProcess();
    const mark = `require("fs").writeFileSync(${JSON.stringify(file)}, String(process.pid));`;
    const end = program.run(process.execPath, ["-e", `${script};${mark};setTimeout(() => {}, 30_000)`], process.env);
    while (readFileSync(file, "utf8") === "") await wait(20);
    return { program, end, pid: Number(readFileSync(file, "utf8")) };
  }

  it("ends a program by SIGINT", async () => {
    const { program, end } = await started("");
    await program.stop();
    assert.deepEqual(await end, { code: -1, signal: "SIGINT" });
  });

  it("kills a program that ignores SIGINT, after 4 s", async () => {
    const { program, end } = await started("process.on('SIGINT', () => {})");
    const began = Date.now();
    await program.stop();
    assert.deepEqual(await end, { code: -1, signal: "SIGKILL" });
    assert.ok(Date.now() - began >= 3900, `${Date.now() - began} ms`);
  });

  it("ends the program's own children too", async () => {
    const script = `const child = require("child_process").spawn("sleep", ["30"], { stdio: "ignore" })
      require("fs").writeFileSync(${JSON.stringify(join(folder, "child"))}, String(child.pid))`;
    const { program, end } = await started(script);
    const child = Number(readFileSync(join(folder, "child"), "utf8"));
    assert.equal(isRunning(child), true);
    await program.stop();
    await end;
    for (let tries = 0; tries < 100 && isRunning(child); tries++) await wait(20);
    assert.equal(isRunning(child), false);
  });

  it("starts nothing after it was stopped", async () => {
    const program = new ProgramProcess();
    await program.stop();
    await assert.rejects(program.run(process.execPath, ["-e", ""], {}), {
      message: "the engine is ending this run",
    });
  });
});
