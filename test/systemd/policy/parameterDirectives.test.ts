import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { directive } from "../../../systemd/directives/directive.ts";
import { parameterDirectives, parametersBySection } from "../../../systemd/policy/parameterDirectives.ts";

describe("parameterDirectives", () => {
  it("spells each parameter as its directive, first letters apart", () => {
    for (const [name, [, spelling]] of parameterDirectives) assert.equal(name.toLowerCase(), spelling.toLowerCase());
  });

  it("names directives that systemd has in that section, by their present names", () => {
    for (const [, [section, name]] of parameterDirectives) {
      const known = directive(section, name);
      assert.ok(known, `${section}.${name}`);
      assert.deepEqual(
        { obsolete: known.obsolete, removed: known.type === "removed" },
        { obsolete: undefined, removed: false },
      );
      assert.ok(known.since <= 252, `${section}.${name} is known from ${known.since} on`);
    }
  });

  it("has each name once", () => {
    const all = Object.values(parametersBySection).flatMap((parameters) => Object.keys(parameters));
    assert.equal(parameterDirectives.size, all.length);
  });

  it("has these parameters in [Unit] and [Install], and all others in [Service]", () => {
    const of = (wanted: string) =>
      Array.from(parameterDirectives, ([name, [section]]) => (section === wanted ? name : ""))
        .filter(Boolean)
        .join(" ");
    const relations = "after before wants requires requisite bindsTo partOf conflicts onFailure onSuccess";
    const others = "requiresMountsFor conditionPathExists assertPathExists startLimitIntervalSec startLimitBurst";
    assert.equal(of("Unit"), `description documentation ${relations} ${others}`);
    assert.equal(of("Install"), "wantedBy requiredBy alias also");
  });
});
