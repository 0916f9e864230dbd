import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ConfigLookup } from "../../components/configLookup.ts";
import { hostConnection } from "../../components/hostConnection.ts";
import type { Host } from "../../stacks/schema.ts";
import { keyPair } from "../host/keyPair.ts";

const hostKey = keyPair().public.trim();
const lookupOf = (values: Record<string, string>) => new ConfigLookup({ get: (name) => values[name] }, "test");
const host: Host = {
  address: "203.0.113.10",
  port: 22,
  user: "deploy",
  hostKey,
  privateKey: { secret: "loginKey" },
};

const { privateKey: _, ...withoutKey } = host;
const byAgent: Host = { ...withoutKey, agent: true };

describe("hostConnection", () => {
  it("takes what stands in the file, and the named secret", () => {
    const lookup = lookupOf({ loginKey: "the key" });
    assert.deepEqual(hostConnection(host, lookup), {
      host: "203.0.113.10",
      port: 22,
      user: "deploy",
      hostKey,
      privateKey: "the key",
    });
    assert.deepEqual(lookup.findings, []);
  });

  it("takes address, port and host key from the config where the file names them", () => {
    const lookup = lookupOf({ loginKey: "the key", a: "example.org", p: "2222", k: hostKey });
    const named: Host = { ...host, address: { config: "a" }, port: { config: "p" }, hostKey: { config: "k" } };
    const connection = hostConnection(named, lookup);
    assert.deepEqual([connection.host, connection.port, connection.hostKey], ["example.org", 2222, hostKey]);
  });

  it("goes through a bastion that is pinned as well", () => {
    const jump = { ...host, address: "198.51.100.1" };
    const { proxy, ...target } = hostConnection({ ...host, jump }, lookupOf({ loginKey: "the key" }));
    assert.deepEqual(proxy, { ...target, host: "198.51.100.1" });
  });

  it("names every missing value once, with the command that sets it", () => {
    const lookup = lookupOf({});
    hostConnection({ ...host, port: { config: "p" }, jump: host }, lookup);
    assert.deepEqual(lookup.findings, [
      `the stack's config has no "p": npx pulumi config set p --stack test VALUE`,
      `the stack's config has no "loginKey": npx pulumi config set --secret loginKey --stack test < FILE`,
    ]);
  });

  it("refuses an empty host key: it would mean that any server is believed", () => {
    const lookup = lookupOf({ loginKey: "the key", k: "" });
    hostConnection({ ...host, hostKey: { config: "k" } }, lookup);
    assert.deepEqual(lookup.findings, [`the stack's config has no "k": npx pulumi config set k --stack test VALUE`]);
  });

  it("checks values from the config as the file's own are checked", () => {
    const lookup = lookupOf({ loginKey: "the key", a: "me@example.org", p: "70000", k: "SHA256:abc" });
    hostConnection({ ...host, address: { config: "a" }, port: { config: "p" }, hostKey: { config: "k" } }, lookup);
    assert.deepEqual(lookup.findings, [
      `the stack's config value "a" has a user in it: give user on its own: npx pulumi config set a --stack test VALUE`,
      `the stack's config value "p" is no port from 1 to 65535: "70000": npx pulumi config set p --stack test VALUE`,
      `the stack's config value "k" is a fingerprint: give the key itself, as ssh-keyscan prints it: npx pulumi config set k --stack test VALUE`,
    ]);
  });

  it("keeps the agent's address out: it is another one in each session, and would be a change at every run", () => {
    process.env.SSH_AUTH_SOCK = "/run/agent";
    const lookup = lookupOf({});
    assert.deepEqual(Object.keys(hostConnection(byAgent, lookup)), ["host", "port", "user", "hostKey"]);
    assert.deepEqual(lookup.findings, []);
  });

  it("says so when there is no agent to log in by", () => {
    delete process.env.SSH_AUTH_SOCK;
    const lookup = lookupOf({});
    hostConnection(byAgent, lookup);
    assert.deepEqual(lookup.findings, [
      "a host says agent: true, but no SSH agent runs here: SSH_AUTH_SOCK is not set",
    ]);
  });
});
