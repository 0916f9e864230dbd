import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { ensurePackages } from "./packages.ts";
import {
  defaultServer,
  findServer,
  isRunning,
  listServers,
  removeServer,
  type Server,
  startServer,
  stopServer,
} from "./server.ts";
import { sshCommand } from "./sshCommand.ts";

const usage = `usage: npm run server -- VERB [NAME]      NAME: "${defaultServer}" unless given

  start    make the throwaway server, or boot it again
  shell    log in to it; "shell NAME -- COMMAND..." runs just that command there
  status   say whether it runs, and where (exit code 3 when it doesn't)
  stop     shut it down; its disk stays
  remove   remove it with its disk and its keys
  list     all throwaway servers of this checkout`;

/** A command line that can't be understood. */
class UsageError extends Error {}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function describe(server: Server): string {
  const state = isRunning(server) ? "running" : "stopped";
  return `${server.name}: ${state}, ${server.user}@${server.host} port ${server.port}, ${server.folder}`;
}

function known(name: string): Server {
  const server = findServer(name);
  if (server === undefined) throw new Error(`there is no server "${name}"; make it: npm run server -- start ${name}`);
  return server;
}

async function start(name: string): Promise<number> {
  const began = Date.now();
  const onStep = (text: string): void => say(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}`);
  say(describe(await startServer(name, { onStep })));
  return 0;
}

async function shell(name: string, command: readonly string[]): Promise<number> {
  const server = known(name);
  if (!isRunning(server)) throw new Error(`server "${name}" is stopped; boot it: npm run server -- start ${name}`);
  await ensurePackages(say);
  const [program = "", ...args] = sshCommand(server, command);
  // Ctrl-C is for the program on the server.
  process.on("SIGINT", () => {});
  return new Promise((resolve, reject) => {
    spawn(program, args, { stdio: "inherit" })
      .on("error", reject)
      .on("close", (code) => resolve(code ?? 1));
  });
}

function status(name: string): number {
  const server = known(name);
  say(describe(server));
  return isRunning(server) ? 0 : 3;
}

function list(): number {
  const servers = listServers();
  say(servers.length > 0 ? servers.map(describe).join("\n") : "no throwaway servers");
  return 0;
}

async function main(argv: string[]): Promise<number> {
  const end = argv.indexOf("--");
  const command = end < 0 ? [] : argv.slice(end + 1);
  const { positionals } = parse(end < 0 ? argv : argv.slice(0, end));
  const [verb, name = defaultServer, ...more] = positionals;
  if (more.length > 0) throw new UsageError(`one name at most, not also ${more.map((word) => `"${word}"`).join(", ")}`);
  if (command.length > 0 && verb !== "shell") throw new UsageError(`only "shell" takes a command after "--"`);
  if (verb === "list" && positionals.length > 1) throw new UsageError(`"list" takes no name`);
  if (verb === "start") return start(name);
  if (verb === "shell") return shell(name, command);
  if (verb === "status") return status(name);
  if (verb === "list") return list();
  if (verb !== "stop" && verb !== "remove")
    throw new UsageError(verb === undefined ? "what to do?" : `unknown verb "${verb}"`);
  if (verb === "stop") known(name);
  await (verb === "stop" ? stopServer(name) : removeServer(name));
  say(`${name}: ${verb === "stop" ? "stopped" : "removed"}`);
  return 0;
}

function parse(argv: string[]): { positionals: string[] } {
  try {
    return parseArgs({ args: argv, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  if (error instanceof UsageError) process.stderr.write(`\n${usage}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
