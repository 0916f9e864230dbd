// A stack of a project that lives for one scenario.
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { type Run, type RunningCli, type RunOptions, startCli } from "./cli.ts";
import type { Plugins } from "./plugins.ts";

/** A resource as the program `declare.mjs` takes it. */
export interface Declared {
  readonly kind: "remote.Command" | "remote.CopyToRemote" | "local.Command";
  /** Plain JSON; `{$secret}`, `{$text}`, `{$file}` and `{$folder}` stand for a secret, assets and an archive. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** What the program `declare.mjs` declares. */
export interface Declaration {
  readonly resources: Readonly<Record<string, Declared>>;
  /** Arguments of local.runOutput, by the name of the output. Default: none. */
  readonly invokes?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** A resource in an exported stack. */
export interface ResourceState {
  readonly urn: string;
  readonly id?: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** An exported stack. */
export interface StackState {
  /** By name; the stack's own resource and the providers are left out. */
  readonly resources: Readonly<Record<string, ResourceState>>;
  readonly pending: readonly { readonly type: string; readonly resource: { readonly urn: string } }[];
  /** The whole export, as printed. */
  readonly text: string;
}

export interface StackOptions {
  /** The program's file in programs/, or an absolute path. Default: declare.mjs. */
  readonly program?: string;
  /** `runtime.options` of Pulumi.yaml. Default: `typescript: false`. */
  readonly runtimeOptions?: Readonly<Record<string, unknown>>;
  /** Where the project is. Default: a folder of that name among the set's. */
  readonly folder?: string;
}

/** What may differ for a single run. */
export type Surroundings = Partial<Pick<RunOptions, "env" | "node">>;

const programs = join(import.meta.dirname, "programs");

export class Stack {
  readonly name: string;
  readonly folder: string;
  /** A variable by which the processes of this stack's operations can be told from others. */
  readonly mark: Readonly<Record<string, string>>;
  readonly #plugins: Plugins;

  private constructor(plugins: Plugins, name: string, folder: string) {
    this.#plugins = plugins;
    this.name = name;
    this.folder = folder;
    this.mark = { CONFORMANCE_STACK: folder };
  }

  /** A new project with a new stack, both of that name. */
  static async create(plugins: Plugins, name: string, options: StackOptions = {}): Promise<Stack> {
    const stack = new Stack(plugins, name, options.folder ?? join(plugins.folder, name));
    mkdirSync(stack.folder, { recursive: true });
    mkdirSync(join(plugins.folder, "state"), { recursive: true });
    const project = {
      name,
      runtime: { name: "nodejs", options: options.runtimeOptions ?? { typescript: false } },
      main: relative(stack.folder, resolve(programs, options.program ?? "declare.mjs")),
    };
    // JSON is YAML.
    writeFileSync(join(stack.folder, "Pulumi.yaml"), JSON.stringify(project));
    const { code, output } = await stack.cli(["stack", "init", name]);
    if (code !== 0) throw new Error(`stack init failed: ${output}`);
    return stack;
  }

  /** The same stack, driven with other plugins. */
  under(plugins: Plugins): Stack {
    return new Stack(plugins, this.name, this.folder);
  }

  /** Runs the CLI in the project's folder, without the engine's events. */
  cli(args: readonly string[], options: Surroundings = {}): Promise<Run> {
    return startCli(this.#plugins, [...args, "--non-interactive"], { env: {}, ...options, cwd: this.folder }).ended;
  }

  /** Starts an engine operation, such as `["up", "--skip-preview"]`, on what is declared. */
  start(
    args: readonly string[],
    declaration: Declaration = { resources: {} },
    { env, ...surroundings }: Surroundings = {},
  ): RunningCli {
    const eventLog = join(this.folder, `events-${randomUUID()}.json`);
    const flags = ["--stack", this.name, "--non-interactive", "--color", "never", "--event-log", eventLog];
    return startCli(this.#plugins, [...args, ...flags], {
      ...surroundings,
      cwd: this.folder,
      env: { ...env, CONFORMANCE_PROGRAM: JSON.stringify(declaration), ...this.mark },
      eventLog,
    });
  }

  preview(declaration: Declaration, ...flags: string[]): Promise<Run> {
    return this.start(["preview", ...flags], declaration).ended;
  }

  /** Without the preview, which is a run of its own. */
  up(declaration: Declaration, ...flags: string[]): Promise<Run> {
    return this.start(["up", "--skip-preview", ...flags], declaration).ended;
  }

  destroy(...flags: string[]): Promise<Run> {
    return this.start(["destroy", "--skip-preview", ...flags]).ended;
  }

  /** The state with its secrets in clear. */
  async state(): Promise<StackState> {
    const { stdout } = await this.cli(["stack", "export", "--show-secrets"]);
    return readState(stdout);
  }

  /** The state as it is stored: secrets encrypted. */
  async plainState(): Promise<StackState> {
    const { stdout } = await this.cli(["stack", "export"]);
    return readState(stdout);
  }

  /** A file's text, in the project's folder; empty when there is none. */
  read(file: string): string {
    try {
      return readFileSync(join(this.folder, file), "utf8");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
      throw error;
    }
  }
}

interface Export {
  readonly deployment: { readonly resources?: ResourceState[]; readonly pending_operations?: StackState["pending"] };
}

function readState(text: string): StackState {
  const { deployment } = JSON.parse(text) as Export;
  const own = (deployment.resources ?? []).filter(({ urn }) => urn.includes("::command:"));
  return {
    resources: Object.fromEntries(own.map((resource) => [resource.urn.split("::").at(-1), resource])),
    pending: deployment.pending_operations ?? [],
    text,
  };
}
