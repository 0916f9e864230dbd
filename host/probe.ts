// Asks a server what is there: one read-only session a host, in preview and in up.

import type { Connection } from "./connection.ts";
import { type HostFacts, parseFacts } from "./facts.ts";
import { dial } from "./ssh.ts";
import { run } from "./sshRun.ts";
import { factsCommand } from "./tool.ts";

/** Facts; or undefined from a server without the tool; or why the server could not be asked. */
export type Probed = { readonly facts: HostFacts | undefined } | { readonly problem: string };

/** A server that doesn't answer must not hold up a preview for long: the provider is the one that insists. */
const patience = { dialErrorLimit: 1, perDialTimeout: 10 };

/** How long an answer may take, in milliseconds, and how long it may be, in bytes: a broken server must not cost more. */
const answerTime = 30_000;
const longestAnswer = 4 << 20;

/** Asks for these units of a host. Never fails: a host that can't be asked is an answer too. */
export async function probe(connection: Connection, units: readonly string[]): Promise<Probed> {
  try {
    const proxy = connection.proxy && { proxy: { ...connection.proxy, ...patience } };
    const session = await dial({ ...connection, ...patience, ...proxy });
    const timer = setTimeout(() => session.close(), answerTime);
    try {
      const answer = await run(session, factsCommand(connection.user ?? "root", units), {
        maxOutput: longestAnswer,
      });
      if (answer.code === undefined) return { problem: "the connection ended before the answer" };
      if (answer.code !== 0) return { problem: answer.output.trim() || `exit code ${answer.code}` };
      return { facts: parseFacts(answer.stdout) };
    } finally {
      clearTimeout(timer);
      session.close();
    }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
