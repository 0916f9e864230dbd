import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { directive, directivesOf, sectionNames } from "../../../systemd/directives/directive.ts";

describe("directive", () => {
  it("knows type, version and man page", () => {
    assert.deepEqual(directive("Service", "RestartSteps"), {
      ...{ section: "Service", name: "RestartSteps", type: "integer", args: ["0", "4294967295"] },
      ...{ list: false, since: 254, man: "systemd.service(5)" },
    });
  });

  it("takes what sections have in common from one place, under the section's own name", () => {
    for (const section of ["Service", "Socket", "Mount", "Swap"])
      assert.deepEqual(directive(section, "Environment"), {
        ...{ section, name: "Environment", type: "environment", args: [], list: true, since: 245 },
        man: "systemd.exec(5)",
      });
    assert.equal(directive("Slice", "MemoryMax")?.type, "memory");
    assert.equal(directive("Slice", "Environment"), undefined);
    assert.equal(directive("Scope", "KillMode")?.type, "choice");
  });

  it("tells sections apart that mean different things by a name", () => {
    assert.deepEqual(
      ["Service", "Mount"].map((section) => [directive(section, "Type")?.type, directive(section, "Type")?.args]),
      [
        ["choice", ["service_type"]],
        ["text", []],
      ],
    );
    assert.deepEqual(directive("Swap", "Priority")?.args, ["-1", "32767"]);
  });

  it("knows nothing of a directive where systemd reads it and then ignores it", () => {
    const sections = ["Service", "Socket", "Mount", "Swap", "Slice", "Scope"];
    const knowing = (name: string) => sections.filter((section) => directive(section, name) !== undefined);
    assert.deepEqual(knowing("Delegate"), ["Service", "Scope"]);
    assert.deepEqual(knowing("ManagedOOMSwap"), ["Service", "Slice", "Scope"]);
    assert.deepEqual(knowing("Slice"), ["Service", "Socket", "Mount", "Swap", "Scope"]);
    assert.deepEqual(
      directivesOf("Slice").filter((name) => name === "Slice" || name === "Delegate"),
      [],
    );
  });

  it("says what has replaced a directive, until when it was heeded, and that one has no effect", () => {
    assert.deepEqual(directive("Service", "MemoryLimit"), {
      ...{ section: "Service", name: "MemoryLimit", type: "memory", args: [], list: false, since: 245, until: 258 },
      obsolete: "MemoryMax",
    });
    assert.deepEqual(directive("Service", "NetClass"), {
      ...{ section: "Service", name: "NetClass", type: "removed", args: [], list: false, since: 245, obsolete: "" },
    });
  });

  it("knows nothing of other names, whatever JavaScript knows by them", () => {
    for (const name of ["Bogus", "memorymax", "constructor", "__proto__", "toString", "length", "0", ""]) {
      assert.equal(directive("Service", name), undefined);
      assert.equal(directive(name, "MemoryMax"), undefined);
      assert.deepEqual(directivesOf(name), []);
    }
  });
});

describe("directivesOf and sectionNames", () => {
  it("list every directive once, the section's own first, and each can be asked for", () => {
    assert.deepEqual(sectionNames(), [
      ...["Unit", "Service", "Socket", "Mount", "Automount", "Swap", "Timer", "Path", "Slice", "Scope", "Install"],
    ]);
    for (const section of sectionNames()) {
      const names = directivesOf(section);
      assert.equal(new Set(names).size, names.length);
      for (const name of names) assert.equal(directive(section, name)?.name, name);
    }
    assert.deepEqual(directivesOf("Service").slice(0, 3), ["PIDFile", "ExecCondition", "ExecStartPre"]);
    assert.deepEqual(directivesOf("Automount"), ["Where", "ExtraOptions", "DirectoryMode", "TimeoutIdleSec"]);
  });
});
