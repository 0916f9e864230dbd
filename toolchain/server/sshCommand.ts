import { type Server, serverFiles } from "./record.ts";

/** A path for ssh, which takes % for the start of a token, ssh_config(5). */
const literally = (path: string): string => path.replaceAll("%", "%%");

/** The ssh client's command line; it reads no configuration of the user and trusts the server's own key only. */
export function sshCommand(server: Server, command: readonly string[]): string[] {
  const settings = [
    // To ssh a list: split at blanks unless quoted.
    `UserKnownHostsFile="${literally(serverFiles.knownHosts(server.folder))}"`,
    "GlobalKnownHostsFile=/dev/null",
    "StrictHostKeyChecking=yes",
    "IdentitiesOnly=yes",
    "LogLevel=ERROR",
  ];
  const options = settings.flatMap((setting) => ["-o", setting]);
  const address = ["-i", literally(server.privateKeyFile), "-p", String(server.port), `${server.user}@${server.host}`];
  return ["ssh", "-F", "/dev/null", ...options, ...address, ...(command.length > 0 ? ["--", ...command] : [])];
}
