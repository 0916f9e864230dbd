import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { unitCommand } from "../../commands/unitCommand.ts";
import { unitFiles } from "./unitFiles.ts";

const unit = (...lines: readonly string[]) => ["[Service]", "ExecStart=/bin/a", ...lines];

describe("unit impact", () => {
  const { path, write } = unitFiles();

  it("prints what a change needs and which directive decides it", async () => {
    const files = [write("old/a.service", unit("Nice=1")), write("new/a.service", unit("Nice=2"))];
    const { out, err, code } = await unitCommand(["impact", ...files]);
    assert.deepEqual({ first: out.split("\n")[0], err, code }, { first: "daemon-reload, restart", err: "", code: 0 });
    assert.match(out, /\n {2}\[Service\] Nice: restart: /);
    assert.match((await unitCommand(["impact", "--on-change", "none", ...files])).out, /^daemon-reload\n/);
  });

  it("prints it for programs", async () => {
    const files = [write("old/b.service", unit("Nice=1")), write("new/b.service", unit("Nice=2"))];
    const { out } = await unitCommand(["impact", "--json", ...files]);
    assert.deepEqual(JSON.parse(out).actions, ["daemon-reload", "restart"]);
  });

  it("needs nothing for the same unit written otherwise", async () => {
    const files = [write("old/c.service", unit("Nice=1")), write("new/c.service", unit("", "Nice = 1"))];
    assert.equal((await unitCommand(["impact", ...files])).out.split("\n")[0], "nothing");
  });

  it("takes /dev/null for no unit", async () => {
    const file = write("d.service", unit());
    assert.match((await unitCommand(["impact", "/dev/null", file])).out, /^daemon-reload, start\n/);
    assert.match((await unitCommand(["impact", file, "/dev/null"])).out, /^stop, disable, daemon-reload\n/);
  });

  it("refuses what can't be read, and what systemd would not load", async () => {
    const file = write("e.service", unit());
    assert.deepEqual(await unitCommand(["impact", file, path("none.service")]), {
      out: "",
      err: `${path("none.service")}: does not exist\n`,
      code: 2,
    });
    const broken = write("broken.service", ["[Service"]);
    const text =
      'bad-header: the section header "[Service" has no bracket at its end, and systemd loads none of the file';
    const err = `${broken}:1:1: error: ${text}\n`;
    assert.deepEqual(await unitCommand(["impact", broken, file]), { out: "", err, code: 1 });
  });
});
