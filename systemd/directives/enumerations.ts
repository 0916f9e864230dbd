// The words that systemd knows where a directive takes one of a few. The facts are in enumerationTable.ts, which
// `npm run generate` writes.
import { enumerationTable } from "./enumerationTable.ts";

export interface Word {
  readonly word: string;
  /** The first version of systemd that knows it; 245 also stands for all before, and for as long as the directive exists. */
  readonly since: number;
  /** The first version that doesn't know it any more, if there is one. */
  readonly until?: number;
  /** For a word that systemd still reads but has replaced: the one to write instead. */
  readonly obsolete?: string;
}

/** The words of an enumeration, in systemd's order. The name is systemd's own, as `service_type`; an unknown one is an error. */
export function enumeration(name: string): Word[] {
  const row = Object.hasOwn(enumerationTable, name) ? enumerationTable[name] : undefined;
  if (row === undefined) throw new Error(`expected the name of an enumeration like "service_type", received "${name}"`);
  return row.split(" ").map(read);
}

/** What a systemd reads there, obsolete words too; without a version, what any of them reads. */
export function words(name: string, systemd?: number): string[] {
  const known = ({ since, until = Number.POSITIVE_INFINITY }: Word) =>
    systemd === undefined || (Math.max(systemd, 245) >= since && systemd < until);
  return enumeration(name)
    .filter(known)
    .map(({ word }) => word);
}

// "WORD:SINCE:UNTIL:OBSOLETE", with only as many fields as it takes.
function read(text: string): Word {
  const [word = "", since = "", until = "", obsolete = ""] = text.split(":");
  return {
    ...{ word, since: Number(since || "245") },
    ...(until !== "" && { until: Number(until) }),
    ...(obsolete !== "" && { obsolete }),
  };
}
