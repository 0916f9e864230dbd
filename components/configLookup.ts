// The values that a stack file names and the stack's config holds.
import type { ConfigReference, SecretReference } from "../stacks/schema.ts";

/** What is needed of Pulumi's config: the plain text of a value, secret or not. */
export interface PlainConfig {
  get(name: string): string | undefined;
}

/** Looks values up, and remembers what is wrong with them: all of it is told at once. */
export class ConfigLookup {
  readonly #config: PlainConfig;
  readonly #stack: string;
  readonly #findings = new Set<string>();

  constructor(config: PlainConfig, stack: string) {
    this.#config = config;
    this.#stack = stack;
  }

  /** What is missing or wrong, each with the command that mends it. */
  get findings(): string[] {
    return [...this.#findings];
  }

  /** Adds what else is wrong with a way to log in. */
  refuse(finding: string): void {
    this.#findings.add(finding);
  }

  secret({ secret: name }: SecretReference): string {
    // The plain text, because the program itself asks the servers; on its way into the state it is made secret.
    return this.#get(name, `npx pulumi config set --secret ${name} --stack ${this.#stack} < FILE`);
  }

  /**
   * A value that stands in the file, or in the config; what the config has is checked here as the file's were there.
   * @param problem What is wrong with a text; undefined when nothing is.
   */
  plain(given: string | number | ConfigReference, problem: (text: string) => string | undefined): string {
    if (typeof given !== "object") return String(given);
    const command = `npx pulumi config set ${given.config} --stack ${this.#stack} VALUE`;
    const value = this.#get(given.config, command);
    const wrong = value === "" ? undefined : problem(value);
    if (wrong) this.#findings.add(`the stack's config value "${given.config}" ${wrong}: ${command}`);
    return value;
  }

  #get(name: string, command: string): string {
    const value = this.#config.get(name) ?? "";
    if (value === "") this.#findings.add(`the stack's config has no "${name}": ${command}`);
    return value;
  }
}
