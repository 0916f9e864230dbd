import { execCommands } from "../grammar/execCommands.ts";
import type { UnitFinding } from "./finding.ts";
import type { Assignment, UnitView } from "./unitView.ts";

/** What makes systemd refuse a service whose lines are each right. The rules are those of service_verify (src/core/service.c). */
export function unusableService(view: UnitView): UnitFinding[] {
  const type = typeOf(view);
  return [
    ...missingCommand(view, type),
    ...(type === "oneshot" ? oneshotConflicts(view) : secondCommand(view, type)),
    ...busName(view, type),
    ...privatePids(view, type),
  ];
}

// Without Type= it depends on what else is there (service_add_extras); of a drop-in nobody knows.
function typeOf(view: UnitView): string | undefined {
  const type = view.last("Service", "Type")?.value;
  if (type !== undefined || view.context.dropIn) return type;
  if (view.last("Service", "BusName")) return "dbus";
  return view.live("Service", "ExecStart").length > 0 ? "simple" : "oneshot";
}

function missingCommand(view: UnitView, type: string | undefined): UnitFinding[] {
  if (view.context.dropIn || view.live("Service", "ExecStart").length > 0) return [];
  const success = view.value("Unit", "SuccessAction", "none") !== "none";
  const text = missingText(view, type, success);
  return text === undefined ? [] : [view.missing("Service", "unusable", `${text}, so systemd refuses the unit`)];
}

function missingText(view: UnitView, type: string | undefined, success: boolean): string | undefined {
  if (view.live("Service", "ExecStop").length === 0 && !success) return "no ExecStart=";
  if (type !== "oneshot") return `no ExecStart=, which only Type=oneshot may lack, not Type=${type}`;
  if (view.isTrue("Service", "RemainAfterExit") || success) return undefined;
  return "no ExecStart=, nor RemainAfterExit=yes or SuccessAction= in its place";
}

function secondCommand(view: UnitView, type: string | undefined): UnitFinding[] {
  const commands = view.live("Service", "ExecStart");
  const [first, second] = commands.flatMap((line) => Array<Assignment>(commandCount(line.value)).fill(line));
  if (second && type !== undefined) {
    const text = `a second command in ExecStart=, which systemd refuses with Type=${type}: only Type=oneshot runs several`;
    return [view.at(second, "unusable", text)];
  }
  const adds = first && type === undefined && view.all("Service", "ExecStart").every(({ value }) => value !== "");
  if (!adds) return [];
  const text =
    "ExecStart= of a drop-in adds a command to the unit's own, which systemd refuses unless it is Type=oneshot: put an empty ExecStart= before it";
  return [{ ...view.at(first, "unusable", text), severity: "warning" }];
}

/** How many commands a line holds: a lone `;` stands between two. One that can't be read counts, too. */
function commandCount(line: string): number {
  return line.includes(";") ? (execCommands(line)?.length ?? 1) : 1;
}

const restartsOfOneshot = "no, on-failure, on-abnormal, on-watchdog or on-abort";

function oneshotConflicts(view: UnitView): UnitFinding[] {
  const restart = view.last("Service", "Restart");
  const exitType = view.last("Service", "ExitType");
  const force = view.live("Service", "RestartForceExitStatus")[0];
  const findings: UnitFinding[] = [];
  const refuse = (at: Assignment, text: string) => findings.push(view.at(at, "unusable", text));
  if (restart && ["always", "on-success"].includes(restart.value)) {
    refuse(restart, `Restart=${restart.value}, which systemd refuses with Type=oneshot: expected ${restartsOfOneshot}`);
  }
  if (force) refuse(force, "RestartForceExitStatus=, which systemd refuses with Type=oneshot");
  if (exitType?.value === "cgroup") refuse(exitType, "ExitType=cgroup, which systemd refuses with Type=oneshot");
  return findings;
}

function busName(view: UnitView, type: string | undefined): UnitFinding[] {
  const typed = view.last("Service", "Type");
  if (type !== "dbus" || !typed || view.context.dropIn || view.last("Service", "BusName")) return [];
  return [view.at(typed, "unusable", "Type=dbus without BusName=, which systemd refuses")];
}

function privatePids(view: UnitView, type: string | undefined): UnitFinding[] {
  const pids = view.last("Service", "PrivatePIDs");
  if (type !== "forking" || !pids || !view.isTrue("Service", "PrivatePIDs")) return [];
  return [view.at(pids, "unusable", `PrivatePIDs=${pids.value}, which systemd refuses with Type=forking`)];
}
