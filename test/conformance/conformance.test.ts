// The real CLI, driven with the stand-ins and, where a machine has them, with the official plugins: the same must come
// of both. CONFORMANCE_PLUGINS=official or stand-ins chooses one of the two.
import { after, before, describe } from "node:test";
import { ServerUnsupportedError } from "../../toolchain/server/server.ts";
import { connectionScenarios } from "./connections.ts";
import { exchangeScenario } from "./exchange.ts";
import { failureScenarios } from "./failures.ts";
import { Host } from "./host.ts";
import { interruptScenarios } from "./interrupts.ts";
import { languageScenarios } from "./language.ts";
import { lifecycleScenario } from "./lifecycle.ts";
import type { Plugins } from "./plugins.ts";
import { type Origin, officialPlugins, preparePlugins } from "./plugins.ts";
import type { Suite } from "./suite.ts";

const chosen = process.env.CONFORMANCE_PLUGINS;
const origins: readonly Origin[] = ["stand-ins", "official"];
const officialMissing =
  officialPlugins() === undefined &&
  "THE OFFICIAL PLUGINS ARE NOT ON THIS MACHINE: nothing here says that they do the same";

/** The server, or why there can be none. */
const host = await Host.start().catch((error: unknown) => {
  if (error instanceof ServerUnsupportedError) return error.message;
  throw error;
});
after(async () => {
  if (host instanceof Host) await host.stop();
});

/** Why not to test plugins of that origin; false for no reason. */
function skipped(origin: Origin): string | false {
  if (chosen !== undefined && chosen !== origin) return `CONFORMANCE_PLUGINS is ${chosen}`;
  if (!(host instanceof Host)) return `NO THROWAWAY SERVER HERE: ${host}`;
  return origin === "official" && officialMissing;
}

for (const origin of origins) {
  describe(`the CLI with the ${origin}`, { skip: skipped(origin) }, () => {
    let suite: Suite;
    before(async () => {
      suite = { plugins: await preparePlugins(origin), host: host as Host };
    });
    const current = () => suite;
    describe("one life of a stack", () => lifecycleScenario(current));
    describe("logging in", { concurrency: 2 }, () => connectionScenarios(current));
    describe("failing", { concurrency: 2 }, () => failureScenarios(current));
    describe("interrupted", { concurrency: 2 }, () => interruptScenarios(current));
    describe("the language host", { concurrency: 2 }, () => languageScenarios(current));
    if (origin === "official") {
      describe("in exchange with the stand-ins", () => {
        let standIns: Plugins;
        before(async () => {
          standIns = await preparePlugins("stand-ins");
        });
        exchangeScenario(current, () => standIns);
      });
    }
  });
}
