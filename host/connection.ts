// How a server is reached, and what one has once it is reached.
import type { Client } from "ssh2";

export interface Endpoint {
  /** A name or an address. */
  readonly host: string;
  /** @default 22 */
  readonly port?: number;
  /** @default "root" */
  readonly user?: string;
  /** Answers password and keyboard-interactive logins. Default: neither is tried. */
  readonly password?: string;
  /** The text of a private key, tried first. Default: none. */
  readonly privateKey?: string;
  /** Opens an encrypted `privateKey`. */
  readonly privateKeyPassword?: string;
  /** @default the environment's SSH_AUTH_SOCK, if set */
  readonly agentSocketPath?: string;
  /** The server's key as one line, `ssh-ed25519 AAAA...`. Default: any server is believed. */
  readonly hostKey?: string;
  /** How many failed attempts are retried; -1: for ever. @default 10, about 12 seconds */
  readonly dialErrorLimit?: number;
  /** Seconds for one attempt; 0: no limit. @default 15 */
  readonly perDialTimeout?: number;
}

export interface Connection extends Endpoint {
  /** A bastion to go through. Default: a direct connection. */
  readonly proxy?: Endpoint;
}

export interface Session {
  readonly client: Client;
  /** Ends the connection, and the bastion's. May be called twice. */
  close(): void;
}
