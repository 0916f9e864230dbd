import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { directive, directivesOf, sectionNames } from "../../../systemd/directives/directive.ts";
import { impactTable } from "../../../systemd/impact/impactTable.ts";
import { needOf } from "../../../systemd/impact/needOf.ts";

const kindOf = (section: string) => (["Unit", "Install"].includes(section) ? "service" : section.toLowerCase());

describe("impactTable", () => {
  it("has a row for every directive that any systemd knows", () => {
    const missing = sectionNames().flatMap((section) =>
      directivesOf(section).filter((name) => /doesn't know/.test(needOf(kindOf(section), section, name).why)),
    );
    assert.deepEqual(missing, []);
  });

  it("names no directive that no systemd knows in one of its sections", () => {
    const unknown = impactTable.flatMap(([sections, directives]) => {
      const all = sectionNames().filter((name) => sections === "*" || sections.split(" ").includes(name));
      const names = directives.split(/\s+/).filter((name) => !name.includes("*"));
      return names.filter((name) => !all.some((section) => directive(section, name)));
    });
    assert.deepEqual(unknown, []);
  });

  it("has no row that never decides", () => {
    const deciding = new Set<string>();
    for (const section of [...sectionNames(), "X-Mine"]) {
      for (const name of [...directivesOf(section), "X-Mine"]) {
        deciding.add(needOf(kindOf(section), section, name).why);
      }
    }
    for (const [sections, directives, , why] of impactTable) assert.ok(deciding.has(why), `${sections} ${directives}`);
  });

  it("is not ambiguous: of two rows that fit, the later one is one for all the rest", () => {
    for (const section of sectionNames()) {
      for (const name of directivesOf(section)) {
        const fitting = impactTable.filter(([sections, directives]) => {
          const matches = (list: string, word: string) =>
            list.split(/\s+/).some((one) => new RegExp(`^${one.replaceAll("*", ".*")}$`).test(word));
          return matches(sections, section) && matches(directives, name) && directives !== "*";
        });
        assert.ok(fitting.length <= 1, `[${section}] ${name}: ${fitting.map(([, , , why]) => why).join("; ")}`);
      }
    }
  });
});
