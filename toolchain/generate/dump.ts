import { execFileSync } from "node:child_process";

/** What a systemd reads: by section and directive, its name for the kind of value (`OTHER` for most). */
export type Dump = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Reads the output of `systemd --dump-configuration-items`. */
export function parseDump(file: string, text: string): Dump {
  const sections = new Map<string, Map<string, string>>();
  let section: Map<string, string> | undefined;
  for (const [index, line] of text.split("\n").entries()) {
    const [, header] = /^\[(\w+)\]$/.exec(line) ?? [];
    const [, name, token = ""] = /^(\w+)=(.*)$/.exec(line) ?? [];
    if (header !== undefined) {
      section = new Map();
      sections.set(header, section);
    } else if (name !== undefined && section) section.set(name, token);
    else if (line !== "") throw new Error(`${file}:${index + 1}: expected [Section] or Name=KIND, received "${line}"`);
  }
  return sections;
}

/** Asks a systemd for its version and its dump; the command is its path, maybe after that of a chroot. */
export function askSystemd([program = "", ...args]: readonly string[]): { version: number; text: string } {
  const ask = (option: string) => execFileSync(program, [...args, option], { encoding: "utf8", maxBuffer: 2 ** 24 });
  const [, version] = /^systemd (\d+)/.exec(ask("--version")) ?? [];
  if (version === undefined) throw new Error(`${program} --version doesn't start with "systemd" and a number`);
  return { version: Number(version), text: ask("--dump-configuration-items") };
}
