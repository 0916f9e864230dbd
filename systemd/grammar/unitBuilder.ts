import type { Rule } from "../lint/rules.ts";
import type { Entry, Section, Unit } from "../unit.ts";
import type { Place } from "./place.ts";

/** What is wrong with the syntax of a file, and where. */
export interface SyntaxProblem {
  readonly rule: Rule;
  readonly line: number;
  readonly column: number;
  /** A sentence in lower case without its full stop. */
  readonly text: string;
}

export interface EntryPlaces {
  /** Of the directive, or of the mark that starts a comment. */
  readonly key: Place;
  /** Of the first character of the value; where it would stand, if it is empty. */
  readonly value: Place;
}

/** The places of a section, entry for entry. */
export interface SectionPlaces {
  readonly at: Place;
  readonly entries: readonly EntryPlaces[];
}

interface Open {
  readonly section: Section & { readonly entries: Entry[] };
  readonly places: SectionPlaces & { readonly entries: EntryPlaces[] };
}

/** A unit as it grows, line by line. */
export class UnitBuilder {
  readonly problems: SyntaxProblem[] = [];
  /** Whether systemd would load the file. */
  loads = true;
  readonly #sections: Open[] = [];
  #blank: Place | undefined;

  open(name: string, at: Place): void {
    this.#sections.push({ section: { name, entries: [] }, places: { at, entries: [] } });
    this.#blank = undefined;
  }

  add(entry: Entry, places: EntryPlaces): void {
    if (this.#sections.length === 0) this.open("", { line: 1, column: 1 });
    const last = this.#sections.at(-1);
    if (this.#blank && last && last.section.entries.length > 0) {
      last.section.entries.push(["", ""]);
      last.places.entries.push({ key: this.#blank, value: this.#blank });
    }
    this.#blank = undefined;
    last?.section.entries.push(entry);
    last?.places.entries.push(places);
  }

  /** A blank line counts once something follows it in the same section. */
  blank(at: Place): void {
    this.#blank ??= at;
  }

  problem(rule: Rule, { line, column }: Place, text: string): void {
    this.problems.push({ rule, line, column, text });
  }

  /** What keeps systemd from loading the file. */
  fatal(rule: Rule, place: Place, text: string): void {
    this.problem(rule, place, text);
    this.loads = false;
  }

  get unit(): Unit {
    return this.#sections.map(({ section }) => section);
  }

  get places(): SectionPlaces[] {
    return this.#sections.map(({ places }) => places);
  }
}
