import type { IncomingMessage } from "node:http";

export type Parameters = Record<string, unknown>;

/** The parameters of a Bot API call, from its query and its body: JSON, a form, or multipart. Throws when the body is none of them. */
export async function readParameters(request: IncomingMessage, query: URLSearchParams): Promise<Parameters> {
  const fromQuery = Object.fromEntries(query);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  if (body.length === 0) return fromQuery;
  if (type.startsWith("application/json")) return { ...fromQuery, ...readObject(body) };
  const form = await new Response(body, { headers: { "content-type": type } }).formData();
  return { ...fromQuery, ...Object.fromEntries(form) };
}

function readObject(body: Buffer): Parameters {
  const value: unknown = JSON.parse(body.toString("utf8"));
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Error("the body is no JSON object");
  return value as Parameters;
}
