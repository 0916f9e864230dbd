import assert from "node:assert/strict";
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { describe, type TestContext, test } from "node:test";
import grpc from "@grpc/grpc-js";
import engineGrpc from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import type { LogRequest } from "@pulumi/pulumi/proto/engine_pb.js";
import type { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb.js";
import providerGrpc from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import provider from "@pulumi/pulumi/proto/provider_pb.js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import { commandVersion } from "../../../../toolchain/paths.mjs";
import { fromStruct, toStruct } from "../../../../toolchain/stand-ins/wire.ts";

type Plugin = ChildProcessByStdio<Writable, Readable, Readable>;
const urn = "urn:pulumi:dev::p::command:local:Command::x";

/** An engine that only takes messages. */
async function engine(t: TestContext): Promise<{ address: string; shown: string[] }> {
  const shown: string[] = [];
  const server = new grpc.Server();
  server.addService(engineGrpc.EngineService, {
    log: (call: { request: LogRequest }, reply: grpc.sendUnaryData<empty.Empty>) => {
      shown.push(call.request.getMessage());
      reply(null, new empty.Empty());
    },
  });
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  t.after(() => server.forceShutdown());
  return { address: `127.0.0.1:${port}`, shown };
}

async function start(t: TestContext, address: string) {
  const args = ["--import", "tsx", "toolchain/stand-ins/resource-command/main.ts", "--logtostderr", "-v=1", address];
  const child: Plugin = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "pipe"] });
  t.after(() => child.kill("SIGKILL"));
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  assert.match(line.toString(), /^\d+\n$/);
  const credentials = grpc.credentials.createInsecure();
  const client = new providerGrpc.ResourceProviderClient(`127.0.0.1:${line.toString().trim()}`, credentials);
  t.after(() => client.close());
  return { child, client };
}

type Done<Reply> = (error: grpc.ServiceError | null, reply: Reply) => void;

/** Makes one call of the client, given how. */
const ask = <Reply>(call: (done: Done<Reply>) => unknown): Promise<Reply> =>
  new Promise((resolve, reject) => {
    call((error, reply) => (error ? reject(error) : resolve(reply)));
  });

describe("the provider's process", { timeout: 30_000 }, () => {
  test("prints its port, answers, says once what it is, and ends when the engine is gone", async (t) => {
    const { address, shown } = await engine(t);
    const { child, client } = await start(t, address);
    assert.equal(
      (await ask<PluginInfo>((done) => client.getPluginInfo(new empty.Empty(), done))).getVersion(),
      commandVersion,
    );
    await assert.rejects(
      ask((done) => client.handshake(new provider.ProviderHandshakeRequest(), done)),
      {
        code: grpc.status.UNIMPLEMENTED,
      },
    );

    const create = (command: string, preview = false) => {
      const properties = toStruct({ create: command, logging: "none" });
      const request = new provider.CreateRequest().setUrn(urn).setProperties(properties).setPreview(preview);
      return ask<provider.CreateResponse>((done) => client.create(request, done));
    };
    await create("exit 1", true);
    assert.deepEqual(shown, []);
    for (let i = 0; i < 2; i++) {
      const created = await create("echo hi");
      assert.deepEqual(fromStruct(created.getProperties()), {
        create: "echo hi",
        logging: "none",
        stdout: "hi",
        stderr: "",
      });
    }
    assert.deepEqual(shown, [
      "pulumi-resource-command 1.2.1: service-unit's stand-in (the official plugin was not found)",
    ]);

    await assert.rejects(create("echo ж; echo; exit 1"), {
      code: grpc.status.UNKNOWN,
      details: 'exit status 1: running "echo ж; echo; exit 1":\nж\n\n',
    });

    child.stdin.end();
    assert.deepEqual(await once(child, "exit"), [0, null]);
  });

  test("runs the function, and ends on SIGINT", async (t) => {
    const { address, shown } = await engine(t);
    const { child, client } = await start(t, address);
    const invoke = (args: Parameters<typeof toStruct>[0]) =>
      ask<provider.InvokeResponse>((done) =>
        client.invoke(new provider.InvokeRequest().setTok("command:local:run").setArgs(toStruct(args)), done),
      );
    const reply = await invoke({ command: "echo out; echo err >&2" });
    assert.deepEqual(fromStruct(reply.getReturn()), {
      command: "echo out; echo err >&2",
      stdout: "out",
      stderr: "err",
    });
    assert.deepEqual(shown.sort(), ["err", "out"]);
    const reasons = (await invoke({ comand: "x" })).getFailuresList().map((failure) => failure.getReason());
    assert.deepEqual(reasons, [
      "Unrecognized field 'comand' on 'local.RunInputs'",
      "Missing required field 'command' on 'local.RunInputs'",
    ]);
    child.kill("SIGINT");
    assert.deepEqual(await once(child, "exit"), [0, null]);
  });
});
