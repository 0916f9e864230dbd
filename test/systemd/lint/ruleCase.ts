/** A unit file, and all that is found in it. */
export interface RuleCase {
  /** What it shows, as the end of "finds ". */
  readonly shows: string;
  /** By default `echo.service`. */
  readonly file?: string;
  readonly systemd?: number;
  /** Lines, or the whole content. */
  readonly lines: readonly string[] | string | Uint8Array;
  /** As `LINE:COLUMN: severity: rule: text`. */
  readonly findings: readonly string[];
}

/** A service that nothing is wrong with, and more lines in it; the first of them is line 6. */
export function serviceWith(...lines: readonly string[]): string[] {
  return ["[Unit]", "Description=Echo", "[Service]", "User=echo", "ExecStart=/usr/bin/echo-bot", ...lines];
}
