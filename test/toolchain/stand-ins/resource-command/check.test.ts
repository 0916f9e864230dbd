import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { check } from "../../../../toolchain/stand-ins/resource-command/check.ts";
import { functions, resources, shapeOf } from "../../../../toolchain/stand-ins/resource-command/schema.ts";
import { asset, type Properties, secret, unknown } from "../../../../toolchain/stand-ins/wire.ts";

const remote = shapeOf(resources, "Resource", "command:remote:Command");
const copy = shapeOf(resources, "Resource", "command:remote:CopyToRemote");
const local = shapeOf(resources, "Resource", "command:local:Command");
const defaults = { user: "root", port: 22, dialErrorLimit: 10, perDialTimeout: 15 };

describe("check", () => {
  test("fills in a connection's defaults, its bastion's too, and makes both and their keys secret", () => {
    const connection = { host: "h", privateKey: "k", proxy: { host: "p", password: "w", port: 2222 } };
    assert.deepEqual(check(remote, { create: "true", connection }), {
      inputs: {
        create: "true",
        connection: secret({
          ...defaults,
          host: "h",
          privateKey: secret("k"),
          proxy: { ...defaults, host: "p", password: secret("w"), port: 2222 },
        }),
      },
      failures: [],
    });
  });

  test("gives back what it gave before, unchanged", () => {
    const { inputs } = check(remote, { connection: secret({ host: "h", password: "p" }), triggers: [secret("x")] });
    assert.deepEqual(check(remote, inputs), { inputs, failures: [] });
  });

  test("leaves unknowns and secrets where they are", () => {
    const inputs = {
      create: secret("x"),
      stdin: unknown,
      environment: { A: secret("1"), B: unknown },
      triggers: unknown,
    };
    assert.deepEqual(check(local, inputs), { inputs, failures: [] });
    const { inputs: checked } = check(remote, { connection: secret(unknown) });
    assert.deepEqual(checked, { connection: secret(unknown) });
  });

  test("drops null, as absence", () => {
    assert.deepEqual(check(local, { create: null, dir: "/" }), { inputs: { dir: "/" }, failures: [] });
  });

  test("takes every input of every type", () => {
    const process = { stdin: "", logging: "none", environment: {}, addPreviousOutputInEnv: false };
    const lifecycle = { create: "", update: "", delete: "", triggers: [1, "a", { b: [] }, asset("a", "0")] };
    const here = { ...process, interpreter: ["sh"], dir: "/", assetPaths: ["*"], archivePaths: ["*"] };
    const connection = secret({ ...defaults, host: "h", agentSocketPath: "a", hostKey: "k" });
    const rows: [typeof remote, Properties][] = [
      [remote, { ...process, ...lifecycle, connection }],
      [local, { ...here, ...lifecycle }],
      [copy, { connection, triggers: [], source: asset("a", "0"), remotePath: "/" }],
      [shapeOf(functions, "Invoke", "command:local:run"), { ...here, command: "" }],
    ];
    for (const [shape, inputs] of rows) assert.deepEqual(check(shape, inputs), { inputs, failures: [] });
  });

  const connection = { host: "h" };
  for (const [rule, shape, inputs, property, reason] of [
    [
      "an unknown name",
      remote,
      { connection, sudo: true },
      "sudo",
      "Unrecognized field 'sudo' on 'remote.CommandInputs'",
    ],
    [
      "a name that objects have",
      local,
      { toString: "x" },
      "toString",
      "Unrecognized field 'toString' on 'local.CommandInputs'",
    ],
    ["a missing input", remote, {}, "connection", "Missing required field 'connection' on 'remote.CommandInputs'"],
    [
      "a wrong type",
      remote,
      { connection, create: 5 },
      "create",
      "Field 'create' on 'remote.CommandInputs' must be a 'string'; got 'float64' instead",
    ],
    [
      "a wrong type below a secret mark",
      local,
      { stdin: secret(true) },
      "stdin",
      "Field 'stdin' on 'local.CommandInputs' must be a 'string'; got 'bool' instead",
    ],
    [
      "a wrong item",
      local,
      { interpreter: ["sh", 1] },
      "interpreter[1]",
      "Field 'interpreter[1]' on 'local.CommandInputs' must be a 'string'; got 'float64' instead",
    ],
    [
      "a wrong value of a map",
      local,
      { environment: { A: { b: 1 } } },
      "environment[A] value",
      "Field 'environment[A] value' on 'local.CommandInputs' must be a 'string'; got 'map[string]interface {}' instead",
    ],
    [
      "no list",
      local,
      { triggers: "a" },
      "triggers",
      "Field 'triggers' on 'local.CommandInputs' must be a '[]interface {}'; got 'string' instead",
    ],
    [
      "a source that is no asset",
      copy,
      { connection, remotePath: "/", source: "x" },
      "source",
      "Field 'source' on 'remote.CopyToRemoteInputs' must be a 'types.AssetOrArchive'; got 'string' instead",
    ],
    [
      "a text for a connection",
      remote,
      { connection: "h" },
      "connection",
      "Field 'connection' on 'remote.CommandInputs' must be a 'remote.Connection'; got 'string' instead",
    ],
  ] as const) {
    test(`refuses ${rule}`, () => {
      assert.deepEqual(check(shape, inputs as unknown as Properties).failures, [{ property, reason }]);
    });
  }

  test("tells of all that is wrong in a connection, without a value of it, and keeps it secret", () => {
    const { inputs, failures } = check(remote, { connection: { privateKeys: "KEY", port: "PORT", privateKey: "KEY" } });
    assert.deepEqual(failures, [
      {
        property: "connection",
        reason:
          "An error occurred decoding 'remote.CommandInputs.connection': 3 failures decoding:\n" +
          "\tprivateKeys: Unrecognized field 'privateKeys' on 'remote.Connection'\n" +
          "\thost: Missing required field 'host' on 'remote.Connection'\n" +
          "\tport: Field 'port' on 'remote.Connection' must be a 'float64'; got 'string' instead",
      },
    ]);
    assert.deepEqual(inputs, { connection: secret({ privateKeys: "KEY", port: "PORT", privateKey: secret("KEY") }) });
  });
});

test("shapeOf names a type that there isn't", () => {
  assert.throws(() => shapeOf(resources, "Resource", "command:remote:CopyFile"), {
    message: "Resource 'command:remote:CopyFile' not found",
  });
});
