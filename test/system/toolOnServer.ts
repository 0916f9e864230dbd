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
import { renderUnit } from "../../systemd/grammar/renderUnit.ts";
import type { OnChange } from "../../systemd/impact/impactOf.ts";
import { processFingerprint } from "../../systemd/impact/processFingerprint.ts";
import { botUnit } from "../../systemd/policy/botUnit.ts";
import type { BotParameters } from "../../systemd/policy/parameters.ts";
import { guestRun, type Server } from "../../toolchain/server/server.ts";
import type { Guest } from "./guest.ts";

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
  /** @default "restart" */
  readonly onChange?: OnChange;
  /** @default 1 */
  readonly settleSec?: number;
  /** Makes the command line another one that contains it. @default it stays as it is */
  readonly around?: (command: string) => string;
  /** What arrives of the input. @default all */
  readonly arrives?: (input: string) => string;
}

export const textOf = (name: string, parameters: BotParameters): string => renderUnit(botUnit(name, parameters));

export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

export class ToolOnServer {
  readonly #server: Server;
  readonly #guest: Guest;

  constructor(server: Server, guest: Guest) {
    this.#server = server;
    this.#guest = guest;
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
  input(name: string, parameters: BotParameters, owner = "urn:me", onChange: OnChange = "restart"): string {
    return deployment(textOf(name, parameters), processFingerprint(botUnit(name, parameters)), owner, onChange);
  }

  apply(name: string, parameters: BotParameters, options: ApplyOptions = {}): Promise<Outcome> {
    const { owner, onChange, run = "r1", settleSec = 1, around = (line) => line, arrives = (all) => all } = options;
    const line = applyCommand("root", `${name}.service`, settleSec, run);
    return this.run(around(line), arrives(this.input(name, parameters, owner, onChange)));
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

  /** The process as systemd has it: another one differs. */
  live(name: string): Promise<Record<string, string>> {
    return this.#guest.show(`${name}.service`, "MainPID", "InvocationID", "ActiveState", "SubState");
  }

  /** The variable V of the process that runs; empty when none does. */
  version(name: string): Promise<string> {
    return this.#guest.sh(`pid=$(systemctl show -p MainPID --value ${name}.service)
      tr '\\0' '\\n' <"/proc/$pid/environ" 2>/dev/null | sed -n 's/^V=//p' | tr -d '\\n'`);
  }

  fileOf(name: string): Promise<string> {
    return this.#guest.file(`/etc/systemd/system/${name}.service`);
  }

  /** Every file, link and run of the tool that is there because of this unit; then its load state and active state. */
  remains(name: string): Promise<string> {
    return this.#guest.sh(`
      find /etc/systemd /run/systemd /run/service-unit /var/lib/service-unit -name '*${name}.service*'
      pgrep -f '^/bin/sh /usr/local/lib/service-unit/unit [a-z]* ${name}[.]service' || :
      systemctl show -p LoadState,ActiveState --value ${name}.service`);
  }

  /** Kills the process, and waits until systemd has started another. */
  async selfRestart(name: string): Promise<void> {
    const { MainPID: earlier } = await this.live(name);
    await this.#guest.sh(`systemctl kill --signal=KILL ${name}.service`);
    await this.#guest.until(`${name} runs again`, async () => {
      const now = await this.live(name);
      return now.SubState === "running" && now.MainPID !== earlier;
    });
  }

  /** Waits until an apply of this has started it, and has only the settling left. */
  settling(name: string, parameters: BotParameters): Promise<void> {
    const text = hashOf(textOf(name, parameters));
    return this.#guest.until(`${name} settles`, async () => {
      const record = await this.#guest.sh(`cat /var/lib/service-unit/${name}.service 2>/dev/null || :`);
      return record.includes(`text=${text}\n`);
    });
  }

  /** The apply that runs, as the server numbers it. */
  async pidOfApply(name: string): Promise<string> {
    const all = `^/bin/sh /usr/local/lib/service-unit/unit apply ${name}[.]service `;
    return (await this.#guest.sh(`pgrep -o -f '${all}'`)).trim();
  }
}
