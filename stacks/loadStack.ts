import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { allowedRules } from "./allowedRules.ts";
import { decodeUtf8 } from "./decodeUtf8.ts";
import { lintStack } from "./lintStack.ts";
import { type MergedBot, mergeBots, mergeDefaults } from "./mergeBots.ts";
import { readYaml, type YamlFile } from "./readYaml.ts";
import { namePattern, type StackConfig, sharedSchema, stackSchema } from "./schema.ts";
import { schemaFindings } from "./schemaFindings.ts";
import { declaredSystemd, stackConfig } from "./stackConfig.ts";
import { type Finding, inOrder, StackConfigError } from "./stackConfigError.ts";
import { stackFindings } from "./stackFindings.ts";
import { tokenFindings } from "./tokenFindings.ts";
import { isMap } from "./valuePath.ts";
import type { YamlTree } from "./yamlTree.ts";

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
  const wrong = new Set<YamlTree>();
  const shared = checkFile(stack, stackSchema, "a map of hosts and bots", wrong)
    ? readShared(stack, read, wrong)
    : undefined;
  // A bot that is no map, or has no right name, is reported already.
  const bots = mergeBots(stack, shared?.file).filter(({ name, tree }) => isMap(tree) && namePattern.test(name));
  const files = shared?.file ? [stack, shared.file] : [stack];
  // Without the defaults nobody knows what is missing.
  const complete =
    files.every(hasReadableDefaults) && (!stack.tree?.items?.has("extends") || shared?.file?.tree !== undefined);
  const lacking = complete ? stackFindings(stack, bots) : new Set(bots);
  reportTokens(stack, shared?.file, bots);
  const linted = lintStack(files, bots, { wrong, lacking, systemd: (host) => declaredSystemd(stack, host) });
  const findings = ownFirst(stack, [...stack.findings, ...(shared?.findings ?? []), ...linted]);
  if (findings.some(({ severity }) => severity === "error")) throw new StackConfigError(findings);
  return stackConfig(stack, bots, inOrder(findings));
}

function hasReadableDefaults({ tree }: YamlFile): boolean {
  const defaults = tree?.items?.get("defaults");
  return defaults === undefined || isMap(defaults);
}

function ownFirst({ file }: YamlFile, findings: readonly Finding[]): Finding[] {
  return [
    ...findings.filter((finding) => finding.file === file),
    ...findings.filter((finding) => finding.file !== file),
  ];
}

function reportTokens(stack: YamlFile, shared: YamlFile | undefined, bots: readonly MergedBot[]): void {
  const allows = (settings: MergedBot["settings"]) => allowedRules(settings).includes("token");
  const defaults = (file: YamlFile, below?: YamlFile) => {
    const tree = file.tree?.items?.get("defaults");
    return tree && allows(mergeDefaults(file, below)) ? [tree] : [];
  };
  const allowing = bots.filter(({ settings }) => allows(settings)).map(({ tree }) => tree);
  tokenFindings(stack, [...allowing, ...defaults(stack, shared)]);
  if (shared) tokenFindings(shared, defaults(shared));
}

function checkFile(
  file: YamlFile,
  schema: typeof stackSchema | typeof sharedSchema,
  what: string,
  wrong: Set<YamlTree>,
): boolean {
  if (file.tree) for (const tree of schemaFindings(schema, file.tree, file)) wrong.add(tree);
  else if (file.findings.length === 0) file.report(0, [], `expected ${what}, received an empty file`);
  return file.tree !== undefined;
}

interface Shared {
  readonly file: YamlFile | undefined;
  readonly findings: readonly Finding[];
}

function readShared(stack: YamlFile, read: (file: string) => string, wrong: Set<YamlTree>): Shared | undefined {
  const reference = stack.tree?.items?.get("extends");
  const pattern = stackSchema.shape.extends;
  if (typeof reference?.value !== "string" || !pattern.safeParse(reference.value).success) return undefined;
  const name = join(dirname(stack.file), reference.value);
  try {
    const file = readYaml(read(name), name);
    checkFile(file, sharedSchema, "a map of defaults", wrong);
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
  return new StackConfigError([{ file, line: 0, column: 0, path: "", message, severity: "error" }]);
}
