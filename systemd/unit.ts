/**
 * One line of a section. An assignment: the directive as systemd spells it, and its text as it stands after the `=`, without
 * white space around it. A comment: `#` or `;`, and what follows that mark. A blank line between others: two empty strings.
 */
export type Entry = readonly [directive: string, value: string];

export interface Section {
  /** As between the brackets. The empty name is what stands before the first header: comments only, first in the unit only. */
  readonly name: string;
  /** In the order of the file. A directive may occur several times: for systemd that is a list. */
  readonly entries: readonly Entry[];
}

/** A unit file as a value. Order is data: systemd runs repeated Exec lines in the order of the file, and a diff is read in it. */
export type Unit = readonly Section[];

/** Whether it assigns something, rather than being a comment or a blank line. */
export function isAssignment([directive]: Entry): boolean {
  return directive !== "" && directive !== "#" && directive !== ";";
}
