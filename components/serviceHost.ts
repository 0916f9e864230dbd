import { remote, type types } from "@pulumi/command";
import * as pulumi from "@pulumi/pulumi";
import { installToolCommand, toolText, uninstallToolCommand } from "../host/tool.ts";
import { reportedByEngine } from "./reportedByEngine.ts";

/** Inputs of a remote command that are the same for all of ours: data goes in by stdin, the tool's words come out. */
export const quietly = { addPreviousOutputInEnv: false, logging: remote.Logging.Stdout } as const;

export interface ServiceHostArgs {
  /** How to reach the server. Kept secret as a whole. */
  readonly connection: pulumi.Input<types.input.remote.ConnectionArgs>;
  /** The login name in that connection: root needs no sudo, others need it without a password. */
  readonly login: string;
  /**
   * Names the installation of the tool that is on the server, so that a lost tool is installed again.
   * @default what the last deployment named stays: the server could not be asked
   */
  readonly run: string | undefined;
}

/** A server under this program's care: it has the tool that the units are deployed with. */
export class ServiceHost extends pulumi.ComponentResource {
  readonly connection: pulumi.Output<types.input.remote.ConnectionArgs>;
  readonly login: string;
  /** The logical name: a unit that gets another one moves there. */
  readonly hostName: string;
  /** What every unit of this host waits for, and outlives when all is destroyed. */
  readonly tool: remote.Command;

  constructor(name: string, args: ServiceHostArgs, opts?: pulumi.ComponentResourceOptions) {
    super("service-unit:index:ServiceHost", name, {}, opts);
    this.hostName = name;
    this.login = args.login;
    this.connection = pulumi.secret(args.connection) as pulumi.Output<types.input.remote.ConnectionArgs>;
    this.tool = reportedByEngine(
      new remote.Command(
        `${name}-tool`,
        {
          ...quietly,
          connection: this.connection,
          create: installToolCommand(args.login, args.run ?? "unasked"),
          delete: uninstallToolCommand(args.login),
          stdin: toolText,
        },
        // The tool is this program's own text: nobody reviews it in a diff of their units.
        { parent: this, hideDiffs: ["stdin"], ignoreChanges: args.run === undefined ? ["create"] : [] },
      ),
    );
    this.registerOutputs({});
  }
}
