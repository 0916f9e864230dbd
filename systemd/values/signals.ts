import { isNumberIn, wholeNumber } from "./numbers.ts";
import { firstProblem, type ValueKind, type ValueProblem, wrong, wrongWord } from "./valueKind.ts";
import { words } from "./words.ts";

const signalNames =
  "HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS";
// By number: the C library's, systemd's own from 200 on, the LSB's, and those of sysexits.h.
const statusNames = [
  "SUCCESS FAILURE INVALIDARGUMENT NOTIMPLEMENTED NOPERMISSION NOTINSTALLED NOTCONFIGURED NOTRUNNING",
  "USAGE DATAERR NOINPUT NOUSER NOHOST UNAVAILABLE SOFTWARE OSERR OSFILE CANTCREAT IOERR TEMPFAIL PROTOCOL NOPERM CONFIG",
  "CHDIR NICE FDS EXEC MEMORY LIMITS OOM_ADJUST SIGNAL_MASK STDIN STDOUT CHROOT IOPRIO TIMERSLACK SECUREBITS SETSCHEDULER",
  "CPUAFFINITY GROUP USER CAPABILITIES CGROUP SETSID CONFIRM STDERR PAM NETWORK NAMESPACE NO_NEW_PRIVILEGES SECCOMP",
  "SELINUX_CONTEXT PERSONALITY APPARMOR ADDRESS_FAMILIES RUNTIME_DIRECTORY CHOWN SMACK_PROCESS_LABEL KEYRING STATE_DIRECTORY",
  "CACHE_DIRECTORY LOGS_DIRECTORY CONFIGURATION_DIRECTORY NUMA_POLICY CREDENTIALS BPF EXCEPTION",
];

/** Whether systemd takes it for a signal: a name with or without SIG, in capitals, or a number. */
export function isSignal(text: string): boolean {
  if (wholeNumber(text) !== undefined) return isNumberIn(text, 1n, 64n);
  const name = text.replace(/^SIG/, "");
  if (` ${signalNames} `.includes(` ${name} `) && !name.includes(" ")) return true;
  const [, sign, distance = ""] = /^(?:RTMIN(?=\+|$)|RTMAX(?=-|$))(?:([+-])(.+))?$/.exec(name) ?? [];
  if (sign === undefined) return name === "RTMIN" || name === "RTMAX";
  return isNumberIn(distance, 0n, 30n) && /^[0-9]/.test(distance);
}

function problem(expected: string, text: string): ValueProblem {
  const known = signalNames.split(" ").map((name) => (/^sig/i.test(text) ? `SIG${name}` : name));
  return wrongWord(expected, text, known);
}

const signalExpected = 'a signal like "SIGTERM"';

export const signal: ValueKind = {
  expected: signalExpected,
  check: (text) => (isSignal(text) ? undefined : problem(signalExpected, text)),
  resets: false,
};

const statusExpected = 'exit statuses (0 to 255, or names like "TEMPFAIL") and signals like "SIGTERM"';

/** Exit statuses and signals; a number is an exit status. systemd.exec(5), "Process exit codes". */
export const statuses: ValueKind = {
  expected: statusExpected,
  check(text) {
    const list = words(text);
    return list ? firstProblem(list, statusProblem) : wrong(statusExpected, text);
  },
};

function statusProblem(word: string): ValueProblem | undefined {
  if (isNumberIn(word, 0n, 255n) || isSignal(word)) return undefined;
  const names = statusNames.flatMap((line) => line.split(" "));
  if (names.includes(word)) return undefined;
  if (/,/.test(word)) return wrong(statusExpected, word, "the words are separated by spaces");
  return /^sig/i.test(word) ? problem(statusExpected, word) : wrongWord(statusExpected, word, names);
}
