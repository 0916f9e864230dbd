import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { runLogged, SetupError } from "../../toolchain/step.mjs";

const folder = mkdtempSync(join(tmpdir(), "service-unit-"));
after(() => rmSync(folder, { recursive: true }));
const log = join(folder, "logs", "a.log");
const options = { log, advice: "do that" };

describe("runLogged", () => {
  it("keeps all that a program prints in the log, and gives each line on", async () => {
    const lines: string[] = [];
    await runLogged("sh", ["-c", "echo one; echo two >&2"], { ...options, onLine: (line) => lines.push(line) });
    assert.deepEqual(lines.sort(), ["one", "two"]);
    assert.match(readFileSync(log, "utf8"), /one\n/);
    assert.match(readFileSync(log, "utf8"), /two\n/);
  });

  it("fails with the end of the log and the advice", async () => {
    const failed = runLogged("sh", ["-c", "seq 100; exit 3"], options);
    await assert.rejects(failed, (error: SetupError) => {
      assert.equal(error.advice, "do that");
      assert.ok(error.message.startsWith(`sh failed with exit code 3. The end of ${log}:\n    86\n`), error.message);
      return true;
    });
  });

  it("says so when there is no such program", async () => {
    const failed = runLogged("no-such-program", [], options);
    await assert.rejects(failed, /no-such-program could not be started \(spawn no-such-program ENOENT\)/);
  });

  it("waits at Ctrl-C until the program has ended, and ends one that doesn't", async () => {
    const began = Date.now();
    const running = runLogged("sh", ["-c", "trap '' INT; exec sleep 20"], options);
    setTimeout(() => process.kill(process.pid, "SIGINT"), 200);
    await assert.rejects(running, new SetupError("interrupted", "run this again: what is done is done"));
    const took = Date.now() - began;
    assert.ok(took > 1000 && took < 10_000, `took ${took} ms`);
  });
});
