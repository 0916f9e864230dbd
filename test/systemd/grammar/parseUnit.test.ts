import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type ParsedUnit, parseUnit } from "../../../systemd/grammar/parseUnit.ts";
import type { Unit } from "../../../systemd/unit.ts";

const latin = (text: string) => Buffer.from(text, "latin1");
const problemsOf = (content: string | Buffer) =>
  parseUnit(content).problems.map(({ rule, line, column, text }) => `${line}:${column}: ${rule}: ${text}`);

describe("parseUnit", () => {
  const readings: readonly [rule: string, text: string, unit: Unit][] = [
    [
      "keeps sections, entries and their order",
      "[A]\nx=1\ny=2\nx=\n[B]\n[A]\nx=3\n",
      [
        {
          name: "A",
          entries: [
            ["x", "1"],
            ["y", "2"],
            ["x", ""],
          ],
        },
        { name: "B", entries: [] },
        { name: "A", entries: [["x", "3"]] },
      ],
    ],
    [
      "strips white space around headers, names and values, and none in them",
      " \t[A] \n\t x y = \t a  b\t \n",
      [{ name: "A", entries: [["x y", "a  b"]] }],
    ],
    ["splits at the first equals sign", "[A]\nx=a=b\n", [{ name: "A", entries: [["x", "a=b"]] }]],
    ["takes brackets and blanks for a part of the name", "[ A ]]\n", [{ name: " A ]", entries: [] }]],
    ["needs no line end at the end", "[A]\nx=1", [{ name: "A", entries: [["x", "1"]] }]],
    [
      "joins lines with a blank, and keeps the white space of the next one",
      "[A]\nx=a\\\n\t b\\\n\ny=1\\",
      [
        {
          name: "A",
          entries: [
            ["x", "a \t b"],
            ["y", "1"],
          ],
        },
      ],
    ],
    ["joins headers and names, too", "[A\\\nB]\nx\\\n=1\n", [{ name: "A B", entries: [["x", "1"]] }]],
    [
      "joins nothing after an even run of backslashes, or a blank after one",
      "[A]\nx=\\\\\ny=\\ \nz=\\\\\\\n1\n",
      [
        {
          name: "A",
          entries: [
            ["x", "\\\\"],
            ["y", "\\"],
            ["z", "\\\\ 1"],
          ],
        },
      ],
    ],
    [
      "keeps comments and single blank lines between entries",
      "# a\n\n;b \n[A]\n\n\nx=1\n\n \n\n  #c\ny=2\n\n",
      [
        {
          name: "",
          entries: [
            ["#", " a"],
            ["", ""],
            [";", "b"],
          ],
        },
        {
          name: "A",
          entries: [
            ["x", "1"],
            ["", ""],
            ["#", "c"],
            ["y", "2"],
          ],
        },
      ],
    ],
    [
      "puts a comment before a header to the section before",
      "[A]\nx=1\n\n# b\n[B]\n",
      [
        {
          name: "A",
          entries: [
            ["x", "1"],
            ["", ""],
            ["#", " b"],
          ],
        },
        { name: "B", entries: [] },
      ],
    ],
    [
      "puts a comment inside a joined line before it",
      "[A]\nx=a\\\n# b\\\n  c\n",
      [
        {
          name: "A",
          entries: [
            ["#", " b\\"],
            ["x", "a   c"],
          ],
        },
      ],
    ],
    [
      "keeps as comments what assigns nothing",
      "x=1\n[A]\nfoo\n=1\n",
      [
        { name: "", entries: [["#", " x=1"]] },
        {
          name: "A",
          entries: [
            ["#", " foo"],
            ["#", " =1"],
          ],
        },
      ],
    ],
    [
      "keeps as comments a section without a name",
      "[A]\n[]\nx=1\n",
      [
        {
          name: "A",
          entries: [
            ["#", " []"],
            ["#", " x=1"],
          ],
        },
      ],
    ],
    [
      "skips one byte order mark at the start of a line",
      "\ufeff[A]\n\ufeffx=1\n",
      [{ name: "A", entries: [["\ufeffx", "1"]] }],
    ],
    ["sees no comment behind a byte order mark", "[A]\n\ufeff#x=1\n", [{ name: "A", entries: [["#", "x=1"]] }]],
    ["has a head without anything for blank lines only", "\n \n", [{ name: "", entries: [] }]],
  ];
  for (const [rule, text, unit] of readings) {
    it(rule, () => {
      const parsed = parseUnit(text);
      assert.deepEqual(parsed.unit, unit);
      assert.equal(parsed.loads, true);
      assert.deepEqual(parseUnit(Buffer.from(text)), parsed);
    });
  }

  it("ends lines at LF, CR, NUL and their combinations, as systemd does", () => {
    const ends = ["\n", "\r", "\0", "\r\n", "\n\r", "\n\0", "\r\n\0"];
    for (const end of ends) {
      assert.deepEqual(parseUnit(`[A]${end}x=1${end}y=2`).unit, [
        {
          name: "A",
          entries: [
            ["x", "1"],
            ["y", "2"],
          ],
        },
      ]);
    }
    assert.equal(parseUnit("\n\r\0\n\n\r[A").problems.at(-1)?.line, 4);
  });

  it("knows the place of each section, entry and value, in characters", () => {
    const { places } = parseUnit("# é\n[A]\n👋x =\\\n  👋 b\n\n ; c\n y=\n");
    assert.deepEqual(places, [
      { at: { line: 1, column: 1 }, entries: [{ key: { line: 1, column: 1 }, value: { line: 1, column: 2 } }] },
      {
        at: { line: 2, column: 1 },
        entries: [
          { key: { line: 3, column: 1 }, value: { line: 4, column: 3 } },
          { key: { line: 5, column: 1 }, value: { line: 5, column: 1 } },
          { key: { line: 6, column: 2 }, value: { line: 6, column: 3 } },
          { key: { line: 7, column: 2 }, value: { line: 7, column: 4 } },
        ],
      },
    ]);
  });

  const fatal = "and systemd loads none of the file";
  const other = "ends the line for systemd, and what follows is another";
  const problems: readonly [content: string | Buffer, loads: boolean, ...problems: string[]][] = [
    ["", false, "1:1: empty-unit: the file is empty, and systemd takes the unit for masked"],
    ["[A\n", false, `1:1: bad-header: the section header "[A" has no bracket at its end, ${fatal}`],
    ["[A] # b\n", false, `1:1: bad-header: the section header "[A] # b" has no bracket at its end, ${fatal}`],
    ["[A\tB]\n", false, `1:1: bad-header: the section header "[A\\tB]" has "\\t" in its name, ${fatal}`],
    ['["A"]\n', false, `1:1: bad-header: the section header "[\\"A\\"]" has "\\"" in its name, ${fatal}`],
    ["[]\n", true, "1:1: unknown-section: the section has no name, and systemd ignores all of it"],
    [latin("[A]\nx=a\xffb\n"), false, `2:4: bad-encoding: the line is not UTF-8 (byte 0xff), ${fatal}`],
    [latin("[A]\nx=\xed\xa0\x80\n"), false, `2:3: bad-encoding: the line is not UTF-8 (byte 0xed), ${fatal}`],
    [latin("[A]\nx=\xc0\x80\n"), false, `2:3: bad-encoding: the line is not UTF-8 (byte 0xc0), ${fatal}`],
    ["[A]\nx=\ud800\n", false, `2:3: bad-encoding: the line has half of a surrogate pair, ${fatal}`],
    ["[A]\nx=\u{1fffe}\n", false, `2:3: bad-encoding: the line has the noncharacter U+1FFFE, ${fatal}`],
    [
      latin("# \xfc\n[A]\n"),
      true,
      "1:3: bad-encoding: the comment is not UTF-8: systemd skips it, but its odd bytes can't be kept",
    ],
    ["[A]\r\nx=1\r\n", true],
    ["[A]\nx=1\ry=2\n", true, `2:4: odd-line-end: a carriage return ${other}`],
    ["[A]\nx=1\0y=2\n", true, `2:4: odd-line-end: a NUL ${other}`],
    ["\0\0\0\0", true, `1:1: odd-line-end: a NUL ${other}`],
    [
      "x=1\n",
      true,
      '1:1: no-section: expected a section header like [Unit] first, received "x=1", which systemd ignores',
    ],
    ["[A]\n  foo\n", true, '2:3: no-assignment: expected Directive=value, received "foo", which systemd ignores'],
    [
      `[A]\n${"a".repeat(80)}\n`,
      true,
      `2:1: no-assignment: expected Directive=value, received "${"a".repeat(60)}…", which systemd ignores`,
    ],
    [
      "[A]\nx=a\\\n ; b\n",
      true,
      '3:2: lost-comment: systemd takes "; b" inside a continued line for a comment, and leaves it out',
    ],
    [
      "[A]\n# b\\\n",
      true,
      "2:4: lost-comment: the comment ends in a backslash, which joins nothing to it: the next line is read",
    ],
  ];
  for (const [content, loads, ...found] of problems) {
    it(`of ${JSON.stringify(content.toString().slice(0, 20))} says ${found[0] ?? "nothing"}`, () => {
      assert.deepEqual(problemsOf(content), found);
      assert.equal(parseUnit(content).loads, loads);
    });
  }

  it("gives the problems in the order of the file", () => {
    const rules = parseUnit("[A]\nfoo\r[B\0bar").problems.map(({ rule }) => rule);
    assert.deepEqual(rules, ["no-assignment", "odd-line-end", "bad-header", "odd-line-end", "no-assignment"]);
  });

  it("names a line that is too long, joined or not", () => {
    const long = (bytes: number) =>
      `3:1: long-line: a line of ${bytes} bytes is longer than systemd reads, and it loads none of the file`;
    assert.deepEqual(problemsOf(`[A]\n\nx=${"a".repeat(1_048_573)}\n`), []);
    assert.deepEqual(problemsOf(`[A]\n\nx=${"a".repeat(1_048_574)}\n`), [long(1_048_576)]);
    assert.deepEqual(problemsOf(`[A]\n\nx=${"é".repeat(524_287)}\n`), [long(1_048_576)]);
    assert.deepEqual(problemsOf(`[A]\n\nx=\\\n${"a".repeat(1_048_573)}\n`), []);
    assert.deepEqual(problemsOf(`[A]\n\nx=\\\n${"a".repeat(1_048_574)}\n`), [long(1_048_577)]);
    assert.deepEqual(problemsOf(latin(`[A]\n\n#${"\xff".repeat(1_048_574)}\n`)).length, 1);
  });

  const mega = 1 << 20;
  const large: readonly [what: string, content: string, is: (parsed: ParsedUnit) => boolean][] = [
    ["a megabyte of backslashes", "\\".repeat(mega), ({ loads }) => !loads],
    ["a quarter of a megabyte of NULs", "\0".repeat(mega / 4), ({ problems }) => problems.length === 1],
    ["100,000 sections", "[a]\n".repeat(100_000), ({ unit }) => unit.length === 100_000],
    ["a line of 200,000 parts", `[a]\nx=${"b\\\n".repeat(200_000)}`, ({ unit }) => unit[0]?.entries.length === 1],
    ["half a megabyte of blanks", `[a]\nx=b${" ".repeat(mega / 2)}c`, ({ problems }) => problems.length === 0],
    ["half a megabyte of words", `[a]\nx=${" x".repeat(mega / 4)}`, ({ problems }) => problems.length === 0],
    ["half a megabyte of bad bytes", "\ud800".repeat(mega / 4), ({ problems }) => problems.length === 2],
  ];
  for (const [what, content, is] of large) {
    it(`takes no time for ${what}`, () => {
      const start = performance.now();
      assert.ok(is(parseUnit(content)));
      assert.ok(is(parseUnit(Buffer.from(content, "latin1"))) || content.includes("\ud800"));
      assert.ok(performance.now() - start < 5000);
    });
  }
});
