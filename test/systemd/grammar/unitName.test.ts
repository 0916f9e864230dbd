import assert from "node:assert/strict";
import { it } from "node:test";
import { serviceNameProblem, unitNameProblem } from "../../../systemd/grammar/unitName.ts";

const odd = (text: string) => `has ${JSON.stringify(text)}, where only letters, digits and : _ . \\ @ - may stand`;
const noName = "is no full unit name: it needs a name and a type, as in echo.service";

const names: readonly [name: string, problem: string | undefined][] = [
  ["echo.service", undefined],
  ["a:b_c.d\\x2d-@x@y.service", undefined],
  ["redis.socket", undefined],
  ["bot@.service", undefined],
  [`${"a".repeat(247)}.service`, undefined],
  [`${"a".repeat(248)}.service`, "is longer than 255 bytes"],
  ["echo", noName],
  [".service", noName],
  ["@a.service", noName],
  ["echo.exe", noName],
  ["", noName],
  ["a+b.service", odd("+")],
  ["a b.service", odd(" ")],
  ["../a.service", odd("/")],
  ["a\n.service", odd("\n")],
  ["é.service", odd("é")],
];
for (const [name, problem] of names) {
  it(`unitNameProblem(${JSON.stringify(name.slice(0, 30))}, ${name.length} characters) is ${problem ?? "nothing"}`, () => {
    assert.equal(unitNameProblem(name), problem);
  });
}

it("a bot's unit has to be a service", () => {
  assert.equal(serviceNameProblem("echo.service"), undefined);
  assert.equal(serviceNameProblem("bot@echo.service"), undefined);
  assert.equal(serviceNameProblem("echo.timer"), "is no service: the name has to end in .service");
  assert.equal(serviceNameProblem("a/b.service"), odd("/"));
});

it("a bot's unit can't be a template", () => {
  assert.equal(serviceNameProblem("bot@.service"), "is a template: give it an instance, as in bot@echo.service");
});
