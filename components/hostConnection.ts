// From a host of a stack file to the connection that reaches it.
import type { Connection, Endpoint } from "../host/connection.ts";
import { addressProblem } from "../stacks/endpointSchema.ts";
import { hostKeyProblem } from "../stacks/hostKeyProblem.ts";
import type { Endpoint as DeclaredEndpoint, Host } from "../stacks/schema.ts";
import type { ConfigLookup } from "./configLookup.ts";

function portProblem(text: string): string | undefined {
  const good = /^[0-9]{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535;
  return good ? undefined : `is no port from 1 to 65535: ${JSON.stringify(text.slice(0, 60))}`;
}

/**
 * A login by the agent says nothing here: the provider asks the agent of SSH_AUTH_SOCK by itself. Its address is another
 * one in each session, and in the inputs it would be a change at every run.
 */
function endpoint(declared: DeclaredEndpoint, lookup: ConfigLookup): Endpoint {
  const { privateKey, privateKeyPassword, password } = declared;
  if (declared.agent && !process.env.SSH_AUTH_SOCK) {
    lookup.refuse("a host says agent: true, but no SSH agent runs here: SSH_AUTH_SOCK is not set");
  }
  return {
    host: lookup.plain(declared.address, addressProblem),
    port: Number(lookup.plain(declared.port, portProblem)),
    user: declared.user,
    hostKey: lookup.plain(declared.hostKey, hostKeyProblem),
    ...(privateKey && { privateKey: lookup.secret(privateKey) }),
    ...(privateKeyPassword && { privateKeyPassword: lookup.secret(privateKeyPassword) }),
    ...(password && { password: lookup.secret(password) }),
  };
}

/** The connection to a host; what is wrong with values from the config stands in `lookup` afterwards. */
export function hostConnection(host: Host, lookup: ConfigLookup): Connection {
  return { ...endpoint(host, lookup), ...(host.jump && { proxy: endpoint(host.jump, lookup) }) };
}
