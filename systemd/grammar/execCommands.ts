import { type ExecWord, execWords } from "./execWords.ts";

/** One command of an Exec line. */
export interface ExecCommand {
  /** What stands before the program: of - @ : + ! and !!. */
  readonly prefix: string;
  /** Its first word, the prefix not included, with `%%` read as a percent sign. */
  readonly program: string;
  /** The arguments the process gets, from the second one on; the first is the name it is called by. */
  readonly args: readonly string[];
  /** All its words, as written. */
  readonly words: readonly ExecWord[];
}

/**
 * The commands of an Exec line; more than one where a lone `;` stands between them. systemd.service(5), "Command lines". The other
 * way round than {@link execLine}. Specifiers and variables stay, for only the server knows them.
 * Undefined when a quote isn't closed.
 */
export function execCommands(line: string): ExecCommand[] | undefined {
  const commands: ExecCommand[] = [];
  let words: ExecWord[] = [];
  for (const word of execWords(line) ?? [undefined]) {
    if (!word) return undefined;
    // A program may be called so; only after one does it separate.
    if (word.text !== ";" || words.length === 0) words.push(word);
    else {
      commands.push(command(words));
      words = [];
    }
  }
  return words.length > 0 ? [...commands, command(words)] : commands;
}

function command(words: readonly ExecWord[]): ExecCommand {
  const [first, ...rest] = words.map(({ value }) => value);
  const [, prefix = "", program = ""] = /^([-@:+!]*)(.*)$/s.exec(first ?? "") ?? [];
  const args = rest.map((word) => {
    const literal = word.replaceAll("%%", "%");
    return prefix.includes(":") ? literal : literal.replaceAll("$$", "$");
  });
  return { prefix, program: program.replaceAll("%%", "%"), args, words };
}
