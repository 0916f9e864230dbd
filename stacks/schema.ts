import * as z from "zod";
import { suggestion } from "../systemd/closestName.ts";
import { serviceNameProblem } from "../systemd/grammar/unitName.ts";
import { type Rule, rules } from "../systemd/lint/rules.ts";
import type { BotParameters } from "../systemd/policy/parameters.ts";
import { hostSchema } from "./endpointSchema.ts";
import { mapByKey } from "./mapByKey.ts";
import type { MergedBot } from "./mergeBots.ts";
import { parameterNames, parameterSchema } from "./parameterSchema.ts";
import { expected, oneOf, strictMap, textWith, word } from "./schemaParts.ts";
import { showValue } from "./secretText.ts";
import type { Finding } from "./stackConfigError.ts";

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
  /** The version of its systemd, if the file says it: then nothing that is newer passes. */
  readonly systemd?: number;
}

export interface Bot {
  readonly name: string;
  /** A key of {@link StackConfig.hosts}. */
  readonly host: string;
  /** The unit's full name. Default: the bot's name and `.service`. */
  readonly unitName: string;
  /** Seconds that the bot has to stay up before `up` is green. Default: 10. */
  readonly settleSec: number;
  /** What to do with the running bot after a change that it would notice. Default: `restart`. */
  readonly onChange: "restart" | "reload" | "none";
  /** What the file says, the shared defaults included; {@link ../systemd/policy/botUnit.ts} has the defaults by policy. */
  readonly parameters: BotParameters;
}

/** A valid stack file: hosts and bots in the order of the file. */
export interface StackConfig {
  readonly hosts: ReadonlyMap<string, Host>;
  readonly bots: readonly Bot[];
  /** What most likely isn't meant, but stops nothing; in the order of the files. */
  readonly warnings: readonly Finding[];
  /** The bots with the places where each of their settings stands, for findings that come up later. */
  readonly merged: readonly MergedBot[];
}

/** What hosts and bots may be called. */
export const namePattern = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const name = word("a name of letters, digits and . _ - that starts with a letter or digit", namePattern);
const settle = "a whole number of seconds from 1 to 300";
const ruleNames = Object.keys(rules) as [Rule, ...Rule[]];
const rule = z.enum(ruleNames, {
  error: ({ input }) =>
    `unknown rule ${showValue(input)}${typeof input === "string" ? suggestion(input, ruleNames) : ""}`,
});

/** What is said about a bot besides its unit. */
export const botSettings = {
  unitName: textWith("a unit name like echo.service", serviceNameProblem),
  host: z.string(expected("the name of a host")),
  settleSec: z.int(expected(settle)).min(1, expected(settle)).max(300, expected(settle)),
  onChange: oneOf(["restart", "reload", "none"]),
  allow: z.array(rule, expected('a list of rules like ["no-user"]')),
};
const { unitName: _, ...others } = botSettings;
/** What of it can stand in defaults. */
export const commonSettings = others;

function settings(what: string, own: Readonly<Record<string, z.ZodType>>) {
  const schemaOf = (key: string) => (Object.hasOwn(own, key) ? own[key] : parameterSchema(key));
  return mapByKey(what, schemaOf, [...Object.keys(own), ...parameterNames]);
}
/** All that can be said about a bot. */
export const settingNames: readonly string[] = [...Object.keys(botSettings), ...parameterNames];
const bot = settings("a map of the bot's parameters", botSettings);
const defaults = settings("a map of parameters", commonSettings).optional();

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
