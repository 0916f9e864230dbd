import type { UnitFinding } from "./finding.ts";
import { tokensIn } from "./tokenText.ts";
import type { UnitView } from "./unitView.ts";

/** Secrets in a unit, be it in a comment: the file is for everyone to read, and so is what systemctl(1) show prints. */
export function tokenFindings({ unit }: UnitView): UnitFinding[] {
  return unit.flatMap(({ name, entries }, section) => [
    ...found(name, { section }),
    ...entries.flatMap(([directive, value], entry) => [
      ...found(directive, { section, entry, ofName: true }),
      ...found(value, { section, entry }),
    ]),
  ]);
}

function found(text: string, place: Pick<UnitFinding, "section" | "entry" | "ofName">): UnitFinding[] {
  const what = tokensIn(text)[0]?.what;
  if (what === undefined) return [];
  const advice = `looks like ${what}, which anyone on the server can read here: use a file for EnvironmentFile= with mode 0600, and replace the token`;
  return [{ rule: "token", severity: "error", ...place, text: advice }];
}
