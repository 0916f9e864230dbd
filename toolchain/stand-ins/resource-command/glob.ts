// The path patterns of `assetPaths` and `archivePaths`: `*` and `?` stay within a folder, `**` crosses folders,
// `[a-z]`, `[!a-z]`, `{a,b}`, and `\` before a character that is meant literally.

/** A pattern as an expression for a whole path with `/` between its parts. @throws SyntaxError for an open bracket. */
export function globToRegExp(pattern: string): RegExp {
  let depth = 0;
  const source = pattern.replace(/\\[\s\S]|\*\*+|\[!?(?:\\?[\s\S])+?\]|[\s\S]/g, (token) => {
    if (token.startsWith("\\")) return literal(token.slice(1) || token);
    if (token.startsWith("**")) return "[\\s\\S]*";
    if (token === "*") return "[^/]*";
    if (token === "?") return "[^/]";
    if (token.length > 1) return token.replace(/^\[!/, "[^").replaceAll("/", "\\/");
    if (token === "{") depth++;
    if (token === "{") return "(?:";
    if (token === "}" && depth > 0) return depth-- ? ")" : "";
    if (token === "," && depth > 0) return "|";
    if (token === "[") throw new SyntaxError(`unclosed [ in the pattern ${JSON.stringify(pattern)}`);
    return literal(token);
  });
  if (depth > 0) throw new SyntaxError(`unclosed { in the pattern ${JSON.stringify(pattern)}`);
  return new RegExp(`^${source}$`, "u");
}

const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");

/** Goes through `paths` and the rules in order: a pattern takes a path in, one after `!` leaves it out again. */
export function selectPaths(paths: readonly string[], rules: readonly string[]): string[] {
  const patterns = rules.map((rule) => ({
    exclude: rule.startsWith("!"),
    pattern: globToRegExp(rule.replace(/^!/, "")),
  }));
  return paths.filter((path) =>
    patterns.reduce((taken, { exclude, pattern }) => (pattern.test(path) ? !exclude : taken), false),
  );
}
