// The tool on a server, driven by the very lines and input that a deployment sends, without engine and SSH.
import { createHash } from "node:crypto";
import { type HostFacts, parseFacts, type UnitFacts } from "../../host/facts.ts";
import {
  applyCommand,
  deployment,
  factsCommand,
  installToolCommand,
  removeCommand,
  toolText,
  uninstallToolCommand,
} from "../../host/tool.ts";
import { botUnit } from "../../systemd/botUnit.ts";
import type { BotParameters } from "../../systemd/directives.ts";
import { processFingerprint } from "../../systemd/impact.ts";
import { renderUnit } from "../../systemd/renderUnit.ts";
import { guestRun, type Server } from "../../toolchain/server/server.ts";

export interface Outcome {
  readonly code: number;
  /** What it printed, the errors last. */
  readonly output: string;
}

export interface ApplyOptions {
  /** @default "urn:me" */
  readonly owner?: string;
  /** Names the deployment. @default "r1" */
  readonly run?: string;
  /** @default 1 */
  readonly settleSec?: number | string;
  /** Makes the command line another one that contains it. @default it stays as it is */
  readonly around?: (command: string) => string;
  /** What arrives of the input. @default all */
  readonly arrives?: (input: string) => string;
}

export const textOf = (name: string, parameters: BotParameters): string => renderUnit(botUnit(name, parameters));

export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

export class ToolOnServer {
  readonly #server: Server;

  constructor(server: Server) {
    this.#server = server;
  }

  async run(line: string, stdin = ""): Promise<Outcome> {
    const { code, stdout, stderr } = await guestRun(this.#server, ["sh", "-c", line], { stdin, timeoutSeconds: 60 });
    return { code, output: stdout + stderr };
  }

  install(run: string): Promise<Outcome> {
    return this.run(installToolCommand("root", run), toolText);
  }

  uninstall(): Promise<Outcome> {
    return this.run(uninstallToolCommand("root"), toolText);
  }

  /** The standard input of a deployment. */
  input(name: string, parameters: BotParameters, owner = "urn:me"): string {
    return deployment(textOf(name, parameters), processFingerprint(botUnit(name, parameters)), owner);
  }

  apply(name: string, parameters: BotParameters, options: ApplyOptions = {}): Promise<Outcome> {
    const { owner, run = "r1", settleSec = 1, around = (line) => line, arrives = (all) => all } = options;
    const line = applyCommand("root", `${name}.service`, 1, run).replace(" 1 ", ` ${settleSec} `);
    return this.run(around(line), arrives(this.input(name, parameters, owner)));
  }

  remove(name: string, owner = "urn:me"): Promise<Outcome> {
    return this.run(removeCommand("root", `${name}.service`), this.input(name, { execStart: "/bin/true" }, owner));
  }

  /** What the tool says about one unit. */
  async facts(name: string): Promise<UnitFacts> {
    const answer = await this.allFacts([name]);
    const facts = answer?.units.get(`${name}.service`);
    if (facts === undefined) throw new Error(`no facts about ${name}`);
    return facts;
  }

  async allFacts(names: readonly string[]): Promise<HostFacts | undefined> {
    const asked = factsCommand(
      "root",
      names.map((name) => `${name}.service`),
    );
    const { code, output } = await this.run(asked);
    if (code !== 0) throw new Error(output);
    return parseFacts(output);
  }
}
