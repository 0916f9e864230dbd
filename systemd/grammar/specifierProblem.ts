// systemd.unit(5), "Specifiers". c, r and R are undocumented now, but still known.
const since: readonly (readonly [version: number, letters: string])[] = [
  [245, "%bcCEfgGhHiIjJLmnNpPrRsStTuUvV"],
  [249, "aABlMowW"],
  [252, "dqyY"],
  [257, "D"],
];
// What [Install] and the names of units know besides.
const install = "%ijnNpaAbBHlqmMovwWgGuU";

export interface SpecifierOptions {
  /** The version of systemd that will read it. @default any from 245 to 257 */
  readonly systemd?: number | undefined;
  /** Whether it stands in [Install], which knows fewer. @default false */
  readonly install?: boolean;
}

/**
 * Why systemd could not resolve the `%` in this text; undefined if it can. A `%` before anything but a letter or a digit stays
 * as it is. With an unknown one systemd drops the assignment with a warning, or refuses the unit.
 */
export function specifierProblem(text: string, options: SpecifierOptions = {}): string | undefined {
  for (const [specifier, letter = ""] of text.matchAll(/%([A-Za-z0-9%])/g)) {
    const version = since.find(([, letters]) => letters.includes(letter))?.[0];
    if (version === undefined)
      return `has "${specifier}", which is no specifier of systemd: a percent sign is written %%`;
    if (options.install && !install.includes(letter)) return `has "${specifier}", which [Install] does not know`;
    // What is older than the oldest table may know all of it.
    if (version > 245 && version > (options.systemd ?? version))
      return `has "${specifier}", which systemd knows from version ${version} on, and the server has ${options.systemd}`;
  }
  return undefined;
}

/** A text whose percent signs are meant as such, for a directive that resolves specifiers. */
export function escapeSpecifiers(text: string): string {
  return text.replaceAll("%", "%%");
}
