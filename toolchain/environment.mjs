// The environment in which the engine runs: private home, local state, a passphrase. What the user set, stays.
import { existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { engineVersion, local, passphraseFile, pulumiHome, stateDir } from "./paths.mjs";

/** The engine's executable, at the place where the npm launcher of the same version looks for it. */
export const engineBinary = join(pulumiHome, "versions", engineVersion, "bin", "pulumi");

/** @returns {string | undefined} The backend that `npx pulumi login` chose in this project, if any. */
export function loggedInBackend() {
  try {
    return JSON.parse(readFileSync(join(pulumiHome, "credentials.json"), "utf8")).current || undefined;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * @param {string} node The Node.js executable for the language host, the provider and the program.
 * @param {NodeJS.ProcessEnv} user The user's environment.
 * @param {string | undefined} backend The one that was logged in to.
 * @returns {NodeJS.ProcessEnv}
 */
export function engineEnvironment(node, user = process.env, backend = loggedInBackend()) {
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    // A no-op run spends most of its time loading the SDK; a compile cache takes a part of that away.
    NODE_COMPILE_CACHE: join(local, "compile-cache"),
    PULUMI_SKIP_UPDATE_CHECK: "true",
    // What the set-up chose counts: the engine would otherwise take a plugin of any version from PATH.
    PULUMI_IGNORE_AMBIENT_PLUGINS: "true",
    ...user,
    PULUMI_HOME: pulumiHome,
    PATH: [dirname(node), ...(user.PATH ? [user.PATH] : [])].join(delimiter),
  };
  // An agent that has ended (an old tmux remembers it) would fail every login, also those by a key.
  if (user.SSH_AUTH_SOCK && !existsSync(user.SSH_AUTH_SOCK)) delete env.SSH_AUTH_SOCK;
  // An absolute address: a relative one in Pulumi.yaml would depend on the folder one stands in.
  if (!user.PULUMI_BACKEND_URL && !backend) env.PULUMI_BACKEND_URL = pathToFileURL(stateDir).href;
  // An empty passphrase is one too: the engine takes it.
  if (user.PULUMI_CONFIG_PASSPHRASE === undefined && !user.PULUMI_CONFIG_PASSPHRASE_FILE) {
    env.PULUMI_CONFIG_PASSPHRASE_FILE = passphraseFile;
  }
  return env;
}
