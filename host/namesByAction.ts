import type { Decision } from "../systemd/impact/impactOf.ts";

/** So many names say enough: a unit that is replaced by another one has dozens. */
const most = 8;

/**
 * The directives that decide, grouped by what they ask for, as `restart: Environment, User; daemon-reload: MemoryMax`; without
 * `actions` their names alone.
 */
export function namesByAction(decidedBy: readonly Decision[], actions: boolean): string {
  if (!actions) return listed(decidedBy);
  const order = ["restart", "reload", "reenable", "daemon-reload", "nothing"];
  const groups = order.map((action) => [action, decidedBy.filter((one) => one.action === action)] as const);
  return groups
    .filter(([, decisions]) => decisions.length > 0)
    .map(([action, decisions]) => `${action}: ${listed(decisions)}`)
    .join("; ");
}

// A file on a server may hold anything, also what a terminal would act on, or a secret in the wrong place.
function listed(decisions: readonly Decision[]): string {
  const names = decisions.map(({ directive }) => directive);
  const plain = [...new Set(names)].filter((name) => /^[A-Za-z][A-Za-z0-9-]{0,63}$/.test(name));
  const shown = plain.slice(0, most);
  const more = new Set(names).size - shown.length;
  return [shown.join(", "), ...(more > 0 ? [`${more} more`] : [])].filter((part) => part !== "").join(" and ");
}
