import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { loadStack } from "../../../stacks/loadStack.ts";
import { renderUnit } from "../../../systemd/grammar/renderUnit.ts";
import { botUnit } from "../../../systemd/policy/botUnit.ts";

const goldens = { "lesson-bot": "the lesson's unit", "lesson-large": "the lesson's unit", "good-bot": "a good unit" };

for (const [name, what] of Object.entries(goldens)) {
  it(`${name}.yaml gives ${what} byte for byte`, () => {
    const { bots } = loadStack(`test/golden/${name}.yaml`);
    const units = bots.map((bot) => renderUnit(botUnit(bot.name, bot.parameters)));
    assert.deepEqual(units, [readFileSync(`test/golden/${name}.service`, "utf8")]);
  });
}
