// What a changed unit means for the process that runs: which of its lines it was started with, and which systemd
// applies to it while it runs.
import { createHash } from "node:crypto";
import type { Unit } from "../unit.ts";

/**
 * Directives of [Service] that a daemon-reload applies to the running service, or that matter only when it stops or
 * restarts: systemd.service(5), systemd.kill(5) and systemd.resource-control(5). All others are read at its start.
 */
const appliedWhileRunning = new Set([
  ...[
    "Restart",
    "RestartSec",
    "RestartSteps",
    "RestartMaxDelaySec",
    "RestartPreventExitStatus",
    "RestartForceExitStatus",
  ],
  ...["SuccessExitStatus", "ExecReload", "ExecStop", "ExecStopPost"],
  ...["TimeoutSec", "TimeoutStartSec", "TimeoutStopSec", "TimeoutAbortSec", "RuntimeMaxSec"],
  ...["KillMode", "KillSignal", "RestartKillSignal", "FinalKillSignal", "SendSIGKILL", "SendSIGHUP"],
  ...["CPUWeight", "StartupCPUWeight", "CPUQuota", "CPUQuotaPeriodSec", "AllowedCPUs", "AllowedMemoryNodes"],
  ...["MemoryMin", "MemoryLow", "MemoryHigh", "MemoryMax", "MemorySwapMax", "TasksMax"],
  ...["IOWeight", "StartupIOWeight", "IODeviceWeight", "IOReadBandwidthMax", "IOWriteBandwidthMax"],
]);

/**
 * A fingerprint of what the running process was started with: a unit that differs from another one only in its other
 * parts ([Unit], [Install], resource limits, restart policy…) has the same, and needs no restart.
 */
export function processFingerprint(unit: Unit): string {
  const service = unit.filter(({ name }) => name === "Service").flatMap(({ entries }) => entries);
  const started = service.filter(([directive]) => !appliedWhileRunning.has(directive));
  return createHash("sha256").update(JSON.stringify(started)).digest("hex").slice(0, 12);
}
