// What a changed directive means for a unit that runs. One table: the preview, the fingerprint that the tool on a server
// compares, and `unit impact` all read it, so that they can't disagree. What a test can see of it is checked against a
// real systemd in test/system/impact.test.ts.

/** What one changed directive asks for; `nothing`: systemd doesn't even read it. */
export type Need = "nothing" | "daemon-reload" | "reenable" | "reload" | "restart";

export type ImpactRow = readonly [
  /** Names with a space between; a name may end in `*`. */
  sections: string,
  directives: string,
  need: Need,
  /** Goes on after the directive's name. */
  why: string,
  /** The man page, and where that leaves it open, systemd's source file. */
  source: string,
  /** What NixOS's switch-to-configuration does when it changes. */
  nixos: "the same" | "nothing" | "reload" | "restart",
];

const withProcesses = "Service Socket Mount Swap";
const withCgroup = "Service Socket Mount Swap Slice Scope";

/** The first row that fits decides. */
export const impactTable: readonly ImpactRow[] = [
  ["X-*", "*", "nothing", "systemd skips what begins with X-", "systemd.unit(5)", "restart"],
  ["*", "X-*", "nothing", "systemd skips what begins with X-", "systemd.unit(5)", "restart"],
  [
    "*",
    "IgnoreOnSnapshot SysVStartPriority BusPolicy Capabilities NetClass",
    "nothing",
    "systemd has given it up",
    "load-fragment.c, config_parse_warn_compat",
    "restart",
  ],
  ["Install", "*", "reenable", "the links of an enabled unit come from it", "systemctl(1)", "nothing"],

  // [Unit], of all kinds
  ["Unit", "JoinsNamespaceOf", "restart", "a process enters its namespaces at its start", "systemd.unit(5)", "restart"],
  [
    "Unit",
    `Description Documentation SourcePath OnFailure OnSuccess OnFailureJobMode IgnoreOnIsolate StopWhenUnneeded
      RefuseManualStart RefuseManualStop AllowIsolate CollectMode`,
    "daemon-reload",
    "systemd's own, no process sees it",
    "systemd.unit(5)",
    "nothing",
  ],
  ["Unit", "Condition* Assert*", "daemon-reload", "is asked at the next start", "systemd.unit(5)", "restart"],
  [
    "Unit",
    `Requires Requisite Wants BindsTo Upholds PartOf Conflicts Before After RequiresMountsFor WantsMountsFor
      PropagatesReloadTo ReloadPropagatedFrom PropagatesStopTo StopPropagatedFrom DefaultDependencies
      RequiresOverridable RequisiteOverridable`,
    "daemon-reload",
    "counts when a unit is started, stopped or reloaded",
    "systemd.unit(5)",
    "restart",
  ],
  [
    "Unit",
    `OnSuccessJobMode OnFailureIsolate JobTimeout* JobRunningTimeoutSec StartLimit* FailureAction* SuccessAction*
      RebootArgument SurviveFinalKillSignal`,
    "daemon-reload",
    "counts when a unit starts or ends",
    "systemd.unit(5)",
    "restart",
  ],

  // What the sections with processes share
  [
    withProcesses,
    "Slice Delegate DelegateSubgroup MemoryPressure* CPUPressure* IOPressure* NFTSet",
    "restart",
    "a process gets its control group at its start",
    "systemd.resource-control(5); cgroup.c",
    "restart",
  ],
  [
    withCgroup,
    `*Accounting CPUWeight StartupCPUWeight CPUShares StartupCPUShares CPUQuota CPUQuotaPeriodSec AllowedCPUs
      StartupAllowedCPUs AllowedMemoryNodes StartupAllowedMemoryNodes MemoryMin MemoryLow StartupMemoryLow
      DefaultMemoryMin DefaultMemoryLow DefaultStartupMemoryLow MemoryHigh StartupMemoryHigh MemoryMax
      StartupMemoryMax MemorySwapMax StartupMemorySwapMax MemoryZSwapMax StartupMemoryZSwapMax MemoryZSwapWriteback
      MemoryLimit TasksMax IOWeight StartupIOWeight IODeviceWeight IORead* IOWrite* IODeviceLatencyTargetSec BlockIO*
      StartupBlockIOWeight DeviceAllow DevicePolicy IPAddressAllow IPAddressDeny IPIngressFilterPath
      IPEgressFilterPath ManagedOOM* DisableControllers BPFProgram SocketBindAllow SocketBindDeny
      RestrictNetworkInterfaces CoredumpReceive`,
    "daemon-reload",
    "systemd applies it to the running control group",
    "systemd.resource-control(5); unit-serialize.c, unit_deserialize",
    "restart",
  ],
  [
    withProcesses,
    "KillMode KillSignal RestartKillSignal FinalKillSignal SendSIGKILL SendSIGHUP WatchdogSignal",
    "daemon-reload",
    "counts when it stops",
    "systemd.kill(5)",
    "restart",
  ],
  [withProcesses, "TimeoutCleanSec", "daemon-reload", "counts at systemctl clean", "systemd.exec(5)", "restart"],

  // [Service]
  [
    "Service",
    `Restart RestartSec RestartSteps RestartMaxDelaySec RestartMode RestartRandomizedDelaySec RestartPreventExitStatus RestartForceExitStatus
      SuccessExitStatus RemainAfterExit ExitType OOMPolicy StartLimit* FailureAction RebootArgument`,
    "daemon-reload",
    "counts when its process ends",
    "systemd.service(5); service.c",
    "restart",
  ],
  [
    "Service",
    "ExecReload ExecReloadPost ReloadSignal ExecStop ExecStopPost RuntimeDirectoryPreserve",
    "daemon-reload",
    "counts when it is reloaded or stopped",
    "systemd.service(5)",
    "restart",
  ],
  [
    "Service",
    "TimeoutSec TimeoutStart* TimeoutStop* TimeoutAbortSec RuntimeMaxSec RuntimeRandomizedExtraSec",
    "daemon-reload",
    "systemd applies it to the running service",
    "systemd.service(5); service.c, service_coldplug",
    "restart",
  ],
  ["Service", "*", "restart", "a process gets it at its start", "systemd.service(5), systemd.exec(5)", "restart"],

  // [Socket]: its restart begins with a stop of the service, without which it fails
  [
    "Socket",
    "MaxConnections MaxConnectionsPerSource TriggerLimit* PollLimit* FlushPending",
    "daemon-reload",
    "counts at the next connection",
    "systemd.socket(5); socket.c",
    "nothing",
  ],
  [
    "Socket",
    "ExecStopPre ExecStopPost TimeoutSec RemoveOnStop",
    "daemon-reload",
    "counts when it stops",
    "systemd.socket(5)",
    "nothing",
  ],
  ["Socket", "*", "restart", "a socket gets it when it is opened", "systemd.socket(5)", "nothing"],

  // [Timer] and [Path]
  [
    "Timer",
    "*",
    "daemon-reload",
    "systemd computes the next time anew",
    "systemd.timer(5); timer.c, timer_coldplug",
    "restart",
  ],
  ["Path", "MakeDirectory DirectoryMode", "restart", "the folder is made at its start", "systemd.path(5)", "restart"],
  ["Path", "*", "daemon-reload", "systemd watches anew", "systemd.path(5); path.c, path_coldplug", "restart"],

  // [Mount], [Automount] and [Swap]
  [
    "Mount",
    "Options SloppyOptions",
    "reload",
    "a reload mounts again with them",
    "systemd.mount(5); mount.c, mount_reload",
    "reload",
  ],
  [
    "Mount",
    "DirectoryMode LazyUnmount ForceUnmount TimeoutSec",
    "daemon-reload",
    "counts at the next mount or unmount",
    "systemd.mount(5)",
    "restart",
  ],
  ["Automount", "DirectoryMode", "daemon-reload", "counts at its next start", "systemd.automount(5)", "restart"],
  ["Swap", "TimeoutSec", "daemon-reload", "counts when it stops", "systemd.swap(5)", "restart"],
  [
    "Mount Automount Swap",
    "*",
    "restart",
    "it is set up with that at its start",
    "systemd.mount(5), systemd.automount(5), systemd.swap(5)",
    "restart",
  ],

  // A slice or a scope is a control group, and its restart would end all that runs in it.
  [
    "Slice Scope",
    "*",
    "daemon-reload",
    "systemd applies it to the running control group",
    "systemd.slice(5), systemd.scope(5)",
    "nothing",
  ],
];
