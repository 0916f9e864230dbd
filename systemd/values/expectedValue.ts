import type { Directive } from "../directives/directive.ts";
import { valueKinds } from "./valueKinds.ts";

/** What a value looks like, as the end of "expected ": `a size like "256M", "50%" or "infinity"`. */
export function expectedValue(directive: Directive): string {
  const { expected } = valueKinds[directive.type];
  return typeof expected === "string" ? expected : expected(directive);
}
