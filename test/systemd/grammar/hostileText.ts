// Texts made of what means something to a reader of unit files, and so most likely trips one up.
import fc from "fast-check";

const syntax = [
  "[",
  "]",
  "=",
  "#",
  ";",
  "\\",
  "\\\\",
  " ",
  "\t",
  "\n",
  "\n\n",
  "\r",
  "\r\n",
  "\n\r",
  "\0",
  "\ufeff",
  "\\\n",
];
const headers = ["[Unit]\n", "[Service]\n", "[]", "[X-a]"];
const assignments = ["Description=", "\nConditionKernelCommandLine=a", "\nExecStartPre=/bin/echo "];
const letters = ["a", "x", "é", "👋", '"', "'", "\u000b", "\ufffe", "\u2028"];
const piece = fc.constantFrom(...syntax, ...headers, ...assignments, ...letters).map((text) => Buffer.from(text));
const bytes = fc.uint8Array({ minLength: 1, maxLength: 3 }).map((some) => Buffer.from(some));

/** A file of such pieces, and now and then of any bytes. */
export const hostileFile: fc.Arbitrary<Buffer> = fc
  .array(fc.oneof({ weight: 30, arbitrary: piece }, { weight: 1, arbitrary: bytes }), { maxLength: 40 })
  .map((pieces) => Buffer.concat(pieces));

const hostileLetter = fc.constantFrom(..."\"'\\%$;#=[]{}~`&|<>*: \t\n\r\u0001\u007f\u0085\u00a0\u2028\ufffeaxn0é👋");

/** A text of characters that mean something in some grammar, or of any. */
export const hostileText: fc.Arbitrary<string> = fc.string({
  unit: fc.oneof(hostileLetter, fc.string({ unit: "binary", minLength: 1, maxLength: 1 })),
});

/** Whether a process can be given the text at all. */
export function isArgument(text: string): boolean {
  return !text.includes("\0") && !/\p{Surrogate}/u.test(text);
}
