import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { goQuote } from "../../../../toolchain/stand-ins/resource-command/goQuote.ts";

describe("goQuote", () => {
  for (const [rule, text, quoted] of [
    ["quotes a plain text", "echo hi", '"echo hi"'],
    ["escapes quotes and backslashes", 'a "b" \\n', '"a \\"b\\" \\\\n"'],
    ["leaves single quotes", "it's", `"it's"`],
    ["has short escapes", "\x07\b\f\n\r\t\v", '"\\a\\b\\f\\n\\r\\t\\v"'],
    ["escapes other control characters in hexadecimal", "\0\x1b\x7f", '"\\x00\\x1b\\x7f"'],
    ["keeps letters, marks and symbols of all scripts", "äж中́€😀", '"äж中́€😀"'],
    ["escapes spaces that aren't the ASCII one", "\u00a0\u2003\u2028\u3000", '"\\u00a0\\u2003\\u2028\\u3000"'],
    ["escapes what has no glyph", "\u0080\u200b\ufeff\ue000\u{e0001}", '"\\u0080\\u200b\\ufeff\\ue000\\U000e0001"'],
  ] as const) {
    test(rule, () => assert.equal(goQuote(text), quoted));
  }
});
