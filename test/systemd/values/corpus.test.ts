// No false alarm: what a distribution ships is right.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { describe, it } from "node:test";
import { directive } from "../../../systemd/directives/directive.ts";
import { parseUnit } from "../../../systemd/grammar/parseUnit.ts";
import { isAssignment } from "../../../systemd/unit.ts";
import { checkValue } from "../../../systemd/values/checkValue.ts";

const folders = ["/lib/systemd", "/usr/lib/systemd/user", "/etc/systemd"];
const kinds = /^\.(?:service|socket|timer|path|target|mount|automount|swap|slice|scope|conf)$/;
const skip = existsSync("/lib/systemd/system") ? false : "/lib/systemd/system is not here";

describe("every unit file of this machine", { skip }, () => {
  const files = folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && kinds.test(extname(entry.name)))
      .map((entry) => join(entry.parentPath, entry.name)),
  );

  it("has only values that are right", () => {
    let checked = 0;
    const findings = files.flatMap((file) =>
      parseUnit(readFileSync(file)).unit.flatMap(({ name: section, entries }) =>
        entries.filter(isAssignment).flatMap(([name, value]) => {
          const row = directive(section, name);
          if (!row) return [];
          checked += 1;
          const problem = checkValue(row, value);
          return problem ? [`${file}: ${name}=${value}: ${problem.text}`] : [];
        }),
      ),
    );
    assert.deepEqual(findings, []);
    assert.ok(checked > 1000, `only ${checked} values`);
  });
});
