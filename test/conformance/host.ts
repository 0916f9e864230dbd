// The server that the scenarios change, seen past SSH: what counts is what is on it.
import { generateKeyPairSync } from "node:crypto";
import { guestRun, type Server, startServer, stopServer } from "../../toolchain/server/server.ts";
import { keyPair } from "../host/keyPair.ts";

/** The arguments of a remote resource's `connection`. */
export type Connection = Readonly<Record<string, unknown>>;

export class Host {
  readonly server: Server;
  /** Pinned host key, key of the deploy user. */
  readonly connection: Connection;

  private constructor(server: Server) {
    this.server = server;
    const { host, port, user, hostKey, privateKey } = server;
    this.connection = { host, port, user, hostKey, privateKey };
  }

  /** The suite's own server, started if it isn't running. */
  static async start(): Promise<Host> {
    return new Host(await startServer("conformance", { onStep: (step) => console.error(step) }));
  }

  stop(): Promise<void> {
    return stopServer(this.server.name);
  }

  /** Runs a shell script on the server as root, not through SSH; gives its stdout, trimmed. */
  async run(script: string): Promise<string> {
    const { stdout, stderr, code } = await guestRun(this.server, ["/bin/sh", "-euc", script]);
    if (code !== 0) throw new Error(`exit code ${code} on the server from: ${script}\n${stderr}`);
    return stdout.trim();
  }

  /** An empty folder on the server that the deploy user may write. */
  async emptyFolder(name: string): Promise<string> {
    const folder = `/var/tmp/conformance/${name}`;
    await this.run(`rm -rf ${folder}; mkdir -p ${folder}; chown ${this.server.user} ${folder}`);
    return folder;
  }

  /** The names in a folder of the server, each with its content. */
  async files(folder: string): Promise<Record<string, string>> {
    const listing = await this.run(
      `cd ${folder}; for f in *; do [ ! -f "$f" ] || printf '%s\\t%s\\n' "$f" "$(base64 -w0 "$f")"; done`,
    );
    const rows = listing.split("\n").filter((line) => line !== "");
    return Object.fromEntries(
      rows.map((row) => {
        const [name = "", content = ""] = row.split("\t");
        return [name, Buffer.from(content, "base64").toString()];
      }),
    );
  }

  /** Lets the holder of a public key, one authorized_keys line, log in as the deploy user. */
  async authorize(...publicKeys: string[]): Promise<void> {
    const file = `~${this.server.user}/.ssh/authorized_keys`;
    const lines = publicKeys.map((key) => `grep -qxF '${key}' ${file} || echo '${key}' >> ${file}`);
    await this.run(lines.join("; "));
  }

  /** Lets the deploy user log in by a password, which a throwaway server by itself refuses. */
  async allowPassword(password: string): Promise<void> {
    await this.run(`
      echo '${this.server.user}:${password}' | chpasswd
      # sshd takes the first value it meets.
      echo 'PasswordAuthentication yes' > /etc/ssh/sshd_config.d/00-conformance.conf
      systemctl reload ssh`);
  }

  /** A name for the server that is known on itself only. */
  async innerName(): Promise<string> {
    const name = "conformance-inner";
    await this.run(`grep -q ${name} /etc/hosts || echo '127.0.0.1 ${name}' >> /etc/hosts`);
    return name;
  }
}

/** A key pair: the private half as a file holds it, the public half as an authorized_keys line. */
export interface Keys {
  readonly private: string;
  readonly public: string;
}

/** A new key in OpenSSH's own format, encrypted when there is a passphrase. */
export function openSshKeys(passphrase?: string): Keys {
  return keyPair(passphrase === undefined ? {} : { passphrase });
}

/** A new RSA key in PEM. */
export function rsaKeys(type: "pkcs1" | "pkcs8"): Keys {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const { n = "", e = "" } = publicKey.export({ format: "jwk" });
  const mpint = (part: string) => Buffer.concat([Buffer.of(0), Buffer.from(part, "base64url")]);
  const exponent = Buffer.from(e, "base64url");
  return {
    private: privateKey.export({ type, format: "pem" }).toString(),
    public: publicLine("ssh-rsa", exponent, mpint(n)),
  };
}

/** A new ed25519 key in PKCS#8 PEM. */
export function pkcs8Keys(): Keys {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const { x = "" } = publicKey.export({ format: "jwk" });
  return {
    private: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    public: publicLine("ssh-ed25519", Buffer.from(x, "base64url")),
  };
}

function publicLine(type: string, ...parts: Buffer[]): string {
  const field = (content: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    return Buffer.concat([length, content]);
  };
  return `${type} ${Buffer.concat([Buffer.from(type), ...parts].map(field)).toString("base64")}`;
}
