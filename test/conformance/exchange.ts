// State made by one set of plugins is unchanged under the other.
import assert from "node:assert/strict";
import { it } from "node:test";
import type { Plugins } from "./plugins.ts";
import { type Declaration, Stack } from "./stack.ts";
import type { Suite } from "./suite.ts";

/** Registers the scenario; `other` is the set that takes over. */
export function exchangeScenario(suite: () => Suite, other: () => Plugins): void {
  it("takes over and hands back a stack with an update in between, and finds nothing to change", () =>
    exchange(suite(), other()));
}

async function exchange({ plugins, host }: Suite, other: Plugins): Promise<void> {
  const own = await Stack.create(plugins, "exchange");
  // The other's engine and plugins, on this set's state.
  const foreign = own.under({ ...other, folder: plugins.folder });
  const folder = await host.emptyFolder("exchange");
  const program = (text: string): Declaration => ({
    resources: {
      command: {
        kind: "remote.Command",
        args: {
          connection: host.connection,
          create: `cat >> ${folder}/log; echo done`,
          stdin: text,
          triggers: ["fixed", { deep: [1] }],
          addPreviousOutputInEnv: false,
          environment: {},
        },
        options: { additionalSecretOutputs: ["stdout"] },
      },
      secretive: {
        kind: "remote.Command",
        args: { connection: host.connection, create: { $secret: "echo hidden" }, logging: "none" },
      },
      copied: {
        kind: "remote.CopyToRemote",
        args: { connection: host.connection, source: { $text: text }, remotePath: `${folder}/copied` },
      },
      locally: { kind: "local.Command", args: { create: "echo local", stdin: text, interpreter: ["/bin/sh", "-c"] } },
    },
  });
  const unchanged = { same: 5 };
  assert.equal((await own.up(program("one\n"))).code, 0);
  assert.deepEqual((await foreign.up(program("one\n"))).changes, unchanged);
  const updated = await foreign.up(program("two\n"));
  assert.deepEqual(updated.changes, { same: 2, update: 3 }, updated.output);
  assert.deepEqual((await own.up(program("two\n"))).changes, unchanged);
  assert.deepEqual(await host.files(folder), { copied: "two\n", log: "one\ntwo\n" });
  const destroy = await own.destroy();
  assert.equal(destroy.code, 0, destroy.output);
}
