import { systemCallTable } from "../directives/systemCallTable.ts";
import { isErrno } from "./errnos.ts";
import { firstProblem, type ValueKind, type ValueProblem, wrong, wrongWord } from "./valueKind.ts";
import { words } from "./words.ts";

// With the first version of systemd that has it; without one, all since 245.
const groups =
  "@default @aio @basic-io @chown @clock @cpu-emulation @debug @file-system @io-event @ipc @keyring @memlock @module @mount @network-io @obsolete @pkey @privileged @process @raw-io @reboot @resources @setuid @signal @swap @sync @system-service @timer @known:247 @sandbox:253";

const expected = 'system calls like "read" or groups like "@system-service"';

// Read when a name is first asked for.
let calls: ReadonlyMap<string, number> | undefined;

function callSince(): ReadonlyMap<string, number> {
  calls ??= new Map(
    systemCallTable.split(" ").map((entry) => {
      const [name = "", since = "245"] = entry.split(":");
      return [name, Number(since)];
    }),
  );
  return calls;
}

/** Names of system calls, as libseccomp knows them, and systemd's groups of them; after `~` each may say what it returns. */
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
    if (/^~/.test(name)) return wrong(expected, name, '"~" may only stand before the whole list');
    if (name.includes(",")) return wrong(expected, name, "the words are separated by spaces");
    const known = callSince();
    const since = known.get(name);
    return since === undefined ? wrongWord(expected, name, [...known.keys()]) : newerProblem(name, since, systemd);
  }
  const known = groups.split(" ").map((group) => group.split(":")[0] ?? "");
  if (!known.includes(name)) return wrongWord(expected, name, known);
  const since = Number(new RegExp(`${name}:([0-9]+)`).exec(groups)?.[1] ?? 0);
  return newerProblem(name, since, systemd);
}

function newerProblem(name: string, since: number, systemd: number | undefined): ValueProblem | undefined {
  if (systemd === undefined || systemd >= since) return undefined;
  return wrong(expected, name, `systemd ${systemd} does not know it yet`, "newer-directive");
}

function errorProblem(word: string, error: string, inverted: boolean): ValueProblem | undefined {
  if (!isErrno(error)) return wrong('an error like "EPERM" after the colon', error);
  return inverted ? undefined : wrong(expected, word, 'only a list after "~" can say what a call returns');
}
