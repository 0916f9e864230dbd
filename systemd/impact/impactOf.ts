import type { Unit } from "../unit.ts";
import type { Need } from "./impactTable.ts";
import { needOf } from "./needOf.ts";
import { unitKind } from "./unitKind.ts";
import { type Setting, unitSettings } from "./unitSettings.ts";

/** What to do instead of a restart: `reload` the service, or leave the process with what it was started with. */
export type OnChange = "restart" | "reload" | "none";

/** One thing to do, systemctl(1); `stop-service` stops the service of a socket, which can't be opened again before. */
export type Action =
  | "stop"
  | "disable"
  | "reenable"
  | "daemon-reload"
  | "reload"
  | "stop-service"
  | "restart"
  | "start";

export interface Decision {
  readonly section: string;
  /** Empty when the unit as a whole decides. */
  readonly directive: string;
  /** What comes of it in the end. */
  readonly action: Action | "nothing";
  readonly why: string;
}

export interface Impact {
  /** All there is to do, in this order; empty when systemd need not even read the file again. */
  readonly actions: readonly Action[];
  /** What differs, and what that asks for. */
  readonly decidedBy: readonly Decision[];
}

export interface ImpactOptions {
  /** @default "restart" */
  readonly onChange?: OnChange;
  /** The unit's kind, as its file's name ends. @default by its sections */
  readonly kind?: string;
}

/**
 * What has to be done so that a unit that runs as `before` runs as `after`; undefined stands for no unit. Compares what
 * systemd reads, not how it is written, by {@link ./impactTable.ts}.
 */
export function impactOf(before: Unit | undefined, after: Unit | undefined, options: ImpactOptions = {}): Impact {
  if (!after) return before ? removal : { actions: [], decidedBy: [] };
  if (!before) return installation(after);
  const { onChange = "restart", kind = unitKind(after) } = options;
  const decidedBy = changes(before, after).map(({ section, directive }) => {
    const { need, why } = needOf(kind, section, directive);
    return need === "restart" && onChange !== "restart"
      ? { section, directive, action: instead[onChange], why: `${why}, and onChange is ${onChange}` }
      : { section, directive, action: need, why };
  });
  return { actions: actionsOf(kind, new Set(decidedBy.map(({ action }) => action))), decidedBy };
}

const instead = { reload: "reload", none: "daemon-reload" } as const satisfies Record<string, Need>;

const removal: Impact = {
  actions: ["stop", "disable", "daemon-reload"],
  decidedBy: [{ section: "Unit", directive: "", action: "stop", why: "the unit is no longer there" }],
};

function installation(after: Unit): Impact {
  const install = after.some(({ name }) => name === "Install");
  return {
    actions: [...(install ? (["reenable"] as const) : []), "daemon-reload", "start"],
    decidedBy: [{ section: "Unit", directive: "", action: "start", why: "the unit was not there" }],
  };
}

/** The settings that differ, in the order of `after`; then what it lacks. */
function changes(before: Unit, after: Unit): Setting[] {
  const earlier = new Map(unitSettings(before).map((setting) => [keyOf(setting), setting]));
  const now = unitSettings(after);
  const left = new Map(earlier);
  for (const setting of now) left.delete(keyOf(setting));
  return [...now.filter((setting) => !isSame(setting, earlier.get(keyOf(setting)))), ...left.values()];
}

const keyOf = ({ section, directive }: Setting): string => `${section} ${directive}`;

function isSame(setting: Setting, other: Setting | undefined): boolean {
  return JSON.stringify(setting.values) === JSON.stringify(other?.values);
}

// systemd reads the file before anything is done with the unit, and a restart makes a reload needless.
function actionsOf(kind: string, asked: ReadonlySet<Decision["action"]>): Action[] {
  const actions: Action[] = [];
  if (asked.has("reenable")) actions.push("reenable");
  if ([...asked].some((action) => action !== "nothing")) actions.push("daemon-reload");
  if (asked.has("restart")) actions.push(...(kind === "socket" ? (["stop-service"] as const) : []), "restart");
  else if (asked.has("reload")) actions.push("reload");
  return actions;
}
