// What the system tests stand on: a server, a project whose stack lives on it, and a Bot API.
import { type FakeBotApi, startFakeBotApi } from "../../examples/fake-bot-api/fakeBotApi.ts";
import { removeServer, type Server, startServer } from "../../toolchain/server/server.ts";
import { whyNoServer } from "../../toolchain/serverSupport.mjs";
import { Guest } from "./guest.ts";
import { Project } from "./project.ts";

export const tokens = { echo: `200000001:${"A".repeat(35)}`, other: `200000002:${"B".repeat(35)}` } as const;

/** Why the tests that need a server can't run here; false where they can. */
const lacks = whyNoServer();
export const skipWithoutServer = lacks ? `SKIPPED, nothing about convergence was tested: a server ${lacks}` : false;

export interface Fixture {
  readonly server: Server;
  readonly guest: Guest;
  readonly project: Project;
  readonly api: FakeBotApi;
  close(): Promise<void>;
}

export async function makeFixture(name: string): Promise<Fixture> {
  // A server that an earlier, crashed run left has units on it: the tests begin with an untouched one.
  await removeServer(name);
  const server = await startServer(name);
  const api = await startFakeBotApi({ tokens: Object.values(tokens) });
  const guest = new Guest(server);
  const project = new Project(name);
  await project.configure({}, { loginKey: server.privateKey });
  for (const [bot, token] of Object.entries(tokens)) await guest.placeBot(bot, token, api.url);
  const close = async () => {
    await api.close();
    await removeServer(name);
  };
  return { server, guest, project, api, close };
}

/** The head of a stack file for a server. */
export function hostsYaml(server: Server, changes: { hostKey?: string; port?: number } = {}): string {
  return `hosts:
  box:
    address: 127.0.0.1
    port: ${changes.port ?? server.port}
    user: deploy
    hostKey: ${changes.hostKey ?? server.hostKey}
    privateKey: { secret: loginKey }
defaults:
  host: box
  user: bot
  settleSec: 3
  restartSec: 1
`;
}

/** A sample bot's entry in a stack file; `extra` are further lines. */
export function botYaml(name: string, extra: readonly string[] = []): string {
  const lines = [
    `workingDirectory: /opt/${name}`,
    `environmentFile: /opt/${name}/bot.env`,
    `execStart: /usr/bin/python3 -u /opt/${name}/bot.py`,
    ...extra,
  ];
  return `  ${name}:\n${lines.map((line) => `    ${line}\n`).join("")}`;
}
