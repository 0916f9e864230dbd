import type { UnitFinding } from "../systemd/lint/finding.ts";
import type { BotLine } from "../systemd/policy/botLines.ts";

const parts = ["StartLimitIntervalSec", "StartLimitBurst", "RestartSec", "Restart"];

/** Whether a finding is about a value that the start limit is made of: then nobody knows yet what the limit is. */
export function isLimitWrong({ severity, rule }: UnitFinding, line: BotLine | undefined): boolean {
  return severity === "error" && rule !== "start-limit" && parts.includes(line?.directive ?? "");
}

/** The line that a finding about the start limit is best shown at: where its own is a default, one that the file gives. */
export function givenLimitLine(line: BotLine | undefined, lines: readonly BotLine[]): BotLine | undefined {
  if (line && line.from.length > 0) return line;
  const given = lines.filter(({ from }) => from.length > 0);
  return parts.flatMap((part) => given.find(({ directive }) => directive === part) ?? [])[0] ?? line;
}
