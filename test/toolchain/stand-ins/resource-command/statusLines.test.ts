import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { statusLines } from "../../../../toolchain/stand-ins/resource-command/statusLines.ts";

async function shown(logging: string | undefined): Promise<string[]> {
  const sent: string[] = [];
  const lines = statusLines(logging, async (line) => {
    await sleep(sent.length === 0 ? 5 : 0);
    sent.push(line);
  });
  lines.onStdout(Buffer.from("one\ntw"));
  lines.onStdout(Buffer.from("o\r\n\n"));
  lines.onStderr(Buffer.from("err"));
  await lines.end();
  return sent;
}

describe("statusLines", () => {
  for (const [logging, expected] of [
    [undefined, ["one", "two", "", "err"]],
    ["stdoutAndStderr", ["one", "two", "", "err"]],
    ["stdout", ["one", "two", ""]],
    ["stderr", ["err"]],
    ["none", []],
  ] as const) {
    test(`sends whole lines in order for logging ${logging}`, async () => {
      assert.deepEqual(await shown(logging), expected);
    });
  }

  test("joins a character that came in two pieces", async () => {
    const sent: string[] = [];
    const lines = statusLines(undefined, async (line) => void sent.push(line));
    const bytes = Buffer.from("ж\n");
    lines.onStdout(bytes.subarray(0, 1));
    lines.onStdout(bytes.subarray(1));
    await lines.end();
    assert.deepEqual(sent, ["ж"]);
  });
});
