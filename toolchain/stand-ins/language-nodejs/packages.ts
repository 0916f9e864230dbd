// What the packages installed for a program tell the engine: the provider plugins it needs, its dependencies.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** An installed npm package. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** The `pulumi` part of its package.json, if it has one. */
  readonly pulumi: Readonly<Record<string, unknown>>;
}

/** A provider plugin that an installed package is the SDK of. */
export interface ProviderPackage {
  readonly name: string;
  /** With a leading "v", as the engine writes it. */
  readonly version: string;
  /** Where to download the plugin, if not from the usual place. */
  readonly server: string;
}

/**
 * The packages in a directory's node_modules folder, sorted by name. Nested copies are left out; so is what has no
 * readable package.json, because a broken package is npm's to report.
 */
export function installedPackages(directory: string): InstalledPackage[] {
  const modules = join(directory, "node_modules");
  if (!existsSync(modules)) return [];
  return subfolders(modules)
    .flatMap((name) => (name.startsWith("@") ? subfolders(join(modules, name)).map((sub) => `${name}/${sub}`) : [name]))
    .sort()
    .flatMap((name) => packageAt(join(modules, name)) ?? []);
}

/** The provider plugins that a program's packages want, in the packages' order. */
export function providerPackages(installed: readonly InstalledPackage[]): ProviderPackage[] {
  return installed
    .filter((found) => found.pulumi.resource === true)
    .map(({ name, version, pulumi }) => ({
      name: text(pulumi.name) ?? name.replace(/^@pulumi\//, ""),
      version: `v${(text(pulumi.version) ?? version).replace(/^v/, "")}`,
      server: text(pulumi.server) ?? "",
    }));
}

/**
 * The packages a program uses: those of the nearest package.json at or above it that are installed, or with
 * `transitive` all that are installed beside them.
 */
export function programDependencies(directory: string, transitive: boolean): InstalledPackage[] {
  const file = nearest(directory, "package.json");
  if (file === undefined) return [];
  const installed = installedPackages(dirname(file));
  if (transitive) return installed;
  const manifest = readJson(file);
  const named = new Set(
    [manifest.dependencies, manifest.devDependencies].flatMap((part) => Object.keys(objectOf(part))),
  );
  return installed.filter((found) => named.has(found.name));
}

function packageAt(folder: string): InstalledPackage | undefined {
  const manifest = readJson(join(folder, "package.json"));
  const name = text(manifest.name);
  const version = text(manifest.version);
  return name === undefined || version === undefined ? undefined : { name, version, pulumi: objectOf(manifest.pulumi) };
}

/** An empty object stands for a file that is missing or no JSON object. */
function readJson(file: string): Readonly<Record<string, unknown>> {
  if (!existsSync(file)) return {};
  try {
    return objectOf(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return {};
  }
}

function nearest(directory: string, name: string): string | undefined {
  const candidate = join(directory, name);
  if (existsSync(candidate)) return candidate;
  const parent = dirname(directory);
  return parent === directory ? undefined : nearest(parent, name);
}

/** Links count: package managers link folders into node_modules. */
function subfolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && !entry.name.startsWith("."))
    .map((entry) => entry.name);
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
