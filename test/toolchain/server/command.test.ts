import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { mustRun, run } from "../../../toolchain/server/command.ts";

const source = new URL("../../../toolchain/server/command.ts", import.meta.url).href;
const linux = process.platform === "linux";

describe("run", () => {
  it("feeds the input and gives both outputs and the exit code", async () => {
    const script = "cat; echo oops >&2; exit 3";
    assert.deepEqual(await run(["sh", "-c", script], { stdin: "fed\n" }), {
      stdout: "fed\n",
      stderr: "oops\n",
      code: 3,
    });
  });

  it("gives the code of a killed program as a shell does", async () => {
    assert.equal((await run(["sh", "-c", "kill -TERM $$"])).code, 143);
  });

  it("does not mind a program that leaves its input unread", async () => {
    assert.equal((await run(["true"], { stdin: "x".repeat(1_000_000) })).code, 0);
  });

  it("rejects when there is no such program", async () => {
    await assert.rejects(run(["no-such-program"]), { code: "ENOENT", syscall: "spawn no-such-program" });
  });
});

describe("mustRun", () => {
  it("throws with the command, the exit code and its last words", async () => {
    await assert.rejects(
      mustRun(["sh", "-c", "echo no luck >&2; exit 4"]),
      new Error("sh -c echo no luck >&2; exit 4: exit code 4:\nno luck"),
    );
  });
});

describe("diesWithUs", () => {
  it("ends the command when the process that runs it is killed", { skip: !linux && "needs Linux" }, async () => {
    const script = `import { diesWithUs, run } from ${JSON.stringify(source)};
      const onLine = (line) => console.log(line);
      await run([...diesWithUs, "sh", "-c", "echo $$ >&2; exec sleep 60"], { onLine });`;
    const parent = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", script]);
    const pid = Number(await once(parent.stdout, "data"));
    assert.ok(existsSync(`/proc/${pid}`));
    parent.kill("SIGKILL");
    await once(parent, "exit");
    // A dead one may wait to be reaped, with no command line any more.
    const gone = (): boolean => !existsSync(`/proc/${pid}`) || readFileSync(`/proc/${pid}/cmdline`, "utf8") === "";
    for (let attempt = 0; attempt < 50 && !gone(); attempt++) await sleep(20);
    assert.ok(gone(), `process ${pid} lives on`);
  });
});
