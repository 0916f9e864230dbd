// The engine and the plugins under test, each set in a PULUMI_HOME of its own.
import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { isBinary, linkOrCopy } from "../../toolchain/binaries.ts";
import { engineBinary } from "../../toolchain/environment.mjs";
import { commandVersion, engineVersion, local, pulumiHome } from "../../toolchain/paths.mjs";
import { bundleStandIns } from "../../toolchain/stand-ins/bundle.ts";

/** Whose plugins. */
export type Origin = "stand-ins" | "official";

/** Plugins ready for use, with the engine that uses them. */
export interface Plugins {
  readonly origin: Origin;
  /** Everything of this set: PULUMI_HOME, projects, state. */
  readonly folder: string;
  readonly home: string;
  /** The CLI; no plugin lies beside it, so that those in `home` are the ones it finds. */
  readonly cli: string;
}

const languageHost = `language-nodejs-v${engineVersion}`;
const commandProvider = `resource-command-v${commandVersion}`;

/** The folders with the official plugins, or undefined when one of the two is not on this machine. */
export function officialPlugins(): Readonly<Record<string, string>> | undefined {
  const homes = [process.env.PULUMI_HOME, join(homedir(), ".pulumi"), pulumiHome].filter((home) => home !== undefined);
  const caches = homes.map((home) => join(home, "plugins"));
  const binaries = [
    dirname(existsSync(engineBinary) ? realpathSync(engineBinary) : engineBinary),
    ...homes.flatMap((home) => [join(home, "versions", engineVersion, "bin"), join(home, "bin")]),
    ...(process.env.PATH ?? "").split(delimiter),
  ];
  // They are machine code; a stand-in is a script.
  const host = [...caches.map((cache) => join(cache, languageHost)), ...binaries].find((folder) =>
    isBinary(join(folder, "pulumi-language-nodejs")),
  );
  const provider = [...caches.map((cache) => join(cache, commandProvider)), ...binaries].find((folder) =>
    isBinary(join(folder, "pulumi-resource-command")),
  );
  return host && provider ? { [languageHost]: host, [commandProvider]: provider } : undefined;
}

/** Sets up a home with the plugins of that origin; what an earlier run left there is gone. */
export async function preparePlugins(origin: Origin): Promise<Plugins> {
  if (!existsSync(engineBinary)) throw new Error(`there is no engine at ${engineBinary}: run npm start or npm test`);
  const folder = join(local, "conformance", origin);
  const plugins = { origin, folder, home: join(folder, "home"), cli: join(folder, "bin", "pulumi") };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(plugins.cli), { recursive: true });
  linkOrCopy(realpathSync(engineBinary), plugins.cli);
  if (origin === "stand-ins") await bundleStandIns(plugins.home);
  else linkOfficial(plugins.home);
  return plugins;
}

function linkOfficial(home: string): void {
  const found = officialPlugins();
  if (found === undefined) throw new Error("the official plugins are not on this machine");
  for (const [name, from] of Object.entries(found)) {
    // The engine wants a real folder; the files in it may be links.
    const to = join(home, "plugins", name);
    mkdirSync(to, { recursive: true });
    for (const file of readdirSync(from).filter((entry) => /^(pulumi-(language|resource)-|PulumiPlugin)/.test(entry))) {
      symlinkSync(join(from, file), join(to, file));
    }
  }
}
