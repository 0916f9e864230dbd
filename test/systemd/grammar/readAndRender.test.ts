// Reading and rendering are each other's way back, whatever stands in a file or in a unit.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { parseUnit } from "../../../systemd/grammar/parseUnit.ts";
import { renderUnit, UnitError } from "../../../systemd/grammar/renderUnit.ts";
import type { Entry, Section, Unit } from "../../../systemd/unit.ts";
import { hostileFile, hostileText } from "./hostileText.ts";

describe("any file", () => {
  it("is read without a throw, entry for entry with its place; and what loads is rendered to stable bytes", () => {
    let loaded = 0;
    const check = (file: Uint8Array) => {
      const { unit, places, loads } = parseUnit(file);
      const shape = ({ entries }: { entries: readonly unknown[] }) => entries.length;
      assert.deepEqual(places.map(shape), unit.map(shape));
      if (!loads) return;
      loaded += 1;
      const text = renderUnit(unit);
      const again = parseUnit(Buffer.from(text));
      assert.deepEqual(again.unit, unit);
      assert.equal(again.loads, true);
      assert.equal(renderUnit(again.unit), text);
    };
    fc.assert(fc.property(hostileFile, check), { numRuns: 20_000, seed: 5 });
    fc.assert(fc.property(fc.uint8Array(), check), { numRuns: 2000, seed: 5 });
    assert.ok(loaded > 10_000, `${loaded}`);
  });

  it("gives a unit that can be rendered also where kept lines get longer", () => {
    const longest = 1_048_575;
    for (const text of ["a".repeat(longest), `#${"\ud800".repeat(longest / 3)}`, `a\\\n${"b ".repeat(longest / 2)}`]) {
      const { unit, loads } = parseUnit(text);
      assert.equal(loads, true);
      assert.deepEqual(parseUnit(renderUnit(unit)).unit, unit);
    }
  });
});

describe("any unit", () => {
  const plain = fc.constantFrom("User", "ExecStart", "a", "a b", "[", "\ufeffx");
  const directive = fc.oneof({ weight: 9, arbitrary: plain }, { weight: 1, arbitrary: hostileText });
  const assignment = fc.tuple(
    directive,
    hostileText.map((text) => text.trim()),
  );
  const comment = fc.tuple(fc.constantFrom("#", ";"), hostileText);
  const entry: fc.Arbitrary<Entry> = fc.oneof(
    { weight: 12, arbitrary: assignment },
    { weight: 1, arbitrary: comment },
    { weight: 1, arbitrary: fc.constant<Entry>(["", ""]) },
  );
  const name = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom("Unit", "Service", " ]") },
    { weight: 1, arbitrary: hostileText },
  );
  const section: fc.Arbitrary<Section> = fc
    .tuple(name, fc.array(entry, { maxLength: 3 }))
    .map(([name, entries]) => ({ name, entries }));
  const units: fc.Arbitrary<Unit> = fc.array(section, { maxLength: 3 });

  it("that is rendered is read back as it was, and what can't be is refused with a reason", () => {
    let rendered = 0;
    fc.assert(
      fc.property(units, (unit) => {
        let text: string;
        try {
          text = renderUnit(unit);
        } catch (error) {
          assert.ok(error instanceof UnitError, `${error}`);
          return;
        }
        rendered += 1;
        assert.deepEqual(parseUnit(Buffer.from(text)).unit, unit);
      }),
      { numRuns: 20_000, seed: 6 },
    );
    assert.ok(rendered > 5000, `${rendered}`);
  });
});
