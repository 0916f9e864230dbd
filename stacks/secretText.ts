import { tokensIn } from "../systemd/lint/tokenText.ts";

/** The advice that goes with a place that looks like a secret. It never holds the text itself. */
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
  if (tokensIn(value).length > 0) return "a secret (not shown)";
  return JSON.stringify(value.length > longestShown ? `${value.slice(0, longestShown)}…` : value);
}
