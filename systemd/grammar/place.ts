/** Where something stands in a file. */
export interface Place {
  /** From 1, as systemd counts: a lone carriage return and a NUL end a line, too. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
}
