// The command as a process: streams and exit codes.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, it } from "node:test";
import { unitFiles } from "./unitFiles.ts";

const command = "node --import tsx commands/unit.ts";

function shell(line: string, input?: string | Uint8Array) {
  const { status, stdout, stderr } = spawnSync("bash", ["-o", "pipefail", "-c", line], {
    encoding: "utf8",
    input: input ?? "",
  });
  return { out: stdout, err: stderr, code: status };
}

describe("npm run unit", () => {
  const { write } = unitFiles();

  it("reads a unit from standard input, a service unless told otherwise", () => {
    const timer = "[Timer]\nOnCalendar=often\n";
    assert.deepEqual(shell(`${command} lint --name echo.timer -`, timer), {
      out: '-:2:12: error: wrong-value: OnCalendar: expected a calendar event like "daily" or "Mon *-*-* 04:00", received "often"\n',
      err: "1 error in 1 file\n",
      code: 1,
    });
    assert.match(shell(`${command} lint -`, timer).out, /^-:1:1: error: unknown-section: \[Timer\] is for timer units/);
  });

  it("formats standard input", () => {
    assert.deepEqual(shell(`${command} fmt -`, "[Unit]\nA = b"), { out: "[Unit]\nA=b\n", err: "", code: 0 });
  });

  it("has findings for bytes of all sorts", () => {
    const hostile = Buffer.from(`[Service]\0\r\xff${"x".repeat(2 ** 20 + 9)}`, "latin1");
    const { out, err, code } = shell(`${command} lint -`, hostile);
    assert.deepEqual([code, err], [1, `${out.split("\n").length - 1} errors in 1 file\n`]);
    assert.match(out, /^-:3:1: error: bad-encoding: the line is not UTF-8/m);
    assert.match(out, /^-:3:1: error: long-line: a line of 1048586 bytes/m);
  });

  it("is quiet when its reader stops early", () => {
    const file = write("many.service", ["[Service]", ...Array.from({ length: 20_000 }, (_, index) => `Foo${index}=1`)]);
    const { out, err } = shell(`${command} lint ${file} 2>&1 | head -n 1`);
    assert.match(out, /^.*:1:1: error: unusable: no ExecStart=, so systemd refuses the unit\n$/);
    assert.equal(err, "");
    const all = shell(`{ ${command} lint ${file}; echo "code $?" >&2; } | true`);
    assert.equal(all.err, "20001 errors in 1 file\ncode 1\n");
  });

  it("says so when its output can't be written", () => {
    const { err, code } = shell(`${command} lint --rules > /dev/full`);
    assert.deepEqual(
      { err, code },
      { err: "the output can't be written: ENOSPC: no space left on device, write\n", code: 2 },
    );
  });
});
