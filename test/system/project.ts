// A project of its own for a test: its stack file, its state, its config. Program, engine and plugins are the product's.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { engineBinary, engineEnvironment } from "../../toolchain/environment.mjs";
import { local, root } from "../../toolchain/paths.mjs";

export interface Outcome {
  readonly code: number;
  /** What was printed, standard output and error as they came. */
  readonly output: string;
}

/** A resource as the state has it. */
export interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
}

/** Far longer than any run takes, in milliseconds. */
const longestRun = 300_000;

export class Project {
  readonly folder: string;
  readonly #env: NodeJS.ProcessEnv;

  /** A fresh project; what an earlier run left under that name is gone. */
  constructor(name: string) {
    this.folder = join(local, "test", name);
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(join(this.folder, "stacks"), { recursive: true });
    mkdirSync(join(this.folder, "state"));
    const manifest = readFileSync(join(root, "Pulumi.yaml"), "utf8");
    const main = `main: ${join(relative(this.folder, root), "index.ts")}`;
    writeFileSync(join(this.folder, "Pulumi.yaml"), manifest.replace("main: index.ts", main));
    this.#env = {
      ...engineEnvironment(process.execPath),
      PULUMI_BACKEND_URL: pathToFileURL(join(this.folder, "state")).href,
      PULUMI_CONFIG_PASSPHRASE: "of the tests",
    };
  }

  writeStack(text: string): void {
    writeFileSync(join(this.folder, "stacks", "test.yaml"), text);
  }

  /** Starts the engine, for tests that do something to it while it runs. */
  start(...args: string[]): ChildProcess {
    const words = [...args, "--stack", "test", "--non-interactive", "--color", "never"];
    return spawn(engineBinary, words, { cwd: this.folder, env: this.#env, stdio: ["pipe", "pipe", "pipe"] });
  }

  /** Runs the engine to its end. */
  pulumi(args: readonly string[], input = ""): Promise<Outcome> {
    const child = this.start(...args);
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (text) => (output += text));
    child.stdin?.end(input);
    // An engine that hangs must fail its test, and not hold up all of them.
    const timer = setTimeout(() => child.kill("SIGKILL"), longestRun);
    child.on("close", () => clearTimeout(timer));
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolve({ code: code ?? -1, output }));
    });
  }

  async must(args: readonly string[], input = ""): Promise<string> {
    const { code, output } = await this.pulumi(args, input);
    if (code !== 0) throw new Error(`pulumi ${args.join(" ")} exited with ${code}:\n${output}`);
    return output;
  }

  async configure(
    plain: Readonly<Record<string, string | number>>,
    secrets: Readonly<Record<string, string>>,
  ): Promise<void> {
    await this.must(["stack", "select", "--create"]);
    for (const [key, value] of Object.entries(plain)) await this.must(["config", "set", key, String(value)]);
    for (const [key, value] of Object.entries(secrets)) await this.must(["config", "set", "--secret", key], value);
  }

  up(...more: string[]): Promise<Outcome> {
    return this.pulumi(["up", "--yes", "--skip-preview", ...more]);
  }

  preview(...more: string[]): Promise<Outcome> {
    return this.pulumi(["preview", "--diff", ...more]);
  }

  /** The state as it is stored: secrets encrypted. */
  async state(): Promise<{ text: string; resources: StateResource[] }> {
    const text = await this.must(["stack", "export"]);
    return { text, resources: JSON.parse(text).deployment.resources ?? [] };
  }
}
