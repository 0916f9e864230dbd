/**
 * Why systemd would refuse a header with this name, and the file with it; undefined if it wouldn't. The name itself is free: it
 * may have blanks and brackets. Before systemd 252 such a section was only ignored.
 */
export function headerProblem(name: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it looks for
  const odd = /["'\\\u0001-\u001f\u007f]/.exec(name)?.[0];
  return odd === undefined ? undefined : `has ${JSON.stringify(odd)} in its name`;
}
