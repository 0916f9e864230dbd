import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { withLock } from "../../toolchain/lock.mjs";

const folder = mkdtempSync(join(tmpdir(), "service-unit-"));
after(() => rmSync(folder, { recursive: true }));
const source = new URL("../../toolchain/lock.mjs", import.meta.url).href;

describe("withLock", { skip: process.platform !== "linux" && "only Linux has flock(1)" }, () => {
  it("lets one at a time work, and tells the others that they wait", async () => {
    const file = join(folder, "one");
    const log: string[] = [];
    const work = (name: string) => async (): Promise<string> => {
      log.push(`${name} begins`);
      await sleep(500);
      log.push(`${name} ends`);
      return name;
    };
    const first = withLock(file, work("first"));
    await sleep(100);
    const second = withLock(file, work("second"), () => log.push("second waits"));
    assert.deepEqual(await Promise.all([first, second]), ["first", "second"]);
    assert.deepEqual(log, ["first begins", "second waits", "first ends", "second begins", "second ends"]);
  });

  it("is free again after work that throws", async () => {
    const file = join(folder, "throws");
    await assert.rejects(
      withLock(file, () => Promise.reject(new Error("work failed"))),
      new Error("work failed"),
    );
    assert.equal(await withLock(file, async () => "free"), "free");
  });

  it("is free again after its holder was killed, and not before", async () => {
    const file = join(folder, "killed");
    const script = `import { withLock } from ${JSON.stringify(source)};
      await withLock(${JSON.stringify(file)}, async () => {
        console.log("locked");
        await new Promise((resolve) => setTimeout(resolve, 60000));
      });`;
    const holder = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", script]);
    await once(holder.stdout, "data");
    let waited = false;
    const next = withLock(
      file,
      async () => "free",
      () => {
        waited = true;
        holder.kill("SIGKILL");
      },
    );
    assert.equal(await next, "free");
    assert.equal(waited, true);
  });
});
