import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type QuotingClass, quoteValue } from "../../../systemd/grammar/quoteValue.ts";
import { renderUnit } from "../../../systemd/grammar/renderUnit.ts";
import type { Entry } from "../../../systemd/unit.ts";
import { hostileText } from "./hostileText.ts";
import { managerDump, managerMissing } from "./managerDump.ts";

describe("quoteValue", () => {
  const values: readonly [kind: QuotingClass, text: string, written: string][] = [
    ["verbatim", "50%", "50%"],
    ["text", `a "b" \\ 50%`, `a "b" \\ 50%%`],
    ["exec", "$a %", '"$$a %%"'],
    ["assignment", "A=$a %=b", '"A=$a %%=b"'],
    ["path", '/a b"c\\d%', '"/a b\\"c\\\\d%%"'],
    ["bindPath", "/a:b\\", '"/a\\:b\\\\"'],
    ["searchPath", "/a b:c\\%", "/a b\\:c\\\\%%"],
    ["temporaryFileSystem", "/a 'b'%", `"/a 'b'%%"`],
    ["folderName", "a b%", '"a b%%"'],
    ["token", "a%b.service", "a%%b.service"],
    ["credential", " a\nb% ", "\\x20a\\nb%\\x20"],
    ["inputText", "\ta%\r", "\\ta%%\\r"],
  ];
  for (const [kind, text, written] of values) {
    it(`writes ${JSON.stringify(text)} as ${kind}`, () => assert.equal(quoteValue(kind, text), written));
  }

  const ends = "has a line break or a NUL, which ends the directive";
  const refusals: readonly [kind: QuotingClass, text: string, message: string][] = [
    ["verbatim", "a\nb", `"a\\nb" ${ends}`],
    ["text", "a\rb", `"a\\rb" ${ends}`],
    ["text", " a", '" a" starts or ends with white space, which systemd strips'],
    ["path", "a\0", `"a\\u0000" ${ends}`],
    ["path", "\ufffe", '"\ufffe" has a Unicode noncharacter, for which systemd refuses the whole unit'],
    ["bindPath", "\ud800", '"\\ud800" has half of a surrogate pair, which is no character'],
    ["searchPath", "a ", '"a " starts or ends with white space, which systemd strips'],
    ["temporaryFileSystem", "/a:b", '"/a:b" has ":", which can\'t be escaped here'],
    ["folderName", "a\\", '"a\\\\" has "\\\\", which can\'t be escaped here'],
    ["token", "a b", '"a b" has " ", which can\'t be escaped here'],
    ["token", "", "an empty word can't be written here"],
    ["assignment", "A B=1", '"A B" is no variable name'],
    ["exec", "\0", "an argument has a NUL character, which no process can be given"],
  ];
  for (const [kind, text, message] of refusals) {
    it(`refuses ${JSON.stringify(text)} as ${kind}`, () =>
      assert.throws(() => quoteValue(kind, text), new RangeError(message)));
  }
});

describe("systemd --test", { skip: managerMissing }, () => {
  // Paths are made simpler, and a prefix means something.
  const paths = hostileText.map((text) => `/-${text.replaceAll("/", "_").slice(0, 100)}-`);
  const directives: readonly [kind: QuotingClass, directive: string, after: string][] = [
    ["text", "ConditionPathExists", ""],
    ["path", "ReadWritePaths", ""],
    ["bindPath", "BindPaths", ":/x"],
    ["searchPath", "ExecSearchPath", ""],
    ["temporaryFileSystem", "TemporaryFileSystem", ""],
  ];
  const units: [kind: QuotingClass, directive: string, path: string, text: string][] = [];
  for (const [kind, directive, after] of directives) {
    for (const path of fc.sample(paths, { numRuns: 150, seed: 15 })) {
      try {
        const entry: Entry = [directive, quoteValue(kind, path) + after];
        const section = directive.startsWith("Condition") ? "Unit" : "Service";
        const command: Entry = ["ExecStart", "/bin/true"];
        const rest = section === "Unit" ? [entry] : [["DefaultDependencies", "no"] as const];
        const unit = [
          { name: "Unit", entries: rest },
          { name: "Service", entries: section === "Unit" ? [command] : [command, entry] },
        ];
        units.push([kind, directive, path, renderUnit(unit)]);
      } catch (error) {
        assert.ok(error instanceof RangeError);
      }
    }
  }

  it("reads each of hundreds of hostile paths as it was, in each class", () => {
    const dump = managerDump(new Map(units.map(([, , , text], at) => [`u${at}.service`, text])));
    const seen = new Set<string>();
    for (const [at, [kind, directive, path]] of units.entries()) {
      const text = dump.units.get(`u${at}.service`) ?? assert.fail(`u${at}`);
      const end = { BindPaths: ":/x:rbind", ConditionPathExists: " untested" }[directive] ?? "";
      assert.ok(text.includes(`\t${directive}: ${path}${end}\n`), `${kind} ${JSON.stringify(path)}\n${text}`);
      seen.add(kind);
    }
    assert.equal(seen.size, directives.length);
    assert.ok(units.length > 400, `${units.length}`);
  });
});
