import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import fc from "fast-check";
import { directivesOf, sectionNames } from "../../../systemd/directives/directive.ts";
import { parseUnit } from "../../../systemd/grammar/parseUnit.ts";
import { renderUnit } from "../../../systemd/grammar/renderUnit.ts";
import { lintText } from "../../../systemd/lint/lintText.ts";
import { namedUnit, unitKinds } from "../../../systemd/lint/unitKind.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
const unsafe = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e]|[0-9]{6,}:[A-Za-z0-9_-]{10,}/;

function assertSound(content: Uint8Array | string, kind: (typeof unitKinds)[number]): void {
  const findings = lintText(content, { kind, systemd: 252, name: `echo.${kind}` });
  for (const { line, column, text } of findings) {
    assert.ok(line >= 1 && column >= 1, `${line}:${column}: ${text}`);
    assert.doesNotMatch(text, unsafe);
  }
  const places = findings.map(({ line, column }) => [line, column] as const);
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]),
  );
}

const token = `1234567890:${"Ab_-5".repeat(7)}`;
const kinds = fc.constantFrom(...unitKinds);
const values = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "",
    token,
    `a${token}`,
    "always",
    "oneshot",
    "yes",
    "0",
    "/../..",
    "/a ; /b",
    "%i",
    "~",
    "\u001b[31m",
    "infinity",
  ),
);
const lines = fc.oneof(
  fc.constantFrom(...sectionNames()).map((name) => `[${name}]`),
  fc
    .constantFrom(...sectionNames())
    .chain((section) => fc.tuple(fc.constantFrom(...directivesOf(section)), values))
    .map(([name, value]) => `${name}=${value}`),
  fc.tuple(values, values).map(([name, value]) => `${name}=${value}`),
  values,
);

describe("lintText", () => {
  it("has findings, each at a place and fit to be printed, for any bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), kinds, assertSound), { seed: 4, numRuns: 500 });
  });

  it("has findings, each at a place and fit to be printed, for what looks like a unit", () => {
    const text = fc.array(lines, { maxLength: 25 }).map((all) => all.join("\n"));
    fc.assert(fc.property(text, kinds, assertSound), { seed: 4, numRuns: 2_000 });
  });

  it("says where something is in characters, not in UTF-16 units", () => {
    const [finding] = lintText("[Service]\nUser=a\nExecStart=/a\n  [Sérvice🤖]\n\t🤖=1\n", { kind: "service" });
    assert.deepEqual(finding, {
      ...{ line: 4, column: 3, severity: "error", rule: "unknown-section" },
      text: 'unknown section [Sérvice🤖], which systemd ignores; did you mean "Service"?',
    });
  });

  const folder = "/lib/systemd/system";
  it("finds no error in the units that come with this system", {
    skip: existsSync(folder) ? false : `${folder} is not here`,
  }, () => {
    const masked = (path: string) => {
      try {
        return readlinkSync(path) === "/dev/null";
      } catch {
        return false;
      }
    };
    const files = (readdirSync(folder, { recursive: true }) as string[])
      .map((file) => join(folder, file))
      .filter((path) => namedUnit(path) && existsSync(path) && !masked(path) && !path.endsWith(".d"));
    const errors = files.flatMap((path) =>
      lintText(readFileSync(path), namedUnit(path))
        .filter(({ severity }) => severity === "error")
        .map(({ line, rule, text }) => `${path}:${line}: ${rule}: ${text}`),
    );
    assert.ok(files.length > 50, `${files.length} files`);
    assert.deepEqual(errors, []);
  });

  it("reads, checks and writes 1,000 different units in under a second", (test) => {
    const text = readFileSync("test/golden/good-bot.service", "utf8");
    // The processor's time, as others may be at work on this machine.
    const began = process.cpuUsage();
    for (let count = 0; count < 1_000; count += 1) {
      const unit = text.replaceAll("echo", `bot-${count}`);
      assert.deepEqual(lintText(unit, { kind: "service", systemd: 252 }), []);
      assert.equal(renderUnit(parseUnit(unit).unit), unit);
    }
    const { user, system } = process.cpuUsage(began);
    const seconds = (user + system) / 1_000_000;
    test.diagnostic(`1,000 units: ${seconds.toFixed(2)} s of the processor's time`);
    assert.ok(seconds < 1, `${seconds} s`);
  });
});
