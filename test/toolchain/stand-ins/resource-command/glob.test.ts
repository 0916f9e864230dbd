import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { globToRegExp, selectPaths } from "../../../../toolchain/stand-ins/resource-command/glob.ts";

describe("globToRegExp", () => {
  const rows: [string, string[], string[]][] = [
    ["*.txt", ["a.txt", ".txt"], ["a/b.txt", "a.txt.x", "xatxt"]],
    ["**.txt", ["a.txt", "a/b.txt"], ["a.md"]],
    ["src/**", ["src/a", "src/a/b"], ["src", "xsrc/a"]],
    ["a?c", ["abc"], ["ac", "a/c"]],
    ["[a-c]x", ["ax", "cx"], ["dx", "[a-c]x"]],
    ["[!a]x", ["bx"], ["ax"]],
    ["{a,b/c}.md", ["a.md", "b/c.md"], ["ab/c.md", "a,b/c.md"]],
    ["a\\*b", ["a*b"], ["axb"]],
    ["a.b+c(d)$", ["a.b+c(d)$"], ["axb+c(d)$"]],
    ["a,b}", ["a,b}"], ["a"]],
  ];
  for (const [pattern, matching, others] of rows) {
    test(`${pattern} matches ${matching.join(" and ")}, not ${others.join(", ")}`, () => {
      const expression = globToRegExp(pattern);
      assert.deepEqual(
        [...matching, ...others].filter((path) => expression.test(path)),
        matching,
      );
    });
  }

  test("refuses open brackets", () => {
    assert.throws(() => globToRegExp("a[b"), { message: 'unclosed [ in the pattern "a[b"' });
    assert.throws(() => globToRegExp("a{b"), { message: 'unclosed { in the pattern "a{b"' });
  });
});

describe("selectPaths", () => {
  const paths = ["a.js", "b.txt", "src/index.js", "src/secret.js"];

  test("goes through the rules in order", () => {
    assert.deepEqual(selectPaths(paths, ["**.js", "!**secret.*"]), ["a.js", "src/index.js"]);
    assert.deepEqual(selectPaths(paths, ["!**secret.*", "**.js"]), ["a.js", "src/index.js", "src/secret.js"]);
  });

  test("takes nothing without a rule", () => assert.deepEqual(selectPaths(paths, []), []));
});
