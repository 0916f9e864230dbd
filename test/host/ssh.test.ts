import assert from "node:assert/strict";
import { createServer } from "node:net";
import { before, describe, type TestContext, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import ssh2, { type AuthContext, type ServerChannel } from "ssh2";
import type { Connection } from "../../host/connection.ts";
import { dial } from "../../host/ssh.ts";
import { type RunOptions, run } from "../../host/sshRun.ts";
import { keyPair } from "./keyPair.ts";
import { type Behaviour, hostKey, settled, sshServer } from "./sshServer.ts";

before(() => {
  // The agent of whoever runs the tests would be one more login method.
  delete process.env.SSH_AUTH_SOCK;
});

const user = keyPair();
const stranger = keyPair();
const once = { host: "127.0.0.1", dialErrorLimit: 0 };

function end(channel: ServerChannel, code: number): void {
  channel.exit(code);
  channel.end();
}

const printing = (text: string) => (_: string, channel: ServerChannel) => {
  channel.write(text);
  end(channel, 0);
};

/** Runs one command on a server of the given behaviour. */
async function runOn(
  t: TestContext,
  behaviour: Behaviour,
  options: RunOptions = {},
  connection: Partial<Connection> = {},
) {
  const server = await sshServer(t, behaviour);
  const session = await dial({ ...once, port: server.port, privateKey: user.private, ...connection });
  t.after(() => session.close());
  return run(session, "command", options);
}

describe("run", () => {
  test("gives both streams apart and together, and the exit code", async (t) => {
    const result = await runOn(t, {
      onExec: async (command, channel) => {
        channel.write(`out of ${command}\n`);
        await sleep(20);
        channel.stderr.write("err\n");
        await sleep(20);
        channel.write("more\n");
        end(channel, 3);
      },
    });
    assert.deepEqual(result, {
      stdout: "out of command\nmore\n",
      stderr: "err\n",
      output: "out of command\nerr\nmore\n",
      code: 3,
      signal: undefined,
    });
  });

  test("names the signal that killed the command", async (t) => {
    const onExec = (_: string, channel: ServerChannel) => {
      channel.exit("KILL");
      channel.end();
    };
    assert.deepEqual(await runOn(t, { onExec }), {
      stdout: "",
      stderr: "",
      output: "",
      code: undefined,
      signal: "SIGKILL",
    });
  });

  test("has neither code nor signal when the connection is lost on the way", async (t) => {
    const onExec = (_: string, channel: ServerChannel) => {
      channel.write("half", () => {
        (channel as unknown as { _client: { _sock: { destroy(): void } } })._client._sock.destroy();
      });
    };
    const { code, signal, stdout } = await runOn(t, { onExec });
    assert.deepEqual({ code, signal, stdout }, { code: undefined, signal: undefined, stdout: "half" });
  });

  test("sends stdin whole and then its end", async (t) => {
    const onExec = (_: string, channel: ServerChannel) => {
      let length = 0;
      channel.on("data", (chunk: Buffer) => {
        length += chunk.length;
      });
      channel.on("end", () => {
        channel.write(String(length));
        end(channel, 0);
      });
    };
    assert.equal((await runOn(t, { onExec }, { stdin: Buffer.alloc(3_000_000, "x") })).stdout, "3000000");
    assert.equal((await runOn(t, { onExec })).stdout, "0");
  });

  test("ends with the command's code when the command doesn't read a long stdin", async (t) => {
    const result = await runOn(t, { onExec: (_, channel) => end(channel, 4) }, { stdin: Buffer.alloc(8_000_000, "x") });
    assert.equal(result.code, 4);
  });

  test("sets environment variables that the server accepts, before the command", async (t) => {
    const result = await runOn(
      t,
      {
        acceptsEnv: ["A", "B"],
        onExec: (_, channel, environment) => {
          channel.write(JSON.stringify(environment));
          end(channel, 0);
        },
      },
      { environment: { A: "1" }, optionalEnvironment: { B: "2 3" } },
    );
    assert.equal(result.stdout, '{"A":"1","B":"2 3"}');
  });

  test("does not start the command when a variable is refused", async (t) => {
    const started: string[] = [];
    const refused: string[] = [];
    const behaviour: Behaviour = {
      onExec: (command, channel) => {
        started.push(command);
        end(channel, 0);
      },
    };
    const options = { environment: { A: "1" }, onRefused: (name: string) => refused.push(name) };
    await assert.rejects(runOn(t, behaviour, options), {
      message: 'could not set environment variable "A": ssh: setenv failed',
    });
    assert.deepEqual({ started, refused }, { started: [], refused: ["A"] });
  });

  test("tells of a refused optional variable, leaves out one that is too long, and runs", async (t) => {
    const refused: string[] = [];
    const { code } = await runOn(
      t,
      { acceptsEnv: ["LONG"] },
      { optionalEnvironment: { A: "1", LONG: "x".repeat(100_001) }, onRefused: (name) => refused.push(name) },
    );
    assert.deepEqual({ code, refused }, { code: 0, refused: ["A", "LONG"] });
  });

  test("gives up a command that writes more than maxOutput", async (t) => {
    const onExec = (_: string, channel: ServerChannel) => void channel.write("12345678901");
    await assert.rejects(runOn(t, { onExec }, { maxOutput: 10 }), { message: "the output is longer than 10 bytes" });
    assert.equal((await runOn(t, { onExec: printing("1234567890") }, { maxOutput: 10 })).code, 0);
  });

  test("says that the server opens no session", async (t) => {
    await assert.rejects(runOn(t, { refusesSession: true }), {
      message: "ssh: rejected: connect failed ()",
    });
  });
});

describe("dial", () => {
  const password = (attempt: AuthContext) => attempt.method === "password" && attempt.password === "secret";
  const keyboard = (attempt: AuthContext) => {
    if (attempt.method !== "keyboard-interactive") return false;
    attempt.prompt(
      [
        { prompt: "One:", echo: false },
        { prompt: "Two:", echo: true },
      ],
      (answers) => {
        if (answers.join() === "secret,secret") attempt.accept();
        else attempt.reject();
      },
    );
    return undefined;
  };

  test("tries the key, then the password, then the keyboard, then nothing more", async (t) => {
    const server = await sshServer(t, {
      accepts: () => false,
      offers: ["keyboard-interactive", "password", "publickey"],
    });
    const connection = { ...once, port: server.port, privateKey: user.private, password: "x" };
    await assert.rejects(dial(connection), {
      message:
        "after 0 failed attempts: ssh: handshake failed: ssh: unable to authenticate, " +
        "attempted methods [none publickey password keyboard-interactive], no supported methods remain",
    });
    assert.deepEqual(server.attempts, ["none", "publickey", "password", "keyboard-interactive"]);
  });

  test("leaves out what the server doesn't offer", async (t) => {
    const server = await sshServer(t, { accepts: password, offers: ["password"] });
    (await dial({ ...once, port: server.port, privateKey: user.private, password: "secret" })).close();
    assert.deepEqual(server.attempts, ["none", "password"]);
  });

  test("answers every keyboard question with the password", async (t) => {
    const server = await sshServer(t, {
      accepts: keyboard,
      offers: ["keyboard-interactive"],
    });
    (await dial({ ...once, port: server.port, password: "secret" })).close();
  });

  test("logs in to the server whose key is pinned", async (t) => {
    const server = await sshServer(t);
    (await dial({ ...once, port: server.port, privateKey: user.private, hostKey: hostKey.public })).close();
  });

  test("sends nothing to a server with another key than the pinned one", async (t) => {
    const server = await sshServer(t);
    await assert.rejects(
      dial({ ...once, port: server.port, privateKey: user.private, password: "x", hostKey: stranger.public }),
      { message: "after 0 failed attempts: ssh: handshake failed: ssh: host key mismatch" },
    );
    assert.deepEqual(server.attempts, []);
  });

  test("offers only the pinned key's type", async (t) => {
    const server = await sshServer(t);
    const ecdsa = ssh2.utils.generateKeyPairSync("ecdsa", { bits: 256 });
    await assert.rejects(dial({ ...once, port: server.port, hostKey: ecdsa.public }), {
      message:
        "after 0 failed attempts: ssh: handshake failed: ssh: no common algorithm for host key; " +
        'we offered: ["ecdsa-sha2-nistp256"]',
    });
  });

  test("tries again as often as it may, tells of it, and gives the last error", async () => {
    const told: string[] = [];
    const connection = { host: "127.0.0.1", port: await closedPort(), dialErrorLimit: 2 };
    await assert.rejects(dial(connection, { onRetry: (message) => told.push(message) }), {
      message: `after 2 failed attempts: dial tcp 127.0.0.1:${connection.port}: connect: connection refused`,
    });
    assert.deepEqual(told, ["Dial 1/2 failed: retrying", "Dial 2/2 failed: retrying"]);
  });

  test("reaches a server that comes up late, however often it must try", async (t) => {
    const port = await closedPort();
    const told: string[] = [];
    const onRetry = (message: string) => {
      told.push(message);
      if (told.length === 2) sshServer(t, {}, port);
    };
    (await dial({ host: "127.0.0.1", port, privateKey: user.private, dialErrorLimit: -1 }, { onRetry })).close();
    assert.deepEqual(told, ["Dial 1/inf failed: retrying", "Dial 2/inf failed: retrying"]);
  });

  test("stops dialling when it is told to", async () => {
    const abort = new AbortController();
    const connection = { host: "127.0.0.1", port: await closedPort(), dialErrorLimit: -1 };
    const dialling = dial(connection, { signal: abort.signal, onRetry: () => abort.abort() });
    await assert.rejects(dialling, { message: "context canceled" });
  });

  test("does not wait longer than perDialTimeout for a server that says nothing", async (t) => {
    const silent = createServer(() => {}).listen(0, "127.0.0.1");
    await new Promise((resolve) => silent.once("listening", resolve));
    const { port } = silent.address() as { port: number };
    const held: { destroy(): void }[] = [];
    silent.on("connection", (socket) => held.push(socket));
    t.after(() => {
      for (const socket of held) socket.destroy();
      silent.close();
    });
    await assert.rejects(dial({ ...once, port, perDialTimeout: 0.2 }), {
      message: `after 0 failed attempts: ssh: handshake failed: read tcp 127.0.0.1:${port}: i/o timeout`,
    });
  });

  test("says EOF when the server hangs up before its greeting", async (t) => {
    const rude = createServer((socket) => socket.end()).listen(0, "127.0.0.1");
    t.after(() => rude.close());
    await new Promise((resolve) => rude.once("listening", resolve));
    await assert.rejects(dial({ ...once, port: (rude.address() as { port: number }).port }), {
      message: "after 0 failed attempts: ssh: handshake failed: EOF",
    });
  });

  test("fails at once for a bad key text, a bad host key and an agent that isn't there", async () => {
    const connection = { host: "127.0.0.1", port: await closedPort() };
    await assert.rejects(dial({ ...connection, privateKey: "no key" }), { message: "ssh: no key found" });
    await assert.rejects(dial({ ...connection, hostKey: "no key" }), {
      message: "failed to parse host key: ssh: no key found",
    });
    await assert.rejects(dial({ ...connection, agentSocketPath: "/nonexistent/agent" }), {
      message: "dial unix /nonexistent/agent: connect: no such file or directory",
    });
    await assert.rejects(dial({ ...connection, proxy: { host: "127.0.0.1", privateKey: "no key" } }), {
      message: "proxy: ssh: no key found",
    });
  });

  test("goes through a bastion, which knows itself by its own host key", async (t) => {
    const target = await sshServer(t, { onExec: printing("target") });
    const bastion = await sshServer(t);
    const proxy = { ...once, port: bastion.port, privateKey: user.private, hostKey: hostKey.public };
    const connection = { ...once, port: target.port, privateKey: user.private, hostKey: hostKey.public, proxy };
    const session = await dial(connection);
    assert.equal((await run(session, "x")).stdout, "target");
    session.close();
    await settled(() => target.open === 0 && bastion.open === 0);
    await assert.rejects(dial({ ...connection, proxy: { ...proxy, hostKey: stranger.public } }), {
      message: "proxy: after 0 failed attempts: ssh: handshake failed: ssh: host key mismatch",
    });
    assert.equal(target.connections, 1);
  });

  test("closes the bastion when the target can't be reached", async (t) => {
    const bastion = await sshServer(t);
    const proxy = { ...once, port: bastion.port, privateKey: user.private };
    await assert.rejects(dial({ ...once, port: await closedPort(), privateKey: user.private, proxy }), {
      message: "proxy: after 0 failed attempts: ssh: rejected: connect failed ()",
    });
    await settled(() => bastion.open === 0);
  });

  test("leaves no connection open: after close, after a refused login", async (t) => {
    const server = await sshServer(t);
    const session = await dial({ ...once, port: server.port, privateKey: user.private });
    assert.equal(server.open, 1);
    session.close();
    session.close();
    await settled(() => server.open === 0);
    await assert.rejects(dial({ ...once, port: server.port }));
    await settled(() => server.open === 0);
    assert.equal(server.connections, 2);
  });
});

/** A port on which nothing listens. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
