// Puts the stand-ins into a PULUMI_HOME: one executable file each, where the engine looks for plugins.
import { existsSync, readFileSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { commandVersion, engineVersion, fingerprint, root } from "../paths.mjs";
import { standInFiles, standInSources } from "../setupRecord.mjs";

/** Which plugins to install. Default: both. */
export interface WantedStandIns {
  /** pulumi-language-nodejs. */
  readonly languageHost?: boolean;
  /** pulumi-resource-command. */
  readonly commandProvider?: boolean;
}

export interface BundledStandIn {
  /** The executable file. */
  readonly file: string;
  /** `current`: it was there already, made from the same sources. */
  readonly outcome: "built" | "current";
}

/** Beside each bundle: the fingerprint of what it was made from. */
const stampName = "stand-in";

/**
 * Installs the stand-ins into a PULUMI_HOME, where they aren't current already. An engine that starts one meanwhile
 * finds the old file or the new one, never a part.
 */
export async function bundleStandIns(
  pulumiHome: string,
  { languageHost = true, commandProvider = true }: WantedStandIns = {},
): Promise<BundledStandIn[]> {
  const basis = fingerprint(...standInSources());
  return Promise.all([
    ...(languageHost ? [bundleStandIn(pulumiHome, "language-nodejs", engineVersion, basis)] : []),
    ...(commandProvider ? [bundleStandIn(pulumiHome, "resource-command", commandVersion, basis)] : []),
  ]);
}

async function bundleStandIn(
  pulumiHome: string,
  name: string,
  version: string,
  basis: string,
): Promise<BundledStandIn> {
  const folder = join(pulumiHome, "plugins", `${name}-v${version}`);
  const file = join(folder, `pulumi-${name}`);
  const stamp = join(folder, stampName);
  if (existsSync(file) && existsSync(stamp) && readFileSync(stamp, "utf8") === basis) {
    return { file, outcome: "current" };
  }
  const code = await bundle(`toolchain/stand-ins/${name}/main.ts`);
  await mkdir(folder, { recursive: true });
  // The engine takes a plugin with this mark beside it for a broken download.
  await rm(`${folder}.partial`, { force: true });
  // A file without extension is an ES module below a package.json that says so, as this project's does.
  await writeAtomically(join(folder, "package.json"), '{"type":"commonjs"}\n');
  await writeAtomically(file, code, 0o755);
  await writeAtomically(stamp, basis);
  return { file, outcome: "built" };
}

async function bundle(entry: string): Promise<Uint8Array> {
  const { build } = await import("esbuild");
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    absWorkingDir: root,
    bundle: true,
    write: false,
    outdir: "bundle",
    metafile: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    // Native speed-ups of ssh2; it runs on node:crypto without them.
    external: ["cpu-features", "*.node"],
    banner: { js: "#!/usr/bin/env node" },
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: "silent",
  });
  const watched = standInFiles();
  const unwatched = Object.keys(metafile.inputs).filter(
    (input) => !input.includes("node_modules/") && !watched.includes(input),
  );
  if (unwatched.length > 0) {
    throw new Error(`${entry} imports ${unwatched.join(", ")}: a change there would not be seen as a change`);
  }
  const [output] = outputFiles;
  if (output === undefined) throw new Error(`esbuild made nothing of ${entry}`);
  return output.contents;
}

async function writeAtomically(file: string, content: string | Uint8Array, mode = 0o644): Promise<void> {
  const draft = join(dirname(file), `.${process.pid}.draft`);
  await writeFile(draft, content, { mode });
  await rename(draft, file);
}
