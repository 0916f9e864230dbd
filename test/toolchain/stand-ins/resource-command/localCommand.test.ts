import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, type TestContext, test } from "node:test";
import { runLocal } from "../../../../toolchain/stand-ins/resource-command/localCommand.ts";
import { archive, asset } from "../../../../toolchain/stand-ins/wire.ts";
import { fakeTask } from "./fakeTask.ts";

const nothing = { stdout: "", stderr: "" };

function folder(t: TestContext): string {
  const dir = mkdtempSync(join(tmpdir(), "local-command-"));
  t.after(() => rmSync(dir, { recursive: true }));
  return dir;
}

describe("runLocal", () => {
  test("gives both streams without their last newline, and shows their lines", async () => {
    const task = fakeTask();
    assert.deepEqual(await runLocal("printf 'a\\n\\n'; echo b >&2", { logging: "stdout" }, nothing, task), {
      stdout: "a\n",
      stderr: "b",
    });
    assert.deepEqual(task.shown, ["status: a", "status: "]);
  });

  test("hands over stdin, environment, folder and interpreter", async () => {
    const inputs = { stdin: "in", environment: { A: "a b" }, dir: "/usr", interpreter: ["/bin/sh", "-ec"] };
    const { stdout } = await runLocal('cat; printf " $A $PWD"; false; echo not', inputs, nothing, fakeTask()).catch(
      ({ message }: Error) => ({ stdout: message }),
    );
    assert.equal(stdout, 'exit status 1: running "cat; printf \\" $A $PWD\\"; false; echo not":\nin a b /usr');
  });

  test("hands over an earlier run's output, unless it shall not", async () => {
    const previous = { stdout: "1", stderr: "2" };
    const command = 'echo "$PULUMI_COMMAND_STDOUT,$PULUMI_COMMAND_STDERR"';
    assert.equal((await runLocal(command, {}, previous, fakeTask())).stdout, "1,2");
    assert.equal((await runLocal(command, { addPreviousOutputInEnv: false }, previous, fakeTask())).stdout, ",");
  });

  test("does not mind a command that doesn't read its stdin", async () => {
    assert.deepEqual(await runLocal("true", { stdin: "x".repeat(1_000_000) }, nothing, fakeTask()), nothing);
  });

  for (const [rule, command, inputs, message] of [
    [
      "an exit code, with both streams",
      "echo o; sleep 0.1; echo e >&2; exit 3",
      {},
      'exit status 3: running "echo o; sleep 0.1; echo e >&2; exit 3":\no\ne\n',
    ],
    ["a signal", "kill -9 $$", {}, 'signal: killed: running "kill -9 $$":\n'],
    [
      "a missing interpreter",
      "x",
      { interpreter: ["no-such"] },
      'exec: "no-such": executable file not found in $PATH: running "x":\n',
    ],
    [
      "a missing interpreter's path",
      "x",
      { interpreter: ["/no/such"] },
      'fork/exec /no/such: no such file or directory: running "x":\n',
    ],
    ["a missing folder", "x", { dir: "/no/such" }, 'chdir /no/such: no such file or directory: running "x":\n'],
  ] as const) {
    test(`reports ${rule}`, async () => {
      const given = inputs as unknown as Parameters<typeof runLocal>[1];
      await assert.rejects(runLocal(command, given, nothing, fakeTask()), { message });
    });
  }

  test("is killed by a cancel", async () => {
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 100);
    await assert.rejects(runLocal("exec sleep 30", {}, nothing, fakeTask(abort.signal)), {
      message: 'signal: killed: running "exec sleep 30":\n',
    });
    await assert.rejects(runLocal("true", {}, nothing, fakeTask(abort.signal)), {
      message: 'context canceled: running "true":\n',
    });
  });

  test("collects files as assets and as an archive, with the hashes that the engine gives them", async (t) => {
    const dir = folder(t);
    mkdirSync(join(dir, "sub"));
    writeFileSync(join(dir, "sub/b.txt"), "b\n");
    const made = asset(join(dir, "made.txt"), "73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac");
    const b = asset(join(dir, "sub/b.txt"), "0263829989b6fd954f72baaf2fc64bc2e2f01d692d4de72986ea808f6e99813f");
    const outputs = await runLocal(
      "echo x > made.txt",
      { dir, assetPaths: ["*.txt"], archivePaths: ["**"] },
      nothing,
      fakeTask(),
    );
    assert.deepEqual(outputs, {
      ...nothing,
      assets: { "made.txt": made },
      archive: archive(
        { "made.txt": made, "sub/b.txt": b },
        "b1e8d507363462be931d5ad09c1d7d18e64b21b56fbe6b714ae1d91f0ebd112a",
      ),
    });
  });
});
