import { renderUnit, UnitError } from "../systemd/grammar/renderUnit.ts";
import { botUnit } from "../systemd/policy/botUnit.ts";
import { botParameters } from "./botParameters.ts";
import type { MergedBot } from "./mergeBots.ts";
import type { YamlFile } from "./readYaml.ts";
import type { Bot, Endpoint, Host, StackConfig } from "./schema.ts";
import { type Finding, StackConfigError } from "./stackConfigError.ts";
import { valueAt } from "./valuePath.ts";

/**
 * What a file without errors says. The schema has seen every value and changes none: the tree holds just what the types say.
 * @throws StackConfigError for a unit that can't be written all the same
 */
export function stackConfig(stack: YamlFile, merged: readonly MergedBot[], warnings: readonly Finding[]): StackConfig {
  const bots = merged.map(toBot);
  const unwritable = merged.flatMap((bot, index) => unwritableFinding(bot, bots[index] as Bot));
  if (unwritable.length > 0) throw new StackConfigError([...warnings, ...unwritable]);
  return { hosts: hostsOf(stack), bots, warnings, merged };
}

// What is left by then is a line of more than a megabyte.
function unwritableFinding({ file, tree, name }: MergedBot, { parameters }: Bot): Finding[] {
  try {
    renderUnit(botUnit(name, parameters));
    return [];
  } catch (error) {
    if (!(error instanceof UnitError || error instanceof RangeError)) throw error;
    return [file.finding(tree.keyAt, ["bots", name], `can't be written as a unit: ${error.message}`)];
  }
}

/** The version of systemd that the file says a host has. */
export function declaredSystemd(stack: YamlFile, host: unknown): number | undefined {
  const version = typeof host === "string" ? valueAt(stack.tree, ["hosts", host, "systemd"])?.value : undefined;
  return typeof version === "number" ? version : undefined;
}

function hostsOf(stack: YamlFile): Map<string, Host> {
  const hosts = new Map<string, Host>();
  for (const [name, { value }] of stack.tree?.items?.get("hosts")?.items ?? []) {
    const { jump, ...host } = value as Written<Host> & { readonly jump?: Written<Endpoint> };
    hosts.set(String(name), { ...withPort(host), ...(jump ? { jump: withPort(jump) } : {}) });
  }
  return hosts;
}

type Written<T extends Endpoint> = Omit<T, "port"> & Partial<Pick<T, "port">>;

function withPort<T extends Endpoint>(endpoint: Written<T>): T {
  return { ...endpoint, port: endpoint.port ?? 22 } as T;
}

function toBot(bot: MergedBot): Bot {
  const { name, settings } = bot;
  const unitName = settings.get("unitName")?.value ?? `${name}.service`;
  const settleSec = settings.get("settleSec")?.value ?? 10;
  const onChange = settings.get("onChange")?.value ?? "restart";
  return {
    name,
    host: settings.get("host")?.value,
    unitName,
    settleSec,
    onChange,
    parameters: botParameters(bot),
  } as Bot;
}
