// UTF-8 as RFC 3629 has it, on bytes that are written as the characters U+0080 to U+00FF.
const sequence =
  "[\\xc2-\\xdf][\\x80-\\xbf]|\\xe0[\\xa0-\\xbf][\\x80-\\xbf]|\\xed[\\x80-\\x9f][\\x80-\\xbf]|[\\xe1-\\xef][\\x80-\\xbf]{2}" +
  "|\\xf0[\\x90-\\xbf][\\x80-\\xbf]{2}|\\xf4[\\x80-\\x8f][\\x80-\\xbf]{2}|[\\xf1-\\xf3][\\x80-\\xbf]{3}";
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * The text of a file. A byte that is no part of any UTF-8 becomes half a surrogate pair, U+DC00 and the byte, which no valid text
 * has: so it stays visible, and counts as one character. A byte order mark is kept.
 */
export function decodeUnit(content: Uint8Array | string): string {
  if (typeof content === "string") return content;
  try {
    return strict.decode(content);
  } catch {
    return decodePartly(Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString("latin1"));
  }
}

function decodePartly(latin: string): string {
  // 0xed before 0xa0 to 0xbf would be a surrogate: the general case of three bytes must not take it.
  return latin.replace(new RegExp(`(?!\\xed[\\xa0-\\xbf])(?:${sequence})|[\\x80-\\xff]`, "g"), (bytes) =>
    bytes.length === 1
      ? String.fromCharCode(0xdc00 + bytes.charCodeAt(0))
      : Buffer.from(bytes, "latin1").toString("utf8"),
  );
}

/** How many bytes a decoded text had in the file. */
export function byteCount(text: string): number {
  return Buffer.byteLength(text) - 2 * (text.match(/\p{Surrogate}/gu)?.length ?? 0);
}
