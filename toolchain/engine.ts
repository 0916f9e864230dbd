// How the Pulumi CLI comes to be on this machine: the user's own where it is the pinned version, else the official
// download, else built from its Go module. In each case the npm launcher and `npx pulumi` find it at one place.
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { isBinary, linkOrCopy } from "./binaries.ts";
import { engineBinary } from "./environment.mjs";
import { withLock } from "./lock.mjs";
import { cacheDir, engineVersion, fingerprint, local, pulumiHome, root } from "./paths.mjs";
import { engineCandidates } from "./setupRecord.mjs";
import { runLogged, SetupError, step } from "./step.mjs";

const goPackage = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
const goVersionVariable = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";

/** What `pulumi version` of an executable says, without the "v"; undefined when it doesn't run. */
function versionOf(binary: string): string | undefined {
  try {
    const env = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true", PULUMI_HOME: pulumiHome };
    const out = execFileSync(binary, ["version"], { env, timeout: 20_000, stdio: ["ignore", "pipe", "ignore"] });
    return out.toString().trim().replace(/^v/, "");
  } catch {
    return undefined; // A broken or foreign program is no engine.
  }
}

/** The user's own engine of exactly the pinned version. */
function usersEngine(): string | undefined {
  const found = engineCandidates().filter(isBinary);
  return [...new Set(found.map((file) => realpathSync(file)))].find((file) => versionOf(file) === engineVersion);
}

async function vendorIsReached(): Promise<boolean> {
  try {
    const answer = await fetch("https://get.pulumi.com/install.sh", {
      method: "HEAD",
      signal: AbortSignal.timeout(4000),
    });
    return answer.ok;
  } catch {
    return false; // No network, no name, a proxy that says no: all mean that the download can't be had here.
  }
}

function download(): Promise<void> {
  return step(`download the Pulumi CLI ${engineVersion}`, () =>
    runLogged(process.execPath, [join(root, "node_modules", "pulumi", "run.js"), "version"], {
      env: { ...process.env, PULUMI_HOME: pulumiHome },
      log: join(local, "logs", "engine-download.log"),
      advice: "run this again when the network is better, or put the Pulumi CLI of this version on your PATH",
    }),
  );
}

function requireGo(): void {
  try {
    execFileSync("go", ["version"], { stdio: "ignore" });
  } catch {
    throw new SetupError(
      `there is no Pulumi CLI ${engineVersion} here, its download can't be reached, and Go is missing to build it`,
      `install Go 1.21 or newer (it brings the version that go.mod names by itself), or put the Pulumi CLI ${engineVersion} on your PATH`,
    );
  }
}

/** Builds the CLI into the cache of this user, once for all checkouts; an interrupted build leaves only a draft. */
async function build(): Promise<string> {
  const module = join(root, "toolchain", "engine");
  const sources = ["go.mod", "go.sum"].map((name) => readFileSync(join(module, name)));
  const folder = join(
    cacheDir,
    `engine-${engineVersion}-${process.platform}-${process.arch}-${fingerprint(...sources)}`,
  );
  const binary = join(folder, "pulumi");
  if (existsSync(binary)) return binary;
  requireGo();
  const draft = join(folder, "pulumi.draft");
  mkdirSync(folder, { recursive: true });
  const args = [
    "build",
    "-v",
    "-trimpath",
    "-mod=readonly",
    "-ldflags",
    `-s -w -X ${goVersionVariable}=v${engineVersion}`,
  ];
  await step(`build the Pulumi CLI ${engineVersion} from its Go module (once; 2 to 5 minutes)`, (progress) => {
    let packages = 0;
    return runLogged("go", [...args, "-o", draft, goPackage], {
      cwd: module,
      env: { ...process.env, CGO_ENABLED: "0", GOFLAGS: "" },
      log: join(local, "logs", "engine-build.log"),
      advice:
        "check that a Go module proxy is reachable (go env GOPROXY) and that some 6 GB of disk are free, then run this again",
      onLine: (line) =>
        progress(line.includes("downloading") ? "downloading modules" : `${++packages} packages compiled`),
    });
  });
  renameSync(draft, binary);
  return binary;
}

/** Where the engine in use came from. */
export type EngineOrigin = "yours" | "official download" | "built from its Go module";

/** Makes the pinned engine ready at its place, and says where it came from. */
export async function ensureEngine(): Promise<EngineOrigin> {
  mkdirSync(dirname(engineBinary), { recursive: true });
  const own = usersEngine();
  if (own) {
    rmSync(engineBinary, { force: true });
    // A link, so that the language host beside the user's engine is found there too.
    symlinkSync(own, engineBinary);
    return "yours";
  }
  if (await vendorIsReached()) {
    rmSync(engineBinary, { force: true }); // else the launcher would be content with what stands there
    await download();
    return "official download";
  }
  const built = await withLock(join(cacheDir, "engine.lock"), build, () =>
    process.stderr.write("  another set-up builds the engine: waiting for it\n"),
  );
  linkOrCopy(built, engineBinary);
  return "built from its Go module";
}

/** The language host that was installed beside the engine, if any. */
export function bundledLanguageHost(): string | undefined {
  const folder = dirname(realpathSync(engineBinary));
  return readdirSync(folder).includes("pulumi-language-nodejs") ? join(folder, "pulumi-language-nodejs") : undefined;
}
