// Private keys in every PEM form that people have, as ssh2 can use them. ssh2 by itself reads no PKCS#8.
import { createPrivateKey, type KeyObject, randomBytes } from "node:crypto";
import ssh2, { type ParsedKey } from "ssh2";

/**
 * Parses a private key: OpenSSH, PKCS#1, SEC1 or PKCS#8; ed25519, RSA or EC; plain, or encrypted with `password`.
 * @throws Error in the words of Go's ssh package; never with a part of the key.
 */
export function parsePrivateKey(text: string, password?: string): ParsedKey {
  const block = /-----BEGIN ([A-Z0-9 ]+)-----[\s\S]+?-----END \1-----/.exec(text);
  const type = block?.[1];
  if (block === null || type === undefined) throw new Error("ssh: no key found");
  if (!type.endsWith("PRIVATE KEY")) throw new Error(`ssh: unsupported key type ${JSON.stringify(type)}`);
  if (type === "OPENSSH PRIVATE KEY") return parseOpenSsh(block[0], password);
  const encrypted = /ENCRYPTED/.test(block[0]);
  if (encrypted && password === undefined) throw new Error("ssh: this private key is passphrase protected");
  if (!encrypted && password !== undefined) throw new Error("ssh: not an encrypted key");
  return parseOpenSsh(toSsh2Form(readPem(block[0], password)), undefined);
}

function parseOpenSsh(pem: string, password: string | undefined): ParsedKey {
  // Its types leave out that an OpenSSH container gives a list.
  const parsed = ssh2.utils.parseKey(pem.replaceAll("\r\n", "\n"), password) as ParsedKey | ParsedKey[] | Error;
  if (parsed instanceof Error) throw new Error(openSshProblem(parsed.message));
  const key = Array.isArray(parsed) ? parsed[0] : parsed;
  if (key === undefined) throw new Error("ssh: no key found");
  return key;
}

function openSshProblem(message: string): string {
  if (/no passphrase given/i.test(message)) return "ssh: this private key is passphrase protected";
  if (/bad passphrase|integrity check failed/i.test(message)) return "x509: decryption password incorrect";
  return `ssh: cannot parse private key: ${message}`;
}

function readPem(pem: string, password: string | undefined): KeyObject {
  try {
    return createPrivateKey({ key: pem, format: "pem", ...(password === undefined ? {} : { passphrase: password }) });
  } catch (error) {
    // A wrong password shows as a bad decryption, or now and then as a decrypted text that is no key.
    if (password !== undefined) throw new Error("x509: decryption password incorrect");
    throw new Error(`ssh: cannot parse private key: ${(error as Error).message}`);
  }
}

function toSsh2Form(key: KeyObject): string {
  switch (key.asymmetricKeyType) {
    case "rsa":
      return key.export({ type: "pkcs1", format: "pem" }).toString();
    case "ec":
      return key.export({ type: "sec1", format: "pem" }).toString();
    case "ed25519":
      return openSshEd25519(key);
    default:
      throw new Error(`ssh: unsupported key type ${JSON.stringify(key.asymmetricKeyType)}`);
  }
}

/** OpenSSH's own container (PROTOCOL.key in its source): the only form of ed25519 that ssh2 reads. */
function openSshEd25519(key: KeyObject): string {
  const jwk = key.export({ format: "jwk" });
  const seed = Buffer.from(jwk.d ?? "", "base64url");
  const publicKey = Buffer.from(jwk.x ?? "", "base64url");
  const check = randomBytes(4);
  const secrets = Buffer.concat([
    check,
    check,
    sshString("ssh-ed25519"),
    sshString(publicKey),
    sshString(Buffer.concat([seed, publicKey])),
    sshString("no comment"),
  ]);
  const padding = Buffer.from([1, 2, 3, 4, 5, 6, 7].slice(0, (8 - (secrets.length % 8)) % 8));
  const container = Buffer.concat([
    Buffer.from("openssh-key-v1\0"),
    sshString("none"),
    sshString("none"),
    sshString(""),
    Buffer.from([0, 0, 0, 1]),
    sshString(Buffer.concat([sshString("ssh-ed25519"), sshString(publicKey)])),
    sshString(Buffer.concat([secrets, padding])),
  ]);
  const lines = container.toString("base64").match(/.{1,70}/g) ?? [];
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${lines.join("\n")}\n-----END OPENSSH PRIVATE KEY-----\n`;
}

function sshString(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
