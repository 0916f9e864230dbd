import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { type FakeBotApi, startFakeBotApi } from "../../examples/fake-bot-api/fakeBotApi.ts";

const token = "8001:abc";
const other = "8002:def";
const unauthorized = { ok: false, error_code: 401, description: "Unauthorized" };
const notFound = { ok: false, error_code: 404, description: "Not Found" };

describe("the fake Bot API", () => {
  let api: FakeBotApi;

  beforeEach(async () => {
    api = await startFakeBotApi({ tokens: [token, other] });
  });
  afterEach(() => api.close());

  async function get(path: string, init: RequestInit = {}): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${api.url}${path}`, init);
    return { status: response.status, body: await response.json() };
  }

  const call = (method: string, parameters: object = {}, as = token) =>
    get(`/bot${as}/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify(parameters),
    });

  async function textsOf(updates: Promise<{ body: unknown }>): Promise<string[]> {
    const { result } = (await updates).body as { result: { message: { text: string } }[] };
    return result.map((it) => it.message.text);
  }

  it("introduces each bot by its own name", async () => {
    const me = { id: 8001, is_bot: true, first_name: "test_8001_bot", username: "test_8001_bot" };
    assert.deepEqual(await get(`/bot${token}/getMe`), { status: 200, body: { ok: true, result: me } });
    const named = await startFakeBotApi({ tokens: { "9:x": "ada_bot" } });
    const answer = (await (await fetch(`${named.url}/bot9:x/getMe`)).json()) as { result: { username: string } };
    await named.close();
    assert.equal(answer.result.username, "ada_bot");
  });

  it("is there on 127.0.0.1 only", async () => {
    await assert.rejects(fetch(api.url.replace("127.0.0.1", "127.0.0.2")));
  });

  it("finds methods in any case and tokens that are percent-encoded", async () => {
    assert.equal((await get("/bot8001%3Aabc/GETME")).status, 200);
  });

  it("answers 401 to an unknown token and 404 to a path without one", async () => {
    assert.deepEqual(await call("getMe", {}, "8003:abc"), { status: 401, body: unauthorized });
    assert.deepEqual(await get("/"), { status: 404, body: notFound });
    assert.deepEqual(await get("/bot/getMe"), { status: 404, body: notFound });
  });

  it("says true to methods that it has no part in", async () => {
    assert.deepEqual(await call("deleteWebhook"), { status: 200, body: { ok: true, result: true } });
    assert.deepEqual(await call("setMyCommands", { commands: [] }), { status: 200, body: { ok: true, result: true } });
  });

  it("gives a user's text as Telegram does", async () => {
    const before = Math.floor(Date.now() / 1000);
    api.push(token, "hello", 42);
    const { body } = await call("getUpdates");
    const { result } = body as { result: { update_id: number; message: { date: number } }[] };
    const date = result[0]?.message.date ?? 0;
    assert.ok(date >= before && date <= before + 2, `${date}`);
    const from = { id: 42, first_name: "Ada", is_bot: false };
    const chat = { id: 42, first_name: "Ada", type: "private" };
    assert.deepEqual(result, [{ update_id: 1, message: { message_id: 1, from, chat, date, text: "hello" } }]);
  });

  it("gives updates again until an offset confirms them, to their own bot only", async () => {
    for (const text of ["one", "two", "three"]) api.push(token, text);
    api.push(other, "for the other");
    assert.deepEqual(await textsOf(call("getUpdates")), ["one", "two", "three"]);
    assert.deepEqual(await textsOf(call("getUpdates", { limit: 2 })), ["one", "two"]);
    assert.deepEqual(await textsOf(call("getUpdates", { offset: 2 })), ["two", "three"]);
    assert.deepEqual(await textsOf(call("getUpdates")), ["two", "three"]);
    assert.deepEqual(await textsOf(call("getUpdates", { offset: -1 })), ["three"]);
    assert.deepEqual(await textsOf(call("getUpdates", { offset: 4 })), []);
    assert.deepEqual(await textsOf(call("getUpdates", {}, other)), ["for the other"]);
  });

  it("tells how many updates wait", async () => {
    api.push(token, "one");
    api.push(token, "two");
    const info = { url: "", has_custom_certificate: false, pending_update_count: 2 };
    assert.deepEqual(await call("getWebhookInfo"), { status: 200, body: { ok: true, result: info } });
  });

  it("holds a long poll until an update comes", async () => {
    const answer = textsOf(call("getUpdates", { timeout: 20 }));
    await api.waitForPoll(token, 1000);
    const pushed = Date.now();
    api.push(token, "news");
    assert.deepEqual(await answer, ["news"]);
    assert.ok(Date.now() - pushed < 500);
    assert.equal(api.polls(token), 1);
  });

  it("holds a long poll no longer than its timeout", async () => {
    const before = Date.now();
    assert.deepEqual(await textsOf(call("getUpdates", { timeout: 1 })), []);
    const held = Date.now() - before;
    assert.ok(held >= 990 && held < 1500, `${held} ms`);
  });

  it("ends the older of two polls with 409, and gives the update to the newer one", async () => {
    const older = call("getUpdates", { timeout: 20 });
    await api.waitForPoll(token, 1000);
    const newer = textsOf(call("getUpdates", { timeout: 20 }));
    const description =
      "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
    assert.deepEqual(await older, { status: 409, body: { ok: false, error_code: 409, description } });
    api.push(token, "news");
    assert.deepEqual(await Promise.race([newer, sleep(500, "late")]), ["news"]);
    assert.equal(api.conflicts, 1);
  });

  it("sees no conflict between two bots, nor with a poll whose caller has gone", async () => {
    const gone = new AbortController();
    const left = call("getUpdates", { timeout: 20 }, other);
    const broken = get(`/bot${token}/getUpdates?timeout=20`, { signal: gone.signal });
    await api.waitForPoll(token, 1000);
    await api.waitForPoll(other, 1000);
    gone.abort();
    await assert.rejects(broken);
    await sleep(50);
    api.push(other, "news");
    assert.deepEqual(await textsOf(left), ["news"]);
    assert.deepEqual(await textsOf(call("getUpdates", { timeout: 0 })), []);
    assert.equal(api.conflicts, 0);
  });

  it("takes a message as JSON, form, multipart and query", async () => {
    const form = new FormData();
    form.set("chat_id", "3");
    form.set("text", "multipart 👋");
    await call("sendMessage", { chat_id: 1, text: "json 👋" });
    await get(`/bot${token}/sendMessage`, {
      method: "POST",
      body: new URLSearchParams({ chat_id: "2", text: "form 👋" }),
    });
    await get(`/bot${token}/sendMessage`, { method: "POST", body: form });
    await get(`/bot${token}/sendMessage?chat_id=4&text=query+%F0%9F%91%8B`);
    const sent = api.sent(token).map(({ chatId, text }) => [chatId, text]);
    assert.deepEqual(sent, [
      [1, "json 👋"],
      [2, "form 👋"],
      [3, "multipart 👋"],
      [4, "query 👋"],
    ]);
  });

  it("refuses messages that Telegram refuses, and records none of them", async () => {
    const refused = async (parameters: object) => (await call("sendMessage", parameters)).body;
    const bad = (why: string) => ({ ok: false, error_code: 400, description: `Bad Request: ${why}` });
    assert.deepEqual(await refused({ text: "to nobody" }), bad("chat not found"));
    assert.deepEqual(await refused({ chat_id: 1, text: "" }), bad("message text is empty"));
    assert.deepEqual(await refused({ chat_id: 1, text: "😀".repeat(4097) }), bad("message is too long"));
    assert.deepEqual(await refused([]), bad("the body is no JSON object"));
    assert.deepEqual(api.sent(token), []);
    assert.equal((await call("sendMessage", { chat_id: 1, text: "😀".repeat(4096) })).status, 200);
  });

  it("answers a broken body with 400", async () => {
    const headers = { "content-type": "application/json" };
    const answer = await get(`/bot${token}/getMe`, { method: "POST", headers, body: "{" });
    assert.equal(answer.status, 400);
  });

  it("says what came instead when a message does not", async () => {
    await call("sendMessage", { chat_id: 1, text: "something else" });
    const at = api.sent(token)[0]?.at;
    await assert.rejects(
      api.waitForMessage(token, (it) => it.text === "hello", 20),
      {
        message: `no such message from test_8001_bot within 20 ms, but [{"at":${at},"chatId":1,"text":"something else"}]`,
      },
    );
    await assert.rejects(api.waitForPoll(token, 20), {
      message: "no long poll of test_8001_bot within 20 ms (0 polls before)",
    });
    assert.throws(() => api.sent("8003:abc"), { message: "no bot of this fake Bot API has that token" });
  });

  it("answers nothing while it hangs, and everything after that", async () => {
    const poll = textsOf(call("getUpdates", { timeout: 20 }));
    await api.waitForPoll(token, 1000);
    api.hang();
    api.push(token, "news");
    const me = call("getMe");
    assert.equal(await Promise.race([poll, me, sleep(100, "nothing")]), "nothing");
    api.unhang();
    assert.deepEqual(await poll, ["news"]);
    assert.equal((await me).status, 200);
  });

  it("refuses connections while it is down, keeps what it has, and comes back at the same address", async () => {
    const { url } = api;
    const poll = call("getUpdates", { timeout: 20 });
    await api.waitForPoll(token, 1000);
    await api.down();
    await assert.rejects(poll);
    await assert.rejects(call("getMe"));
    api.push(token, "sent meanwhile");
    await api.up();
    assert.equal(api.url, url);
    assert.deepEqual(await textsOf(call("getUpdates")), ["sent meanwhile"]);
  });

  it("gives a planned answer once, to the method it is meant for", async () => {
    api.answerNext("sendMessage", 429, { ok: false });
    assert.equal((await call("getMe")).status, 200);
    assert.deepEqual(await call("sendMessage", { chat_id: 1, text: "a" }), { status: 429, body: { ok: false } });
    assert.equal((await call("sendMessage", { chat_id: 1, text: "a" })).status, 200);
  });

  it("is driven over HTTP by other processes", async () => {
    const push = (body: object) => get("/control/push", { method: "POST", headers, body: JSON.stringify(body) });
    const headers = { "content-type": "application/json" };
    assert.deepEqual(await push({ token, text: "hello", chatId: 5 }), {
      status: 200,
      body: { ok: true, result: { update_id: 1 } },
    });
    assert.deepEqual(await textsOf(call("getUpdates")), ["hello"]);
    await call("sendMessage", { chat_id: 5, text: "hi" });
    assert.deepEqual((await get(`/control/sent?token=${token}`)).body, { ok: true, result: api.sent(token) });
    const bad = (why: string) => ({
      status: 400,
      body: { ok: false, error_code: 400, description: `Bad Request: ${why}` },
    });
    assert.deepEqual(await push({ token }), bad("text is missing"));
    assert.deepEqual(await push({ token: "8003:abc", text: "a" }), bad("no bot of this fake Bot API has that token"));
    assert.deepEqual(await get("/control/stop"), { status: 404, body: notFound });
  });
});
