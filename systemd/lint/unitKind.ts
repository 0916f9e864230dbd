/** The kinds of units that a file can declare, as their names end. systemd.unit(5). */
export type UnitKind = (typeof unitKinds)[number];
export const unitKinds = [
  "service",
  "socket",
  "timer",
  "path",
  "mount",
  "automount",
  "swap",
  "slice",
  "scope",
  "target",
  "device",
] as const;

/** What the name of a file says about the unit in it. */
export interface NamedUnit {
  /** The name of the unit, as `echo.service`; of a drop-in, of the unit that it belongs to. */
  readonly name: string;
  readonly kind: UnitKind;
  readonly dropIn: boolean;
}

/**
 * The unit that a file declares, by its path: `echo.service`, or as a drop-in `echo.service.d/limits.conf`. Undefined for
 * any other name, which systemd reads no unit from.
 */
export function namedUnit(path: string): NamedUnit | undefined {
  const [file = "", folder = ""] = path.split("/").reverse();
  const dropIn = file.endsWith(".conf");
  const name = dropIn ? /^(.*)\.d$/.exec(folder)?.[1] : file;
  if (name === undefined) return undefined;
  // `service.d` is the folder for the drop-ins of every service.
  const ending = name.slice(name.lastIndexOf(".") + 1);
  const kind = unitKinds.find((each) => each === ending);
  return kind && { name, kind, dropIn };
}

/** The section that only this kind has, as `Service`. */
export function ownSection(kind: UnitKind): string {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
}

/** The sections of a kind, in the usual order. systemd silently passes over any other, but says so in its log. */
export function sectionsOf(kind: UnitKind): string[] {
  return ["Unit", ownSection(kind), "Install"];
}

/** The kind that has this section for its own; undefined for those that all kinds have. */
export function kindOfSection(section: string): UnitKind | undefined {
  return unitKinds.find((kind) => ownSection(kind) === section);
}
