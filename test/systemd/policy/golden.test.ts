import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { loadStack } from "../../../stacks/loadStack.ts";
import { renderUnit } from "../../../systemd/grammar/renderUnit.ts";
import { botUnit } from "../../../systemd/policy/botUnit.ts";

for (const name of ["lesson-bot", "lesson-large"]) {
  it(`${name}.yaml gives the lesson's unit byte for byte`, () => {
    const { bots } = loadStack(`test/golden/${name}.yaml`);
    const units = bots.map((bot) => renderUnit(botUnit(bot.name, bot.parameters)));
    assert.deepEqual(units, [readFileSync(`test/golden/${name}.service`, "utf8")]);
  });
}
