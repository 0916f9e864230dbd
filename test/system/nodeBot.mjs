// A bot for Node.js as small as can be: it sends every text back.
const { BOT_TOKEN, BOT_API, NODE_ENV } = process.env;

/** @typedef {{ update_id: number, message: { chat: { id: number }, text: string } }} Update */
/** @typedef {{ ok: boolean, result: Update[], description: string }} Answer */

/**
 * @param {string} method
 * @param {object} parameters
 * @returns {Promise<Update[]>}
 */
async function call(method, parameters) {
  const headers = { "content-type": "application/json" };
  const options = { method: "POST", headers, body: JSON.stringify(parameters) };
  const response = await fetch(`${BOT_API}/bot${BOT_TOKEN}/${method}`, options);
  const { ok, result, description } = /** @type {Answer} */ (await response.json());
  if (!ok) throw new Error(description);
  return result;
}

process.once("SIGTERM", () => process.exit());
for (let offset = 0; ; ) {
  for (const { update_id, message } of await call("getUpdates", { offset, timeout: 30 })) {
    await call("sendMessage", { chat_id: message.chat.id, text: `${NODE_ENV} node: ${message.text}` });
    offset = update_id + 1;
  }
}
