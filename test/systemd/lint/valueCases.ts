import { type RuleCase, serviceWith } from "./ruleCase.ts";

const token = `1234567890:${"Ab_-5".repeat(7)}`;
const tokenFinding =
  "error: token: looks like a bot token, which anyone on the server can read here: use a file for EnvironmentFile= with mode 0600, and replace the token";

/** Values, assignments that are lost, and what no unit should hold. */
export const valueCases: readonly RuleCase[] = [
  {
    shows: "a value that systemd can't read",
    lines: serviceWith("MemoryMax=12x"),
    findings: ['6:11: error: wrong-value: MemoryMax: expected a size like "256M", "50%" or "infinity", received "12x"'],
  },
  {
    shows: "a value that is newer than the server",
    systemd: 252,
    lines: serviceWith("Type=notify-reload"),
    findings: [
      '6:6: error: newer-directive: Type: expected simple, forking, oneshot, dbus, notify, idle or exec, received "notify-reload"; systemd 252 does not know it yet',
    ],
  },
  {
    shows: "values that systemd has replaced",
    lines: serviceWith("KillMode=none", "StandardOutput=syslog"),
    findings: [
      '6:10: warning: obsolete-value: KillMode: expected control-group, process or mixed, received "none"; systemd still reads it, but has replaced it by "mixed"',
      '7:16: warning: obsolete-value: StandardOutput: expected "journal", "null", "append:/PATH" and the like, received "syslog"; systemd still reads it, but has replaced it by "journal"',
    ],
  },
  {
    shows: "what a shell would understand, and systemd doesn't",
    lines: serviceWith("WorkingDirectory=~/bot", "EnvironmentFile=.env", "ExecStartPre=/bin/a > /dev/null"),
    findings: [
      '6:18: error: home-tilde: WorkingDirectory: expected an absolute path, or "~", received "~/bot"; systemd does not know "~" here, write the whole path',
      '7:17: error: relative-path: EnvironmentFile: expected an absolute path, "-" before it or not, received ".env"',
      '8:14: error: shell-syntax: ExecStartPre: has ">", but no shell reads it: a file for the output is StandardOutput=append:/PATH',
    ],
  },
  {
    shows: "a single setting that is set again, at the one that is lost",
    lines: serviceWith("Nice=5", "Nice=5", "Nice=7"),
    findings: [
      "6:1: warning: overridden: Nice=5 has no effect: Nice=7 further down takes it back",
      "7:1: warning: overridden: Nice=5 has no effect: Nice=7 further down takes it back",
    ],
  },
  {
    shows: "no setting that is followed by one that systemd ignores",
    lines: serviceWith("Nice=5", "Nice=much"),
    findings: ['7:6: error: wrong-value: Nice: expected a whole number from -20 to 19, received "much"'],
  },
  {
    shows: "an item of a list that an empty assignment takes back",
    lines: serviceWith("ExecStartPre=/bin/a", "ExecStartPre=", "ExecStartPre=/bin/b"),
    findings: [
      "6:1: warning: overridden: ExecStartPre=/bin/a has no effect: the empty ExecStartPre= further down takes it back",
    ],
  },
  {
    shows: "an item of a list that an empty assignment of its like takes back",
    file: "echo.timer",
    lines: ["[Timer]", "OnCalendar=daily", "OnBootSec=", "OnBootSec=5min"],
    findings: [
      "2:1: warning: overridden: OnCalendar=daily has no effect: the empty OnBootSec= further down takes it back",
    ],
  },
  {
    shows: "no dependency, which an empty assignment doesn't take back",
    lines: serviceWith("[Unit]", "After=a.service", "After="),
    findings: [],
  },
  {
    shows: "a token in a value and in a comment, and never prints it",
    lines: serviceWith(`Environment=BOT_TOKEN=${token}`, `# ${token}`, `WorkingDirectory=${token}`, `${token}=1`),
    findings: [
      `6:13: ${tokenFinding}`,
      `7:2: ${tokenFinding}`,
      '8:18: error: relative-path: WorkingDirectory: expected an absolute path, or "~", received a secret (not shown)',
      `8:18: ${tokenFinding}`,
      "9:1: error: unknown-directive: unknown directive xxxxxxxxxx:xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx= in [Service], which systemd ignores",
      `9:1: ${tokenFinding}`,
    ],
  },
  {
    shows: "a token in a setting that is lost, and doesn't print a part of it either",
    lines: serviceWith(`Slice=${"a".repeat(60)}${token}.slice`, "Slice=b.slice"),
    findings: [
      `6:1: warning: overridden: Slice=${"a".repeat(60)}xxxxxxxxxx:xxxxxxxxx… has no effect: Slice=b.slice further down takes it back`,
      `6:7: ${tokenFinding}`,
    ],
  },
  {
    shows: "a private key",
    lines: serviceWith("# -----BEGIN OPENSSH PRIVATE KEY-----"),
    findings: [
      "6:2: error: token: looks like a private key, which anyone on the server can read here: use a file for EnvironmentFile= with mode 0600, and replace the token",
    ],
  },
  { shows: "no setting that is set again to the same", lines: serviceWith("Nice=5", "Nice=5"), findings: [] },
  {
    shows: "paths and conditions that an empty one of another kind takes back",
    file: "echo.path",
    lines: ["[Unit]", "ConditionHost=a", "ConditionUser=", "[Path]", "PathExists=/a", "PathChanged=", "PathChanged=/b"],
    findings: [
      "2:1: warning: overridden: ConditionHost=a has no effect: the empty ConditionUser= further down takes it back",
      "5:1: warning: overridden: PathExists=/a has no effect: the empty PathChanged= further down takes it back",
    ],
  },
  {
    shows: "a token where a program should be, and doesn't print it",
    lines: ["[Service]", "User=echo", `ExecStart=bin/${token}`],
    findings: [
      "3:11: error: relative-path: ExecStart: has to start with the absolute path of a program, not with a secret (not shown)",
      `3:11: ${tokenFinding}`,
    ],
  },
  {
    shows: "a token in a line that assigns nothing, and doesn't print it",
    lines: serviceWith(`BOT_TOKEN ${token}`),
    findings: [
      '6:1: error: no-assignment: expected Directive=value, received "BOT_TOKEN xxxxxxxxxx:xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", which systemd ignores',
      `6:1: ${tokenFinding}`,
    ],
  },
];
