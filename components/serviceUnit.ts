import { remote } from "@pulumi/command";
import * as pulumi from "@pulumi/pulumi";
import { applyCommand, deployment, removeCommand } from "../host/tool.ts";
import { renderUnit } from "../systemd/grammar/renderUnit.ts";
import type { OnChange } from "../systemd/impact/impactOf.ts";
import { processFingerprint } from "../systemd/impact/processFingerprint.ts";
import { botUnit } from "../systemd/policy/botUnit.ts";
import type { BotParameters } from "../systemd/policy/parameters.ts";
import { reportedByEngine } from "./reportedByEngine.ts";
import { quietly, type ServiceHost } from "./serviceHost.ts";

export interface ServiceUnitArgs {
  /** The server to run on. Another one moves the unit: it is removed there first, then started here. */
  readonly host: ServiceHost;
  /**
   * The unit's name with its suffix, systemd.unit(5).
   * @default the resource's name with ".service"
   */
  readonly unitName?: string;
  /** What the bot is and how it runs: directives in camelCase. */
  readonly parameters: BotParameters;
  /**
   * How long the process has to stay up, the same and without a restart, before the deployment counts. Seconds.
   * @default 10
   */
  readonly settleSec?: number;
  /**
   * What happens to the running process after a change that it would have to be restarted for: `restart`; `reload` it, for
   * which it needs `execReload` or `type: notify-reload`; or `none`, and it runs on with what it was started with.
   * @default "restart"
   */
  readonly onChange?: OnChange;
  /**
   * Names the deployment that is on the server: the same name while all there is as deployed, a new one when it isn't.
   * @default what the last deployment named stays: the server could not be asked
   */
  readonly run?: string | undefined;
}

/**
 * A systemd service on a server: its unit file in place, loaded, enabled and running, and after a change that the
 * process has to notice restarted, once. A deployment whose process doesn't stay up fails, and puts the old unit back.
 */
export class ServiceUnit extends pulumi.ComponentResource {
  /** The text of the unit file. */
  readonly text: string;
  /** A fingerprint of what a process of it is started with: with another one, what `onChange` says happens. */
  readonly process: string;
  /** The deployment. */
  readonly service: remote.Command;

  constructor(name: string, args: ServiceUnitArgs, opts?: pulumi.ComponentResourceOptions) {
    super("service-unit:index:ServiceUnit", name, {}, opts);
    const { host, unitName = `${name}.service`, settleSec = 10, onChange = "restart", run } = args;
    const values = botUnit(name, args.parameters);
    this.text = renderUnit(values);
    this.process = processFingerprint(values);
    this.service = reportedByEngine(
      new remote.Command(
        `${name}-service`,
        {
          ...quietly,
          connection: host.connection,
          create: applyCommand(host.login, unitName, settleSec, run ?? "unasked"),
          delete: removeCommand(host.login, unitName),
          stdin: this.owner(`${name}-service`).apply((owner) => deployment(this.text, this.process, owner, onChange)),
        },
        {
          parent: this,
          dependsOn: host.tool,
          // A changed address is an update in place; only another host is a move, and never are there two of a bot.
          replacementTrigger: host.hostName,
          deleteBeforeReplace: true,
          ignoreChanges: run === undefined ? ["create"] : [],
        },
      ),
    );
    this.registerOutputs({ text: this.text });
  }

  /**
   * Who owns the unit on the server: the child's URN. When a rename makes the engine create a new resource for a unit and
   * then delete the old one, that delete finds a newer owner and leaves the bot alone.
   */
  private owner(child: string): pulumi.Output<string> {
    return pulumi.createUrn(child, "command:remote:Command", this);
  }
}
