import assert from "node:assert/strict";
import { afterEach, beforeEach } from "node:test";
import { type FakeBotApi, startFakeBotApi } from "../../examples/fake-bot-api/fakeBotApi.ts";
import { startBot } from "./startBot.ts";

export const token = "7001:secret-of-the-bot";

/** How long a test waits for what should be there at once, in milliseconds. */
export const soon = 5000;

/**
 * Gives each test of a suite a fake Bot API of its own, and ends the bots that the test started.
 * Whatever a test does to a bot, the token must show nowhere in what the bot wrote.
 */
export function withBots() {
  let api: FakeBotApi;
  let bots: ReturnType<typeof startBot>[];

  beforeEach(async () => {
    api = await startFakeBotApi({ tokens: { [token]: "echo_bot" } });
    bots = [];
  });
  afterEach(async () => {
    for (const bot of bots) await bot.stop();
    await api.close();
    for (const bot of bots) assert.ok(!bot.output().includes("secret-of-the-bot"), bot.output());
  });

  return {
    /** This test's fake Bot API. */
    get api(): FakeBotApi {
      return api;
    },
    /** Starts the sample bot with a right token and address, unless `environment` says otherwise. */
    start(environment: Record<string, string> = {}, change?: string) {
      const bot = startBot({ BOT_TOKEN: token, BOT_API: api.url, ...environment }, change);
      bots.push(bot);
      return bot;
    },
    /** The first text that the bot sent to a chat. */
    async answerIn(chatId: number): Promise<string> {
      return (await api.waitForMessage(token, (it) => it.chatId === chatId, soon)).text;
    },
  };
}
