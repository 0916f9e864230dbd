import { setTimeout as sleep } from "node:timers/promises";
import type { SentMessage } from "./fakeBot.ts";

/**
 * Says something to a bot through a running fake Bot API, and returns what the bot answers.
 * Each question is a chat of its own, so that no other answer is taken for this one.
 *
 * @param url the fake Bot API's address
 * @param timeoutMs how long the bot may take @default 10 seconds
 */
export async function ask(url: string, token: string, text: string, timeoutMs = 10_000): Promise<string> {
  const deadline = Date.now() + timeoutMs;
  const chatId = 1 + Math.floor(Math.random() * 2 ** 40);
  const headers = { "content-type": "application/json" };
  await control(`${url}/control/push`, { method: "POST", headers, body: JSON.stringify({ token, text, chatId }) });
  while (Date.now() < deadline) {
    const sent = (await control(`${url}/control/sent?token=${encodeURIComponent(token)}`)) as SentMessage[];
    const answer = sent.find((it) => it.chatId === chatId);
    if (answer !== undefined) return answer.text;
    await sleep(50);
  }
  throw new Error(`the bot did not answer ${JSON.stringify(text)} within ${timeoutMs / 1000} s`);
}

async function control(url: string, init: RequestInit = {}): Promise<unknown> {
  const { origin } = new URL(url);
  let answer: { ok: boolean; result?: unknown; description?: string };
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000), ...init });
    answer = (await response.json()) as typeof answer;
  } catch (error) {
    throw new Error(`no fake Bot API at ${origin}`, { cause: error });
  }
  if (!answer.ok) throw new Error(`the fake Bot API at ${origin} refuses: ${answer.description}`);
  return answer.result;
}
