// What is known about systemd's directives, as it stands in systemd/data/. Nothing else goes into what is generated.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.mjs";
import { type Dump, parseDump } from "./dump.ts";
import { parseTsv } from "./tsv.ts";
import { uniqueMap } from "./uniqueMap.ts";

export const dataFolder = join(root, "systemd", "data");

/** A row of directives.tsv, in systemd's order. */
export interface Fact {
  /** A section, or in small letters what several sections have in common: see {@link contextsOf}. */
  readonly section: string;
  readonly name: string;
  /** systemd's function that reads the value; "" where it isn't known. */
  readonly parser: string;
  /** The first version that knows it; 245 stands for all before, too. */
  readonly since: number;
  /** The first version that doesn't know or heed it any more. */
  readonly until?: number;
  /** The man page, as `systemd.exec`; undefined where systemd documents it no more. */
  readonly man?: string;
  /** The directive that has replaced it. */
  readonly obsolete?: string;
}

/** A row of valueTypes.tsv: how the values look that a parser, or for this directive its parser, reads. */
export interface TypeFact {
  /** With its arguments, as `integer 0 255`. */
  readonly type: string;
  readonly list: boolean;
}

/** A row of enumerations.tsv. */
export interface WordFact {
  readonly enumeration: string;
  readonly word: string;
  readonly since: number;
  readonly until?: number;
  /** The word that has replaced it. */
  readonly obsolete?: string;
}

export interface SystemdData {
  readonly facts: readonly Fact[];
  readonly words: readonly WordFact[];
  /** By name of a system call, the first version of systemd that comes with a libseccomp that resolves it. */
  readonly calls: ReadonlyMap<string, number>;
  /** By `Section.Directive`, why systemd reads it there but then ignores it. */
  readonly unheeded: ReadonlyMap<string, string>;
  /** By the name of a parser or, going before it, of a directive or a `Section.Directive`. */
  readonly types: ReadonlyMap<string, TypeFact>;
  /** By the name of a directive or, where sections differ, `Section.Directive`. */
  readonly meanings: ReadonlyMap<string, string>;
  /** By the version of systemd that made it. */
  readonly dumps: ReadonlyMap<number, Dump>;
}

/** The sections that share their directives: in systemd's order after the section's own. */
export const contextsOf: Readonly<Record<string, readonly string[]>> = {
  ...{ Service: ["exec", "cgroup", "kill"], Socket: ["exec", "cgroup", "kill"], Mount: ["exec", "cgroup", "kill"] },
  ...{ Swap: ["exec", "cgroup", "kill"], Slice: ["cgroup"], Scope: ["cgroup", "kill"] },
};

/** Reads systemd/data/; throws at the first line that isn't of its file's form. */
export function readSystemdData(folder = dataFolder): SystemdData {
  const text = (file: string) => readFileSync(join(folder, file), "utf8");
  const table = <Column extends string>(file: string, columns: readonly Column[]) =>
    parseTsv(file, text(file), columns);
  const dumps = readdirSync(folder).filter((file) => /^dump-\d+\.txt$/.test(file));
  return {
    facts: table("directives.tsv", ["section", "directive", "parser", "since", "until", "man", "obsolete"]).map(
      ({ section, directive: name, parser, man, ...rest }) => ({
        ...{ section, name, parser, ...versions(rest) },
        ...(man !== "" && { man }),
      }),
    ),
    words: table("enumerations.tsv", ["enumeration", "word", "since", "until", "obsolete"]).map(
      ({ enumeration, word, ...rest }) => ({ enumeration, word, ...versions(rest) }),
    ),
    calls: uniqueMap(
      "systemCalls.tsv",
      table("systemCalls.tsv", ["name", "since"]).map(({ name, since }) => [name, Number(since)]),
    ),
    unheeded: uniqueMap(
      "unheeded.tsv",
      table("unheeded.tsv", ["section", "directive", "why"]).map(({ section, directive, why }) => [
        `${section}.${directive}`,
        why,
      ]),
    ),
    types: uniqueMap(
      "valueTypes.tsv",
      table("valueTypes.tsv", ["reader", "type", "list"]).map(({ reader, type, list }) => [
        reader,
        { type, list: list === "yes" },
      ]),
    ),
    meanings: uniqueMap(
      "meanings.tsv",
      table("meanings.tsv", ["directive", "meaning"]).map(({ directive, meaning }) => [directive, meaning]),
    ),
    dumps: new Map(
      dumps.map((file) => [Number(file.slice(5, -4)), parseDump(file, text(file))] as const).sort(([a], [b]) => a - b),
    ),
  };
}

function versions({ since, until, obsolete }: Record<"since" | "until" | "obsolete", string>) {
  return {
    since: Number(since),
    ...(until !== "" && { until: Number(until) }),
    ...(obsolete !== "" && { obsolete }),
  };
}

/** How the values of a directive look. */
export function typeOf({ types }: SystemdData, { section, name, parser }: Fact): TypeFact {
  const found = types.get(`${section}.${name}`) ?? types.get(name) ?? types.get(parser);
  if (!found) throw new Error(`valueTypes.tsv has neither ${name} nor its parser ${parser || "(which isn't known)"}`);
  return found;
}

/** The words of each enumeration, in systemd's order. */
export function enumerationsOf({ words }: SystemdData): [name: string, words: WordFact[]][] {
  const names = [...new Set(words.map(({ enumeration }) => enumeration))];
  return names.map((name) => [name, words.filter(({ enumeration }) => enumeration === name)]);
}

/** The sections that have directives, in systemd's order. */
export function sectionsOf({ facts }: SystemdData): string[] {
  return [...new Set(facts.map(({ section }) => section))].filter((section) => !isContext(section));
}

/** The directives that systemd heeds in a section, with those of its contexts. */
export function factsOf(data: SystemdData, section: string): Fact[] {
  return readIn(data, section).filter(({ name }) => !data.unheeded.has(`${section}.${name}`));
}

/** Those that it reads there, heeded or not. */
export function readIn({ facts }: SystemdData, section: string): Fact[] {
  return [section, ...(contextsOf[section] ?? [])].flatMap((part) => facts.filter((fact) => fact.section === part));
}

/** Whether that is what several sections have in common, and not a section. */
export function isContext(section: string): boolean {
  return section === section.toLowerCase();
}
