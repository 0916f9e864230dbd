import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ValueType } from "../../../systemd/directives/directive.ts";
import { directiveLines, isOneCommand } from "../../../systemd/policy/directiveLines.ts";
import type { DirectiveValue } from "../../../systemd/policy/parameters.ts";

const rows: readonly [rule: string, type: ValueType | undefined, value: DirectiveValue, lines: readonly unknown[][]][] =
  [
    ["a text is written as it is, the empty one too", "text", "a %n", [["a %n"]]],
    ["so it is for a reset", "capabilities", "", [[""]]],
    ["a number is written in digits", "timespan", 0.5, [["0.5"]]],
    ["true is yes", "boolean", true, [["yes"]]],
    ["false is no, for what may be something else too", "switch", false, [["no"]]],
    [
      "a list gives a line an item",
      "statuses",
      [1, "SIGTERM"],
      [
        ["1", 0],
        ["SIGTERM", 1],
      ],
    ],
    ["an empty list gives no line", "units", [], []],
    ["a command line stays one", "exec", "/bin/a  'b'", [["/bin/a  'b'"]]],
    ["a list of words is one command of literal words", "exec", ["/bin/a", "b c", "$d"], [['/bin/a "b c" "$$d"']]],
    [
      "a list with a list in it holds commands",
      "exec",
      ["/bin/a b", ["/bin/c", "%"]],
      [
        ["/bin/a b", 0],
        ['/bin/c "%%"', 1],
      ],
    ],
    [
      "variables are literal; null leaves one out",
      "environment",
      { A: true, B: null, C: "%" },
      [
        ["A=true", "A"],
        ['"C=%%"', "C"],
      ],
    ],
    ["assignments in systemd's own syntax stay as they are", "environment", ["A=1 B=%n"], [["A=1 B=%n", 0]]],
    [
      "what nobody knows is written as it is",
      undefined,
      ["a b", 2, false],
      [
        ["a b", 0],
        ["2", 1],
        ["no", 2],
      ],
    ],
  ];

describe("directiveLines", () => {
  for (const [rule, type, value, lines] of rows) {
    it(rule, () => {
      assert.deepEqual(
        directiveLines(type, value).map(({ value: text, at }) => [text, ...at]),
        lines,
      );
    });
  }

  it("refuses what is no text, and a map where there are no variables", () => {
    const message = (value: string) => new RangeError(`expected a string, a number, true or false, received ${value}`);
    assert.throws(() => directiveLines("memory", { A: 1 }), message('{"A":1}'));
    assert.throws(() => directiveLines("units", [["a"]]), message('["a"]'));
  });

  it("refuses a word and a variable that no process can be given", () => {
    const end = "has a NUL character, which no process can be given";
    assert.throws(() => directiveLines("exec", ["/bin/a", "\0"]), new RangeError(`an argument ${end}`));
    assert.throws(() => directiveLines("environment", { A: "\0" }), new RangeError(`the variable A ${end}`));
  });
});

it("a list of nothing but strings is one command", () => {
  assert.equal(isOneCommand("/bin/a"), true);
  assert.equal(isOneCommand(["/bin/a", "/bin/b"]), true);
  assert.equal(isOneCommand(["/bin/a", ["/bin/b"]]), false);
});
