import { withoutTokens } from "./tokenText.ts";

const longest = 80;

/** A part of a unit as a message shows it: short, and without a token, of which a cut would leave a part. */
export function excerpt(text: string): string {
  const masked = withoutTokens(text);
  const start = Array.from(masked.slice(0, 2 * longest + 2));
  return start.length > longest ? `${start.slice(0, longest).join("")}…` : masked;
}

/** A message that may be printed anywhere: without a token, and without characters that would steer a terminal. */
export function safeText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
  return withoutTokens(text).replace(control, (character) => {
    const code = character.charCodeAt(0).toString(16);
    return code.length > 2 ? `\\u${code}` : `\\x${code.padStart(2, "0")}`;
  });
}
