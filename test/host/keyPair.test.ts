import assert from "node:assert/strict";
import { test } from "node:test";
import ssh2 from "ssh2";
import { parsePrivateKey } from "../../host/privateKey.ts";
import { keyPair } from "./keyPair.ts";

test("keyPair skips the generator's keys that are too short", (t) => {
  const whole = keyPair();
  const [type, body = ""] = whole.public.split(" ");
  const short = Buffer.concat([Buffer.from(body, "base64").subarray(0, 18), Buffer.from([31]), Buffer.alloc(31)]);
  const generated = [{ ...whole, public: `${type} ${short.toString("base64")}` }, whole];
  const generate = t.mock.method(ssh2.utils, "generateKeyPairSync", () => generated.shift());
  assert.equal(keyPair(), whole);
  assert.equal(generate.mock.callCount(), 2);
});

test("keyPair's private key is that of its public line, with the comment", () => {
  const pair = keyPair({ comment: "me@here", passphrase: "p" });
  const key = parsePrivateKey(pair.private, "p");
  assert.equal(`${key.type} ${key.getPublicSSH().toString("base64")} me@here`, pair.public.trim());
});
