import assert from "node:assert/strict";
import { before, describe, type TestContext, test } from "node:test";
import type { ServerChannel } from "ssh2";
import { create, remove, resourceOf, update } from "../../../../toolchain/stand-ins/resource-command/operations.ts";
import { type Properties, reveal, secret, unknown } from "../../../../toolchain/stand-ins/wire.ts";
import { keyPair } from "../../../host/keyPair.ts";
import { type Behaviour, hostKey, settled, sshServer } from "../../../host/sshServer.ts";
import { fakeTask } from "./fakeTask.ts";

before(() => {
  delete process.env.SSH_AUTH_SOCK;
});

const login = keyPair();
const local = { type: "command:local:Command", name: "x", preview: false };
const remote = { type: "command:remote:Command", name: "x", preview: false };
const copy = { type: "command:remote:CopyToRemote", name: "x", preview: false };
const preview = { preview: true };

/** A server that notes what it is told to run, and ends it as `behave` says. */
async function host(
  t: TestContext,
  behave: (command: string, channel: ServerChannel) => number | string,
  more?: Behaviour,
) {
  const ran: string[] = [];
  const server = await sshServer(t, {
    ...more,
    onExec: (command, channel, environment) => {
      ran.push([command, ...Object.entries(environment).map((pair) => pair.join("="))].join(" "));
      const result = behave(command, channel);
      if (typeof result === "number") channel.exit(result);
      else channel.exit(result as unknown as number);
      channel.end();
    },
  });
  const endpoint = { host: "127.0.0.1", port: server.port, privateKey: secret(login.private), hostKey: hostKey.public };
  return { server, ran, connection: secret({ ...endpoint, dialErrorLimit: 0 }) };
}

describe("create", () => {
  test("previews without running: outputs unknown, inputs as they came", async () => {
    const inputs = { create: secret("exit 1"), connection: secret({ host: "nowhere.invalid" }) };
    const { id, properties } = await create({ ...remote, ...preview }, inputs, fakeTask());
    assert.match(id, /^x[0-9a-f]{8}$/);
    assert.deepEqual(properties, { ...inputs, stdout: unknown, stderr: unknown });
    assert.deepEqual(await create({ ...copy, ...preview }, { remotePath: "/x" }, fakeTask()), {
      id: "",
      properties: { remotePath: "/x" },
    });
  });

  test("runs the command, gives the inputs as they came with the outputs, and hangs up", async (t) => {
    const { server, ran, connection } = await host(t, (_, channel) => {
      channel.write("out\n");
      channel.stderr.write("err\n");
      return 0;
    });
    const inputs = { create: secret("create it"), connection, logging: "none" };
    const task = fakeTask();
    const { id, properties } = await create(remote, inputs, task);
    assert.match(id, /^x[0-9a-f]{8}$/);
    assert.deepEqual(properties, { ...inputs, stdout: "out", stderr: "err" });
    assert.deepEqual(ran, ["create it"]);
    assert.deepEqual(task.shown, []);
    await settled(() => server.open === 0);
  });

  test("runs nothing without a command", async () => {
    const { properties } = await create(remote, { update: "exit 1" }, fakeTask());
    assert.deepEqual(properties, { update: "exit 1", stdout: "", stderr: "" });
  });

  for (const [rule, result, problem] of [
    ["an exit code", 7, "Process exited with status 7"],
    ["a signal", "KILL", "Process exited with status 137 from signal KILL"],
  ] as const) {
    test(`fails with ${rule}, the command and both streams`, async (t) => {
      const { connection } = await host(t, (_, channel) => {
        channel.write("o\n");
        channel.stderr.write("e\n");
        return result;
      });
      await assert.rejects(create(remote, { create: 'say "x"', connection }, fakeTask()), {
        message: `${problem}: running "say \\"x\\"":\no\ne\n`,
      });
    });
  }

  test("does not run with a refused variable, and says so", async (t) => {
    const { ran, connection, server } = await host(t, () => 0);
    const task = fakeTask();
    await assert.rejects(create(remote, { create: "x", connection, environment: { A: "1" } }, task), {
      message: 'could not set environment variable "A": ssh: setenv failed',
    });
    assert.deepEqual(ran, []);
    assert.equal(task.shown.length, 1);
    assert.match(task.shown[0] ?? "", /^error: Unable to set 'A'\. /);
    assert.equal(server.connections, 1);
  });
});

describe("update", () => {
  const state = { create: "c", stdin: "1", stdout: "old", stderr: "" };

  test("runs `update`, else `create`, with the earlier output in the environment", async (t) => {
    const { ran, connection } = await host(t, () => 0, { acceptsEnv: ["PULUMI_COMMAND_STDOUT"] });
    const news = { create: "c", stdin: "2", connection };
    assert.deepEqual(await update(remote, state, news, fakeTask()), { ...news, stdout: "", stderr: "" });
    await update(remote, state, { ...news, update: "u" }, fakeTask());
    await update(remote, state, { ...news, addPreviousOutputInEnv: false }, fakeTask());
    assert.deepEqual(ran, ["c PULUMI_COMMAND_STDOUT=old", "u PULUMI_COMMAND_STDOUT=old", "c"]);
  });

  test("warns of earlier output that the server doesn't take, and runs", async (t) => {
    const { ran, connection } = await host(t, () => 0);
    const task = fakeTask();
    await update(remote, { ...state, stderr: secret("e") }, { create: "c", connection }, task);
    assert.deepEqual(ran, ["c"]);
    assert.deepEqual(
      task.shown.map((text) => text.slice(0, 48)),
      ["warning: Unable to set 'PULUMI_COMMAND_STDOUT'. ", "warning: Unable to set 'PULUMI_COMMAND_STDERR'. "],
    );
  });

  test("keeps the outputs when there is nothing to run", async () => {
    const old = { ...state, stdout: secret("s"), assets: { a: "x" } };
    assert.deepEqual(await update(local, old, { stdin: "2" }, fakeTask()), {
      stdin: "2",
      stdout: "s",
      stderr: "",
      assets: { a: "x" },
    });
  });

  const before: Properties = { ...state, environment: { A: "1" } };
  for (const [rule, news, expected] of [
    ["changed", { create: "c", stdin: "2", environment: { A: "1" } }, unknown],
    ["unknown", { create: "c", stdin: "1", environment: { A: "1" }, dir: unknown }, unknown],
    ["gone", { create: "c", environment: { A: "1" } }, unknown],
    ["secret now", { create: "c", stdin: secret("1"), environment: { A: "1" } }, unknown],
    ["only new", { create: "c", stdin: "1", environment: { A: "1" }, dir: "/" }, "old"],
  ] as [string, Properties, string][]) {
    test(`previews stdout as ${expected === unknown ? "unknown" : "it was"} when an input is ${rule}`, async () => {
      const properties = await update({ ...local, ...preview }, before, news, fakeTask());
      assert.deepEqual(properties, { ...news, stdout: expected, stderr: expected === unknown ? unknown : "" });
    });
  }

  test("copies nothing when content and destination stay", async () => {
    const olds = { source: secret("x"), remotePath: "/x", connection: secret({ host: "old.invalid" }) };
    const news = { source: "x", remotePath: "/x", connection: secret({ host: "nowhere.invalid" }) };
    assert.deepEqual(await update(copy, olds, news, fakeTask()), news);
  });
});

describe("remove", () => {
  test("runs `delete` with the connection in the state", async (t) => {
    const { ran, connection } = await host(t, () => 0);
    await remove(remote, { create: "c", delete: "d", stdout: "", stderr: "", connection }, fakeTask());
    assert.deepEqual(ran, ["d"]);
  });

  test("does nothing without a `delete`, nor for a copy", async () => {
    await remove(remote, { create: "exit 1" }, fakeTask());
    await remove(copy, { delete: "exit 1" }, fakeTask());
  });
});

test("a cancel ends dialling, and no connection is left open", async (t) => {
  const { connection, server } = await host(t, () => 0);
  const abort = new AbortController();
  abort.abort();
  await assert.rejects(create(remote, { create: "c", connection }, fakeTask(abort.signal)), {
    message: "context canceled",
  });
  assert.equal(server.open, 0);
  assert.equal((reveal(connection) as Properties).port, server.port);
});

test("resourceOf reads type and name from a URN", () => {
  const of = (urn: string) => resourceOf({ getUrn: () => urn });
  assert.deepEqual(of("urn:pulumi:dev::p::a:b:C$command:remote:Command::x"), remote);
  assert.deepEqual(of("urn:pulumi:dev::p::command:local:Command::a::b$c"), { ...local, name: "a::b$c" });
});
