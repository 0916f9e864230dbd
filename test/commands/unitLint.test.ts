import assert from "node:assert/strict";
import { closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync } from "node:fs";
import { describe, it } from "node:test";
import { unitCommand } from "../../commands/unitCommand.ts";
import { rules } from "../../systemd/lint/rules.ts";
import { unitFiles } from "./unitFiles.ts";

const good = ["[Service]", "User=echo", "ExecStart=/usr/bin/echo-bot"];

describe("unit lint", () => {
  const { path, write } = unitFiles();

  it("says nothing about a good unit", async () => {
    const file = write("good.service", good);
    assert.deepEqual(await unitCommand(["lint", file]), { out: "", err: "", code: 0 });
  });

  it("prints each finding at its place, counts them, and fails for an error", async () => {
    const file = write("bad.service", [...good, "MemoryMax=lots", "Restart=always"]);
    const other = write("poor.service", ["[Service]", "ExecStart=/bin/a"]);
    assert.deepEqual(await unitCommand(["lint", file, other]), {
      out:
        `${file}:4:11: error: wrong-value: MemoryMax: expected a size like "256M", "50%" or "infinity", received "lots"\n` +
        `${file}:5:9: warning: start-limit: StartLimitBurst=5 (default) starts with RestartSec=100ms (default) between are used up in 0.5s: the first short outage stops the service for good; RestartSec=5 and, in [Unit], StartLimitIntervalSec=50 would last longer\n` +
        `${other}:1:1: warning: no-user: no User= (nor DynamicUser=yes), so a server runs it as root: name a user, or write User=root if it has to be\n`,
      err: "1 error and 2 warnings in 2 files\n",
      code: 1,
    });
  });

  it("passes with warnings alone, and does not look for what is allowed", async () => {
    const file = write("poor.service", ["[Service]", "ExecStart=/bin/a", "Restart=always"]);
    const { err, code } = await unitCommand(["lint", "--allow", "no-user", file]);
    assert.deepEqual({ err, code }, { err: "1 warning in 1 file\n", code: 0 });
    const none = await unitCommand(["lint", "--allow", "no-user", "--allow", "start-limit", file]);
    assert.deepEqual(none, { out: "", err: "", code: 0 });
    assert.deepEqual(await unitCommand(["lint", "--allow=no-user,start-limit", file]), none);
  });

  it("knows the kind of a unit by its name, of a drop-in by that of its folder", async () => {
    const socket = write("echo.socket", ["[Service]"]);
    const dropIn = write("echo.timer.d/more.conf", ["[Timer]", "Nice=5"]);
    const { out } = await unitCommand(["lint", "--allow", "unusable", socket, dropIn]);
    assert.equal(
      out,
      `${socket}:1:1: error: unknown-section: [Service] is for service units; in a socket unit systemd ignores it\n` +
        `${dropIn}:2:1: error: wrong-section: Nice= belongs in [Service], [Socket], [Mount] or [Swap]; in [Timer] systemd ignores it\n`,
    );
  });

  it("takes a .conf outside of a drop-in folder for a drop-in, of which only a part is there", async () => {
    const file = write("limits.conf", ["[Service]", "Nice=5"]);
    assert.deepEqual(await unitCommand(["lint", file]), { out: "", err: "", code: 0 });
  });

  it("shows a hundred findings of a rule in a file, says how many more there are, and counts them all", async () => {
    const file = write("many.service", [...good, ...Array<string>(350).fill("Nice"), "Nice=a"]);
    const other = write("other.service", [...good, "Nice"]);
    const { out, err } = await unitCommand(["lint", file, other]);
    const lines = out.split("\n");
    assert.deepEqual(
      [lines.length, ...lines.slice(100)],
      [
        104,
        `${file}:104:1: error: no-assignment: 250 more like this from here on`,
        `${file}:354:6: error: wrong-value: Nice: expected a whole number from -20 to 19, received "a"`,
        `${other}:4:1: error: no-assignment: expected Directive=value, received "Nice", which systemd ignores`,
        "",
      ],
    );
    assert.equal(err, "352 errors in 2 files\n");
  });

  it("takes a file of any name for what its sections say", async () => {
    const file = write("unit.txt", ["[Timer]", "OnCalendar=daily", "ExecStart=/bin/a"]);
    const { out } = await unitCommand(["lint", file]);
    assert.match(out, /unit\.txt:3:1: error: wrong-section: ExecStart= belongs in \[Service\]; in \[Timer\]/);
  });

  it("measures a unit by the server's version", async () => {
    const file = write("new.service", [...good, "RestartSteps=3"]);
    const { out, code } = await unitCommand(["lint", "--systemd", "252", file]);
    const text = "error: newer-directive: RestartSteps= came with systemd 254; the server's 252 ignores it";
    assert.deepEqual({ out, code }, { out: `${file}:4:1: ${text}\n`, code: 1 });
    assert.equal((await unitCommand(["lint", "--systemd", "252.39", file])).out, out);
    assert.equal((await unitCommand(["lint", "--systemd", "254", file])).code, 0);
  });

  it("prints findings for programs, and an empty list where there are none", async () => {
    const file = write("json.service", [...good, "Nice=x"]);
    const { out, code } = await unitCommand(["lint", "--json", file]);
    const text = 'Nice: expected a whole number from -20 to 19, received "x"';
    const finding = { file, line: 4, column: 6, severity: "error", rule: "wrong-value", text };
    assert.deepEqual({ found: JSON.parse(out), code }, { found: [finding], code: 1 });
    assert.deepEqual(await unitCommand(["lint", "--json", write("g.service", good)]), {
      out: "[]\n",
      err: "",
      code: 0,
    });
  });

  it("lists the rules", async () => {
    const { out, code } = await unitCommand(["lint", "--rules"]);
    const lines = out.split("\n");
    assert.deepEqual({ code, lines: lines.length }, { code: 0, lines: Object.keys(rules).length + 1 });
    assert.equal(lines[0], `${"bad-encoding".padEnd(18)}  error    ${rules["bad-encoding"][1]}`);
    assert.deepEqual(JSON.parse((await unitCommand(["lint", "--rules", "--json"])).out)[0], {
      ...{ rule: "bad-encoding", severity: "error", meaning: rules["bad-encoding"][1] },
    });
  });

  it("names each file that can't be read, and still reads the others", async () => {
    const folder = path("folder.service");
    mkdirSync(folder);
    const circle = path("circle.service");
    symlinkSync(circle, circle);
    const huge = path("huge.service");
    const descriptor = openSync(huge, "w");
    ftruncateSync(descriptor, 100 * 2 ** 20);
    closeSync(descriptor);
    const bad = write("late.service", [...good, "Nice=x"]);
    const files = [path("none.service"), folder, circle, huge, "/dev/zero", `${bad}/x`, path("n".repeat(300)), bad];
    assert.deepEqual(await unitCommand(["lint", ...files]), {
      out: `${bad}:4:6: error: wrong-value: Nice: expected a whole number from -20 to 19, received "x"\n`,
      err:
        `${path("none.service")}: does not exist\n` +
        `${folder}: is a folder, not a file\n` +
        `${circle}: is a symbolic link that leads in a circle\n` +
        `${huge}: is larger than 2 MiB, far too large for a unit file\n` +
        "/dev/zero: is larger than 2 MiB, far too large for a unit file\n" +
        `${bad}/x: does not exist: a part of its path is no folder\n` +
        `${path("n".repeat(300))}: has too long a name\n` +
        "1 error in 1 file\n",
      code: 2,
    });
  });

  it("prints no name that would steer a terminal", async () => {
    const { err } = await unitCommand(["lint", "\u001b[31m.service"]);
    assert.equal(err, "\\x1b[31m.service: does not exist\n");
  });
});
