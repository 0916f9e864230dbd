import assert from "node:assert/strict";
import { describe, test } from "node:test";
import ssh2 from "ssh2";
import { parseHostKey } from "../../host/hostKey.ts";
import { keyPair } from "./keyPair.ts";

const pair = (type: "ed25519" | "rsa" | "ecdsa", bits: number) =>
  type === "ed25519" ? keyPair() : ssh2.utils.generateKeyPairSync(type as "rsa", { bits });

describe("parseHostKey", () => {
  for (const [type, bits, algorithms] of [
    ["ed25519", 256, ["ssh-ed25519"]],
    ["ecdsa", 256, ["ecdsa-sha2-nistp256"]],
    ["ecdsa", 384, ["ecdsa-sha2-nistp384"]],
    ["ecdsa", 521, ["ecdsa-sha2-nistp521"]],
    ["rsa", 2048, ["rsa-sha2-512", "rsa-sha2-256"]],
  ] as const) {
    test(`offers ${algorithms.join(" and ")} for ${type} ${bits}`, () => {
      const line = pair(type, bits).public;
      const key = parseHostKey(line);
      assert.deepEqual(key.algorithms, algorithms);
      assert.equal(key.bytes.toString("base64"), line.split(" ")[1]);
    });
  }

  test("takes the first key, past comments and empty lines, with a comment of its own", () => {
    const [first, second] = [keyPair().public, keyPair().public];
    const key = parseHostKey(`# the server\r\n\r\n${first} root@server\r\n${second}\r\n`);
    assert.equal(key.bytes.toString("base64"), first.split(" ")[1]);
  });

  test("refuses a text without a key, and a private one", () => {
    for (const text of ["", "abc", "ssh-ed25519 AAAA", keyPair().private]) {
      assert.throws(() => parseHostKey(text), { message: "failed to parse host key: ssh: no key found" });
    }
  });
});
