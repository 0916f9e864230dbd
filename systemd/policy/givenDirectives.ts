import { currentName } from "../directives/directive.ts";
import { parameterDirectives, type SectionName } from "./parameterDirectives.ts";
import { type BotParameters, type DirectiveValue, rawSections } from "./parameters.ts";

/** What a bot says itself, by directive: that goes before every default. */
export class GivenDirectives {
  readonly #values = new Map<string, DirectiveValue | null>();

  constructor(given: BotParameters) {
    for (const [key, section] of Object.entries(rawSections)) {
      const raw = given[key as keyof typeof rawSections] ?? {};
      for (const [name, value] of Object.entries(raw)) this.#note(section, name, value);
    }
    for (const [name, value] of Object.entries(given)) {
      const place = parameterDirectives.get(name);
      if (place) this.#note(...place, value as DirectiveValue | null | undefined);
    }
  }

  /** Whether it is given, as a parameter or as a raw directive; null counts. */
  has(section: SectionName, name: string): boolean {
    return this.#values.has(`${section}.${name}`);
  }

  /** The value given: that of the parameter rather than of the raw directive; null for neither. */
  value(section: SectionName, name: string): DirectiveValue | null {
    return this.#values.get(`${section}.${name}`) ?? null;
  }

  #note(section: SectionName, name: string, value: DirectiveValue | null | undefined): void {
    if (value === undefined) return;
    const key = `${section}.${currentName(section, name)}`;
    if (value !== null || !this.#values.has(key)) this.#values.set(key, value);
  }
}
