import { directivesOf } from "../directives/directive.ts";
import type { UnitFinding } from "./finding.ts";
import { ownSection } from "./unitKind.ts";
import type { UnitView } from "./unitView.ts";
import { unusableName } from "./unusableName.ts";
import { unusableService } from "./unusableService.ts";

/**
 * What makes systemd refuse a unit whose lines are each right ("bad-setting"). The rules are those of the verify function of
 * each kind in systemd's src/core.
 */
export function unusableFindings(view: UnitView): UnitFinding[] {
  const own = view.kind ? ofKind[view.kind]?.(view) : undefined;
  return [...(own ?? []), ...unusableName(view), ...pam(view), ...isolated(view)];
}

const ofKind: Readonly<Record<string, (view: UnitView) => UnitFinding[]>> = {
  service: unusableService,
  socket: unusableSocket,
  timer: (view) => [...needsOne(view, timerStarts, clockStarts)],
  path: (view) => needsOne(view, pathStarts, []),
  mount: (view) => needsOne(view, ["What"], []),
  automount: rootAutomount,
};

const timerStarts = ["OnCalendar", "OnActiveSec", "OnBootSec", "OnStartupSec", "OnUnitActiveSec", "OnUnitInactiveSec"];
const clockStarts = ["OnClockChange", "OnTimezoneChange"];
const pathStarts = ["PathExists", "PathExistsGlob", "PathChanged", "PathModified", "DirectoryNotEmpty"];

function needsOne(view: UnitView, lists: readonly string[], switches: readonly string[]): UnitFinding[] {
  if (!view.kind || view.context.dropIn) return [];
  const section = ownSection(view.kind);
  if (view.live(section, ...lists).length > 0 || switches.some((name) => view.isTrue(section, name))) return [];
  const names = [...lists.map((name) => `${name}=`), ...switches.map((name) => `${name}=yes`)];
  const text = names.length === 1 ? `no ${names[0]}` : `none of ${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  return [view.missing(section, "unusable", `${text}, so systemd refuses the unit`)];
}

function unusableSocket(view: UnitView): UnitFinding[] {
  const names = directivesOf("Socket").filter((name) => name.startsWith("Listen"));
  return [...needsOne(view, names, []), ...(view.isTrue("Socket", "Accept") ? acceptConflicts(view, names) : [])];
}

// Only stream sockets hand over connections.
const accepting = new Set(["ListenStream", "ListenSequentialPacket"]);

function acceptConflicts(view: UnitView, listens: readonly string[]): UnitFinding[] {
  const service = view.last("Socket", "Service");
  const most = view.last("Socket", "MaxConnections");
  const wrong = view.live("Socket", ...listens).filter(({ name }) => !accepting.has(name));
  return [
    ...wrong.map((each) => view.at(each, "unusable", `${each.name}=, which systemd refuses with Accept=yes`)),
    ...(service ? [view.at(service, "unusable", "Service=, which systemd refuses with Accept=yes")] : []),
    ...(most && Number(most.value) === 0
      ? [view.at(most, "unusable", "MaxConnections=0, which systemd refuses with Accept=yes")]
      : []),
  ];
}

function rootAutomount(view: UnitView): UnitFinding[] {
  const where = view.last("Automount", "Where");
  if (!where || !/^\/+$/.test(where.value)) return [];
  return [view.at(where, "unusable", "Where=/, which systemd refuses: the root can't be mounted on demand")];
}

// A service may end its session with the main process alone ("mixed"), the others must kill all of it.
function pam(view: UnitView): UnitFinding[] {
  if (!view.kind) return [];
  const section = ownSection(view.kind);
  const mode = view.last(section, "KillMode");
  const allowed = view.kind === "service" ? ["control-group", "mixed"] : ["control-group"];
  if (!view.last(section, "PAMName") || !mode || allowed.includes(mode.value)) return [];
  const text = `KillMode=${mode.value}, which systemd refuses with PAMName=: expected ${allowed.join(" or ")}`;
  return [view.at(mode, "unusable", text)];
}

// systemd isolates one unit at most; src/core/unit.c, unit_validate_on_failure_job_mode.
function isolated(view: UnitView): UnitFinding[] {
  return ["OnFailure", "OnSuccess"].flatMap((name) => {
    const mode = view.last("Unit", `${name}JobMode`);
    const units = view.all("Unit", name).flatMap(({ value }) => value.split(/[ \t]+/).filter(Boolean));
    if (mode?.value !== "isolate" || units.length < 2) return [];
    const text = `${mode.name}=isolate, which systemd refuses with ${units.length} units in ${name}=: expected one`;
    return [view.at(mode, "unusable", text)];
  });
}
