// What Pulumi.yaml may say under `runtime.options` of a Node program.

/** The options that this host acts on, with their defaults filled in. */
export interface RuntimeOptions {
  /** Load the program through ts-node. Default: true. */
  readonly typescript: boolean;
  /** The tsconfig.json for ts-node. Default: the SDK's choice. */
  readonly tsconfig: string | undefined;
  /** Arguments for node itself, before the program. Default: none. */
  readonly nodeargs: readonly string[];
  /** What installs the dependencies; only npm is served. Default: "auto", which is npm here. */
  readonly packagemanager: string;
}

/** Pulumi.yaml says something under `runtime.options` that can't be meant. */
export class RuntimeOptionError extends Error {}

/** Reads the options as the engine sends them; throws RuntimeOptionError for a value of the wrong type. */
export function runtimeOptions(options: Readonly<Record<string, unknown>>): RuntimeOptions {
  return {
    typescript: optionOf(options, "typescript", "boolean") ?? true,
    tsconfig: optionOf(options, "tsconfig", "string"),
    nodeargs: splitWords(optionOf(options, "nodeargs", "string") ?? ""),
    packagemanager: optionOf(options, "packagemanager", "string") ?? "auto",
  };
}

interface OptionTypes {
  readonly string: string;
  readonly boolean: boolean;
}

function optionOf<T extends keyof OptionTypes>(
  options: Readonly<Record<string, unknown>>,
  name: string,
  type: T,
): OptionTypes[T] | undefined {
  const value = options[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== type) throw new RuntimeOptionError(`${name} option must be a ${type}`);
  return value as OptionTypes[T];
}

/**
 * Splits as a POSIX shell does, without expansion: blanks separate, quotes and backslash keep. Throws
 * RuntimeOptionError for a quote that nothing closes.
 */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  let rest = text.trimStart();
  while (rest !== "") {
    const word = /^(?:[^\s'"\\]|\\.|'[^']*'|"(?:[^"\\]|\\.)*")+(?=\s|$)/s.exec(rest)?.[0];
    if (word === undefined) throw new RuntimeOptionError(`nodeargs option has an unclosed quote: ${text}`);
    words.push(unquote(word));
    rest = rest.slice(word.length).trimStart();
  }
  return words;
}

function unquote(word: string): string {
  return word.replace(
    /\\(.)|'([^']*)'|"((?:[^"\\]|\\.)*)"/gs,
    (_, escaped?: string, single?: string, double?: string) =>
      escaped ?? single ?? (double ?? "").replace(/\\(["\\$`])/g, "$1"),
  );
}
