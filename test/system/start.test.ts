// The newcomer's way: a fresh copy of what git has, and only the commands of the README.
import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { local, root } from "../../toolchain/paths.mjs";
import { skipWithoutServer } from "./fixture.ts";
import type { Outcome } from "./project.ts";

/** A path with a blank and a letter that isn't ASCII, as people have them. */
const copy = join(local, "test", "newcomer ü");

/** A machine that is not clean: plugins of another Pulumi on PATH, and an SSH agent that has ended. */
const oddPlugins = join(local, "test", "odd-plugins");
const env = { ...process.env, PATH: `${oddPlugins}:${process.env.PATH}`, SSH_AUTH_SOCK: join(oddPlugins, "ended") };

function makeOddPlugins(): void {
  mkdirSync(oddPlugins, { recursive: true });
  for (const name of ["pulumi-language-nodejs", "pulumi-resource-command"]) {
    writeFileSync(join(oddPlugins, name), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
  }
}

const stackFile = join(copy, "stacks", "local.yaml");

/** Starts a command as a terminal does: in a process group of its own, which Ctrl-C is for. */
function start(
  command: string,
  args: readonly string[],
  folder = copy,
): { child: ChildProcess; ended: Promise<Outcome> } {
  const child = spawn(command, args, { cwd: folder, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
  const ended = new Promise<Outcome>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? -1, output }));
  });
  return { child, ended };
}

const run = (command: string, ...args: string[]) => start(command, args).ended;

/** Ctrl-C once `marker` has been printed, and `seconds` later. */
async function interrupt(marker: RegExp, seconds: number, command = "npm", ...args: string[]): Promise<Outcome> {
  const { child, ended } = start(command, args.length > 0 ? args : ["start"]);
  let seen = "";
  await new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (text) => {
        seen += text;
        if (marker.test(seen)) resolve();
      });
    }
    child.on("exit", () => resolve());
  });
  await sleep(seconds * 1000);
  process.kill(-(child.pid ?? 0), "SIGINT");
  return ended;
}

/** On the server, by the way that the README gives. */
async function onServer(...command: string[]): Promise<string> {
  const { code, output } = await run("npm", "run", "-s", "server", "--", "shell", "local", "--", ...command);
  assert.equal(code, 0, output);
  return output.trim();
}

const pid = () => onServer("systemctl", "show", "-p", "MainPID", "--value", "echo.service");

/** What the running process was given, a variable a line. */
const environment = async () => onServer("sudo", "sh", "-c", `'tr "\\0" "\\n" </proc/${await pid()}/environ'`);

function edit(from: string, to: string): void {
  const text = readFileSync(stackFile, "utf8");
  assert.ok(text.includes(from), `${from} stands in the stack file`);
  writeFileSync(stackFile, text.replace(from, to));
}

describe("the commands of the README in a fresh copy", { skip: skipWithoutServer }, () => {
  before(async () => {
    makeOddPlugins();
    rmSync(join(copy, "stacks"), { recursive: true, force: true });
    const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
      cwd: root,
      encoding: "utf8",
    })
      .split("\0")
      .filter(Boolean);
    for (const file of files) cpSync(join(root, file), join(copy, file));
    // A server that a crashed run left is removed by the product's own command; everything else of then goes with it.
    await run("node", "toolchain/run.mjs", "server", "remove");
    for (const made of [".local", "node_modules"]) rmSync(join(copy, made), { recursive: true, force: true });
  });
  after(async () => {
    await run("npm", "run", "server", "--", "remove");
  });

  it("npm start that is interrupted while it installs packages leaves nothing that the next one trips over", async () => {
    const { code } = await interrupt(/install the packages/, 1);
    assert.notEqual(code, 0);
  });

  it("npm start ends with a bot that runs on a server and answers", async () => {
    const { code, output } = await run("npm", "start");
    assert.equal(code, 0, output);
    assert.match(output, /echo\.service on throwaway: new, start:\n\[Unit\]\nDescription=echo\n/);
    assert.match(output, /echo\.service: active \(running\), PID \d+, since \S+ \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/);
    assert.match(output, /you: \/start\n {4}bot: Hello!/);
    assert.match(output, /made a passphrase for the secrets of your stacks: .+\/\.local\/passphrase/);
    assert.equal(await onServer("systemctl", "is-active", "echo.service"), "active");
  });

  it("two npm start at once wait for one another", async () => {
    const both = await Promise.all([run("npm", "start"), run("npm", "start")]);
    for (const { code, output } of both) {
      assert.equal(code, 0, output);
      assert.match(output, /you: \/start\n {4}bot: Hello!/);
    }
  });

  it("npx pulumi finishes a set-up that was cut off", async () => {
    rmSync(join(copy, ".local", "pulumi", "set-up.json"));
    rmSync(join(copy, ".local", "pulumi", "plugins"), { recursive: true });
    const { code, output } = await run("npx", "pulumi", "preview", "--stack", "local", "--expect-no-changes");
    assert.equal(code, 0, output);
  });

  it("npm start again changes nothing, in under 15 seconds", async () => {
    const earlier = await pid();
    const began = Date.now();
    const { code, output } = await run("npm", "start");
    const seconds = (Date.now() - began) / 1000;
    assert.equal(code, 0, output);
    assert.equal(output.match(/5 unchanged/g)?.length, 2, output);
    assert.equal(await pid(), earlier);
    assert.ok(seconds < 15, `took ${seconds} s`);
  });

  it("npm start boots a server that was stopped, and the bot answers at once", async () => {
    assert.equal((await run("npm", "run", "server", "--", "stop")).code, 0);
    const { code, output } = await run("npm", "start");
    assert.equal(code, 0, output);
    assert.match(output, /you: \/start\n {4}bot: Hello!/);
  });

  it("npm start after an edit shows the line, and restarts the bot once", async () => {
    edit("BOT_VERSION: 1", "BOT_VERSION: 2");
    const earlier = await pid();
    const { code, output } = await run("npm", "start");
    assert.equal(code, 0, output);
    assert.match(output, /- Environment=BOT_VERSION=1\n\s+\+ Environment=BOT_VERSION=2\n/);
    assert.notEqual(await pid(), earlier);
    assert.equal(await onServer("systemctl", "show", "-p", "NRestarts", "--value", "echo.service"), "0");
    const starts = await onServer("sudo", "journalctl", "-q", "-o", "cat", "UNIT=echo.service", "--grep=^Started");
    assert.equal(starts.split("\n").length, 3, starts); // the first start, the boot, and the edit's
  });

  it("npx pulumi by hand works in any folder, for the same stack", async () => {
    for (const folder of [copy, join(copy, "stacks", "shared")]) {
      const { code, output } = await start(
        "npx",
        ["pulumi", "preview", "--stack", "local", "--expect-no-changes"],
        folder,
      ).ended;
      assert.equal(code, 0, output);
      assert.match(output, /5 unchanged/);
    }
  });

  it("npm start that is interrupted in the middle of up waits for the engine, and the next one converges", async () => {
    edit("settleSec: 5", "settleSec: 8");
    edit("BOT_VERSION: 2", "BOT_VERSION: 3");
    const cut = await interrupt(/echo-service updating/, 1);
    assert.notEqual(cut.code, 0, cut.output);
    assert.match(cut.output, /update canceled/);
    const { code, output } = await run("npm", "start");
    assert.equal(code, 0, output);
    assert.match(await environment(), /^BOT_VERSION=3$/m);
  });

  it("npx pulumi up that is interrupted does so too", async () => {
    edit("BOT_VERSION: 3", "BOT_VERSION: 4");
    const cut = await interrupt(/echo-service updating/, 1, "npx", "pulumi", "up", "--yes", "--stack", "local");
    assert.notEqual(cut.code, 0, cut.output);
    assert.match(cut.output, /update canceled/);
    const { code, output } = await run("npx", "pulumi", "up", "--yes", "--stack", "local");
    assert.equal(code, 0, output);
    assert.match(await environment(), /^BOT_VERSION=4$/m);
  });

  it("npx pulumi login chooses another backend, and logout the local one again", async () => {
    const backend = join(copy, ".local", "other-backend");
    mkdirSync(backend);
    const login = await run("npx", "pulumi", "login", pathToFileURL(backend).href);
    assert.equal(login.code, 0, login.output);
    assert.ok(!login.output.includes("conflicts"), login.output);
    assert.ok(!(await run("npx", "pulumi", "stack", "ls")).output.includes("local"));
    assert.match((await run("npm", "run", "doctor")).output, /state backend +file:\S+\/other-backend\n/);
    assert.equal((await run("npx", "pulumi", "logout")).code, 0);
    assert.match((await run("npx", "pulumi", "stack", "ls")).output, /local\*/);
  });

  it("npm start with a mistake in the stack file names the place, and leaves the bot alone", async () => {
    const earlier = await pid();
    edit("    user: bot", "    usr: bot");
    const { code, output } = await run("npm", "start");
    assert.notEqual(code, 0);
    assert.match(output, /stacks\/local\.yaml:\d+:5: bots\.echo\.usr: unknown key; did you mean "user"\?/);
    assert.equal(await pid(), earlier);
    edit("    usr: bot", "    user: bot");
  });

  it("npm run doctor names the engine, where it came from, and what is a stand-in", async () => {
    const { code, output } = await run("npm", "run", "doctor");
    assert.equal(code, 0, output);
    assert.match(output, /Pulumi CLI +v3\.259\.0, /);
    assert.match(output, /language host nodejs +3\.259\.0, (stand-in of this project|official)/);
    assert.match(output, /provider command +1\.2\.1, (stand-in of this project|official)/);
  });

  it("npx pulumi destroy leaves nothing, and the server's end is the fake Bot API's too", async () => {
    const { code, output } = await run("npx", "pulumi", "destroy", "--stack", "local", "--yes");
    assert.equal(code, 0, output);
    assert.equal(await onServer("sh", "-c", "'systemctl show -p LoadState --value echo.service'"), "not-found");
    const { url } = JSON.parse(readFileSync(join(copy, ".local", "fake-bot-api.json"), "utf8"));
    assert.equal((await fetch(url)).status, 404);
    assert.equal((await run("npm", "run", "server", "--", "remove")).code, 0);
    const answer = async () =>
      fetch(url).then(
        () => true,
        () => false,
      );
    for (let tries = 0; (await answer()) && tries < 50; tries++) await sleep(100);
    assert.equal(await answer(), false);
  });
});
