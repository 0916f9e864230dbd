// A bot's token as the Bot API hands it out: the bot's number, a colon, 35 characters. Then the first line of a private key.
const kinds = [
  { what: "a bot token", pattern: /(?<![0-9])[0-9]{6,}:[A-Za-z0-9_-]{35}/g },
  { what: "a private key", pattern: /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/g },
] as const;

// Most texts of a unit are shorter, and there are many.
const shortest = "-----BEGIN PRIVATE KEY-----".length;

export interface TokenMatch {
  /** With its article, as "a bot token". */
  readonly what: string;
  /** In UTF-16 units, as {@link String.slice} counts. */
  readonly start: number;
}

/** The places in a text that look like a secret. */
export function tokensIn(text: string): TokenMatch[] {
  if (text.length < shortest) return [];
  return kinds.flatMap(({ what, pattern }) =>
    Array.from(text.matchAll(pattern), (match) => ({ what, start: match.index })),
  );
}

// As the kinds, also where a message has cut the end off.
const shown = /(?<![0-9])[0-9]{6,}:[A-Za-z0-9_-]{10,}/g;

/** A text that may be printed: instead of a token it has an `x` for each of its characters. */
export function withoutTokens(text: string): string {
  return text.replace(shown, (token) => token.replace(/[^:]/g, "x"));
}
