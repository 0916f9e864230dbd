// A bot's token as the Bot API hands it out: the bot's number, a colon, 35 characters. Then the first line of a private key.
const kinds = [
  { what: "a bot token", pattern: /(?<![0-9])[0-9]{6,}:[A-Za-z0-9_-]{35}/g },
  { what: "a private key", pattern: /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/g },
] as const;

export interface SecretMatch {
  readonly what: string;
  readonly start: number;
}

/** The places in a text that look like a secret. */
export function secretsIn(text: string): SecretMatch[] {
  return kinds.flatMap(({ what, pattern }) =>
    Array.from(text.matchAll(pattern), (match) => ({ what, start: match.index })),
  );
}

/** The advice that goes with such a place. It never holds the text itself. */
export function secretAdvice(what: string): string {
  return `looks like ${what}, which must not stand in this file: keep it in Pulumi's config (pulumi config set --secret NAME) and replace it, as it may have been seen`;
}

const longestShown = 60;

/** A value as a message may show it: short, and never a secret. */
export function showValue(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "a map";
  if (typeof value !== "string") return String(value);
  if (secretsIn(value).length > 0) return "a secret (not shown)";
  return JSON.stringify(value.length > longestShown ? `${value.slice(0, longestShown)}…` : value);
}
