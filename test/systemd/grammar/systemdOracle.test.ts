// What systemd itself reads in the words that we write. Needs systemd's programs, but no booted systemd.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { decodeUnit } from "../../../systemd/grammar/decodeUnit.ts";
import { execLine } from "../../../systemd/grammar/execLine.ts";
import { execWords } from "../../../systemd/grammar/execWords.ts";
import { environmentProblem, environmentWord } from "../../../systemd/grammar/quote.ts";
import { hostileText, isArgument } from "./hostileText.ts";
import { managerDump, managerMissing } from "./managerDump.ts";

describe("systemd --test", { skip: managerMissing }, () => {
  function understood(lines: readonly string[]): string {
    const unit = `[Service]\n${lines.map((line) => `${line}\n`).join("")}ExecStart=/bin/true\n`;
    return managerDump(new Map([["o.service", unit]])).units.get("o.service") ?? assert.fail("not loaded");
  }

  // The dump quotes as a shell does, with C escapes.
  function commandLines(dump: string): string[][] {
    const lines = Array.from(dump.matchAll(/Command Line: ([^\n]*)/g), ([, line = ""]) => line);
    return lines.map((line) =>
      (line.match(/(?:[^ "]|"(?:\\.|[^"\\])*")+/gs) ?? []).map((word) =>
        unescapeBytes(word.startsWith('"') ? word.slice(1, -1) : word),
      ),
    );
  }

  const letters: Record<string, string> = { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };
  function unescapeBytes(text: string): string {
    const latin = Buffer.from(text).toString("latin1");
    const bytes = latin.replace(/\\([0-7]{3}|.)/gs, (_, code: string) =>
      /^[0-7]{3}$/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (letters[code] ?? code),
    );
    return decodeUnit(Buffer.from(bytes, "latin1"));
  }

  it("gets each of 500 random lists of words as it was", () => {
    const commands = fc.sample(fc.array(hostileText.filter(isArgument), { maxLength: 6 }), { numRuns: 500, seed: 7 });
    const lines = commands.map((words) => `ExecStartPre=${execLine(["/bin/echo", ...words])}`);
    // A pair of dollars becomes one only when the process starts.
    const wanted = commands.map((words) => ["/bin/echo", ...words.map((word) => word.replaceAll("$", "$$$$"))]);
    assert.deepEqual(commandLines(understood(lines)), [...wanted, ["/bin/true"]]);
  });

  it("gets each of 500 random variables as it was", () => {
    const values = fc.sample(
      hostileText.filter((text) => isArgument(text) && !environmentProblem(text) && !/[\n\r]/.test(text)),
      { numRuns: 500, seed: 7 },
    );
    const dump = understood(values.map((value, index) => `Environment=${environmentWord(`V${index}`, value)}`));
    const got = dump.split("\n\t\tEnvironment: ").slice(1, values.length + 1);
    const last = got.pop() ?? "";
    assert.deepEqual(
      [...got, last.slice(0, last.indexOf("\n"))],
      values.map((value, index) => `V${index}=${value}`),
    );
  });

  it("splits each of 1,000 hostile lines into the words that we see in it", () => {
    const some = fc.constantFrom(
      ..."\"'\\ \taxbn07uU;{}$=#é👋\u0001",
      "\\x41",
      "\\u00e9",
      "\\101",
      "\\xc3\\xa9",
      " ; ",
    );
    const lines = fc.sample(
      fc.array(some, { maxLength: 12 }).map((parts) => parts.join("").trimEnd()),
      { numRuns: 1000, seed: 16 },
    );
    // A line that can't be split makes the unit unusable; each has its own for that.
    const files = lines.map(
      (line, at) => [`u${at}.service`, `[Service]\nExecStart=/bin/echo x${line.replace(/\\$/, "\\ ")}\n`] as const,
    );
    const { units } = managerDump(new Map(files));
    let split = 0;
    for (const [at, line] of lines.entries()) {
      const dump = units.get(`u${at}.service`) ?? "";
      const words = execWords(`/bin/echo x${line}`);
      const shown = `${JSON.stringify(line)}\n${dump}`;
      // Of several commands systemd may take the first ones, and only warn of another.
      if (!words && line.includes(" ;")) continue;
      if (!words) {
        assert.match(dump, /Unit Load State: bad-setting/, shown);
        continue;
      }
      // Several commands are no matter of words.
      if (words.some(({ text }) => text === ";")) continue;
      split += 1;
      assert.deepEqual(commandLines(dump), [words.map(({ value }) => value)], shown);
    }
    assert.ok(split > 400, `${split}`);
  });
});
