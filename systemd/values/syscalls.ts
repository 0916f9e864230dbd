import { isErrno } from "./errnos.ts";
import { firstProblem, type ValueKind, type ValueProblem, wrong, wrongWord } from "./valueKind.ts";
import { words } from "./words.ts";

// With the first version of systemd that has it; without one, all since 245.
const groups =
  "@default @aio @basic-io @chown @clock @cpu-emulation @debug @file-system @io-event @ipc @keyring @memlock @module @mount @network-io @obsolete @pkey @privileged @process @raw-io @reboot @resources @setuid @signal @swap @sync @system-service @timer @known:247 @sandbox:253";

const expected = 'system calls like "read" or groups like "@system-service"';

/** Names of system calls, which the server's kernel knows, and systemd's groups of them; after `~` each may say what it returns. */
export const syscalls: ValueKind = {
  expected,
  check(text, { args }, systemd) {
    const inverted = text.startsWith("~");
    const list = words(inverted ? text.slice(1) : text);
    if (!list) return wrong(expected, text);
    return firstProblem(list, (word) => {
      const [name = "", ...error] = word.split(":");
      const plain = args.includes("log") ? word : name;
      return (
        nameProblem(plain, systemd) ?? (plain === word ? undefined : errorProblem(word, error.join(":"), inverted))
      );
    });
  },
};

function nameProblem(name: string, systemd: number | undefined): ValueProblem | undefined {
  if (!name.startsWith("@")) {
    if (/^[a-z_][a-z0-9_]*$/.test(name)) return undefined;
    if (/^~/.test(name)) return wrong(expected, name, '"~" may only stand before the whole list');
    return wrong(expected, name, name.includes(",") ? "the words are separated by spaces" : undefined);
  }
  const known = groups.split(" ").map((group) => group.split(":")[0] ?? "");
  if (!known.includes(name)) return wrongWord(expected, name, known);
  const since = Number(new RegExp(`${name}:([0-9]+)`).exec(groups)?.[1] ?? 0);
  if (systemd === undefined || systemd >= since) return undefined;
  return wrong(expected, name, `systemd ${systemd} does not know it yet`, "newer-directive");
}

function errorProblem(word: string, error: string, inverted: boolean): ValueProblem | undefined {
  if (!isErrno(error)) return wrong('an error like "EPERM" after the colon', error);
  return inverted ? undefined : wrong(expected, word, 'only a list after "~" can say what a call returns');
}
