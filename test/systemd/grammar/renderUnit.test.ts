import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
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

  it("keeps an even run of backslashes at the end, and an odd one elsewhere", () => {
    assert.equal(renderUnit(service(["User", "a\\b\\\\"])), "[Service]\nUser=a\\b\\\\\n");
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
    ["one backslash at the end", "a\\", "ends in a backslash, which would join the next line to it"],
    ["three backslashes at the end", "a\\\\\\", "ends in a backslash, which would join the next line to it"],
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

  it("refuses names that would make another line of the file", () => {
    assert.equal(refused([{ name: "Service]\nUser=root", entries: [] }]), '"Service]\\nUser=root" is no section name');
    assert.equal(refused(service(["User=root\nX", "y"])), '[Service] "User=root\\nX" is no directive name');
    assert.equal(refused(service(["#User", "y"])), '[Service] "#User" is no directive name');
  });

  it("refuses a unit without sections, which would be an empty file", () => {
    assert.equal(refused([]), "the unit has no section: systemd takes an empty file for a masked unit");
  });

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
        // As systemd splits lines.
        const lines = text.split(/[\n\r\0]/);
        assert.deepEqual(lines, ["[Service]", ...values.map((value) => `User=${value}`), ""]);
        return renderUnit(unit) === text;
      }),
      { numRuns: 1000 },
    );
  });
});
