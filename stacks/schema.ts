import * as z from "zod";
import { serviceNameProblem } from "../systemd/grammar/unitName.ts";
import { type BotParameters, directives } from "../systemd/policy/parameters.ts";
import { hostSchema } from "./endpointSchema.ts";
import { expected, strictMap, textWith, word } from "./schemaParts.ts";
import { valueSchema } from "./valueSchemas.ts";

/** Names a plain value of Pulumi's stack config. */
export interface ConfigReference {
  readonly config: string;
}

/** Names a secret of Pulumi's stack config. */
export interface SecretReference {
  readonly secret: string;
}

/** One SSH server and how to log in there: by a private key, a password, or the running agent; just one of them is set. */
export interface Endpoint {
  readonly address: string | ConfigReference;
  readonly port: number | ConfigReference;
  readonly user: string;
  /** One line of authorized_keys without options. */
  readonly hostKey: string | ConfigReference;
  readonly privateKey?: SecretReference;
  readonly privateKeyPassword?: SecretReference;
  readonly password?: SecretReference;
  readonly agent?: true;
}

export interface Host extends Endpoint {
  /** The server to go through, if any; pinned like the host itself. */
  readonly jump?: Endpoint;
}

export interface Bot {
  readonly name: string;
  /** A key of {@link StackConfig.hosts}. */
  readonly host: string;
  /** The unit's full name. Default: the bot's name and `.service`. */
  readonly unit: string;
  /** Seconds that the bot has to stay up before `up` is green. Default: 10. */
  readonly settleSec: number;
  /** What the file says, the shared defaults included; {@link ../systemd/policy/botUnit.ts} has the defaults by policy. */
  readonly parameters: BotParameters;
}

/** A valid stack file: hosts and bots in the order of the file. */
export interface StackConfig {
  readonly hosts: ReadonlyMap<string, Host>;
  readonly bots: readonly Bot[];
}

/** What hosts and bots may be called. */
export const namePattern = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const name = word("a name of letters, digits and . _ - that starts with a letter or digit", namePattern);
const settle = "a whole number of seconds from 1 to 300";
const settings = {
  host: z.string(expected("the name of a host")).optional(),
  settleSec: z.int(expected(settle)).min(1, expected(settle)).max(300, expected(settle)).optional(),
  ...Object.fromEntries(
    Object.entries(directives).map(([name, spec]) => [name, valueSchema(spec).nullable().optional()]),
  ),
};
const bot = strictMap("a map of the bot's parameters", {
  unit: textWith("a unit name like echo.service", serviceNameProblem).optional(),
  ...settings,
});
const defaults = strictMap("a map of parameters", settings).optional();

/** A stack file. Checks each value where it stands; what takes several values together is checked after merging. */
export const stackSchema = strictMap("a map of hosts and bots", {
  extends: word(
    "a file beside this one, like ./shared/bots.yaml",
    /^(?:\.\/)?(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*\/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*$/,
  ).optional(),
  hosts: z.record(name, hostSchema, expected("a map of hosts")),
  defaults,
  bots: z.record(name, bot, expected("a map of bots")),
});

/** A file that stack files extend: just defaults. */
export const sharedSchema = strictMap("a map of defaults", { defaults });
