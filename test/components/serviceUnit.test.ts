// The contract with the engine, by mocks: which resources with which inputs. What they do is in test/system.
import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import * as pulumi from "@pulumi/pulumi";
import type { MockResourceArgs } from "@pulumi/pulumi/runtime/mocks.js";
import { ServiceHost } from "../../components/serviceHost.ts";
import { ServiceUnit } from "../../components/serviceUnit.ts";
import { toolHash, toolText } from "../../host/tool.ts";
import type { OnChange } from "../../systemd/impact/impactOf.ts";

const recorded: MockResourceArgs[] = [];
await pulumi.runtime.setMocks(
  {
    newResource: (args) => {
      recorded.push(args);
      return { id: `${args.name}-id`, state: args.inputs };
    },
    call: (args) => {
      throw new Error(`no call is expected: ${args.token}`);
    },
  },
  "service-unit",
  "test",
);

const connection = { host: "203.0.113.10", user: "deploy", hostKey: "ssh-ed25519 AAAA", privateKey: "the key itself" };
const secretMark = "4dabf18193072939515e22adb298388d";

const settled = async (...resources: pulumi.Resource[]) => {
  for (const { urn } of resources) await new Promise((resolve) => urn.apply(resolve));
};

async function declare(run: string | undefined, login = "deploy", onChange?: OnChange) {
  const host = new ServiceHost("box", { connection: { ...connection, user: login }, login, run });
  const parameters = { user: "bot", execStart: "/usr/bin/python3 /opt/echo/bot.py" };
  const bot = new ServiceUnit("echo", { host, parameters, settleSec: 5, run, ...(onChange && { onChange }) });
  await settled(host.tool, bot.service);
  const [tool, service] = ["box-tool", "echo-service"].map((name) => recorded.find((args) => args.name === name));
  assert.ok(tool && service);
  return { tool, service, bot };
}

describe("ServiceHost and ServiceUnit", () => {
  beforeEach(() => {
    recorded.length = 0;
  });

  it("give no input of theirs to the state: a connection in a component would stand there in clear", async () => {
    await declare("0a1b2c3d");
    const components = recorded.filter(({ type }) => type.startsWith("service-unit:index:"));
    assert.deepEqual(
      components.map(({ type, name, inputs }) => [type, name, inputs]),
      [
        ["service-unit:index:ServiceHost", "box", {}],
        ["service-unit:index:ServiceUnit", "echo", {}],
      ],
    );
  });

  it("install the tool with its hash, as a command whose connection is secret as a whole", async () => {
    const { tool } = await declare("0a1b2c3d");
    assert.equal(tool.type, "command:remote:Command");
    assert.equal(tool.inputs.stdin, toolText);
    assert.ok(tool.inputs.create.endsWith(` install ${toolHash} 0a1b2c3d`), tool.inputs.create);
    assert.equal(tool.inputs.delete, "sudo -n /usr/local/lib/service-unit/unit uninstall");
    assert.equal(tool.inputs.connection[secretMark] !== undefined, true);
  });

  it("deploy the unit's text by stdin, with short commands and nothing that replaces", async () => {
    const { service, bot } = await declare("0a1b2c3d");
    const { stdin, connection: sent, ...plain } = service.inputs;
    assert.deepEqual(plain, {
      addPreviousOutputInEnv: false,
      create: "sudo -n /usr/local/lib/service-unit/unit apply echo.service 5 0a1b2c3d",
      delete: "sudo -n /usr/local/lib/service-unit/unit remove echo.service",
      logging: "stdout",
    });
    assert.notEqual(sent[secretMark], undefined);
    const owner = "urn:pulumi:test::service-unit::service-unit:index:ServiceUnit$command:remote:Command::echo-service";
    assert.equal(
      stdin,
      `${bot.text}# service-unit: owner ${owner}\n# service-unit: restarts when this changes: ${bot.process}\n`,
    );
    assert.equal(await new Promise((resolve) => bot.service.urn.apply(resolve)), owner);
  });

  for (const [onChange, verb] of [
    ["restart", "restarts"],
    ["reload", "reloads"],
    ["none", "runs on"],
  ] as const) {
    it(`tell the server by the last line what onChange ${onChange} does to the process, and by nothing else`, async () => {
      const { service: other } = await declare("0a1b2c3d");
      recorded.length = 0;
      const { service } = await declare("0a1b2c3d", "deploy", onChange);
      const { stdin, ...rest } = service.inputs;
      const { stdin: usual, ...usualRest } = other.inputs;
      assert.deepEqual(rest, usualRest);
      assert.equal(stdin, usual.replace(": restarts when", `: ${verb} when`));
    });
  }

  it("need no sudo for a login as root", async () => {
    const { tool, service } = await declare("0a1b2c3d", "root");
    assert.equal(service.inputs.delete, "/usr/local/lib/service-unit/unit remove echo.service");
    assert.ok(tool.inputs.create.startsWith("sh -c "));
  });
});
