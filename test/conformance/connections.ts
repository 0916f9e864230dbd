// The ways to log in: each runs its create, is stored, and runs its delete.
import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { it, type TestContext } from "node:test";
import { type Connection, type Host, openSshKeys, pkcs8Keys, rsaKeys } from "./host.ts";
import { type Declaration, type Declared, Stack } from "./stack.ts";
import { eventually, type Suite } from "./suite.ts";

/** Registers the scenarios. */
export function connectionScenarios(suite: () => Suite): void {
  it("logs in by every kind of key, by password and through a proxy", () => everyLogin(suite()));
  it("logs in by an SSH agent, named or of the environment", (context) => agentLogin(context, suite()));
}

const passphrase = "a passphrase";
const password = "conformance-6f1e";

async function everyLogin({ plugins, host }: Suite): Promise<void> {
  const stack = await Stack.create(plugins, "connections");
  const folder = await host.emptyFolder("connections");
  const connections = await everyConnection(host);
  const declaration: Declaration = {
    resources: Object.fromEntries(
      Object.entries(connections).map(([name, connection]) => [name, marking(connection, `${folder}/${name}`)]),
    ),
  };
  const names = Object.keys(connections);
  const up = await stack.up(declaration);
  assert.equal(up.code, 0, up.output);
  assert.deepEqual(up.changes, { create: names.length + 1 });
  assert.deepEqual(await host.files(folder), Object.fromEntries(names.map((name) => [name, `${host.server.user}\n`])));
  const { text } = await stack.plainState();
  for (const secret of [passphrase, password, "PRIVATE KEY"]) assert.equal(text.includes(secret), false, secret);
  const destroy = await stack.destroy();
  assert.equal(destroy.code, 0, destroy.output);
  assert.deepEqual(await host.files(folder), {});
}

function marking(connection: Connection, file: string): Declared {
  return { kind: "remote.Command", args: { connection, create: `id -un > ${file}`, delete: `rm ${file}` } };
}

async function everyConnection(host: Host): Promise<Record<string, Connection>> {
  const plain = openSshKeys();
  const encrypted = openSshKeys(passphrase);
  const pkcs8 = pkcs8Keys();
  const rsa = rsaKeys("pkcs1");
  const rsaPkcs8 = rsaKeys("pkcs8");
  await host.authorize(plain.public, encrypted.public, pkcs8.public, rsa.public, rsaPkcs8.public);
  await host.allowPassword(password);
  const inner = await host.innerName();
  const { privateKey, ...keyless } = host.connection;
  const { hostKey, ...unpinned } = host.connection;
  return {
    plainKey: { ...keyless, privateKey: plain.private },
    encryptedKey: { ...keyless, privateKey: encrypted.private, privateKeyPassword: passphrase },
    pkcs8Key: { ...keyless, privateKey: pkcs8.private },
    rsaKey: { ...keyless, privateKey: rsa.private },
    rsaPkcs8Key: { ...keyless, privateKey: rsaPkcs8.private },
    password: { ...keyless, password },
    // Only the server itself knows the name, so nothing but the proxy can have made this connection.
    proxy: { ...host.connection, host: inner, proxy: { ...host.connection } },
    proxyPassword: { ...keyless, privateKey, host: inner, proxy: { ...keyless, password } },
    // Without a pinned key any server is taken.
    unpinned,
  };
}

async function agentLogin(context: TestContext, { plugins, host }: Suite): Promise<void> {
  const stack = await Stack.create(plugins, "agent");
  const socket = join(stack.folder, "agent");
  const agent = await startAgent(socket);
  if (agent === undefined) {
    context.skip("NO ssh-agent ON THIS MACHINE: nothing here says that agents work");
    return;
  }
  try {
    const keys = openSshKeys();
    await host.authorize(keys.public);
    writeFileSync(join(stack.folder, "key"), keys.private, { mode: 0o600 });
    const env = { ...process.env, SSH_AUTH_SOCK: socket };
    execFileSync("ssh-add", ["-q", join(stack.folder, "key")], { env, stdio: "pipe" });
    const folder = await host.emptyFolder("agent");
    const { privateKey, ...keyless } = host.connection;
    const declaration: Declaration = {
      resources: {
        named: marking({ ...keyless, agentSocketPath: socket }, `${folder}/named`),
        ofTheEnvironment: marking(keyless, `${folder}/environment`),
      },
    };
    const up = await stack.start(["up", "--skip-preview"], declaration, { env: { SSH_AUTH_SOCK: socket } }).ended;
    assert.equal(up.code, 0, up.output);
    const user = `${host.server.user}\n`;
    assert.deepEqual(await host.files(folder), { environment: user, named: user });
  } finally {
    agent.kill();
  }
}

async function startAgent(socket: string): Promise<ChildProcess | undefined> {
  const agent = spawn("ssh-agent", ["-D", "-a", socket], { stdio: "ignore" });
  const started = await Promise.race([once(agent, "spawn"), once(agent, "error")]).catch(() => undefined);
  if (started === undefined || agent.pid === undefined) return undefined;
  await eventually("the agent's socket", () => {
    try {
      execFileSync("ssh-add", ["-l"], { env: { ...process.env, SSH_AUTH_SOCK: socket }, stdio: "pipe" });
      return true;
    } catch (error) {
      // 1: the agent answers, and has no keys.
      return (error as { status?: number }).status === 1 || undefined;
    }
  });
  return agent;
}
