import { valueTypes } from "../../systemd/directives/directive.ts";
import type { Dump } from "./dump.ts";
import { meaningOf } from "./meaningOf.ts";
import {
  contextsOf,
  type Fact,
  factsOf,
  isContext,
  readIn,
  type SystemdData,
  sectionsOf,
  typeOf,
} from "./systemdData.ts";
import { tokenTypes } from "./tokenTypes.ts";

// Directives that have had no effect since before 245: systemd reads them, and leaves them out of its dump.
const hiddenParsers = ["config_parse_warn_compat", "config_parse_unit_condition_null"];

/** Where the data is at odds with itself or with what a systemd says of itself: one sentence each. */
export function findProblems(data: SystemdData): string[] {
  return [
    ...twice("directives.tsv", data.facts, ({ section, name }) => `[${section}] ${name}`),
    ...twice("enumerations.tsv", data.words, ({ enumeration, word }) => `${enumeration} ${word}`),
    ...data.facts.flatMap((fact) => factProblems(data, fact)),
    ...uselessRows(data),
    ...[...data.dumps].flatMap(([version, dump]) => dumpProblems(data, version, dump)),
  ];
}

function twice<Row>(file: string, rows: readonly Row[], keyOf: (row: Row) => string): string[] {
  const keys = rows.map(keyOf);
  return keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `${file}: ${key} stands there twice`);
}

function factProblems(data: SystemdData, fact: Fact): string[] {
  const { section, name, obsolete, since, until } = fact;
  const [type = "", argument = ""] = typeOf(data, fact).type.split(" ");
  const isWord = type === "choice" || type === "switch";
  const found: (string | false)[] = [
    !(valueTypes as readonly string[]).includes(type) && `there is no type of value "${type}"`,
    isWord && !data.words.some(({ enumeration }) => enumeration === argument) && `enumerations.tsv has no ${argument}`,
    obsolete !== undefined &&
      !data.facts.some((other) => other.section === section && other.name === obsolete) &&
      `is replaced by ${obsolete}, which isn't there`,
    !(since >= 245 && (until === undefined || until > since)) && `its versions are ${since} to ${until ?? "now"}`,
    !isContext(section) && inContext(data, fact) && "stands there and in a context of the section",
    meaningOf(data, fact) === undefined && "meanings.tsv has no meaning of it",
    meaningOf(data, fact)?.includes("*/") === true && "its meaning would end the comment it stands in",
  ];
  return found.filter((text) => text !== false).map((text) => `directives.tsv: [${section}] ${name}: ${text}`);
}

function inContext({ facts }: SystemdData, { section, name }: Fact): boolean {
  const contexts = contextsOf[section] ?? [];
  return facts.some((other) => other.name === name && contexts.includes(other.section));
}

function uselessRows(data: SystemdData): string[] {
  const { facts, types, meanings, unheeded } = data;
  const readers = new Set(facts.flatMap(({ section, name, parser }) => [`${section}.${name}`, name, parser]));
  const inSections = sectionsOf(data).flatMap((section) =>
    factsOf(data, section).map(({ name }) => `${section}.${name}`),
  );
  const named = new Set([...facts.map(({ name }) => name), ...inSections]);
  return [
    ...[...types.keys()]
      .filter((reader) => !readers.has(reader))
      .map((reader) => `valueTypes.tsv: ${reader} is of no use`),
    ...[...unheeded.keys()].filter((key) => !isShared(data, key)).map((key) => `unheeded.tsv: ${key} is of no use`),
    ...[...meanings.keys()].filter((key) => !named.has(key)).map((key) => `meanings.tsv: ${key} is of no use`),
  ];
}

// What a section alone has would not be in the tables at all.
function isShared(data: SystemdData, key: string): boolean {
  const [section = "", name] = key.split(".");
  return readIn(data, section).some((fact) => fact.name === name && isContext(fact.section));
}

function dumpProblems(data: SystemdData, version: number, dump: Dump): string[] {
  const known = sectionsOf(data);
  const sections = [...new Set([...known, ...dump.keys()])];
  return sections.flatMap((section) => {
    const facts = new Map(readIn(data, section).map((fact) => [fact.name, fact]));
    const tokens = dump.get(section) ?? new Map<string, string>();
    return [...new Set([...tokens.keys(), ...facts.keys()])].flatMap((name) => {
      const problem = itemProblem(data, version, facts.get(name), tokens.get(name));
      return problem === undefined ? [] : [`dump-${version}.txt: [${section}] ${name}: ${problem}`];
    });
  });
}

function itemProblem(data: SystemdData, version: number, fact?: Fact, token?: string): string | undefined {
  if (!fact) return "directives.tsv lacks it";
  const { since, until, parser } = fact;
  const expected = since <= version && (until === undefined || version < until);
  if (token === undefined)
    return expected && !hiddenParsers.includes(parser) ? "it lacks what directives.tsv has" : undefined;
  if (!expected) return `directives.tsv has it from ${since} to ${until ?? "now"}`;
  const { type } = typeOf(data, fact);
  const possible = tokenTypes[token];
  if (token === "OTHER" || possible?.includes(type.split(" ")[0] ?? "")) return undefined;
  return `expected ${possible?.join(" or ") ?? "a kind of value that tokenTypes.ts knows"} for ${token}, received ${type}`;
}
