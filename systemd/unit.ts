/** One assignment: the directive as systemd spells it, and its text as it stands after the `=`. */
export type Entry = readonly [directive: string, value: string];

export interface Section {
  readonly name: string;
  /** In the order of the file. A directive may occur several times: for systemd that is a list. */
  readonly entries: readonly Entry[];
}

/** A unit file as a value. Order is data: systemd runs repeated Exec lines in the order of the file, and a diff is read in it. */
export type Unit = readonly Section[];
