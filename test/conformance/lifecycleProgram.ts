// The stack of the lifecycle scenario, in two versions: a resource of each kind.

import { join } from "node:path";
import type { Connection } from "./host.ts";
import type { Declaration } from "./stack.ts";

/** What changes from one version of the program to the next. */
export interface Version {
  readonly unit: string;
  readonly mark: number;
  readonly word: string;
}

export const first: Version = { unit: "[Unit]\nDescription=One\nAfter=network.target\n", mark: 1, word: "first" };
export const second: Version = { unit: "[Unit]\nDescription=Two\nAfter=network.target\n", mark: 2, word: "second" };

/** What the secret command prints. */
export const hidden = "hidden-5d3c1f";

/** Where the stack's commands leave their traces. */
export interface Places {
  /** A folder on the server. */
  readonly remote: string;
  /** A folder here, with a `file` and a `tree`. */
  readonly local: string;
}

export function lifecycleProgram(
  connection: Connection,
  { remote, local }: Places,
  { unit, mark, word }: Version,
): Declaration {
  const log = (what: string) => `printf '%s\\n' "${what} $(cat)" >> ${remote}`;
  return {
    resources: {
      // Re-runs `create`; its previous output can't be handed on, as sshd takes no such variable.
      recreated: {
        kind: "remote.Command",
        args: {
          connection,
          stdin: unit,
          create: `cat > ${remote}/unit; echo run >> ${remote}/recreated; echo to-stdout; echo to-stderr >&2`,
          delete: `cat > /dev/null; rm ${remote}/unit`,
        },
      },
      updated: {
        kind: "remote.Command",
        args: {
          connection,
          stdin: word,
          create: `${log("create")}/updated`,
          update: `${log("update")}/updated`,
          delete: `${log("delete")}/updated`,
        },
      },
      triggered: {
        kind: "remote.Command",
        args: {
          connection,
          stdin: word,
          triggers: [mark],
          create: `${log("create")}/triggered`,
          update: `${log("update")}/triggered`,
          delete: `${log("delete")}/triggered`,
        },
      },
      secretive: {
        kind: "remote.Command",
        args: { connection, create: { $secret: `echo ${hidden}` }, logging: "none" },
        options: { additionalSecretOutputs: ["stdout"] },
      },
      copiedText: {
        kind: "remote.CopyToRemote",
        args: { connection, source: { $text: `${word} text` }, remotePath: `${remote}/new/folder/text` },
      },
      copiedFile: {
        kind: "remote.CopyToRemote",
        args: { connection, source: { $file: join(local, "file") }, remotePath: `${remote}/file` },
      },
      copiedFolder: {
        kind: "remote.CopyToRemote",
        args: { connection, source: { $folder: join(local, "tree") }, remotePath: `${remote}/copied` },
      },
      locally: {
        kind: "local.Command",
        args: {
          environment: { WORD: word },
          create: `echo "create $WORD" >> ${local}/log; echo "said $WORD"`,
          update: `echo "update $WORD after $PULUMI_COMMAND_STDOUT" >> ${local}/log; echo "said $WORD"`,
          delete: `echo "delete $WORD" >> ${local}/log`,
        },
      },
    },
    invokes: { invoked: { command: `echo run >> ${local}/invoked; echo an answer` } },
  };
}
