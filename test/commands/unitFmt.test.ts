import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { describe, it } from "node:test";
import { replaceFile } from "../../commands/fmtReplaceFile.ts";
import { unitCommand } from "../../commands/unitCommand.ts";
import { InputError } from "../../commands/unitInput.ts";
import { unitFiles } from "./unitFiles.ts";

const untidy = "[Service]\nExecStart = /bin/a \\\n  b\n\n\n[Install]\n  WantedBy=x.target";
const tidy = "[Service]\nExecStart=/bin/a    b\n\n[Install]\nWantedBy=x.target\n";

describe("unit fmt", () => {
  const { path, write } = unitFiles();

  it("prints the canonical form of a file, and leaves the file alone", async () => {
    const file = write("a.service", untidy);
    assert.deepEqual(await unitCommand(["fmt", file]), { out: tidy, err: "", code: 0 });
    assert.equal(readFileSync(file, "utf8"), untidy);
  });

  it("prints several files each under its name, and goes on after one that can't be read", async () => {
    const [one, two] = [write("several/a.service", untidy), write("several/b.service", tidy)];
    const { out, err, code } = await unitCommand(["fmt", one, path("several/none.service"), two]);
    assert.equal(out, `# ${one}\n\n${tidy}\n# ${two}\n\n${tidy}\n`);
    assert.match(err, /none\.service: does not exist\n$/);
    assert.equal(code, 2);
  });

  it("rewrites files in place, keeps their mode and leaves nothing else behind", async () => {
    const files = [write("w/a.service", untidy), write("w/b.service", untidy)];
    for (const file of files) chmodSync(file, 0o640);
    assert.deepEqual(await unitCommand(["fmt", "-w", ...files]), { out: "", err: "", code: 0 });
    for (const file of files) {
      assert.deepEqual([readFileSync(file, "utf8"), statSync(file).mode & 0o7777], [tidy, 0o640]);
    }
    assert.deepEqual(readdirSync(path("w")), ["a.service", "b.service"]);
  });

  it("rewrites the file behind a link, and keeps the link", async () => {
    const file = write("real.service", untidy);
    const link = path("link.service");
    symlinkSync(file, link);
    await unitCommand(["fmt", "--write", link]);
    assert.deepEqual([lstatSync(link).isSymbolicLink(), readFileSync(file, "utf8")], [true, tidy]);
  });

  it("leaves a file to its owner", {
    skip: process.getuid?.() === 0 ? false : "only root may give files away",
  }, async () => {
    const file = write("owned.service", untidy);
    chownSync(file, 1234, 2345);
    await unitCommand(["fmt", "-w", file]);
    const { uid, gid } = statSync(file);
    assert.deepEqual([uid, gid, readFileSync(file, "utf8")], [1234, 2345, tidy]);
  });

  it("leaves nothing behind when it fails", async () => {
    const file = write("fails/a.service", untidy);
    await assert.rejects(replaceFile(file, Symbol("no text") as unknown as string), TypeError);
    assert.deepEqual([readdirSync(path("fails")), readFileSync(file, "utf8")], [["a.service"], untidy]);
  });

  it("replaces no pipe or device", async () => {
    const pipe = path("pipe");
    assert.equal(spawnSync("mkfifo", [pipe]).status, 0);
    await assert.rejects(replaceFile(pipe, tidy), new InputError("is no regular file, and can't be rewritten"));
  });

  it("does not touch a file that is canonical", async () => {
    const file = write("c.service", tidy);
    const { ino } = statSync(file);
    await unitCommand(["fmt", "-w", file]);
    assert.equal(statSync(file).ino, ino);
  });

  it("names the files that differ, and fails if there are any", async () => {
    const [good, bad] = [write("d.service", tidy), write("e.service", untidy)];
    assert.deepEqual(await unitCommand(["fmt", "--check", good]), { out: "", err: "", code: 0 });
    assert.deepEqual(await unitCommand(["fmt", "--check", good, bad]), { out: `${bad}\n`, err: "", code: 1 });
    assert.equal(readFileSync(bad, "utf8"), untidy);
  });

  it("prints and writes nothing of a file that systemd would not load", async () => {
    const file = write("f.service", "[Service\nNice=1\n");
    const text =
      'bad-header: the section header "[Service" has no bracket at its end, and systemd loads none of the file';
    const refused = { out: "", err: `${file}:1:1: error: ${text}\n`, code: 1 };
    assert.deepEqual(await unitCommand(["fmt", file]), refused);
    assert.deepEqual(await unitCommand(["fmt", "-w", file]), refused);
    assert.equal(readFileSync(file, "utf8"), "[Service\nNice=1\n");
  });

  it("says which lines systemd ignores and become comments", async () => {
    const file = write("g.service", "[Service]\nNice 1\n");
    assert.deepEqual(await unitCommand(["fmt", file]), {
      out: "[Service]\n# Nice 1\n",
      err: `${file}:2:1: error: no-assignment: expected Directive=value, received "Nice 1", which systemd ignores\n`,
      code: 0,
    });
  });

  it("goes on with the other files after one that can't be read or written", async () => {
    const file = write("h.service", untidy);
    mkdirSync(path("i.service"));
    assert.deepEqual(await unitCommand(["fmt", "-w", path("i.service"), path("none.service"), file]), {
      out: "",
      err: `${path("i.service")}: is a folder, not a file\n${path("none.service")}: does not exist\n`,
      code: 2,
    });
    assert.equal(readFileSync(file, "utf8"), tidy);
  });

  it("takes a device for what it holds", async () => {
    const { err, code } = await unitCommand(["fmt", "/dev/null"]);
    const text = "error: empty-unit: the file is empty, and systemd takes the unit for masked";
    assert.deepEqual({ err, code }, { err: `/dev/null:1:1: ${text}\n`, code: 1 });
  });
});
