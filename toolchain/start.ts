// `npm start`: a throwaway server, the stack "local" on it, and what came of it.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ask } from "../examples/fake-bot-api/ask.ts";
import { probe } from "../host/probe.ts";
import { loadStack } from "../stacks/loadStack.ts";
import { engineBinary, engineEnvironment, loggedInBackend } from "./environment.mjs";
import { withLock } from "./lock.mjs";
import { fingerprint, local, root } from "./paths.mjs";
import { type BotApi, ensureBotApi, placeSampleBot } from "./sampleBot.ts";
import { type Server, startServer } from "./server/server.ts";
import { setUp } from "./setup.ts";
import { type Progress, reportAndExit, SetupError, step } from "./step.mjs";

const stack = "local";
const configFile = join(root, "stacks", `Pulumi.${stack}.yaml`);

// The throwaway server has a key of its own, and an agent that has ended would fail every login.
delete process.env.SSH_AUTH_SOCK;

const engineOptions = { cwd: root, env: engineEnvironment(process.execPath) };

/** Runs the engine for the person at the terminal; gives its exit code. */
function pulumi(...args: string[]): Promise<number> {
  // Ctrl-C reaches the engine by itself, and it ends the update in good order: we wait for that.
  const wait = () => {};
  process.on("SIGINT", wait);
  const child = spawn(engineBinary, [...args, "--stack", stack], { ...engineOptions, stdio: "inherit" });
  return new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  }).finally(() => process.off("SIGINT", wait));
}

/** Runs a command of the engine that has nothing to show; a secret goes in as its standard input. */
function quietly(args: string[], input = ""): void {
  const words = [...args, "--stack", stack, "--non-interactive"];
  const { status, stderr, error } = spawnSync(engineBinary, words, { ...engineOptions, input, encoding: "utf8" });
  if (error) throw error;
  if (status !== 0)
    throw new SetupError(`pulumi ${args.slice(0, 2).join(" ")} failed:\n${stderr}`, "see `npm run doctor`");
}

/** The stack exists and its config says how to reach this server; quick when that was so the last time. */
async function configure(server: Server): Promise<void> {
  const memo = join(server.folder, "configured");
  const state = () =>
    fingerprint(
      engineOptions.env.PULUMI_BACKEND_URL ?? loggedInBackend() ?? "",
      String(server.port),
      server.hostKey,
      server.privateKey,
      existsSync(configFile) ? readFileSync(configFile) : "",
    );
  if (existsSync(memo) && readFileSync(memo, "utf8") === state()) return;
  await step(`tell the stack "${stack}" how to reach the server`, async () => {
    quietly(["stack", "select", "--create"]);
    const plain = ["--plaintext", `throwawayPort=${server.port}`, "--plaintext", `throwawayHostKey=${server.hostKey}`];
    quietly(["config", "set-all", ...plain]);
    quietly(["config", "set", "--secret", "throwawayKey"], server.privateKey);
  });
  writeFileSync(memo, state());
}

function heading(text: string): void {
  console.log(process.stdout.isTTY ? `\n\x1b[1m${text}\x1b[0m` : `\n${text}`);
}

/** The state of every bot on the server, as the server tells it. */
async function showStatus(server: Server, api: BotApi): Promise<void> {
  heading("On the server");
  const bots = loadStack(join(root, "stacks", `${stack}.yaml`)).bots;
  const answer = await probe(
    server,
    bots.map(({ unitName }) => unitName),
  );
  if ("problem" in answer)
    throw new SetupError(`the server can't be asked: ${answer.problem}`, "npm run server -- status");
  for (const { name, unitName: unit } of bots) {
    const facts = answer.facts?.units.get(unit);
    if (!facts || facts.LoadState === "not-found") {
      console.log(`  ${unit}: not on the server`);
      continue;
    }
    const since = facts.ActiveEnterTimestamp || "never";
    console.log(`  ${unit}: ${facts.ActiveState} (${facts.SubState}), PID ${facts.MainPID}, since ${since}`);
    console.log(`    last log line: ${facts.LastLine || "(none)"}`);
    if (name === "echo" && facts.ActiveState === "active") {
      const reply = await ask(api.url, api.token, "/start").catch((error: Error) => error.message);
      console.log(`    you: /start\n    bot: ${reply}`);
    }
  }
}

function showNext(): void {
  heading("What to do next");
  console.log(
    `  edit stacks/${stack}.yaml and run \`npm start\` again: it shows the lines that change, and restarts the bot once`,
  );
  console.log("  log in to the server: `npm run server -- shell` (and `npm run server -- remove` ends it)");
  console.log(
    '  point a stack at your own server: README.md, "Your own server"; stacks/production.yaml is an example\n',
  );
}

/** What stands in a server's way is for a person to mend: no stack trace helps with that. */
async function boot(progress: Progress): Promise<Server> {
  try {
    return await startServer("local", { onStep: progress });
  } catch (error) {
    const advice =
      "mend that and run `npm start` again; `npm run server -- remove` clears away what there is of the server";
    throw new SetupError((error as Error).message, advice);
  }
}

async function start(): Promise<number> {
  heading("Getting ready");
  await setUp();
  const server = await step("start the throwaway server", boot);
  const api = await step("place the sample bot and a Bot API for it", async () => {
    const running = await ensureBotApi(server);
    await placeSampleBot(server, running);
    return running;
  });
  await configure(server);

  heading(`pulumi preview --stack ${stack} --diff`);
  const preview = await pulumi("preview", "--diff");
  if (preview !== 0) return preview;
  heading(`pulumi up --stack ${stack}`);
  const up = await pulumi("up", "--yes", "--skip-preview");
  await showStatus(server, api);
  if (up !== 0)
    console.log("\n  up failed: what it said stands above. Mend stacks/local.yaml and run `npm start` again.");
  else showNext();
  return up;
}

const waiting = () => process.stderr.write("  another `npm start` of this checkout is at work: waiting for it\n");
process.exitCode = await withLock(join(local, "start.lock"), start, waiting).catch(reportAndExit);
