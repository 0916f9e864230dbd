import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { renderUnit, UnitError } from "../systemd/grammar/renderUnit.ts";
import { botUnit } from "../systemd/policy/botUnit.ts";
import type { BotParameters } from "../systemd/policy/parameters.ts";
import { decodeUtf8 } from "./decodeUtf8.ts";
import { type MergedBot, mergeBots } from "./mergeBots.ts";
import { readYaml, type YamlFile } from "./readYaml.ts";
import { type Bot, type Endpoint, type Host, type StackConfig, sharedSchema, stackSchema } from "./schema.ts";
import { schemaFindings } from "./schemaFindings.ts";
import { type Finding, StackConfigError } from "./stackConfigError.ts";
import { stackFindings } from "./stackFindings.ts";
import { valueAt } from "./valuePath.ts";

/**
 * The stack a file describes.
 * @throws StackConfigError with all that is wrong in the file and the one it extends, at once
 */
export function loadStack(file: string): StackConfig {
  return parseStack(readText(file), file, readText);
}

/**
 * As {@link loadStack}, from the file's text. `read` gives the text of the file that this one extends; by default there is none.
 * @throws StackConfigError as loadStack; what `read` throws otherwise
 */
export function parseStack(text: string, file: string, read: (file: string) => string = readNothing): StackConfig {
  const stack = readYaml(text, file);
  const shared = checkedFile(stack, stackSchema, "a map of hosts and bots") ? readShared(stack, read) : undefined;
  const bots = mergeBots(stack, shared?.file);
  // Without the shared defaults nobody knows what is missing.
  if (!stack.tree?.items?.has("extends") || shared?.file?.tree) stackFindings(stack, bots);
  const findings = [...stack.findings, ...(shared?.findings ?? [])];
  if (findings.length > 0) throw new StackConfigError(findings);
  const config = { hosts: hostsOf(stack), bots: bots.map(toBot) };
  reportUnwritable(stack, config.bots);
  if (stack.findings.length > 0) throw new StackConfigError(stack.findings);
  return config;
}

// What is left by then is a line of more than a megabyte.
function reportUnwritable(stack: YamlFile, bots: readonly Bot[]): void {
  for (const { name, parameters } of bots) {
    try {
      renderUnit(botUnit(name, parameters));
    } catch (error) {
      if (!(error instanceof UnitError || error instanceof RangeError)) throw error;
      const path = ["bots", name];
      stack.report(valueAt(stack.tree, path)?.keyAt ?? 0, path, `can't be written as a unit: ${error.message}`);
    }
  }
}

function checkedFile(file: YamlFile, schema: typeof stackSchema | typeof sharedSchema, what: string): boolean {
  if (file.tree) schemaFindings(schema, file.tree, file);
  else if (file.findings.length === 0) file.report(0, [], `expected ${what}, received an empty file`);
  return file.tree !== undefined;
}

interface Shared {
  readonly file: YamlFile | undefined;
  readonly findings: readonly Finding[];
}

function readShared(stack: YamlFile, read: (file: string) => string): Shared | undefined {
  const reference = stack.tree?.items?.get("extends");
  const pattern = stackSchema.shape.extends;
  if (typeof reference?.value !== "string" || !pattern.safeParse(reference.value).success) return undefined;
  const name = join(dirname(stack.file), reference.value);
  try {
    const file = readYaml(read(name), name);
    checkedFile(file, sharedSchema, "a map of defaults");
    return { file, findings: file.findings };
  } catch (error) {
    if (!(error instanceof StackConfigError)) throw error;
    // A file that can't be read at all is the fault of the line that names it.
    if (error.findings.every(({ line }) => line > 0)) return { file: undefined, findings: error.findings };
    stack.report(
      reference.at,
      ["extends"],
      error.findings.map((finding) => `${finding.file} ${finding.message}`).join(", "),
    );
    return undefined;
  }
}

function readNothing(file: string): never {
  throw fileError(file, "can't be read here");
}

function readText(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !code.startsWith("E")) throw error;
    throw fileError(file, code === "ENOENT" ? "does not exist" : `can't be read (${code})`);
  }
  return decodeUtf8(bytes, file);
}

function fileError(file: string, message: string): StackConfigError {
  return new StackConfigError([{ file, line: 0, column: 0, path: "", message }]);
}

// From here on the schema has seen every value, and it changes none: the tree holds just what the types say.
function hostsOf(stack: YamlFile): Map<string, Host> {
  const hosts = new Map<string, Host>();
  for (const [name, { value }] of stack.tree?.items?.get("hosts")?.items ?? []) {
    const { jump, ...host } = value as Written<Endpoint> & { readonly jump?: Written<Endpoint> };
    hosts.set(String(name), { ...withPort(host), ...(jump ? { jump: withPort(jump) } : {}) });
  }
  return hosts;
}

type Written<T extends Endpoint> = Omit<T, "port"> & Partial<Pick<T, "port">>;

function withPort(endpoint: Written<Endpoint>): Endpoint {
  return { ...endpoint, port: endpoint.port ?? 22 };
}

function toBot({ name, settings }: MergedBot): Bot {
  const values = Object.fromEntries(Array.from(settings, ([key, { value }]) => [key, value]));
  const { host, unit = `${name}.service`, settleSec = 10, ...parameters } = values;
  return { name, host, unit, settleSec, parameters: parameters as BotParameters } as Bot;
}
