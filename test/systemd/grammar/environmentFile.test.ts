import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readEnvironmentFile, renderEnvironmentFile } from "../../../systemd/grammar/environmentFile.ts";
import { environmentProblem } from "../../../systemd/grammar/quote.ts";
import { hostileText } from "./hostileText.ts";

describe("renderEnvironmentFile", () => {
  it("quotes each value, and escapes just what has a meaning in quotes", () => {
    const text = renderEnvironmentFile([
      ["B", ""],
      ["A", `a"b\\c$d\`e'f%g#h\n i `],
    ]);
    assert.equal(text, `B=""\nA="a\\"b\\\\c\\$d\\\`e'f%g#h\n i "\n`);
  });

  const refusals: readonly [variables: [string, string][], message: string][] = [
    [[["A-B", "x"]], '"A-B" is no variable name'],
    [[["A\n", "x"]], '"A\\n" is no variable name'],
    [
      [
        ["A", "x"],
        ["A", "y"],
      ],
      "the variable A is given twice",
    ],
    [[["A", "x\0"]], "the variable A has a NUL character, which no process can be given"],
    [[["A", "\ud800"]], "the variable A has half of a surrogate pair, which is no character"],
    [[["A", "\uffff"]], "the variable A has a Unicode noncharacter, for which systemd refuses the whole unit"],
    [[["A", "a".repeat(131_070)]], "the variable A has 131072 bytes, more than the kernel's 131071"],
  ];
  for (const [variables, message] of refusals) {
    it(`refuses ${message.slice(0, 60)}`, () =>
      assert.throws(() => renderEnvironmentFile(variables), new RangeError(message)));
  }
});

describe("readEnvironmentFile", () => {
  const readings: readonly [rule: string, text: string, variables: Record<string, string>][] = [
    ["strips white space around names and values", " A =  b c \t\n\r\nB=\n", { A: "b c", B: "" }],
    ["skips comments at the start of a line only", "#A=1\n  ;B=1\nC=a # b\n", { C: "a # b" }],
    ["ends a comment at its line, whatever its last character", "# a\\\nA=1\n", { A: "1" }],
    ["lets the last of several count", "A=1\nB=2\nA=3\n", { A: "3", B: "2" }],
    ["leaves out what assigns nothing, or to no variable", "foo\nA-B=1\n=x=y\nexport C=1\nD=2", { D: "2" }],
    [
      "takes a character after a backslash as it is, and joins lines",
      "A=a\\nb\\ \\\n c\\\\ \nB=\\\n",
      { A: "anb  c\\", B: "" },
    ],
    ["keeps escaped white space at the end", "A=b \\ \nB=\\ ", { A: "b  ", B: " " }],
    ["knows no escapes in single quotes", "A='a\\n\"$b\n c'\n", { A: 'a\\n"$b\n c' }],
    ["knows few escapes in double quotes", 'A="a\\n\\"\\$\\`\\\\ \\\nb"\n', { A: 'a\\n"$`\\ b' }],
    ["joins quoted parts, and what follows without quotes", "A='a' \"b\"  c'd\n", { A: "abc'd" }],
    ["reads a quote that isn't closed to the end", 'A="a\nB=2', { A: "a\nB=2" }],
    ["reads a quote alone", "A='", { A: "" }],
    ["expands nothing", "A=$B%n`c`\n", { A: "$B%n`c`" }],
  ];
  for (const [rule, text, variables] of readings) {
    it(rule, () => assert.deepEqual(Object.fromEntries(readEnvironmentFile(text)), variables));
  }

  it("refuses what makes systemd refuse the file", () => {
    const message = "the file has a NUL character, for which systemd refuses it";
    assert.throws(() => readEnvironmentFile("A=\0"), new RangeError(message));
    const noncharacter = 'the variable "A" has a Unicode noncharacter, for which systemd refuses the whole unit';
    assert.throws(() => readEnvironmentFile(" A =\uffff"), new RangeError(noncharacter));
  });

  it("gives back what was rendered", () => {
    const variable = fc.tuple(
      fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,3}$/),
      hostileText.filter((text) => !environmentProblem(text)),
    );
    const variables = fc.uniqueArray(variable, { selector: ([name]) => name, maxLength: 5 });
    fc.assert(
      fc.property(variables, (some) => {
        assert.deepEqual([...readEnvironmentFile(renderEnvironmentFile(some))], some);
      }),
      { numRuns: 3000, seed: 13 },
    );
  });

  it("reads any text, in no time", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        try {
          readEnvironmentFile(text);
        } catch (error) {
          assert.ok(error instanceof RangeError);
        }
      }),
      { numRuns: 3000, seed: 14 },
    );
    const start = performance.now();
    for (const piece of ["\\", '"', "'", " ", "a=", "\n", "#", '"\\"'])
      readEnvironmentFile(`A=${piece.repeat(300_000)}`);
    assert.ok(performance.now() - start < 3000);
  });
});
