// From a stack file's content and what its servers say to the resources.
import { randomUUID } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../host/connection.ts";
import { planOf } from "../host/plan.ts";
import { type Probed, probe } from "../host/probe.ts";
import type { Bot, StackConfig } from "../stacks/schema.ts";
import { ServiceHost } from "./serviceHost.ts";
import { ServiceUnit } from "./serviceUnit.ts";

/** A host of the stack, asked. */
interface AskedHost {
  readonly connection: Connection;
  readonly bots: readonly Bot[];
  readonly answer: Probed;
}

/** Asks all hosts at once; the slowest decides how long it takes. */
export async function askHosts(
  stack: StackConfig,
  connections: ReadonlyMap<string, Connection>,
): Promise<Map<string, AskedHost>> {
  const asked = [...connections].map(async ([name, connection]) => {
    const bots = stack.bots.filter(({ host }) => host === name);
    const answer = await probe(
      connection,
      bots.map(({ unitName }) => unitName),
    );
    return [name, { connection, bots, answer }] as const;
  });
  return new Map(await Promise.all(asked));
}

/** Per host the version of its systemd, where it said one. */
export function systemdVersions(hosts: ReadonlyMap<string, AskedHost>): Map<string, number> {
  const versions = new Map<string, number>();
  for (const [name, { answer }] of hosts) {
    if ("facts" in answer && answer.facts?.systemd !== undefined) versions.set(name, answer.facts.systemd);
  }
  return versions;
}

/** A name that no deployment has had: it makes the next one act. */
const newRun = () => randomUUID().slice(0, 8);

/**
 * What the server calls its last deployment. One that could not be asked keeps its name in preview (undefined), which then
 * shows what the stack file changes; in up it gets a new one, so that the provider dials it, and `up` fails there: it must
 * not be green about a server that nobody saw.
 */
function runOf(answer: Probed, facts: { readonly Run?: string } | undefined): string | undefined {
  if ("problem" in answer) return pulumi.runtime.isDryRun() ? undefined : newRun();
  return facts?.Run ?? newRun();
}

function declareBot(host: ServiceHost, bot: Bot, answer: Probed): ServiceUnit {
  const { unitName, parameters, settleSec, onChange } = bot;
  const facts = "facts" in answer ? (answer.facts?.units.get(unitName) ?? {}) : undefined;
  const run = runOf(answer, facts);
  const service = new ServiceUnit(bot.name, { host, unitName, parameters, settleSec, onChange, run });
  if (facts && pulumi.runtime.isDryRun()) {
    const plan = planOf({ text: service.text, process: service.process, onChange }, facts);
    if (plan) pulumi.log.info(`${unitName} on ${bot.host}: ${plan}`, service);
  }
  return service;
}

/** Declares every host and every bot, and tells what is not as it was deployed. */
export function declareStack(hosts: ReadonlyMap<string, AskedHost>): void {
  for (const [name, { connection, bots, answer }] of hosts) {
    const tool = "facts" in answer && answer.facts ? { Run: answer.facts.run } : undefined;
    const login = connection.user ?? "root";
    const host = new ServiceHost(name, { connection, login, run: runOf(answer, tool) });
    if ("problem" in answer) {
      const advice = "what differs there is not known, and up will fail for it unless it answers by then";
      pulumi.log.warn(`${name} could not be asked (${answer.problem}): ${advice}`, host);
    }
    for (const bot of bots) declareBot(host, bot, answer);
  }
}
