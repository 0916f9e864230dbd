import { type RuleCase, serviceWith } from "./ruleCase.ts";

const comment = "; a comment has its own line: to systemd this one is part of the value";
const account = (given: string, why: string) =>
  `error: wrong-value: User: expected the name of a user, received ${JSON.stringify(given)}; ${why}`;
const user = (name: string) => ["[Service]", "ExecStart=/usr/bin/echo-bot", `User=${name}`];

/** What other programs would understand, and systemd takes as it stands. */
export const literalCases: readonly RuleCase[] = [
  {
    shows: "a comment behind a value that systemd takes with it",
    lines: user("bot # the bot's own"),
    findings: [`3:6: error: wrong-value: User: received "bot # the bot's own"${comment}`],
  },
  {
    shows: "comments behind paths, of which some are told from those with spaces",
    lines: serviceWith(
      "WorkingDirectory=/opt/bot ; here",
      "EnvironmentFile=/opt/.env #secrets",
      "RootDirectory=/a#b c",
    ),
    findings: [
      `6:18: error: wrong-value: WorkingDirectory: received "/opt/bot ; here"${comment}`,
      `7:17: error: wrong-value: EnvironmentFile: received "/opt/.env #secrets"${comment}`,
    ],
  },
  {
    shows: "a comment behind a value that systemd refuses for it",
    lines: serviceWith("Nice=5 # low"),
    findings: [`6:6: error: wrong-value: Nice: expected a whole number from -20 to 19, received "5 # low"${comment}`],
  },
  {
    shows: "no comment in free text, nor between quotes",
    lines: serviceWith("SyslogIdentifier=bot # 1", 'Environment="A=b # c"', "[Unit]", "RebootArgument=bot # 1"),
    findings: [],
  },
  {
    shows: "a variable for a user",
    lines: user("$USER"),
    findings: [`3:6: ${account("$USER", "systemd expands no variables here")}`],
  },
  {
    shows: "a placeholder for a user",
    lines: user("<name>"),
    findings: [`3:6: ${account("<name>", "no user can be called so")}`],
  },
  { shows: "nothing in unusual users", lines: user("DOMAIN\\\\bot.a-1$"), findings: [] },
  { shows: "nothing in a user that a specifier gives", lines: user("bot-%i"), findings: [] },
  {
    shows: "variables in variables, which no shell expands",
    lines: serviceWith("Environment=A=b PATH=$PATH:/opt/bin HOME=$HOME/x"),
    findings: [
      '6:13: warning: shell-syntax: Environment: has "$PATH", but systemd expands no variables here: write what it stands for',
    ],
  },
  {
    shows: "no variable in what only looks a bit like one",
    lines: serviceWith("Environment=PASSWORD=a$HOME PRICE=$5 WORD=$ecret"),
    findings: [],
  },
];
