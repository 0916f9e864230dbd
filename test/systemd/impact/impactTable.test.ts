import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { directive, directivesOf, sectionNames } from "../../../systemd/directives/directive.ts";
import { impactTable } from "../../../systemd/impact/impactTable.ts";
import { needOf } from "../../../systemd/impact/needOf.ts";

const kindOf = (section: string) => (["Unit", "Install"].includes(section) ? "service" : section.toLowerCase());

/** Directives of [Service] that a daemon-reload is enough for, each tried or read of in systemd's source. */
const appliedWhileRunning = `
  ExecReload ExecReloadPost ExecStop ExecStopPost RestartSec RestartSteps RestartMaxDelaySec RestartRandomizedDelaySec
  TimeoutSec TimeoutStartSec TimeoutStopSec TimeoutAbortSec TimeoutStartFailureMode TimeoutStopFailureMode
  RuntimeMaxSec RuntimeRandomizedExtraSec StartLimitInterval StartLimitBurst StartLimitAction FailureAction
  RebootArgument ExitType Restart RestartMode RemainAfterExit RestartPreventExitStatus RestartForceExitStatus
  SuccessExitStatus OOMPolicy ReloadSignal RuntimeDirectoryPreserve StateDirectoryAccounting CacheDirectoryAccounting
  LogsDirectoryAccounting TimeoutCleanSec AllowedCPUs StartupAllowedCPUs AllowedMemoryNodes StartupAllowedMemoryNodes
  CPUAccounting CPUWeight StartupCPUWeight CPUShares StartupCPUShares CPUQuota CPUQuotaPeriodSec MemoryAccounting
  MemoryMin DefaultMemoryMin DefaultMemoryLow DefaultStartupMemoryLow MemoryLow StartupMemoryLow MemoryHigh
  StartupMemoryHigh MemoryMax StartupMemoryMax MemorySwapMax StartupMemorySwapMax MemoryZSwapMax StartupMemoryZSwapMax
  MemoryZSwapWriteback MemoryLimit DeviceAllow DevicePolicy IOAccounting IOWeight StartupIOWeight IODeviceWeight
  IOReadBandwidthMax IOWriteBandwidthMax IOReadIOPSMax IOWriteIOPSMax IODeviceLatencyTargetSec BlockIOAccounting
  BlockIOWeight StartupBlockIOWeight BlockIODeviceWeight BlockIOReadBandwidth BlockIOWriteBandwidth TasksAccounting
  TasksMax DisableControllers IPAccounting IPAddressAllow IPAddressDeny IPIngressFilterPath IPEgressFilterPath
  ManagedOOMSwap ManagedOOMMemoryPressure ManagedOOMMemoryPressureLimit ManagedOOMMemoryPressureLimitPercent
  ManagedOOMMemoryPressureDurationSec ManagedOOMPreference BPFProgram SocketBindAllow SocketBindDeny
  RestrictNetworkInterfaces CoredumpReceive SendSIGKILL SendSIGHUP KillMode KillSignal RestartKillSignal
  FinalKillSignal WatchdogSignal`;

describe("impactTable", () => {
  it("lets just these directives of a service change without a restart", () => {
    const spared = directivesOf("Service").filter(
      (name) => needOf("service", "Service", name).need === "daemon-reload",
    );
    assert.deepEqual(spared.sort(), appliedWhileRunning.trim().split(/\s+/).sort());
  });

  it("has a row for every directive that any systemd knows", () => {
    const missing = sectionNames().flatMap((section) =>
      directivesOf(section).filter((name) => /doesn't know/.test(needOf(kindOf(section), section, name).why)),
    );
    assert.deepEqual(missing, []);
  });

  it("names no directive that no systemd knows in one of its sections", () => {
    const unknown = impactTable.flatMap(([sections, directives]) => {
      const all = sectionNames().filter((name) => sections === "*" || sections.split(" ").includes(name));
      const names = directives.split(/\s+/).filter((name) => !name.includes("*"));
      return names.filter((name) => !all.some((section) => directive(section, name)));
    });
    assert.deepEqual(unknown, []);
  });

  it("has no row that never decides", () => {
    const deciding = new Set<string>();
    for (const section of [...sectionNames(), "X-Mine"]) {
      for (const name of [...directivesOf(section), "X-Mine"]) {
        deciding.add(needOf(kindOf(section), section, name).why);
      }
    }
    for (const [sections, directives, , why] of impactTable) assert.ok(deciding.has(why), `${sections} ${directives}`);
  });

  it("is not ambiguous: of two rows that fit, the later one is one for all the rest", () => {
    for (const section of sectionNames()) {
      for (const name of directivesOf(section)) {
        const fitting = impactTable.filter(([sections, directives]) => {
          const matches = (list: string, word: string) =>
            list.split(/\s+/).some((one) => new RegExp(`^${one.replaceAll("*", ".*")}$`).test(word));
          return matches(sections, section) && matches(directives, name) && directives !== "*";
        });
        assert.ok(fitting.length <= 1, `[${section}] ${name}: ${fitting.map(([, , , why]) => why).join("; ")}`);
      }
    }
  });
});
