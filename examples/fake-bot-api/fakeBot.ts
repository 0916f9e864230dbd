import type { Parameters } from "./readParameters.ts";

/** What the Bot API answers to a call. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A message that the bot sent. */
export interface SentMessage {
  /** When it arrived here, in milliseconds since 1970. */
  readonly at: number;
  readonly chatId: number;
  readonly text: string;
}

interface Update {
  readonly update_id: number;
  readonly message: object;
}

const longestText = 4096;
const conflict = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";

/** One bot as Telegram's servers see it: its unread updates, its one long poll, and what it sent. No network here. */
export class FakeBot {
  readonly username: string;
  readonly sent: SentMessage[] = [];
  polls = 0;
  conflicts = 0;
  readonly #id: number;
  readonly #changed: () => void;
  #updates: Update[] = [];
  #lastUpdateId = 0;
  #endPoll: ((answer: Answer | undefined) => void) | undefined;

  constructor(token: string, username: string, changed: () => void) {
    this.#id = Number.parseInt(token, 10);
    this.username = username;
    this.#changed = changed;
  }

  /** Whether a getUpdates call is being held just now. */
  get polling(): boolean {
    return this.#endPoll !== undefined;
  }

  /** Queues a text from a user, and returns its update's number. */
  push(text: string, chatId: number): number {
    const person = { id: chatId, first_name: "Ada", is_bot: false };
    const chat = { id: chatId, first_name: "Ada", type: "private" };
    const updateId = ++this.#lastUpdateId;
    const message = { message_id: updateId, from: person, chat, date: seconds(), text };
    this.#updates.push({ update_id: updateId, message });
    this.#endPoll?.(undefined);
    return updateId;
  }

  /** Answers a call of any method but getUpdates. */
  call(method: string, parameters: Parameters): Answer {
    switch (method.toLowerCase()) {
      case "getme":
        return result(this.#me());
      case "getwebhookinfo":
        return result({ url: "", has_custom_certificate: false, pending_update_count: this.#updates.length });
      case "sendmessage":
        return this.#sendMessage(parameters);
      default:
        return result(true);
    }
  }

  /** Answers getUpdates: at once when there are updates, else when one comes, the timeout is over, or `gone` says that the caller left. */
  async getUpdates(parameters: Parameters, gone: AbortSignal): Promise<Answer> {
    const offset = Number(parameters.offset ?? 0);
    this.#updates = offset < 0 ? this.#updates.slice(offset) : this.#updates.filter((it) => it.update_id >= offset);
    this.#endPoll?.(refusal(409, conflict));
    this.polls += 1;
    const timeoutMs = 1000 * Number(parameters.timeout ?? 0);
    const answer = this.#updates.length > 0 || timeoutMs === 0 ? undefined : await this.#nextUpdate(timeoutMs, gone);
    return answer ?? result(this.#updates.slice(0, Number(parameters.limit ?? 100)));
  }

  #nextUpdate(timeoutMs: number, gone: AbortSignal): Promise<Answer | undefined> {
    return new Promise((resolve) => {
      const end = (answer: Answer | undefined) => {
        clearTimeout(timer);
        if (this.#endPoll === end) this.#endPoll = undefined;
        if (answer?.status === 409) this.conflicts += 1;
        resolve(answer);
      };
      const timer = setTimeout(() => end(undefined), timeoutMs);
      gone.addEventListener("abort", () => end(undefined));
      this.#endPoll = end;
      this.#changed();
    });
  }

  #sendMessage(parameters: Parameters): Answer {
    const chatId = Number(parameters.chat_id ?? Number.NaN);
    const text = String(parameters.text ?? "");
    if (Number.isNaN(chatId)) return refusal(400, "Bad Request: chat not found");
    if (text === "") return refusal(400, "Bad Request: message text is empty");
    if ([...text].length > longestText) return refusal(400, "Bad Request: message is too long");
    this.sent.push({ at: Date.now(), chatId, text });
    this.#changed();
    const chat = { id: chatId, first_name: "Ada", type: "private" };
    return result({ message_id: 1_000_000 + this.sent.length, from: this.#me(), chat, date: seconds(), text });
  }

  #me() {
    return { id: this.#id, is_bot: true, first_name: this.username, username: this.username };
  }
}

/** An answer that refuses a call, in Telegram's form. */
export function refusal(code: number, description: string): Answer {
  return { status: code, body: { ok: false, error_code: code, description } };
}

/** An answer that grants a call, in Telegram's form. */
export function result(value: unknown): Answer {
  return { status: 200, body: { ok: true, result: value } };
}

const seconds = () => Math.floor(Date.now() / 1000);
