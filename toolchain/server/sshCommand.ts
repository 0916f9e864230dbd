import { type Server, serverFiles } from "./record.ts";

/** The ssh client's command line; it reads no configuration of the user and trusts the server's own key only. */
export function sshCommand(server: Server, command: readonly string[]): string[] {
  const settings = [
    `UserKnownHostsFile=${serverFiles.knownHosts(server.folder)}`,
    "GlobalKnownHostsFile=/dev/null",
    "StrictHostKeyChecking=yes",
    "IdentitiesOnly=yes",
    "LogLevel=ERROR",
  ];
  const options = settings.flatMap((setting) => ["-o", setting]);
  const address = ["-i", server.privateKeyFile, "-p", String(server.port), `${server.user}@${server.host}`];
  return ["ssh", "-F", "/dev/null", ...options, ...address, ...(command.length > 0 ? ["--", ...command] : [])];
}
