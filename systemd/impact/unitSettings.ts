import { currentName, type Directive, directive } from "../directives/directive.ts";
import { isAssignment, type Unit } from "../unit.ts";
import { truthOf } from "../values/truth.ts";

/** One directive of a unit with what systemd takes from the file for it. */
export interface Setting {
  readonly section: string;
  /** In today's spelling. */
  readonly directive: string;
  /** Several for a list. */
  readonly values: readonly string[];
}

/** systemd keeps these in one list: an empty assignment of one clears them all. */
const oneList = [
  /^Condition/,
  /^Assert/,
  /^On(?:Calendar|Active|Boot|Startup|UnitActive|UnitInactive)/,
  /^(?:PathExists|PathExistsGlob|PathChanged|PathModified|DirectoryNotEmpty)$/,
  /^Listen/,
  /^StandardInput(?:Text|Data)$/,
];

/** Those where the order of unlike directives counts too: of the sockets that a service gets, of the text that it reads. */
const inOrder = /^(?:Listen|StandardInput(?:Text|Data)$)/;

/** An empty assignment of a list is a value of its own here: no capability at all, a control group without controllers. */
const meansNone = new Set(["capabilities", "delegate"]);

/**
 * What systemd reads in a unit, apart from how it is written: comments, white space, the order of unlike directives and what a
 * later assignment takes back are gone; sections of one name are one. In the order in which they are first named.
 */
export function unitSettings(unit: Unit): Setting[] {
  const read = new Map<string, Setting>();
  for (const { name, entries } of unit) {
    for (const entry of entries) {
      if (!isAssignment(entry)) continue;
      for (const written of spelled(name, entry[0])) assign(read, name, written, entry[1]);
    }
  }
  return [...read.values()];
}

/** Old names are read as the new ones, and one name stands for two. */
function spelled(section: string, name: string): string[] {
  if (section === "Service" && name === "TimeoutSec") return ["TimeoutStartSec", "TimeoutStopSec"];
  return [currentName(section, name)];
}

function assign(read: Map<string, Setting>, section: string, name: string, value: string): void {
  const known = directive(section, name);
  const key = `${section} ${name}`;
  const before = read.get(key)?.values ?? [];
  if (value === "" && known?.list) clear(read, section, name, known);
  else read.set(key, { section, directive: name, values: added(before, placed(read, section, name) + value, known) });
}

/** Where order counts, a value is what it is only in its place. */
function placed(read: ReadonlyMap<string, Setting>, section: string, name: string): string {
  if (!inOrder.test(name)) return "";
  const list = [...read.values()].filter((setting) => setting.section === section && inOrder.test(setting.directive));
  return `${list.flatMap(({ values }) => values).length} `;
}

function added(before: readonly string[], value: string, known: Directive | undefined): readonly string[] {
  const text = known && ["boolean", "switch"].includes(known.type) ? booleanText(value) : value;
  // An empty text takes back what was said before, or is no value and ignored: that depends, so both stay.
  return known && !known.list && text !== "" ? [text] : [...before, text];
}

function booleanText(value: string): string {
  const truth = truthOf(value);
  if (truth === undefined) return value;
  return truth ? "yes" : "no";
}

function clear(read: Map<string, Setting>, section: string, name: string, known: Directive): void {
  // Dependencies can't be taken back: systemd ignores the empty assignment.
  if (known.type === "units" || known.type === "mountPaths") return;
  const list = oneList.find((pattern) => pattern.test(name));
  for (const [key, setting] of read) {
    if (setting.section === section && (setting.directive === name || list?.test(setting.directive))) read.delete(key);
  }
  if (meansNone.has(known.type)) read.set(`${section} ${name}`, { section, directive: name, values: [""] });
}
