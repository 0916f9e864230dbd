import { Composer, type CST, type Document, Lexer, type LineCounter, Parser } from "yaml";

// Far more than a stack file nests. The library's composer recurses, and Node ends the process when its stack is full.
const deepest = 100;

export interface ParsedYaml {
  /** The only document of the text; undefined when the text nests too deeply. */
  readonly document: Document.Parsed | undefined;
  readonly problems: readonly { readonly at: number; readonly message: string }[];
}

/** The document of a YAML text with all its syntax errors. They quote none of it, as that may be a secret. */
export function parseYaml(text: string, lineCounter: LineCounter): ParsedYaml {
  const parser = new Parser(lineCounter.addNewLine);
  const tokens: CST.Token[] = [];
  lineCounter.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length <= deepest) continue;
    return { document: undefined, problems: [{ at: parser.offset, message: "is nested too deeply" }] };
  }
  tokens.push(...parser.end());
  // The library's own check for double keys takes quadratic time and doesn't name the first.
  const composer = new Composer({ lineCounter, prettyErrors: false, uniqueKeys: false });
  const [document, second] = composer.compose(tokens, true, text.length);
  const problems = (document?.errors ?? []).map(({ pos, message }) => ({ at: pos[0], message: withoutQuote(message) }));
  if (second) problems.push({ at: second.range[0], message: "is no YAML: a second document starts here" });
  const version = document?.directives?.yaml;
  if (version?.explicit && version.version !== "1.2") {
    problems.push({ at: 0, message: "is not YAML 1.2: take the %YAML line away" });
  }
  return { document, problems };
}

function withoutQuote(message: string): string {
  const [plain = ""] = message.split(': "');
  // What most likely happened, where the library only names the rule.
  const hint = plain.startsWith("Implicit ") ? " (is a colon missing, or the space after it?)" : "";
  return `is no YAML: ${plain}${hint}`;
}
