import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { execCommands } from "../../../systemd/grammar/execCommands.ts";
import { execLine } from "../../../systemd/grammar/execLine.ts";
import { execWords } from "../../../systemd/grammar/execWords.ts";
import { hostileText, isArgument } from "./hostileText.ts";

describe("execWords", () => {
  it("splits at blanks outside of quotes and escapes", () => {
    const words = execWords(`/bin/a  x"b c"d 'e "f' g\\ h\t"i\\"j"`);
    assert.deepEqual(
      words?.map(({ text }) => text),
      ["/bin/a", 'x"b c"d', `'e "f'`, "g\\ h", '"i\\"j"'],
    );
  });

  it("knows no end of an open quote", () => {
    for (const line of ['/bin/a "b', "/bin/a it's", '/bin/a "b\\"', '"'.repeat(99_999)])
      assert.equal(execWords(line), undefined);
  });

  const meanings: readonly [written: string, value: string][] = [
    [`x"b c"d'e'`, "xb cde"],
    [`"it's"'"'`, `it's"`],
    ['""', ""],
    ["\\a\\b\\f\\n\\r\\t\\v\\\\\\\"\\'\\s", "\x07\b\f\n\r\t\v\\\"' "],
    ["'\\x41\\101\\u00e9\\U0001f44b'", "AAé👋"],
    ["\\xc3\\xa9\\xef\\xbf\\xbe", "é\ufffe"],
    ["\\xff", "\udcff"],
    ["\\d\\ \\👋", "\\d\\ \\👋"],
    ["\\x00\\400\\U00110000\\x4g\\18", "\\x00\\400\\U00110000\\x4g\\18"],
    ["a\\", "a\\"],
    ["\\;", ";"],
    ["%% $$ %n", "%%"],
  ];
  for (const [written, value] of meanings) {
    it(`takes ${written} for ${JSON.stringify(value)}`, () => assert.equal(execWords(written)?.[0]?.value, value));
  }
});

describe("execLine", () => {
  it("writes the words so that each arrives as it is", () => {
    assert.equal(execLine(["/bin/echo", "a b", "$x", "50%"]), '/bin/echo "a b" "$$x" "50%%"');
  });

  it("leaves dollars alone after a colon prefix, where systemd does", () => {
    assert.equal(execLine(["-:/bin/echo", "$x"]), '-:/bin/echo "$x"');
  });

  it("quotes a program with blanks in its path", () => {
    assert.equal(execLine(["/opt/my bot/50%/run"]), '"/opt/my bot/50%%/run"');
  });
});

describe("execCommands", () => {
  it("parts commands at a lone semicolon, and takes the prefix off the program", () => {
    const commands = execCommands(`-@/bin/a b ; ':+/bin/c d' ";" \\; e; %%/$$ ; ;`);
    assert.deepEqual(
      commands?.map(({ prefix, program, args }) => ({ prefix, program, args })),
      [
        { prefix: "-@", program: "/bin/a", args: ["b"] },
        { prefix: ":+", program: "/bin/c d", args: [";", ";", "e;", "%/$$"] },
        { prefix: "", program: ";", args: [] },
      ],
    );
    assert.deepEqual(execCommands(""), []);
    assert.equal(execCommands("/bin/a '"), undefined);
  });

  it("gives back what execLine was given", () => {
    const words = fc.array(hostileText.filter(isArgument), { maxLength: 5 });
    const programs = fc.constantFrom("/bin/a", "-/bin/a", "@:/bin/a b%", "!!/bin/ä;");
    fc.assert(
      fc.property(programs, words, (program, args) => {
        const [command, ...others] = execCommands(execLine([program, ...args])) ?? [];
        assert.deepEqual(others, []);
        assert.deepEqual([`${command?.prefix}${command?.program}`, ...(command?.args ?? [])], [program, ...args]);
      }),
      { numRuns: 5000, seed: 7 },
    );
  });
});
