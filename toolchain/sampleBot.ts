// The sample bot of `npm start`: its code and token on the throwaway server, and a Bot API for it to talk to.
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { local, root } from "./paths.mjs";
import { findProcesses } from "./server/processes.ts";
import { guestRun, type Server } from "./server/server.ts";
import { SetupError } from "./step.mjs";

/** Where the sample bot finds what it asks for, and what it calls itself. */
export interface BotApi {
  readonly url: string;
  readonly token: string;
}

const recordFile = join(local, "fake-bot-api.json");
const logFile = join(local, "logs", "fake-bot-api.log");
const firstPort = 8081;

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

async function freePort(): Promise<number> {
  for (let port = firstPort; port < firstPort + 100; port++) if (await isFree(port)) return port;
  throw new SetupError(`no free port from ${firstPort} on`, "end what listens there, then run this again");
}

/** Is it our fake Bot API that listens there? Only that one knows the token. */
async function isUp({ url, token }: BotApi): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/control/sent?token=${token}`, { signal: AbortSignal.timeout(2000) });
    return answer.ok;
  } catch {
    return false; // Nobody listens, or somebody who speaks something else.
  }
}

/** A running one, and the process of the server that it ends with. */
interface ApiRecord extends BotApi {
  readonly lifeline: number;
}

/** Starts a fake Bot API that lives as long as the server does, or finds the one that runs. */
export async function ensureBotApi(server: Server): Promise<BotApi> {
  const keeper = findProcesses(server.folder).find(({ role }) => role === "keeper");
  if (!keeper) throw new SetupError(`the server "${server.name}" has just ended`, "run this again");
  const last = existsSync(recordFile) ? (JSON.parse(readFileSync(recordFile, "utf8")) as ApiRecord) : undefined;
  if (last?.lifeline === keeper.pid && (await isUp(last))) return last;
  // One of the server's earlier life is just ending. It has the port and the token that the bot knows: take them over.
  for (let tries = 0; last && (await isUp(last)) && tries < 50; tries++) await sleep(100);
  const lastPort = last ? Number(new URL(last.url).port) : 0;
  const port = last && (await isFree(lastPort)) ? lastPort : await freePort();
  const token = last?.token ?? `100000001:${randomBytes(18).toString("hex").slice(0, 35)}`;
  const record: ApiRecord = { url: `http://127.0.0.1:${port}`, token, lifeline: keeper.pid };
  const child = startBotApi(port, token, keeper.pid);
  for (let tries = 0; !(await isUp(record)); tries++) {
    if (child.exitCode !== null || tries > 100) {
      throw new SetupError(`the fake Bot API did not start: see ${logFile}`, "run this again");
    }
    await sleep(100);
  }
  writeFileSync(recordFile, JSON.stringify(record), { mode: 0o600 });
  return record;
}

function startBotApi(port: number, token: string, lifeline: number): ChildProcess {
  const main = join(root, "examples", "fake-bot-api", "main.ts");
  const args = ["--import", "tsx", main, "--port", String(port), "--token", token, "--until-exit", `${lifeline}`];
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, "a", 0o600);
  const child = spawn(process.execPath, args, { cwd: root, detached: true, stdio: ["ignore", log, log] });
  closeSync(log);
  child.unref();
  return child;
}

/**
 * Puts the bot's code and its environment file where stacks/local.yaml says, as you would on a server of your own with
 * git and an editor. A bot that runs is restarted when they changed.
 */
export async function placeSampleBot(server: Server, { url, token }: BotApi): Promise<void> {
  const code = readFileSync(join(root, "examples", "echo-bot", "bot.py"), "utf8");
  const environment = `BOT_TOKEN=${token}\nBOT_API=${url}\n`;
  const script = `set -eu
    mkdir -p /opt/echo-bot
    cd /opt/echo-bot
    umask 077
    cat >bot.py.new
    printf '%s' "$1" >bot.env.new
    chmod 644 bot.py.new
    chmod 755 .
    changed=
    for name in bot.py bot.env; do
      cmp -s "$name.new" "$name" || changed=yes
      mv -f "$name.new" "$name"
    done
    if [ -n "$changed" ] && systemctl -q is-active echo.service; then systemctl restart echo.service; fi`;
  const placed = await guestRun(server, ["sh", "-c", script, "place", environment], { stdin: code });
  if (placed.code !== 0) throw new SetupError(`the sample bot could not be placed: ${placed.stderr}`, "run this again");
}
