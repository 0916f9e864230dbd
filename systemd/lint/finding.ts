import type { Rule } from "./rules.ts";

/** Something wrong in a unit, at one of its entries. */
export interface UnitFinding {
  readonly rule: Rule;
  /** An error is what systemd would refuse, ignore or misread; a warning what most likely isn't meant. */
  readonly severity: "error" | "warning";
  /** Index of the section; the last one it could stand in, for what is missing. */
  readonly section: number;
  /** Index of the entry in the section; undefined when the section as a whole is meant. */
  readonly entry?: number;
  /** Set when it is about the directive's name, not its value. */
  readonly ofName?: true;
  /** What is wrong, what was expected, what was received: a sentence in lower case without its full stop. */
  readonly text: string;
}
