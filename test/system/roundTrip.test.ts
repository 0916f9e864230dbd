// What a process really gets: the real systemd of a server reads our lines and starts it, and the kernel tells what it was given.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { renderEnvironmentFile } from "../../systemd/grammar/environmentFile.ts";
import { execLine } from "../../systemd/grammar/execLine.ts";
import { environmentProblem, environmentWord } from "../../systemd/grammar/quote.ts";
import { renderUnit } from "../../systemd/grammar/renderUnit.ts";
import type { Entry } from "../../systemd/unit.ts";
import { removeServer, startServer } from "../../toolchain/server/server.ts";
import { hostileText, isArgument } from "../systemd/grammar/hostileText.ts";
import { skipWithoutServer } from "./fixture.ts";
import { Guest } from "./guest.ts";

const count = 1000;
const wordsALine = 10;

describe("a process on a real server", { skip: skipWithoutServer }, () => {
  const name = "test-round-trip";
  let guest: Guest;

  before(async () => {
    await removeServer(name);
    guest = new Guest(await startServer(name));
    // As the kernel had it when the process began: words with a NUL after each.
    await guest.sh("cat >/run/dump", "cat /proc/$$/cmdline >>/run/argv\ncat /proc/$$/environ >/run/environ\n");
  });
  after(() => removeServer(name));

  /** Starts a service with these lines, and gives what its processes were given. */
  async function run(entries: readonly Entry[]): Promise<{ argv: string[]; environ: string[] }> {
    const unit = renderUnit([{ name: "Service", entries: [["Type", "oneshot"], ...entries] }]);
    const script =
      "rm -f /run/argv /run/environ; cat >/run/systemd/system/dump.service; systemctl daemon-reload; systemctl start dump";
    await guest.sh(script, unit);
    const read = async (file: string) => {
      const bytes = Buffer.from(await guest.sh(`base64 -w0 ${file}`), "base64");
      // Every text is compared as bytes in the end: what is no UTF-8 would show as U+FFFD, which the other side doesn't have there.
      return bytes.toString("utf8").split("\0").slice(0, -1);
    };
    return { argv: await read("/run/argv"), environ: await read("/run/environ") };
  }

  it(`gets ${count} hostile arguments as they were`, async () => {
    const words = fc.sample(hostileText.filter(isArgument), { numRuns: count, seed: 11 });
    const entries: Entry[] = [];
    const wanted: string[] = [];
    for (let at = 0; at < count; at += wordsALine) {
      const some = words.slice(at, at + wordsALine);
      // A colon turns off the expansion of `$`, so it is written in another way.
      const program = at % (2 * wordsALine) === 0 ? "/bin/sh" : ":/bin/sh";
      entries.push(["ExecStart", execLine([program, "/run/dump", ...some])]);
      wanted.push("/bin/sh", "/run/dump", ...some);
    }
    assert.deepEqual((await run(entries)).argv, wanted);
  });

  const values = fc.sample(
    hostileText.filter((text) => isArgument(text) && !environmentProblem(text)),
    { numRuns: count, seed: 12 },
  );
  const variables = values.map((value, at) => [`V${at}`, value] as const);
  const dump: Entry = ["ExecStart", "/bin/sh /run/dump"];
  const ours = (environ: readonly string[]) => environ.filter((one) => /^V[0-9]+=/.test(one)).sort();
  const wanted = variables.map(([key, value]) => `${key}=${value}`).sort();

  it(`gets ${count} hostile values of Environment= as they were`, async () => {
    const lines = variables.map(([key, value]): Entry => ["Environment", environmentWord(key, value)]);
    assert.deepEqual(ours((await run([...lines, dump])).environ), wanted);
  });

  it(`gets ${count} hostile values of an environment file as they were`, async () => {
    await guest.sh("cat >/run/dump.env", renderEnvironmentFile(variables));
    assert.deepEqual(ours((await run([["EnvironmentFile", "/run/dump.env"], dump])).environ), wanted);
  });
});
