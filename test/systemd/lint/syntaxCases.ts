import type { RuleCase } from "./ruleCase.ts";

const service = ["[Service]", "User=echo", "ExecStart=/usr/bin/echo-bot"];

/** What the reader of the file reports, at its place. */
export const syntaxCases: readonly RuleCase[] = [
  {
    shows: "an empty file",
    lines: "",
    findings: ["1:1: error: empty-unit: the file is empty, and systemd takes the unit for masked"],
  },
  {
    shows: "a file with nothing but a line end, which systemd loads",
    lines: "\n",
    findings: ["1:1: error: unusable: no ExecStart=, so systemd refuses the unit"],
  },
  {
    shows: "bytes that are no UTF-8, once",
    lines: Buffer.from("[Service]\nUser=echo\nExecStart=/bin/\xff\n", "latin1"),
    findings: ["3:16: error: bad-encoding: the line is not UTF-8 (byte 0xff), and systemd loads none of the file"],
  },
  {
    shows: "a file that was saved as UTF-16, as Windows may do",
    lines: Buffer.from("\ufeff[", "utf16le"),
    findings: [
      "1:1: error: bad-encoding: the file is UTF-16, and systemd loads none of it: save it as UTF-8",
      '1:1: error: no-section: expected a section header like [Unit] first, received "\\udcff\\udcfe[", which systemd ignores',
      "1:1: error: unusable: no ExecStart=, so systemd refuses the unit",
      "1:4: error: odd-line-end: a NUL ends the line for systemd, and what follows is another",
    ],
  },
  {
    shows: "a header without its bracket",
    lines: ["[Service", "User=echo", "ExecStart=/usr/bin/echo-bot"],
    findings: [
      '1:1: error: bad-header: the section header "[Service" has no bracket at its end, and systemd loads none of the file',
    ],
  },
  {
    shows: "a line of a megabyte",
    lines: [...service, `Environment=A=${"b".repeat(2 ** 20)}`],
    findings: [
      "4:1: error: long-line: a line of 1048590 bytes is longer than systemd reads, and it loads none of the file",
    ],
  },
  { shows: "nothing in lines that end as on Windows", lines: `${service.join("\r\n")}\r\n`, findings: [] },
  {
    shows: "a carriage return inside a line, and what it makes of the rest",
    lines: [...service, "SyslogIdentifier=a\rNice=b"],
    findings: [
      "4:19: error: odd-line-end: a carriage return ends the line for systemd, and what follows is another",
      '5:6: error: wrong-value: Nice: expected a whole number from -20 to 19, received "b"',
    ],
  },
  {
    shows: "a NUL",
    lines: `${service.join("\n")}\0\n`,
    findings: ["3:28: error: odd-line-end: a NUL ends the line for systemd, and what follows is another"],
  },
  {
    shows: "a line before the first section",
    lines: ["User=echo", ...service],
    findings: [
      '1:1: error: no-section: expected a section header like [Unit] first, received "User=echo", which systemd ignores',
    ],
  },
  {
    shows: "a byte order mark that hides a comment",
    lines: ["\ufeff# a bot", ...service],
    findings: [
      '1:2: error: no-section: expected a section header like [Unit] first, received "# a bot", no comment to systemd as it stands behind a byte order mark',
    ],
  },
  {
    shows: "a line that assigns nothing",
    lines: [...service, "Restart always"],
    findings: ['4:1: error: no-assignment: expected Directive=value, received "Restart always", which systemd ignores'],
  },
  {
    shows: "a comment inside a command",
    lines: [...service.slice(0, 2), "ExecStart=/usr/bin/echo-bot \\", "# --verbose", "  --quiet"],
    findings: [
      '4:1: warning: lost-comment: systemd takes "# --verbose" inside a continued line for a comment, and leaves it out',
    ],
  },
];
