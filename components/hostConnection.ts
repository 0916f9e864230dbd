// From a host of a stack file to the connection that reaches it; values that the file names are in the stack's config.
import type { Config } from "@pulumi/pulumi";
import type { Connection, Endpoint } from "../host/ssh.ts";
import type { ConfigReference, Endpoint as DeclaredEndpoint, Host, SecretReference } from "../stacks/schema.ts";

/** A value that a stack file names but the stack's config doesn't have. */
export interface MissingValue {
  readonly name: string;
  readonly secret: boolean;
}

/** The command that sets a missing value. */
export function adviceFor({ name, secret }: MissingValue, stack: string): string {
  const command = `npx pulumi config set ${secret ? "--secret " : ""}${name} --stack ${stack}`;
  return secret ? `${command} < FILE` : `${command} VALUE`;
}

/** Looks the named values up, and remembers those that are missing. */
export class ConfigLookup {
  readonly missing = new Map<string, MissingValue>();
  readonly #config: Config;

  constructor(config: Config) {
    this.#config = config;
  }

  value(reference: string | number | ConfigReference | SecretReference): string {
    if (typeof reference !== "object") return String(reference);
    const secret = "secret" in reference;
    const name = secret ? reference.secret : reference.config;
    // The probe needs the plain text; on their way into the state all connections are made secret as a whole.
    const value = this.#config.get(name);
    if (value === undefined) this.missing.set(name, { name, secret });
    return value ?? "";
  }
}

function endpoint(declared: DeclaredEndpoint, lookup: ConfigLookup): Endpoint {
  const { privateKey, privateKeyPassword, password, agent } = declared;
  return {
    host: lookup.value(declared.address),
    port: Number(lookup.value(declared.port)),
    user: declared.user,
    hostKey: lookup.value(declared.hostKey),
    ...(privateKey && { privateKey: lookup.value(privateKey) }),
    ...(privateKeyPassword && { privateKeyPassword: lookup.value(privateKeyPassword) }),
    ...(password && { password: lookup.value(password) }),
    ...(agent && process.env.SSH_AUTH_SOCK && { agentSocketPath: process.env.SSH_AUTH_SOCK }),
  };
}

export function hostConnection(host: Host, lookup: ConfigLookup): Connection {
  return { ...endpoint(host, lookup), ...(host.jump && { proxy: endpoint(host.jump, lookup) }) };
}
