import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  type Directive,
  directive,
  directivesOf,
  sectionNames,
  valueTypes,
} from "../../../systemd/directives/directive.ts";
import { checkValue, expectedValue } from "../../../systemd/values/checkValue.ts";
import { samplesOf } from "./samples.ts";

const rows = readFileSync(new URL("messages.txt", import.meta.url), "utf8").matchAll(
  /^([A-Z]\w+)\.(\w+)(?:@(\d+))?=(.*)\n {2}(.*)$/gm,
);
const cases = Array.from(rows, ([, section = "", name = "", systemd, text = "", says]) => ({
  ...{ name, text, says, row: directive(section, name) ?? assert.fail(`${section}.${name}`) },
  ...{ version: systemd === undefined ? undefined : Number(systemd) },
}));
const all: Directive[] = sectionNames().flatMap((section) =>
  directivesOf(section).map((name) => directive(section, name) ?? assert.fail(name)),
);

describe("checkValue", () => {
  for (const { name, text, says, row, version } of cases) {
    it(`says to ${name}=${text}${version === undefined ? "" : ` for systemd ${version}`}: ${says}`, () => {
      const problem = checkValue(row, text, version);
      assert.equal(problem ? `${problem.rule}: ${problem.text}` : "right", says);
    });
  }

  it("is shown with a right and a wrong value of each type", () => {
    const shown = (right: boolean) =>
      new Set(cases.filter(({ says }) => (says === "right") === right).map(({ row }) => row.type));
    // What systemd doesn't read can't be wrong.
    const neverWrong = ["string", "removed"];
    assert.deepEqual(
      valueTypes.filter((type) => !shown(true).has(type)),
      [],
    );
    assert.deepEqual(
      valueTypes.filter((type) => !shown(false).has(type)),
      neverWrong,
    );
  });

  it("refuses a line break and what is no UTF-8, whatever the type", () => {
    const description = directive("Unit", "Description") ?? assert.fail();
    const expected = 'expected a text, in which a percent sign is written "%%"';
    assert.deepEqual(checkValue(description, "a\nExecStart=/bin/b"), {
      rule: "wrong-value",
      text: `${expected} on one line, received "a\\nExecStart=/bin/b"`,
    });
    assert.deepEqual(checkValue(description, "a\ud800"), {
      rule: "bad-encoding",
      text: `${expected}, but the text has half of a surrogate pair, which is no character`,
    });
  });

  it("never shows a token, nor what a terminal would act on", () => {
    const token = `1234567890:${"Ab_-5".repeat(7)}`;
    const setting = directive("Service", "Restart") ?? assert.fail();
    const start = "expected no, on-success, on-failure, on-abnormal, on-watchdog, on-abort or always, received ";
    assert.equal(checkValue(setting, token)?.text, `${start}a secret (not shown)`);
    assert.equal(checkValue(setting, "\u009b31m\u202ex")?.text, `${start}"\\u{9b}31m\\u{202e}x"`);
  });

  it("answers to any text of each type in one short line", () => {
    const kinds = [...new Map(all.map((row) => [[row.type, ...row.args].join(" "), row])).values()];
    const letters = fc.constantFrom(..." ,:.-+/%@~!|=\"'\\019aKszZ*^_é👋\u0001\u009b\u2028\ufeff");
    const text = fc.oneof(fc.string({ unit: letters, maxLength: 30 }), fc.string({ unit: "binary", maxLength: 20 }));
    const property = fc.property(fc.constantFrom(...kinds), text, (row, value) => {
      const message = checkValue(row, value, 252)?.text ?? "fine";
      assert.doesNotMatch(message, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|[A-Z].*\.$/u);
      assert.ok(message.length < 600, message);
    });
    fc.assert(property, { numRuns: 5000, seed: 4 });
  });

  it("answers to very long texts at once", () => {
    const start = performance.now();
    const kinds = [...new Map(all.map((row) => [row.type, row])).values()];
    for (const row of kinds) {
      for (const part of ["9", "a", "/a", "a ", "1 ", '"', "\\", "%%", ":", "a:", "~", "1s ", "1..2,", "a.service "]) {
        const message = checkValue(row, part.repeat(30_000).trim(), 252)?.text ?? "";
        assert.ok(message.length < 600);
      }
    }
    assert.ok(performance.now() - start < 10_000);
  });

  it("checks 15,000 values in less than a second", () => {
    const values = all.flatMap((row) => samplesOf(row.type).map((text) => [row, text] as const)).slice(0, 15_000);
    assert.equal(values.length, 15_000);
    const start = performance.now();
    for (const [row, text] of values) checkValue(row, text, 252);
    assert.ok(performance.now() - start < 1000);
  });
});

describe("expectedValue", () => {
  it("says for each directive what its value looks like", () => {
    for (const row of all) assert.match(expectedValue(row), /^["a-z].*[^.]$/);
    const memory = directive("Service", "MemoryMax") ?? assert.fail();
    assert.equal(expectedValue(memory), 'a size like "256M", "50%" or "infinity"');
  });
});
