import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { environmentWord, quoteExecWord, quoteLiteralWord } from "../../../systemd/grammar/quote.ts";

describe("quoteExecWord", () => {
  const words: readonly [rule: string, word: string, written: string][] = [
    ["leaves a plain word bare", "--port=8080,a:b@c+d_e./", "--port=8080,a:b@c+d_e./"],
    ["keeps an empty word", "", '""'],
    ["quotes white space", "a b\tc", '"a b\\tc"'],
    ["escapes quotes and backslashes", "\"'\\", '"\\"\'\\\\"'],
    ["doubles a percent sign, so that it is no specifier", "100%n", '"100%%n"'],
    // One "$" of a pair is gone when the process starts.
    // biome-ignore lint/suspicious/noTemplateCurlyInString: systemd's variable, not JavaScript's
    ["doubles a dollar, so that it is no variable", "$HOME ${X} $", '"$$HOME $${X} $$"'],
    ["quotes a semicolon, so that it starts no command", ";", '";"'],
    ["writes line ends and control characters as escapes", "\n\r\u0001\u007f", '"\\n\\r\\x01\\x7f"'],
    ["writes noncharacters as their bytes", "\ufffe", '"\\xef\\xbf\\xbe"'],
    ["keeps other characters", "Привет 👋", '"Привет 👋"'],
  ];
  for (const [rule, word, written] of words) it(rule, () => assert.equal(quoteExecWord(word), written));

  it("refuses what no argument can be", () => {
    const refusals: readonly [string, string][] = [
      ["a\0b", "an argument has a NUL character, which no process can be given"],
      ["\udc00", "an argument has half of a surrogate pair, which is no character"],
      ["é".repeat(65_536), "an argument has 131072 bytes, more than the kernel's 131071"],
    ];
    for (const [word, message] of refusals) assert.throws(() => quoteExecWord(word), new RangeError(message));
    assert.equal(quoteExecWord("a".repeat(131_071)), "a".repeat(131_071));
  });
});

describe("quoteLiteralWord", () => {
  it("leaves dollars alone and doubles percent signs", () => {
    assert.equal(quoteLiteralWord("$a %n"), '"$a %%n"');
  });
});

describe("environmentWord", () => {
  const variables: readonly [rule: string, value: string, written: string][] = [
    ["leaves a plain value bare", "production", "A=production"],
    ["keeps an empty value", "", "A="],
    ["quotes the whole assignment", "a b", '"A=a b"'],
    ["doubles a percent sign, or systemd would drop the variable", "1:a%zb", '"A=1:a%%zb"'],
    ["leaves a dollar alone, which means nothing there", "$x", '"A=$x"'],
    ["carries several lines", "a\nb", '"A=a\\nb"'],
  ];
  for (const [rule, value, written] of variables) it(rule, () => assert.equal(environmentWord("A", value), written));

  it("refuses names and values that systemd would drop", () => {
    assert.throws(() => environmentWord("A-B", "x"), new RangeError('"A-B" is no variable name'));
    assert.throws(() => environmentWord("A\nB", "x"), new RangeError('"A\\nB" is no variable name'));
    const noncharacter = "the variable A has a Unicode noncharacter, for which systemd refuses the whole unit";
    assert.throws(() => environmentWord("A", "\uffff"), new RangeError(noncharacter));
    assert.throws(
      () => environmentWord("A", "x\0"),
      new RangeError("the variable A has a NUL character, which no process can be given"),
    );
  });
});

it("no quoted word holds a character that ends a line, or blanks at its ends", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      for (const quote of [quoteExecWord, quoteLiteralWord, (value: string) => environmentWord("A", value)]) {
        let word: string;
        try {
          word = quote(text);
        } catch (error) {
          assert.ok(error instanceof RangeError);
          continue;
        }
        assert.match(word, /^(?:"[^\n\r\0]*"|[A-Za-z0-9_@:=,./+-]+)$/);
      }
    }),
    { numRuns: 1000 },
  );
});
