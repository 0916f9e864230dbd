import { booleanOr } from "./choices.ts";
import type { ValueKind } from "./valueKind.ts";
import { listCheck, type WordList, wordList } from "./wordList.ts";

const controllerNames = [
  ..."cpu cpuacct cpuset io blkio memory devices pids bpf-firewall bpf-devices bpf-foreign bpf-socket-bind".split(" "),
  "bpf-restrict-network-interfaces",
];
const controllersExpected = 'controllers like "cpu memory"';
const controllerList: WordList = { expected: controllersExpected, known: () => controllerNames };
export const controllers = wordList({ ...controllerList, splitting: {} });

/** Whether, or of which controllers, a unit's processes get the cgroup to themselves. */
export const delegate: ValueKind = {
  expected: `yes, no or ${controllersExpected}`,
  check: booleanOr(listCheck({ ...controllerList, expected: `yes, no or ${controllersExpected}` })),
};
