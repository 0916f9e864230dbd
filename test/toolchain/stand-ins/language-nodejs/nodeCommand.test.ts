import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  configKey,
  nodeArguments,
  nodeEnvironment,
  type ProgramRun,
} from "../../../../toolchain/stand-ins/language-nodejs/nodeCommand.ts";
import { runtimeOptions } from "../../../../toolchain/stand-ins/language-nodejs/runtimeOptions.ts";

const run: ProgramRun = {
  organization: "organization",
  project: "bots",
  stack: "production",
  rootDirectory: "/project",
  programDirectory: "/project/program",
  entryPoint: "index.ts",
  args: [],
  dryRun: false,
  parallel: 16,
  monitorAddress: "127.0.0.1:1111",
  engineAddress: "127.0.0.1:2222",
  config: [],
  secretKeys: [],
};
const plain = runtimeOptions({ typescript: false });

describe("nodeArguments", () => {
  it("names the SDK's runner, then the runner's flags, then the program", () => {
    assert.deepEqual(nodeArguments(run, plain, "/sdk/cmd/run/index.js"), [
      "/sdk/cmd/run/index.js",
      "--monitor",
      "127.0.0.1:1111",
      "--engine",
      "127.0.0.1:2222",
      "--organization",
      "organization",
      "--project",
      "bots",
      "--root-directory",
      "/project",
      "--stack",
      "production",
      "--pwd",
      "/project/program",
      "--parallel",
      "16",
      "index.ts",
    ]);
  });

  it("leaves out flags without a value", () => {
    const bare = { ...run, organization: "", rootDirectory: "", engineAddress: "", parallel: 0 };
    assert.deepEqual(nodeArguments(bare, plain, "run"), [
      "run",
      "--monitor",
      "127.0.0.1:1111",
      "--project",
      "bots",
      "--stack",
      "production",
      "--pwd",
      "/project/program",
      "index.ts",
    ]);
  });

  it("puts node's own arguments before the runner, and a preview's flag and the program's arguments after", () => {
    const options = runtimeOptions({ nodeargs: "--import tsx" });
    const preview = { ...run, dryRun: true, args: ["--monitor", "x"] };
    const args = nodeArguments(preview, options, "run");
    assert.deepEqual(args.slice(0, 3), ["--import", "tsx", "run"]);
    assert.deepEqual(args.slice(-4), ["--dry-run", "index.ts", "--monitor", "x"]);
  });
});

describe("nodeEnvironment", () => {
  it("holds the configuration as JSON, and which of it is secret", () => {
    const configured: ProgramRun = {
      ...run,
      config: [
        ["bots:plain", "1"],
        ["bots:token", 'a"b'],
      ],
      secretKeys: ["bots:token"],
    };
    assert.deepEqual(nodeEnvironment(configured, plain), {
      PULUMI_CONFIG: '{"bots:config:plain":"1","bots:config:token":"a\\"b"}',
      PULUMI_CONFIG_SECRET_KEYS: '["bots:token"]',
    });
  });

  it("asks the SDK for TypeScript unless told not to, and names the tsconfig", () => {
    assert.deepEqual(nodeEnvironment(run, runtimeOptions({ tsconfig: "pulumi.tsconfig.json" })), {
      PULUMI_CONFIG: "{}",
      PULUMI_CONFIG_SECRET_KEYS: "[]",
      PULUMI_NODEJS_TYPESCRIPT: "true",
      PULUMI_NODEJS_TSCONFIG_PATH: "pulumi.tsconfig.json",
    });
  });
});

describe("configKey", () => {
  it("puts config between namespace and name, once", () => {
    assert.equal(configKey("bots:token"), "bots:config:token");
    assert.equal(configKey("bots:config:token"), "bots:config:token");
  });

  it("takes the first colon for the namespace's end", () => {
    assert.equal(configKey("bots:a:b"), "bots:config:a:b");
  });
});
