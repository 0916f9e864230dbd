import assert from "node:assert/strict";
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { describe, test } from "node:test";
import { parsePrivateKey } from "../../host/privateKey.ts";
import { keyPair } from "./keyPair.ts";

type Pair = { publicKey: KeyObject; privateKey: KeyObject };
type Form = { type: "pkcs8" | "pkcs1" | "sec1"; cipher?: string };

const ed25519 = generateKeyPairSync("ed25519");
const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const ec = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
const password = "open sesame";

function pem({ privateKey }: Pair, { type, cipher }: Form): string {
  const encryption = cipher === undefined ? {} : { cipher, passphrase: password };
  return privateKey.export({ type: type as "pkcs8", format: "pem", ...encryption }).toString();
}

const forms: [string, Pair, Form][] = [
  ["ed25519 as PKCS#8", ed25519, { type: "pkcs8" }],
  ["ed25519 as encrypted PKCS#8", ed25519, { type: "pkcs8", cipher: "aes-256-cbc" }],
  ["RSA as PKCS#8", rsa, { type: "pkcs8" }],
  ["RSA as encrypted PKCS#8", rsa, { type: "pkcs8", cipher: "aes-256-cbc" }],
  ["RSA as PKCS#1", rsa, { type: "pkcs1" }],
  ["RSA as encrypted PKCS#1", rsa, { type: "pkcs1", cipher: "aes-128-cbc" }],
  ["EC as PKCS#8", ec, { type: "pkcs8" }],
  ["EC as SEC1", ec, { type: "sec1" }],
  ["EC as encrypted SEC1", ec, { type: "sec1", cipher: "aes-256-cbc" }],
];

describe("parsePrivateKey", () => {
  for (const [name, pair, form] of forms) {
    test(`reads ${name}`, () => {
      const text = pem(pair, form);
      const key = parsePrivateKey(text, form.cipher === undefined ? undefined : password);
      const expected = pair.publicKey.export({ type: "spki", format: "pem" }).toString();
      assert.equal(key.getPublicPEM().trim(), expected.trim());
      assert.equal(key.verify("data", key.sign("data") as Buffer), true);
      assert.deepEqual(parsePrivateKey(`\r\n${text.replaceAll("\n", "\r\n")}`, form.cipher && password), key);
    });
  }

  test("reads an OpenSSH key, plain and encrypted", () => {
    for (const encryption of [{}, { passphrase: password }]) {
      const pair = keyPair(encryption);
      const key = parsePrivateKey(pair.private, encryption.passphrase);
      assert.equal(`${key.type} ${key.getPublicSSH().toString("base64")}`, pair.public.trim());
    }
  });

  const encryptedOpenSsh = keyPair({ passphrase: password });
  const encryptedPem = pem(rsa, { type: "pkcs8", cipher: "aes-256-cbc" });
  const x25519 = generateKeyPairSync("x25519");

  for (const [rule, text, given, message] of [
    ["a text without a key", "abc", undefined, "ssh: no key found"],
    ["a block that is cut off", "-----BEGIN PRIVATE KEY-----\nabc", undefined, "ssh: no key found"],
    ["a certificate", "-----BEGIN X-----\nabc\n-----END X-----", undefined, 'ssh: unsupported key type "X"'],
    ["a key of no use for SSH", pem(x25519, { type: "pkcs8" }), undefined, 'ssh: unsupported key type "x25519"'],
    ["an encrypted key without a password", encryptedPem, undefined, "ssh: this private key is passphrase protected"],
    ["the same of OpenSSH's", encryptedOpenSsh.private, undefined, "ssh: this private key is passphrase protected"],
    ["a wrong password", encryptedPem, "wrong", "x509: decryption password incorrect"],
    ["the same for OpenSSH's", encryptedOpenSsh.private, "wrong", "x509: decryption password incorrect"],
    ["a password without need", pem(rsa, { type: "pkcs8" }), "x", "ssh: not an encrypted key"],
  ] as const) {
    test(`refuses ${rule}`, () => {
      assert.throws(() => parsePrivateKey(text, given), { message });
    });
  }

  test("does not show the text of a key that it can't read", () => {
    const text = "-----BEGIN RSA PRIVATE KEY-----\nc2VjcmV0\n-----END RSA PRIVATE KEY-----";
    assert.throws(
      () => parsePrivateKey(text),
      ({ message }: Error) => message.startsWith("ssh: cannot parse private key: ") && !message.includes("c2Vj"),
    );
  });
});
