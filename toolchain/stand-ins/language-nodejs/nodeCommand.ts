// The command line and the environment that a program's node process gets.
import type { RuntimeOptions } from "./runtimeOptions.ts";

/** What the engine asks to run, in plain values. */
export interface ProgramRun {
  readonly organization: string;
  readonly project: string;
  readonly stack: string;
  /** Where Pulumi.yaml is. */
  readonly rootDirectory: string;
  /** Where the program is; it runs there. */
  readonly programDirectory: string;
  /** The program within its directory; "." leaves the choice to package.json. */
  readonly entryPoint: string;
  readonly args: readonly string[];
  readonly dryRun: boolean;
  /** How many resource operations at once; 0 leaves it to the SDK. */
  readonly parallel: number;
  readonly monitorAddress: string;
  readonly engineAddress: string;
  /** Pairs of a config key, `namespace:name`, and its value. */
  readonly config: readonly (readonly [string, string])[];
  /** Which of the config keys hold secrets. */
  readonly secretKeys: readonly string[];
}

/**
 * The arguments of node: its own, the SDK's runner, the runner's flags, the program and its arguments. A flag without
 * a value is left out.
 */
export function nodeArguments(run: ProgramRun, options: RuntimeOptions, runner: string): string[] {
  const flags = {
    monitor: run.monitorAddress,
    engine: run.engineAddress,
    organization: run.organization,
    project: run.project,
    "root-directory": run.rootDirectory,
    stack: run.stack,
    pwd: run.programDirectory,
    parallel: run.parallel > 0 ? String(run.parallel) : "",
  };
  return [
    ...options.nodeargs,
    runner,
    ...Object.entries(flags).flatMap(([flag, value]) => (value === "" ? [] : [`--${flag}`, value])),
    ...(run.dryRun ? ["--dry-run"] : []),
    run.entryPoint,
    ...run.args,
  ];
}

/** The variables that the SDK reads; they go on top of the host's own environment. */
export function nodeEnvironment(run: ProgramRun, options: RuntimeOptions): Record<string, string> {
  return {
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(run.config.map(([key, value]) => [configKey(key), value]))),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(run.secretKeys),
    ...(options.typescript ? { PULUMI_NODEJS_TYPESCRIPT: "true" } : {}),
    ...(options.tsconfig === undefined ? {} : { PULUMI_NODEJS_TSCONFIG_PATH: options.tsconfig }),
  };
}

/** The shape in which programs have always got their keys: `aws:region` is `aws:config:region` there. */
export function configKey(key: string): string {
  return key.replace(/^([^:]+):(?!config:)/, "$1:config:");
}
