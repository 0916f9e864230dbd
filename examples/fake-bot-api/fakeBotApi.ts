import { EventEmitter, once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Answer, FakeBot, refusal, result, type SentMessage } from "./fakeBot.ts";
import { type Parameters, readParameters } from "./readParameters.ts";
import { waitFor } from "./waitFor.ts";

export interface FakeBotApiOptions {
  /** The port on 127.0.0.1. @default a free one */
  readonly port?: number;
  /** The known tokens, alone (the bot of 123:abc is then test_123_bot) or each with its bot's user name. */
  readonly tokens: string[] | Record<string, string>;
}

/** Starts a Bot API on loopback that treats bots as Telegram's does, and tells what they did. */
export async function startFakeBotApi(options: FakeBotApiOptions): Promise<FakeBotApi> {
  const api = new FakeBotApi(options);
  await api.up();
  return api;
}

export class FakeBotApi {
  readonly #bots = new Map<string, FakeBot>();
  readonly #events = new EventEmitter().setMaxListeners(0);
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  #planned: { method: string; answer: Answer }[] = [];
  #port: number;
  #hanging = false;

  /** Nothing listens before `up`; startFakeBotApi does both. */
  constructor({ port = 0, tokens }: FakeBotApiOptions) {
    this.#port = port;
    for (const [token, name] of nameBots(tokens)) {
      this.#bots.set(token, new FakeBot(token, name, () => this.#change()));
    }
  }

  /** What a bot takes as the address of its Bot API. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** How many requests were answered 409 because a second copy of their bot came. */
  get conflicts(): number {
    return [...this.#bots.values()].reduce((sum, bot) => sum + bot.conflicts, 0);
  }

  /** How many getUpdates requests came with this token. */
  polls(token: string): number {
    return this.#bot(token).polls;
  }

  /** The messages that the bot sent, oldest first. */
  sent(token: string): readonly SentMessage[] {
    return this.#bot(token).sent;
  }

  /** Queues a text from a user for the bot, and returns the update's number. */
  push(token: string, text: string, chatId = 1): number {
    return this.#bot(token).push(text, chatId);
  }

  /** Waits for the first message, sent before or after this call, that fits. */
  waitForMessage(token: string, fits: (it: SentMessage) => boolean, timeoutMs: number): Promise<SentMessage> {
    const bot = this.#bot(token);
    const complaint = () =>
      `no such message from ${bot.username} within ${timeoutMs} ms, but ${JSON.stringify(bot.sent)}`;
    return waitFor(this.#events, () => bot.sent.find(fits), timeoutMs, complaint);
  }

  /** Waits until the bot is in a long poll. */
  async waitForPoll(token: string, timeoutMs: number): Promise<void> {
    const bot = this.#bot(token);
    const complaint = () => `no long poll of ${bot.username} within ${timeoutMs} ms (${bot.polls} polls before)`;
    await waitFor(this.#events, () => bot.polling || undefined, timeoutMs, complaint);
  }

  /** Plans the answer to the next call of a method, by whichever bot. A string as body is sent as HTML. */
  answerNext(method: string, status: number, body: unknown): void {
    this.#planned.push({ method, answer: { status, body } });
  }

  /** From now on takes requests but answers none of them, until `unhang`. */
  hang(): void {
    this.#hanging = true;
  }

  /** Answers what has waited since `hang`. */
  unhang(): void {
    this.#hanging = false;
    this.#change();
  }

  /** Cuts all connections, long polls too; new ones are taken. */
  cut(): void {
    this.#server.closeAllConnections();
  }

  /** Refuses connections, until `up`. What was queued and sent is kept. */
  async down(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, "close");
    this.#server.close();
    this.cut();
    await closed;
  }

  /** Takes connections again, on the same port. */
  async up(): Promise<void> {
    this.#server.listen(this.#port, "127.0.0.1");
    await once(this.#server, "listening");
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Ends everything, long polls too. */
  close(): Promise<void> {
    return this.down();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    const { status, body } = await this.#answer(request, gone.signal).catch((error: Error) =>
      refusal(400, `Bad Request: ${error.message}`),
    );
    response.setHeader("content-type", typeof body === "string" ? "text/html" : "application/json");
    response.writeHead(status).end(typeof body === "string" ? body : JSON.stringify(body));
  }

  async #answer(request: IncomingMessage, gone: AbortSignal): Promise<Answer> {
    const { pathname, searchParams } = new URL(request.url ?? "/", this.url);
    const parameters = await readParameters(request, searchParams);
    if (pathname.startsWith("/control/")) return this.#control(`${request.method} ${pathname}`, parameters);
    await this.#unhung();
    const [, token, method] = /^\/bot([^/]+)\/([^/]+)$/.exec(decodeURIComponent(pathname)) ?? [];
    if (token === undefined || method === undefined) return refusal(404, "Not Found");
    const bot = this.#bots.get(token);
    if (bot === undefined) return refusal(401, "Unauthorized");
    const plan = this.#planned.find((it) => it.method === method);
    this.#planned = this.#planned.filter((it) => it !== plan);
    const polls = method.toLowerCase() === "getupdates";
    const answer = plan?.answer ?? (polls ? await bot.getUpdates(parameters, gone) : bot.call(method, parameters));
    await this.#unhung();
    return answer;
  }

  /** The way in for other processes. */
  #control(call: string, { token, text, chatId }: Parameters): Answer {
    if (call === "GET /control/sent") return result(this.sent(String(token)));
    if (call !== "POST /control/push") return refusal(404, "Not Found");
    if (typeof text !== "string" || text === "") return refusal(400, "Bad Request: text is missing");
    return result({ update_id: this.push(String(token), text, Number(chatId ?? 1)) });
  }

  #bot(token: string): FakeBot {
    const bot = this.#bots.get(token);
    if (bot === undefined) throw new Error("no bot of this fake Bot API has that token");
    return bot;
  }

  #change(): void {
    this.#events.emit("change");
  }

  async #unhung(): Promise<void> {
    while (this.#hanging) await once(this.#events, "change");
  }
}

function nameBots(tokens: FakeBotApiOptions["tokens"]): [token: string, username: string][] {
  if (!Array.isArray(tokens)) return Object.entries(tokens);
  return tokens.map((token) => [token, `test_${token.split(":")[0]}_bot`]);
}
