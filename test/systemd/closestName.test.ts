import assert from "node:assert/strict";
import { it } from "node:test";
import { closestName, suggestion } from "../../systemd/closestName.ts";

const known = ["memoryMax", "memoryHigh", "user", "umask", "restart", "restartSec", "vps"];
const names: readonly [unknown: string, meant: string | undefined][] = [
  ["memmoryMax", "memoryMax"],
  ["MemoryMax", "memoryMax"],
  ["memory_max", "memoryMax"],
  ["restart-sec", "restartSec"],
  ["usr", "user"],
  ["vsp", "vps"],
  ["execStart", undefined],
  ["", undefined],
  ["x".repeat(10_000), undefined],
];
it("takes the start of a name for it, if nothing is nearer", () => {
  const directives = ["WorkingDirectory", "Environment", "EnvironmentFile", "Type"];
  assert.equal(closestName("WorkingDir", directives), "WorkingDirectory");
  assert.equal(closestName("environ", directives), "Environment");
  assert.equal(closestName("Env", directives), undefined);
});

for (const [unknown, meant] of names) {
  it(`${JSON.stringify(unknown.slice(0, 20))} means ${meant ?? "nothing known"}`, () => {
    assert.equal(closestName(unknown, known), meant);
  });
}

it("suggests only what it knows", () => {
  assert.equal(suggestion("usr", known), '; did you mean "user"?');
  assert.equal(suggestion("xyzzy", known), "");
  assert.equal(suggestion("usr", []), "");
});
