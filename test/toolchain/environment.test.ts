import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { engineEnvironment } from "../../toolchain/environment.mjs";
import { passphraseFile, pulumiHome, stateDir } from "../../toolchain/paths.mjs";

const of = (user: NodeJS.ProcessEnv, backend = "") =>
  engineEnvironment("/opt/node/bin/node", { PATH: "/usr/bin", ...user }, backend);

describe("engineEnvironment", () => {
  it("gives a private home, local state and the project's passphrase to who set nothing", () => {
    const env = of({});
    assert.equal(env.PULUMI_HOME, pulumiHome);
    assert.equal(env.PULUMI_BACKEND_URL, pathToFileURL(stateDir).href);
    assert.equal(env.PULUMI_CONFIG_PASSPHRASE_FILE, passphraseFile);
  });

  it("puts the chosen Node.js first, as plugins and program run on what PATH finds", () => {
    assert.equal(of({}).PATH, "/opt/node/bin:/usr/bin");
  });

  it("keeps the user's own backend and passphrase", () => {
    const env = of({ PULUMI_BACKEND_URL: "s3://bucket", PULUMI_CONFIG_PASSPHRASE: "mine" });
    assert.equal(env.PULUMI_BACKEND_URL, "s3://bucket");
    assert.equal(env.PULUMI_CONFIG_PASSPHRASE, "mine");
    assert.equal(env.PULUMI_CONFIG_PASSPHRASE_FILE, undefined);
    assert.equal(of({ PULUMI_CONFIG_PASSPHRASE_FILE: "/mine" }).PULUMI_CONFIG_PASSPHRASE_FILE, "/mine");
  });

  it("keeps the backend that was logged in to, and an empty passphrase", () => {
    assert.equal(of({}, "s3://bucket").PULUMI_BACKEND_URL, undefined);
    assert.equal(of({ PULUMI_CONFIG_PASSPHRASE: "" }).PULUMI_CONFIG_PASSPHRASE_FILE, undefined);
  });

  it("forgets an SSH agent that has ended, and keeps one that runs", () => {
    assert.equal(of({ SSH_AUTH_SOCK: "/no/such/socket" }).SSH_AUTH_SOCK, undefined);
    assert.equal(of({ SSH_AUTH_SOCK: "/" }).SSH_AUTH_SOCK, "/");
  });

  it("takes no plugin from PATH: what the set-up chose counts", () => {
    assert.equal(of({}).PULUMI_IGNORE_AMBIENT_PLUGINS, "true");
  });

  it("never uses the user's own home", () => {
    assert.equal(of({ PULUMI_HOME: "/root/.pulumi" }).PULUMI_HOME, pulumiHome);
  });
});
