import ssh2 from "ssh2";

export interface KeyPairOptions {
  /** Default: none. */
  readonly comment?: string;
  /** Encrypts the private key. Default: it isn't. */
  readonly passphrase?: string;
}

/**
 * A new ed25519 key in OpenSSH's forms: the private one's text, and the public one's line. ssh2's generator makes
 * some a byte too short, as it drops a leading zero, and no server takes that; so it is asked until the key is whole.
 */
export function keyPair({ comment = "", passphrase }: KeyPairOptions = {}): { private: string; public: string } {
  const encryption = passphrase === undefined ? {} : { passphrase, cipher: "aes256-ctr", rounds: 16 };
  for (;;) {
    const pair = ssh2.utils.generateKeyPairSync("ed25519", { comment, ...encryption });
    if (!(ssh2.utils.parseKey(pair.public) instanceof Error)) return pair;
  }
}
