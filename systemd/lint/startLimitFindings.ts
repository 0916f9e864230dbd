import { timespanLength } from "../values/timespans.ts";
import type { UnitFinding } from "./finding.ts";
import type { UnitView } from "./unitView.ts";

/** A number of the restart policy, times in microseconds, and how the user would find it again. */
interface Setting {
  readonly number: number;
  readonly text: string;
}

// What takes up fewer seconds than this is over before a network or a database is back.
const shortOutage = 10;

/**
 * Whether the start limit can do what it is there for: end a loop of failing starts, so that the unit is "failed" and OnFailure=
 * fires, but not in the first short outage. systemd.unit(5), StartLimitIntervalSec=; a start counts if fewer than
 * StartLimitBurst= others were made in the interval.
 */
export function startLimitFindings(view: UnitView): UnitFinding[] {
  const restart = view.last("Service", "Restart");
  if (view.kind !== "service" || view.context.dropIn || !restart || restart.value === "no") return [];
  const pause = timespan(view, "RestartSec", [["Service", "RestartSec"]], "100ms");
  const interval = timespan(view, "StartLimitIntervalSec", intervals, "10s");
  const burst = count(view);
  const report = (text: string) => [view.at(view.last("Service", "RestartSec") ?? restart, "start-limit", text)];
  const off = [interval, burst].find(({ number }) => number === 0);
  if (off) return report(`${off.text} switches the start limit off, so ${loop}`);
  // Nothing is restarted after an infinite pause.
  if (pause.number === Number.POSITIVE_INFINITY) return [];
  const microseconds = pause.number * burst.number;
  const seconds = microseconds / 1_000_000;
  if (microseconds >= interval.number) {
    return report(
      `${burst.text} starts with ${pause.text} between take ${seconds}s, so ${interval.text} never limits them, and ${loop}; in [Unit], StartLimitIntervalSec=${Math.ceil(seconds * 2)} would count them`,
    );
  }
  if (seconds >= shortOutage || view.last("Service", "RestartSteps")) return [];
  const longer = Math.max(5, Math.ceil(shortOutage / burst.number));
  const advice = `RestartSec=${longer} and, in [Unit], StartLimitIntervalSec=${longer * burst.number * 2} would last longer`;
  return report(
    `${burst.text} starts with ${pause.text} between are used up in ${seconds}s: the first short outage stops the service for good; ${advice}`,
  );
}

const loop = 'a service that can\'t start is restarted for ever: it never is "failed", and OnFailure= never fires';

// systemd still reads the older places and names.
const intervals = [
  ["Unit", "StartLimitIntervalSec"],
  ["Unit", "StartLimitInterval"],
  ["Service", "StartLimitInterval"],
] as const;
const bursts = [
  ["Unit", "StartLimitBurst"],
  ["Service", "StartLimitBurst"],
] as const;

function given(view: UnitView, places: readonly (readonly [section: string, name: string])[]) {
  const found = places.flatMap(([section, name]) => view.last(section, name) ?? []);
  return found.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]).at(-1);
}

function timespan(view: UnitView, name: string, places: Parameters<typeof given>[1], otherwise: string): Setting {
  const found = given(view, places);
  const length = timespanLength(found?.value ?? otherwise, { resolution: 1_000n, bare: 1_000_000_000n });
  const number = typeof length === "bigint" ? Number(length) : Number.POSITIVE_INFINITY;
  return { number, text: found ? `${found.name}=${found.value}` : `${name}=${otherwise} (default)` };
}

function count(view: UnitView): Setting {
  const found = given(view, bursts);
  return {
    number: Number(found?.value ?? 5),
    text: found ? `${found.name}=${found.value}` : "StartLimitBurst=5 (default)",
  };
}
