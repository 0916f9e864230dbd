const trueWords = ["1", "yes", "y", "true", "t", "on"];
const falseWords = ["0", "no", "n", "false", "f", "off"];

/**
 * What systemd reads as true or false: any case, and not only yes and no (parse_boolean, src/basic/parse-util.c). Undefined for
 * any other text.
 */
export function truthOf(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  if (trueWords.includes(lower)) return true;
  return falseWords.includes(lower) ? false : undefined;
}
