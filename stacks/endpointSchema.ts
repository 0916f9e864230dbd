import { isIPv4, isIPv6 } from "node:net";
import * as z from "zod";
import { hostKeyProblem } from "./hostKeyProblem.ts";
import { expected, strictMap, textWith, word } from "./schemaParts.ts";

const namesConfig = /^(?:[A-Za-z0-9_.-]+:)?[A-Za-z0-9_.-]+$/;
const configName = word("a name in Pulumi's config", namesConfig);
const config = strictMap("{ config: NAME }", { config: configName });
const orConfig = <T extends z.ZodType>(what: string, plain: T) =>
  z.union([plain, config], expected(`${what}, or { config: NAME }`));

const secret = z
  .strictObject(
    { secret: textWith("a name in Pulumi's config", (text) => (namesConfig.test(text) ? undefined : onlyByName)) },
    {
      // Whatever stands here instead is most likely the secret itself.
      error: (issue) =>
        issue.code === "unrecognized_keys" ? issue.keys.map(() => "unknown key").join("\n") : onlyByName,
    },
  )
  .optional();
const onlyByName =
  "expected { secret: NAME } with a name from Pulumi's config (pulumi config set --secret NAME); what stands here is not shown";

const port = "a port from 1 to 65535";
const endpoint = {
  address: orConfig("a host name or an IP address", textWith("a host name or an IP address", addressProblem)),
  port: orConfig(port, z.int(expected(port)).min(1, expected(port)).max(65535, expected(port))).optional(),
  user: word("the user to log in as", /^[A-Za-z0-9_][A-Za-z0-9_.@-]{0,254}\$?$/),
  hostKey: orConfig('the public key of the host, like "ssh-ed25519 AAAA…"', textWith("a public key", hostKeyProblem)),
  privateKey: secret,
  privateKeyPassword: secret,
  password: secret,
  agent: z.literal(true, expected("true")).optional(),
};

const systemd = "a version of systemd from 245 to 400";
const endpointMap = "a map of address, user, hostKey and so on";
const endpointSchema = withLogin(strictMap(endpointMap, endpoint));
/** A host of a stack file. */
export const hostSchema = withLogin(
  strictMap(endpointMap, {
    ...endpoint,
    jump: endpointSchema.optional(),
    systemd: z.int(expected(systemd)).min(245, expected(systemd)).max(400, expected(systemd)).optional(),
  }),
);

/** Why this is no host name and no IP address; undefined if it is one. */
export function addressProblem(address: string): string | undefined {
  // Node takes milliseconds to make its pattern of IPv6, and no name has a colon.
  if (isIPv4(address) || (address.includes(":") && isIPv6(address))) return undefined;
  if (/^\[?[^:]+\]?:[0-9]+$/.test(address)) return "has a port in it: give port on its own";
  if (address.includes("@")) return "has a user in it: give user on its own";
  if (/^[0-9.]+$/.test(address)) return `is no IP address: ${JSON.stringify(address.slice(0, 60))}`;
  const good = address.length <= 253 && /^[A-Za-z0-9](?:[A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*)?\.?$/.test(address);
  return good ? undefined : `is no host name: ${JSON.stringify(address.slice(0, 60))}`;
}

interface Login {
  readonly privateKey?: unknown;
  readonly privateKeyPassword?: unknown;
  readonly password?: unknown;
  readonly agent?: unknown;
}

// Checked whatever else is wrong, as all that is wrong is to be said at once.
function withLogin<Schema extends z.ZodType>(schema: Schema): Schema {
  const when = ({ value }: { value: unknown }) => typeof value === "object" && value !== null && !Array.isArray(value);
  return schema
    .refine((login) => loginProblem(login as Login) === undefined, {
      when,
      error: ({ input }) => loginProblem(input as Login),
    })
    .refine((login) => !("privateKeyPassword" in (login as Login)) || "privateKey" in (login as Login), {
      when,
      path: ["privateKeyPassword"],
      error: "is of no use without privateKey",
    });
}

function loginProblem(login: Login): string | undefined {
  const given = (["privateKey", "password", "agent"] as const).filter((way) => way in login);
  if (given.length === 0) return "has no way to log in: give privateKey, password or agent: true";
  return given.length > 1 ? `has ${given.join(" and ")}: give one way to log in` : undefined;
}
