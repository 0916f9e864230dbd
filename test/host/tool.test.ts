import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { describe, it } from "node:test";
import fc from "fast-check";
import { applyCommand, deployment, factsCommand, shellWord } from "../../host/tool.ts";

describe("shellWord", () => {
  it("leaves a plain word bare and quotes any other", () => {
    assert.equal(shellWord("echo.service"), "echo.service");
    assert.equal(shellWord(""), "''");
    assert.equal(shellWord("it's $HOME; rm -rf /"), `'it'\\''s $HOME; rm -rf /'`);
  });

  it("brings every word through a real shell unchanged", () => {
    const words = fc.sample(
      fc.string({ unit: "binary" }).filter((word) => !word.includes("\0")),
      200,
    );
    const script = words.map((word) => `printf '%s\\0' ${shellWord(word)}`).join("\n");
    const arrived = execFileSync("sh", ["-s"], { input: script, encoding: "utf8" }).split("\0").slice(0, -1);
    assert.deepEqual(
      arrived,
      words.map((word) => Buffer.from(word).toString()),
    );
  });
});

describe("the tool's command lines", () => {
  it("are short, and as root by sudo without a question", () => {
    assert.equal(
      applyCommand("deploy", "echo.service", 10, "0a1b2c3d"),
      "sudo -n /usr/local/lib/service-unit/unit apply echo.service 10 0a1b2c3d",
    );
  });

  it("quote a unit's name that a shell would take apart", () => {
    assert.match(applyCommand("root", "a\\x2db.service", 1, "r"), / apply 'a\\x2db\.service' 1 r$/);
  });

  it("ask a server without the tool nothing", () => {
    assert.match(
      factsCommand("root", ["a.service"]),
      /^if \[ -x \/usr\/local\/lib\/service-unit\/unit \]; then .* facts [0-9a-f]{64} a\.service; fi$/,
    );
  });
});

describe("deployment", () => {
  it("ends the text with whose it is and what its process depends on", () => {
    const sent = deployment("[Unit]\n", "0123456789ab", "urn:x");
    assert.equal(
      sent,
      "[Unit]\n# service-unit: owner urn:x\n# service-unit: restarts when this changes: 0123456789ab\n",
    );
  });

  for (const [onChange, line] of [
    ["reload", "# service-unit: reloads when this changes: 0123456789ab\n"],
    ["none", "# service-unit: runs on when this changes: 0123456789ab\n"],
  ] as const) {
    it(`says what onChange ${onChange} does to the process`, () => {
      const sent = deployment("[Unit]\n", "0123456789ab", "urn:x", onChange);
      assert.equal(sent, `[Unit]\n# service-unit: owner urn:x\n${line}`);
    });
  }
});
