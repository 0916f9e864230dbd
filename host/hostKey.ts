// A pinned host key: one line as in authorized_keys or in `ssh-keyscan`'s output without the host.
import ssh2, { type ServerHostKeyAlgorithm } from "ssh2";

export interface PinnedHostKey {
  /** The key as the protocol carries it. */
  readonly bytes: Buffer;
  /** The signature algorithms to offer: the key's own, so that a server with several keys shows the pinned one. */
  readonly algorithms: ServerHostKeyAlgorithm[];
}

const algorithmsByType: Record<string, ServerHostKeyAlgorithm[]> = {
  "ssh-ed25519": ["ssh-ed25519"],
  "ecdsa-sha2-nistp256": ["ecdsa-sha2-nistp256"],
  "ecdsa-sha2-nistp384": ["ecdsa-sha2-nistp384"],
  "ecdsa-sha2-nistp521": ["ecdsa-sha2-nistp521"],
  // The same key; today's servers refuse its SHA-1 signatures, whose name is the key type's.
  "ssh-rsa": ["rsa-sha2-512", "rsa-sha2-256"],
};

/**
 * Reads the first line of `text` that is a public key: `ssh-ed25519 AAAA... comment`.
 * @throws Error when there is none, or its type is one that this client can't check.
 */
export function parseHostKey(text: string): PinnedHostKey {
  for (const line of text.split("\n")) {
    const key = ssh2.utils.parseKey(line.trim());
    if (key instanceof Error || key.isPrivateKey()) continue;
    const algorithms = algorithmsByType[key.type];
    if (algorithms === undefined) throw new Error(`failed to parse host key: unsupported key type "${key.type}"`);
    return { bytes: key.getPublicSSH(), algorithms };
  }
  throw new Error("failed to parse host key: ssh: no key found");
}
