// systemd.unit(5), "Specifiers": the union of what systemd 245 to 257 know.
const known = /^[abBcCdDEfgGhHiIjJlLmMnNopPqrRsStTuUvVwWyY%]$/;

/**
 * Why systemd could not resolve the `%` in this text; undefined if it can. A `%` before anything but a letter or a digit stays
 * as it is. With an unknown one systemd drops the assignment with a warning, or refuses the unit.
 */
export function specifierProblem(text: string): string | undefined {
  for (const [specifier, letter = ""] of text.matchAll(/%([A-Za-z0-9%])/g)) {
    if (!known.test(letter))
      return `has "${specifier}", which is no specifier of systemd: a percent sign is written %%`;
  }
  return undefined;
}
