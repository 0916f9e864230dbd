import type { Task } from "../../../../toolchain/stand-ins/resource-command/task.ts";

export type FakeTask = Task & {
  /** What would have been shown: `warning: text`, `status: text`. */
  readonly shown: string[];
};

export function fakeTask(signal: AbortSignal = new AbortController().signal): FakeTask {
  const shown: string[] = [];
  return {
    urn: "urn:pulumi:dev::p::command:remote:Command::x",
    signal,
    shown,
    log: {
      message: async (severity, _urn, text) => void shown.push(`${severity}: ${text}`),
      status: async (_urn, text) => void shown.push(`status: ${text}`),
    },
  };
}
