import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { parseUnit } from "../../../systemd/grammar/parseUnit.ts";
import { renderUnit, UnitError } from "../../../systemd/grammar/renderUnit.ts";
import type { Entry, Unit } from "../../../systemd/unit.ts";

const service = (...entries: Entry[]): Unit => [{ name: "Service", entries }];
const refused = (unit: Unit) => {
  try {
    renderUnit(unit);
  } catch (error) {
    assert.ok(error instanceof UnitError);
    return error.message;
  }
  return assert.fail("nothing was refused");
};

describe("renderUnit", () => {
  it("keeps the order of sections, entries and repeated directives, and parts sections by one blank line", () => {
    const unit: Unit = [
      {
        name: "Unit",
        entries: [
          ["After", "b.target"],
          ["Description", "x"],
          ["After", "a.target"],
        ],
      },
      { name: "Service", entries: [["ExecStart", "/bin/true"]] },
      { name: "X-Ours", entries: [] },
    ];
    const text =
      "[Unit]\nAfter=b.target\nDescription=x\nAfter=a.target\n\n[Service]\nExecStart=/bin/true\n\n[X-Ours]\n";
    assert.equal(renderUnit(unit), text);
  });

  it("writes an empty value, which takes back what was set before", () => {
    assert.equal(renderUnit(service(["ExecStart", ""])), "[Service]\nExecStart=\n");
  });

  it("writes a blank after an odd run of backslashes at the end, or it would join the next line", () => {
    assert.equal(renderUnit(service(["User", "a\\b\\\\"])), "[Service]\nUser=a\\b\\\\\n");
    assert.equal(renderUnit(service(["User", "a\\"])), "[Service]\nUser=a\\ \n");
    assert.equal(renderUnit(service(["User", "\\\\\\"], ["Group", "b"])), "[Service]\nUser=\\\\\\ \nGroup=b\n");
  });

  it("writes comments and blank lines, and no blank line between a comment and the header it announces", () => {
    const unit: Unit = [
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
          ["#", ""],
          ["x", "1"],
        ],
      },
      {
        name: "B",
        entries: [
          ["x", "1"],
          ["#", " c"],
        ],
      },
      {
        name: "C",
        entries: [
          ["x", "1"],
          ["", ""],
          ["#", " d"],
          ["#", " e"],
        ],
      },
      { name: "D", entries: [["#", " f"]] },
      { name: "E", entries: [] },
    ];
    const text = "# a\n\n;b\n[A]\n#\nx=1\n\n[B]\nx=1\n# c\n\n[C]\nx=1\n\n# d\n# e\n[D]\n# f\n\n[E]\n";
    assert.equal(renderUnit(unit), text);
    assert.deepEqual(parseUnit(text).unit, unit);
    assert.equal(renderUnit([{ name: "", entries: [] }]), "\n");
  });

  it("takes any name that reads back as itself", () => {
    const unit: Unit = [
      {
        name: " [A] = #",
        entries: [
          ["é \\", "1"],
          ["\ufeffx", "2"],
          ["a]", "3"],
        ],
      },
    ];
    assert.equal(renderUnit(unit), "[ [A] = #]\né \\=1\n \ufeffx=2\na]=3\n");
    assert.deepEqual(parseUnit(renderUnit(unit)).unit, unit);
  });

  const problems: readonly [rule: string, value: string, problem: string][] = [
    ["a line feed", "a\nExecStart=/bin/evil", "has a line break, where a directive is one line"],
    [
      "a carriage return, which ends a line for systemd, too",
      "a\rB=c",
      "has a line break, where a directive is one line",
    ],
    ["a NUL, which ends a line for systemd, too", "a\0B=c", "has a NUL character, which ends the line for systemd"],
    ["half of a surrogate pair", "a\ud800", "has half of a surrogate pair, which is no character"],
    ["a noncharacter", "a\ufdd0", "has a Unicode noncharacter, for which systemd refuses the whole unit"],
    [
      "a noncharacter of a higher plane",
      "a\u{1fffe}",
      "has a Unicode noncharacter, for which systemd refuses the whole unit",
    ],
    ["a blank at the start", " a", "starts or ends with white space, which systemd strips"],
    ["a tab at the end", "a\t", "starts or ends with white space, which systemd strips"],
  ];
  for (const [rule, value, problem] of problems) {
    it(`refuses ${rule}, and names section and directive`, () => {
      assert.equal(refused(service(["User", value])), `[Service] User: the value ${problem}`);
    });
  }

  it("takes a line of 1,048,575 bytes and refuses one more", () => {
    const longest = "é".repeat((1_048_575 - "Nam=".length - 1) / 2);
    assert.equal(Buffer.byteLength(renderUnit(service(["Nam", `${longest}x`]))), "[Service]\n".length + 1_048_576);
    assert.equal(
      refused(service(["Nam", `${longest}xx`])),
      "[Service] Nam: the value makes a line of 1048576 bytes, more than the 1048575 systemd reads",
    );
  });

  it("breaks at a blank a line that only joined ones may be as long as", () => {
    const unit = service(["Nam", `aaaaaaaaaa #x ${"b".repeat(1_048_576 - "Nam=aaaaaaaaaa #x ".length)}`]);
    const text = renderUnit(unit);
    assert.equal(text.slice(0, 30), "[Service]\nNam=aaaaaaaaaa #x\\\nb");
    const { unit: again, loads } = parseUnit(text);
    assert.deepEqual(again, unit);
    assert.equal(loads, true);
  });

  it("refuses names that would make another line of the file", () => {
    assert.equal(refused([{ name: "Service]\nUser=root", entries: [] }]), '"Service]\\nUser=root" is no section name');
    assert.equal(refused(service(["User=root\nX", "y"])), '[Service] "User=root\\nX" is no directive name');
    for (const name of ["#User", ";User", "[User]", " User", "User ", "Us\ver\0", "User\ud800"]) {
      assert.equal(refused(service([name, "y"])), `[Service] ${JSON.stringify(name)} is no directive name`);
    }
    for (const name of ["A\0", "A\tB", "A'", 'A"', "A\\", "A\ud800", "A\ufffe"]) {
      assert.equal(refused([{ name, entries: [] }]), `${JSON.stringify(name)} is no section name`);
    }
  });

  const x: Entry = ["x", "1"];
  const blank: Entry = ["", ""];
  const start = "[Service] a blank line at the start of a section or after another is not kept";
  const others: readonly [rule: string, unit: Unit, problem: string][] = [
    [
      "no section, which would be an empty file",
      [],
      "the unit has no section: systemd takes an empty file for a masked unit",
    ],
    ["a blank line at the start", service(blank, x), start],
    ["two blank lines", service(x, blank, blank, x), start],
    ["a blank line at the end", service(x, blank), "[Service] a blank line at the end of a section is not kept"],
    ["a value without a name", service(["", "a"]), '[Service] "a" has no directive'],
    ["a comment with a line break", service(["#", "a\nb"]), '[Service] the comment "#a\\nb" has a line break'],
    [
      "a comment with half a surrogate pair",
      service(["#", "\ud800"]),
      '[Service] the comment "#\\ud800" has half of a surrogate pair, which is no character',
    ],
    [
      "a comment with white space at its end",
      service([";", "a "]),
      '[Service] the comment ";a " ends with white space, which is not kept',
    ],
    [
      "a comment of a megabyte",
      service(["#", "a".repeat(1_048_575)]),
      `[Service] the comment "#${"a".repeat(60)}" is longer than systemd reads`,
    ],
    [
      "an assignment before the first section",
      [{ name: "", entries: [x] }],
      "before the first section: only comments can stand here",
    ],
    [
      "an empty head",
      [
        { name: "", entries: [] },
        { name: "A", entries: [] },
      ],
      "before the first section: an empty head can't be written",
    ],
    [
      "a second head",
      [
        { name: "A", entries: [] },
        { name: "", entries: [["#", ""]] },
      ],
      "a section has no name, and isn't the first",
    ],
    [
      "a section's name that is too long",
      [{ name: "a".repeat(1_048_574), entries: [] }],
      "the section name makes a line of 1048576 bytes, more than the 1048575 systemd reads",
    ],
  ];
  for (const [rule, unit, problem] of others) it(`refuses ${rule}`, () => assert.equal(refused(unit), problem));

  it("gives one line a value, whatever the value, and the same text each time", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1 }), (values) => {
        const unit = service(...values.map((value): Entry => ["User", value]));
        let text: string;
        try {
          text = renderUnit(unit);
        } catch (error) {
          return error instanceof UnitError;
        }
        // As systemd splits lines; a blank keeps an odd run of backslashes from joining two.
        const lines = text.split(/[\n\r\0]/).map((line) => line.replace(/\\ $/, "\\"));
        assert.deepEqual(lines, ["[Service]", ...values.map((value) => `User=${value}`), ""]);
        return renderUnit(unit) === text;
      }),
      { numRuns: 1000 },
    );
  });
});
