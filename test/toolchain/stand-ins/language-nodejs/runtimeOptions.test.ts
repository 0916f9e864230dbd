import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  RuntimeOptionError,
  runtimeOptions,
  splitWords,
} from "../../../../toolchain/stand-ins/language-nodejs/runtimeOptions.ts";

function assertRefused(options: Record<string, unknown>, message: string): void {
  assert.throws(
    () => runtimeOptions(options),
    (error: unknown) => error instanceof RuntimeOptionError && error.message === message,
  );
}

describe("runtimeOptions", () => {
  it("has a default for each", () => {
    assert.deepEqual(runtimeOptions({}), {
      typescript: true,
      tsconfig: undefined,
      nodeargs: [],
      packagemanager: "auto",
    });
  });

  it("takes what Pulumi.yaml says", () => {
    const given = { typescript: false, tsconfig: "t.json", nodeargs: "--import tsx", packagemanager: "npm" };
    assert.deepEqual(runtimeOptions(given), { ...given, nodeargs: ["--import", "tsx"] });
  });

  it("refuses values of another type", () => {
    assertRefused({ typescript: "false" }, "typescript option must be a boolean");
    assertRefused({ tsconfig: true }, "tsconfig option must be a string");
    assertRefused({ nodeargs: ["--import", "tsx"] }, "nodeargs option must be a string");
    assertRefused({ packagemanager: 1 }, "packagemanager option must be a string");
  });

  it("refuses an unclosed quote", () => {
    assertRefused({ nodeargs: '--title "a b' }, 'nodeargs option has an unclosed quote: --title "a b');
  });
});

describe("splitWords", () => {
  it("splits as a shell does", () => {
    const rows: [string, string[]][] = [
      ["", []],
      ["  ", []],
      [" a  b\tc\n", ["a", "b", "c"]],
      // Quotes keep blanks, and join with what touches them.
      [`--x='a b' "c d"e`, ["--x=a b", "c de"]],
      ["'' \"\"", ["", ""]],
      // A backslash keeps any character; between double quotes only the special ones.
      ["a\\ b \\' \\\\", ["a b", "'", "\\"]],
      ['"a\\"b" "a\\n"', ['a"b', "a\\n"]],
      ["'a\\'", ["a\\"]],
    ];
    for (const [text, words] of rows) assert.deepEqual(splitWords(text), words, text);
  });

  it("gives back any words that were quoted", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (words) => {
        const quoted = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
        assert.deepEqual(splitWords(quoted), words);
      }),
    );
  });
});
