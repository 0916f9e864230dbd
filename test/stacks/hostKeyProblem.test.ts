import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { it } from "node:test";
import { hostKeyProblem } from "../../stacks/hostKeyProblem.ts";

const field = (bytes: Buffer | string) => {
  const content = Buffer.from(bytes as string);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, content]);
};
const key = (type: string, ...fields: (Buffer | string)[]) =>
  Buffer.concat([type, ...fields].map(field)).toString("base64");
const jwk = generateKeyPairSync("ed25519").publicKey.export({ format: "jwk" });
const point = Buffer.from(jwk.x ?? "", "base64url");
const base64 = key("ssh-ed25519", point);

const keys: readonly [rule: string, line: string, problem: string | undefined][] = [
  ["an Ed25519 key", `ssh-ed25519 ${base64}`, undefined],
  ["a comment after the key", `ssh-ed25519 ${base64} root@vps`, undefined],
  ["an RSA key", `ssh-rsa ${key("ssh-rsa", "\x01\x00\x01", Buffer.alloc(257, 1))}`, undefined],
  ["an ECDSA key", `ecdsa-sha2-nistp256 ${key("ecdsa-sha2-nistp256", "nistp256", Buffer.alloc(65, 4))}`, undefined],
  [
    "ssh-keyscan's line",
    `vps.example.org ssh-ed25519 ${base64}`,
    'starts with the host\'s name, as ssh-keyscan prints it: drop "vps.example.org"',
  ],
  ["a fingerprint", "SHA256:Yx9JM1kqFpW", "is a fingerprint: give the key itself, as ssh-keyscan prints it"],
  [
    "options, or anything else",
    `no-pty ${base64}`,
    'starts with "no-pty", which is no key type of these: ssh-ed25519, ssh-rsa, ecdsa-sha2-nistp256, ecdsa-sha2-nistp384, ecdsa-sha2-nistp521',
  ],
  ["no key", "ssh-ed25519", "has no base64 after ssh-ed25519"],
  ["no base64", "ssh-ed25519 AAAA…", "has no base64 after ssh-ed25519"],
  [
    "a key cut short",
    `ssh-ed25519 ${base64.slice(0, 40)}`,
    "is cut short or damaged: the base64 after ssh-ed25519 is no whole key",
  ],
  [
    "a key with something after it",
    `ssh-ed25519 ${key("ssh-ed25519", point)}AAAA`,
    "is cut short or damaged: the base64 after ssh-ed25519 is no whole key",
  ],
  ["another type in front", `ssh-rsa ${base64}`, "says ssh-rsa, but its base64 is a key of another type"],
  [
    "an Ed25519 key of the wrong size",
    `ssh-ed25519 ${key("ssh-ed25519", point.subarray(1))}`,
    "is damaged: an Ed25519 key has 32 bytes",
  ],
  ["two keys", `ssh-ed25519 ${base64}\nssh-ed25519 ${base64}`, "has several lines: give one key"],
];
for (const [rule, line, problem] of keys) {
  it(`${rule}: ${problem ?? "is right"}`, () => assert.equal(hostKeyProblem(line), problem));
}
