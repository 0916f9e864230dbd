import { StackConfigError } from "./stackConfigError.ts";

/**
 * The text of a file.
 * @throws StackConfigError with the place of the first byte that is no UTF-8
 */
export function decodeUtf8(bytes: Uint8Array, file: string): string {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const again = Buffer.from(text);
  if (again.equals(bytes)) return text;
  // Up to the first difference both are the same bytes, so the place can be counted in them.
  const first = again.findIndex((byte, index) => byte !== bytes[index]);
  const before = new TextDecoder().decode(bytes.subarray(0, first)).split("\n");
  const message = `is not UTF-8: byte 0x${bytes[first]?.toString(16).padStart(2, "0")} can't stand here`;
  const column = (before.at(-1)?.length ?? 0) + 1;
  throw new StackConfigError([{ file, line: before.length, column, path: "", message, severity: "error" }]);
}
