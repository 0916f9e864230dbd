import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  escapeName,
  escapePath,
  instanceName,
  unescapeName,
  unescapePath,
} from "../../../systemd/grammar/escapeName.ts";
import { hostileText, isArgument } from "./hostileText.ts";

const refusal = (run: () => string, message: string) => assert.throws(run, new RangeError(message));

describe("escapeName", () => {
  const names: readonly [text: string, name: string][] = [
    ["my bot", "my\\x20bot"],
    ["a/b-c", "a-b\\x2dc"],
    [".a.b", "\\x2ea.b"],
    ["A:b_9@", "A:b_9\\x40"],
    ["é", "\\xc3\\xa9"],
    ["", ""],
  ];
  for (const [text, name] of names) {
    it(`writes ${JSON.stringify(text)} as ${name}, and reads it back`, () => {
      assert.equal(escapeName(text), name);
      assert.equal(unescapeName(name), text);
    });
  }

  it("refuses what no file name can hold", () => {
    refusal(() => escapeName("a\0"), "a name can't have a NUL character");
    refusal(() => escapeName("\ud800"), "a name can't have half of a surrogate pair");
  });

  it("reads back only what was escaped", () => {
    for (const name of ["\\", "\\x2", "\\x00", "\\xff", "a\\n"]) {
      refusal(() => unescapeName(name), `${JSON.stringify(name)} is no escaped name`);
    }
  });
});

describe("escapePath", () => {
  const paths: readonly [path: string, name: string, back?: string][] = [
    ["/", "-"],
    ["/var/lib/my bot", "var-lib-my\\x20bot"],
    ["//var/./lib/", "var-lib", "/var/lib"],
    ["/.a/.b", "\\x2ea-.b"],
    ["/-", "\\x2d"],
  ];
  for (const [path, name, back = path] of paths) {
    it(`writes ${path} as ${name}, and reads it back`, () => {
      assert.equal(escapePath(path), name);
      assert.equal(unescapePath(name), back);
    });
  }

  it("refuses a path that names no mount", () => {
    refusal(() => escapePath("a/b"), 'expected an absolute path, received "a/b"');
    refusal(() => escapePath("/a/../b"), 'expected a path without "..", received "/a/../b"');
    for (const name of ["", "a-", "-a", "a--b", "a-..", "."]) {
      refusal(() => unescapePath(name), `${JSON.stringify(name)} is no escaped path`);
    }
  });
});

describe("instanceName", () => {
  it("puts the escaped instance into the template", () => {
    assert.equal(instanceName("bot@.service", "my bot/1"), "bot@my\\x20bot-1.service");
  });

  it("refuses what is no template, no instance, or too long", () => {
    for (const template of ["bot.service", "bot@x.service", "@.service", "bot@.exe"]) {
      refusal(() => instanceName(template, "x"), `"${template}" is no template, as bot@.service is one`);
    }
    refusal(() => instanceName("bot@.service", ""), "an instance of bot@.service needs a name");
    const long = "x".repeat(250);
    refusal(
      () => instanceName("bot@.service", long),
      `the instance "${long}" of bot@.service is longer than 255 bytes`,
    );
  });
});

const missing = spawnSync("systemd-escape", ["--version"]).status === 0 ? false : "systemd-escape is not here";
describe("systemd-escape", { skip: missing }, () => {
  const count = 1000;
  // Line breaks would part its answers.
  const carried = (text: string) => isArgument(text) && text !== "" && !text.includes("\n");
  // It separates its answers by blanks, which an escaped name doesn't have; what is unescaped may have them, so each gets a call.
  const ask = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync("systemd-escape", args, { encoding: "utf8" });
    assert.equal(status, 0, stderr);
    return stdout.replace(/\n$/, "").split(" ");
  };

  it(`escapes ${count} hostile texts as we do`, () => {
    const texts = fc.sample(hostileText.filter(carried), { numRuns: count, seed: 8 });
    assert.deepEqual(texts.map(escapeName), ask("--", ...texts));
    for (const text of texts) assert.equal(unescapeName(escapeName(text)), text);
  });

  it(`escapes ${count} hostile paths as we do`, () => {
    const part = hostileText.filter((text) => carried(text) && text !== ".." && !text.includes("/"));
    const paths = fc
      .sample(fc.array(fc.oneof(part, fc.constantFrom("", ".")), { minLength: 1, maxLength: 4 }), {
        numRuns: count,
        seed: 9,
      })
      .map((parts) => `/${parts.join("/")}`);
    assert.deepEqual(paths.map(escapePath), ask("--path", "--", ...paths));
    for (const path of paths) assert.equal(escapePath(unescapePath(escapePath(path))), escapePath(path));
  });

  it("unescapes and makes instances as we do", () => {
    const texts = fc.sample(hostileText.filter(carried), { numRuns: 30, seed: 10 });
    for (const text of texts) assert.equal(ask("--unescape", "--", escapeName(text)).join(" "), text);
    assert.deepEqual(
      texts.map((text) => instanceName("bot@.service", text)),
      ask("--template=bot@.service", "--", ...texts),
    );
  });
});
