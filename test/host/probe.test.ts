import assert from "node:assert/strict";
import { createServer } from "node:net";
import { it } from "node:test";
import { probe } from "../../host/probe.ts";
import { hostKey, sshServer } from "./sshServer.ts";

const connection = (port: number) => ({
  host: "127.0.0.1",
  port,
  user: "root",
  hostKey: hostKey.public.trim(),
  password: "x",
});

it("gives the facts that a server tells, and closes the connection", async (t) => {
  const server = await sshServer(t, {
    onExec: (_command, channel) => {
      channel.write("Run=0a1b2c3d\n\nId=echo.service\nActiveState=active\n");
      channel.exit(0);
      channel.end();
    },
  });
  const answer = await probe(connection(server.port), ["echo.service"]);
  assert.ok("facts" in answer, JSON.stringify(answer));
  assert.equal(answer.facts?.run, "0a1b2c3d");
  assert.equal(answer.facts?.units.get("echo.service")?.ActiveState, "active");
  while (server.open > 0) await new Promise((resolve) => setTimeout(resolve, 10));
});

it("gives nothing of a server that has no tool, which says nothing", async (t) => {
  const server = await sshServer(t);
  assert.deepEqual(await probe(connection(server.port), []), { facts: undefined });
});

it("tells what a failing tool said", async (t) => {
  const server = await sshServer(t, {
    onExec: (_command, channel) => {
      channel.stderr.write("sudo: a password is required\n");
      channel.exit(1);
      channel.end();
    },
  });
  assert.deepEqual(await probe(connection(server.port), []), { problem: "sudo: a password is required" });
});

it("gives up on endless output", async (t) => {
  const server = await sshServer(t, {
    onExec: (_command, channel) => {
      const more = () => channel.writable && channel.write("x".repeat(65_536), () => setImmediate(more));
      more();
    },
  });
  assert.deepEqual(await probe(connection(server.port), []), { problem: "the output is longer than 4194304 bytes" });
});

it("tells that a connection was lost before the answer", async (t) => {
  const server = await sshServer(t, { onExec: (_command, channel) => channel.close() });
  assert.deepEqual(await probe(connection(server.port), []), { problem: "the connection ended before the answer" });
});

it("does not wait long for a server that refuses, nor for one behind a bastion that does", async () => {
  const port = await freePort();
  const began = Date.now();
  const refused = { problem: `after 1 failed attempts: dial tcp 127.0.0.1:${port}: connect: connection refused` };
  assert.deepEqual(await probe(connection(port), []), refused);
  const behind = await probe({ ...connection(22), proxy: connection(port) }, []);
  assert.deepEqual(behind, { problem: `proxy: ${refused.problem}` });
  assert.ok(Date.now() - began < 5000);
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
