import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { it } from "node:test";

it("systemd/ needs nothing but itself: no other part of the program, no package, nothing that reads or writes", () => {
  const folder = resolve("systemd");
  const files = (readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.endsWith(".ts"));
  const foreign = files.flatMap((file) =>
    Array.from(readFileSync(join(folder, file), "utf8").matchAll(/ from "([^"]+)"/g), ([, from = ""]) => from)
      .filter((from) => !["node:path", "node:crypto"].includes(from))
      .filter((from) => !(from.startsWith(".") && resolve(folder, file, "..", from).startsWith(`${folder}/`)))
      .map((from) => `${file}: ${from}`),
  );
  assert.ok(files.length > 50, `${files.length} files`);
  assert.deepEqual(foreign, []);
});
