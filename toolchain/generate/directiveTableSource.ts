import { contextsOf, type Fact, isContext, type SystemdData, sectionsOf, typeOf } from "./systemdData.ts";

/** The text of systemd/directives/table.ts. directive.ts says what a row holds. */
export function directiveTableSource(data: SystemdData): string {
  const contexts = [...new Set(data.facts.map(({ section }) => section))].filter(isContext);
  const sections = sectionsOf(data);
  return [
    "// Written by `npm run generate` from systemd/data/: change that instead.",
    "type Rows = Readonly<Record<string, string>>;",
    ...[...contexts, ...sections].map((part) => rows(data, part)),
    sectionTable(sections),
  ].join("\n\n");
}

function rows(data: SystemdData, part: string): string {
  const own = data.facts.filter(({ section }) => section === part);
  const unheeded = [...data.unheeded.keys()].filter((key) => key.startsWith(`${part}.`));
  return [
    `const ${variable(part)}: Rows = {`,
    ...own.map((fact) => `${fact.name}: "${row(data, fact)}",`),
    ...unheeded.map((key) => `${key.slice(part.length + 1)}: "",`),
    "};",
  ].join("\n");
}

function row(data: SystemdData, fact: Fact): string {
  const { type, list } = typeOf(data, fact);
  const { since, until, man, obsolete } = fact;
  const fields = [type, list ? "*" : "", since === 245 ? "" : since, until, man?.replace("systemd.", ""), obsolete];
  return fields
    .map((field) => field ?? "")
    .join("|")
    .replace(/\|+$/, "");
}

function sectionTable(sections: readonly string[]): string {
  const parts = (section: string) => [section, ...(contextsOf[section] ?? [])].map(variable).join(", ");
  return [
    "/** By section: its own directives, then those that it has in common with others. */",
    "export const directiveTable: Readonly<Record<string, readonly Rows[]>> = {",
    ...sections.map((section) => `${section}: [${parts(section)}],`),
    "};",
  ].join("\n");
}

function variable(part: string): string {
  return `${part.toLowerCase()}Rows`;
}
