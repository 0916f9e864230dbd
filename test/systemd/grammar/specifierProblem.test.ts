import assert from "node:assert/strict";
import { it } from "node:test";
import {
  escapeSpecifiers,
  type SpecifierOptions,
  specifierProblem,
} from "../../../systemd/grammar/specifierProblem.ts";

const unknown = (specifier: string) =>
  `has "${specifier}", which is no specifier of systemd: a percent sign is written %%`;
const cases: readonly [text: string, options: SpecifierOptions, problem: string | undefined][] = [
  ["%n %i %% 5% %-", {}, undefined],
  ["%z", {}, unknown("%z")],
  ["%%z %1", {}, unknown("%1")],
  ["%A %D", {}, undefined],
  ["%d", { systemd: 249 }, 'has "%d", which systemd knows from version 252 on, and the server has 249'],
  ["%d", { systemd: 252 }, undefined],
  ["%n", { systemd: 239 }, undefined],
  ["%i %H %u", { install: true }, undefined],
  ["%h", { install: true }, 'has "%h", which [Install] does not know'],
];
for (const [text, options, problem] of cases) {
  it(`specifierProblem(${JSON.stringify(text)}, ${JSON.stringify(options)}) is ${problem ?? "nothing"}`, () => {
    assert.equal(specifierProblem(text, options), problem);
  });
}

it("an escaped text has only percent signs", () => {
  assert.equal(escapeSpecifiers("50%n %%"), "50%%n %%%%");
});
