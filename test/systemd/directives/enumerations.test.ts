import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { directive, directivesOf, sectionNames } from "../../../systemd/directives/directive.ts";
import { enumeration, words } from "../../../systemd/directives/enumerations.ts";

describe("words", () => {
  it("are those that a version of systemd reads", () => {
    const older = ["simple", "forking", "oneshot", "dbus", "notify", "idle", "exec"];
    assert.deepEqual(words("service_type", 252), older);
    assert.deepEqual(words("service_type", 253), [...older, "notify-reload"]);
    assert.deepEqual(words("socket_protocol", 256), ["udplite", "sctp"]);
    assert.deepEqual(words("socket_protocol", 257), ["udplite", "sctp", "mptcp"]);
  });

  it("are all of them where no version is given, and those of 245 before it", () => {
    assert.deepEqual(words("private_users"), ["no", "self", "identity", "full", "managed"]);
    assert.deepEqual(words("collect_mode", 200), ["inactive", "inactive-or-failed"]);
  });
});

describe("enumeration", () => {
  it("says since when a word is known and what to write for an obsolete one", () => {
    assert.deepEqual(enumeration("kill_mode"), [
      { word: "control-group", since: 245 },
      { word: "process", since: 245 },
      { word: "mixed", since: 245 },
      { word: "none", since: 245, obsolete: "mixed" },
    ]);
    assert.deepEqual(enumeration("private_tmp").at(-1), { word: "disconnected", since: 257 });
  });

  it("is there for every directive that takes one", () => {
    const rows = sectionNames().flatMap((section) => directivesOf(section).map((name) => directive(section, name)));
    const named = rows.filter((row) => row?.type === "choice" || row?.type === "switch");
    assert.ok(named.length > 100);
    for (const row of named) assert.ok(words(row?.args[0] ?? "").length > 0, row?.name);
  });

  it("refuses a name that systemd has none by", () => {
    const message = (name: string) => `expected the name of an enumeration like "service_type", received "${name}"`;
    for (const name of ["bogus", "constructor", ""]) {
      assert.throws(() => enumeration(name), new Error(message(name)));
      assert.throws(() => words(name, 252), new Error(message(name)));
    }
  });
});
