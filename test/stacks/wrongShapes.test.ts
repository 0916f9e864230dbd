import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { parseStack } from "../../stacks/loadStack.ts";
import { settingNames } from "../../stacks/schema.ts";
import { StackConfigError } from "../../stacks/stackConfigError.ts";
import { parseUnit } from "../../systemd/grammar/parseUnit.ts";
import { renderUnit } from "../../systemd/grammar/renderUnit.ts";
import { botUnit } from "../../systemd/policy/botUnit.ts";

const host = { address: "203.0.113.10", user: "u", hostKey: { config: "k" }, agent: true };
const words = [
  "a\nExecStart=/x",
  "]",
  "[Service]",
  "/bin/a",
  "/a b",
  "yes",
  "10",
  "a.service",
  "%",
  ";",
  "\\",
  "-",
  "",
];
const keys = [
  "MemoryMax",
  "ExecStart",
  "Environment",
  "StartLimitBurst",
  "script",
  "entry",
  "venv",
  "args",
  "constructor",
];

const scalar = fc.oneof(
  fc.constantFrom(...words),
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);
const key = fc.oneof(fc.constantFrom(...keys), fc.string({ maxLength: 5 }));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(key, tie("value"), { maxKeys: 3 }),
  ),
}));
const parameters = fc.dictionary(fc.constantFrom(...settingNames), value, { maxKeys: 4 });
const bot = parameters.map((given) => ({ host: "vps", user: "u", execStart: "/bin/a", ...given }));
const file = fc.oneof(
  fc.record({ hosts: fc.constant({ vps: host }), bots: fc.record({ a: bot }), defaults: parameters }),
  fc.record({ hosts: value, bots: value, defaults: value, extends: value }, { requiredKeys: [] }),
);

/** The units of a file; none if something is wrong in it, which has to be said at a place. */
function unitsOf(text: string) {
  try {
    return parseStack(text, "s").bots.map(({ name, parameters }) => botUnit(name, parameters));
  } catch (error) {
    if (!(error instanceof StackConfigError)) throw error;
    assert.ok(error.findings.length > 0 && error.findings.every(({ line, column }) => line > 0 && column > 0));
    return [];
  }
}

it("values of any shape anywhere are findings, or units that say just what they hold", () => {
  let units = 0;
  const check = (shape: unknown) => {
    for (const unit of unitsOf(JSON.stringify(shape))) {
      assert.deepEqual(parseUnit(renderUnit(unit)).unit, unit);
      units += 1;
    }
  };
  fc.assert(fc.property(file, check), { seed: 1, numRuns: 2_000 });
  assert.ok(units > 50, `${units} units`);
});
