import { meaningOf } from "./meaningOf.ts";
import {
  contextsOf,
  enumerationsOf,
  type Fact,
  isContext,
  type SystemdData,
  sectionsOf,
  typeOf,
} from "./systemdData.ts";

// Nobody declares a scope: programs make them at run time.
const undeclared = ["Scope"];
const widest = 118;

/** The text of systemd/directives/sections.ts: the sections as TypeScript types. */
export function sectionTypesSource(data: SystemdData): string {
  const parts = [...new Set(data.facts.map(({ section }) => section))];
  const sections = sectionsOf(data).filter((section) => !undeclared.includes(section));
  return [
    "// Written by `npm run generate` from systemd/data/: change that instead.",
    'import type { Named, OneOrMore, Switch, Values } from "./valueShapes.ts";',
    wordTypes(data),
    ...parts.filter(isContext).map((part) => sectionType(data, part)),
    ...sections.map((section) => sectionType(data, section)),
    unitType(sections),
  ].join("\n\n");
}

function unitType(sections: readonly string[]): string {
  const members = sections.map((section) => `readonly ${section.toLowerCase()}?: ${typeName(section)};`);
  const docs = "/** The sections of a unit. Each directive may be null, which leaves it out, and a default with it. */";
  return [docs, "export interface UnitSections {", ...members, "}"].join("\n");
}

function wordTypes(data: SystemdData): string {
  const rows = enumerationsOf(data).map(
    ([name, words]) => `readonly ${name}: ${words.map(({ word }) => JSON.stringify(word)).join(" | ")};`,
  );
  return ["/** The words of each enumeration. */", "export interface Words {", ...rows, "}"].join("\n");
}

function sectionType(data: SystemdData, part: string): string {
  const contexts = contextsOf[part] ?? [];
  const parents =
    contexts.length === 0 ? "" : ` extends ${contexts.map((each) => parent(data, part, each)).join(", ")}`;
  // What has a meaning of its own in this section says so here, although its type comes from the context.
  const special = data.facts.filter(
    ({ section, name }) => contexts.includes(section) && data.meanings.has(`${part}.${name}`),
  );
  const facts = [...data.facts.filter(({ section }) => section === part), ...special];
  const members = facts.map((fact) => member(data, { ...fact, section: part }));
  return [sectionDoc(part), `export interface ${typeName(part)}${parents} {`, ...members, "}"].join("\n");
}

// A context without what systemd ignores in this section.
function parent(data: SystemdData, part: string, context: string): string {
  const names = data.facts.filter(({ section, name }) => section === context && data.unheeded.has(`${part}.${name}`));
  if (names.length === 0) return typeName(context);
  return `Omit<${typeName(context)}, ${names.map(({ name }) => JSON.stringify(name)).join(" | ")}>`;
}

function sectionDoc(part: string): string {
  const shared = Object.keys(contextsOf).filter((section) => contextsOf[section]?.includes(part));
  if (isContext(part))
    return `/** What these have in common: ${shared.map((section) => `[${section}]`).join(", ")}. */`;
  return `/** What stands in [${part}]. systemd.${part === "Install" ? "unit" : part.toLowerCase()}(5). */`;
}

function typeName(part: string): string {
  return `${part.charAt(0).toUpperCase()}${part.slice(1)}${isContext(part) ? "Context" : "Section"}`;
}

function member(data: SystemdData, fact: Fact): string {
  return `${doc(data, fact)}\n  readonly ${fact.name}?: ${valueType(data, fact)} | null;`;
}

function doc(data: SystemdData, fact: Fact): string {
  const { man, since, until } = fact;
  const facts = [man && `${man}(5).`, since > 245 && `Since ${since}.`, until && `Without effect since ${until}.`];
  const deprecated = deprecation(data, fact);
  const lines = [
    meaningOf(data, fact) ?? "",
    facts.filter(Boolean).join(" "),
    deprecated && `@deprecated ${deprecated}`,
  ];
  const texts = lines.filter((line): line is string => line !== undefined && line !== "");
  const single = `/** ${texts.join(" ")} */`;
  if (single.length <= widest && !deprecated) return `  ${single}`;
  return ["  /**", ...texts.flatMap(wrapped).map((line) => `   * ${line}`), "   */"].join("\n");
}

function wrapped(text: string): string[] {
  return (text.match(/.{1,115}(?: |$)/g) ?? []).map((line) => line.trimEnd());
}

function deprecation(data: SystemdData, fact: Fact): string | undefined {
  if (fact.obsolete !== undefined) return `Obsolete: use ${fact.obsolete}.`;
  return typeOf(data, fact).type === "removed" ? "Without effect." : undefined;
}

function valueType(data: SystemdData, fact: Fact): string {
  const { type, list } = typeOf(data, fact);
  const [kind = "", name, number] = type.split(" ");
  if (kind === "choice") return `Words["${name}"]${number === "number" ? " | number" : ""}`;
  if (kind === "switch") return `Switch | Words["${name}"]${number === "hostname" ? " | Named" : ""}`;
  if (kind === "weight" && type.endsWith(" idle")) return 'Values["weight"] | "idle"';
  // These two have a form of their own for several.
  if (!list || kind === "exec" || kind === "environment") return `Values["${kind}"]`;
  return `OneOrMore<Values["${kind}"]>`;
}
