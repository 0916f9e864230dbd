// What impact.test.ts changes in a running service, and how the server itself shows whether that has come to it.

export interface ImpactCase {
  /** Lines of [Service], or with a header of their own before them. */
  readonly before: string;
  readonly after: string;
  /** A shell script that prints what the running service has: `$unit` is its name, `$pid` its process. */
  readonly ask: string;
  readonly gives: readonly [before: string, after: string];
}

const row = (before: string, after: string, ask: string, ...gives: [string, string]): ImpactCase => ({
  ...{ before, after, ask, gives },
});

const environ = (name: string) => `tr '\\0' '\\n' </proc/$pid/environ | sed -n 's/^${name}=//p'`;
const status = (name: string) => `sed -n 's/^${name}:[[:space:]]*//p' /proc/$pid/status`;
const limit = (name: string) => `sed -n 's/^Max ${name}  *\\([0-9]*\\) .*/\\1/p' /proc/$pid/limits`;
const namespace = (kind: string) =>
  `[ "$(readlink /proc/$pid/ns/${kind})" = "$(readlink /proc/1/ns/${kind})" ] && echo shared || echo own`;
const shows = (property: string) => `systemctl show -p ${property} --value $unit`;
const filters = `n=$(sed -n 's/^Seccomp_filters:[[:space:]]*//p' /proc/1/status); m=$(sed -n 's/^Seccomp_filters:[[:space:]]*//p' /proc/$pid/status); [ $m -gt $n ] && echo filtered || echo free`;
const mountsOwn = (line: string) => row("", line, namespace("mnt"), "shared", "own");
const filtered = (line: string) => row("", line, filters, "free", "filtered");

/** What a process gets at its start: a daemon-reload alone must not bring it, and a restart must. */
export const restartCases: Readonly<Record<string, ImpactCase>> = {
  ExecStart: row(
    "",
    "ExecStart=\nExecStart=/bin/sleep 99999",
    "tr '\\0' ' ' </proc/$pid/cmdline",
    "/bin/sleep infinity ",
    "/bin/sleep 99999 ",
  ),
  ExecStartPre: row(
    "",
    "ExecStartPre=/bin/touch /run/%n.pre",
    "ls /run/$unit.pre 2>/dev/null || echo none",
    "none",
    "/run/$unit.pre",
  ),
  Type: row(
    "Type=simple",
    "Type=notify\nNotifyAccess=all\nExecStart=\nExecStart=/bin/sh -c 'systemd-notify --ready; exec sleep infinity'",
    environ("NOTIFY_SOCKET"),
    "",
    "/run/systemd/notify",
  ),
  NotifyAccess: row("", "NotifyAccess=main", environ("NOTIFY_SOCKET"), "", "/run/systemd/notify"),
  WatchdogSec: row("", "WatchdogSec=1h", environ("WATCHDOG_USEC"), "", "3600000000"),
  Environment: row("Environment=V=1", "Environment=V=2", environ("V"), "1", "2"),
  UnsetEnvironment: row("Environment=V=1", "Environment=V=1\nUnsetEnvironment=V", environ("V"), "1", ""),
  EnvironmentFile: row("", "EnvironmentFile=/etc/os-release", environ("ID"), "", "debian"),
  User: row("", "User=bot", "stat -c %U /proc/$pid", "root", "bot"),
  Group: row("", "Group=bot", "stat -c %G /proc/$pid", "root", "bot"),
  SupplementaryGroups: row("User=bot", "User=bot\nSupplementaryGroups=daemon", status("Groups"), "997 ", "1 997 "),
  DynamicUser: row(
    "",
    "DynamicUser=yes",
    "[ $(stat -c %u /proc/$pid) -gt 60000 ] && echo dynamic || echo fixed",
    "fixed",
    "dynamic",
  ),
  WorkingDirectory: row("", "WorkingDirectory=/opt", "readlink /proc/$pid/cwd", "/", "/opt"),
  UMask: row("", "UMask=0077", status("Umask"), "0022", "0077"),
  Nice: row("", "Nice=5", "cut -d ' ' -f 19 /proc/$pid/stat", "0", "5"),
  OOMScoreAdjust: row("", "OOMScoreAdjust=500", "cat /proc/$pid/oom_score_adj", "0", "500"),
  CoredumpFilter: row(
    "",
    "CoredumpFilter=all",
    "[ $(cat /proc/$pid/coredump_filter) = 000001ff ] && echo all || echo some",
    "some",
    "all",
  ),
  IOSchedulingClass: row("", "IOSchedulingClass=idle", "ionice -p $pid", "none: prio 0", "idle"),
  CPUSchedulingPolicy: row(
    "",
    "CPUSchedulingPolicy=batch",
    "chrt -p $pid | sed -n 's/.*policy: //p'",
    "SCHED_OTHER",
    "SCHED_BATCH",
  ),
  CPUAffinity: row("", "CPUAffinity=0", status("Cpus_allowed_list"), "0-1", "0"),
  TimerSlackNSec: row("", "TimerSlackNSec=1ms", "cat /proc/$pid/timerslack_ns", "50000", "1000000"),
  Personality: row("", "Personality=x86", "cat /proc/$pid/personality", "00000000", "00000008"),
  IgnoreSIGPIPE: row("", "IgnoreSIGPIPE=no", status("SigIgn"), "0000000000001000", "0000000000000000"),
  LimitNOFILE: row("LimitNOFILE=70", "LimitNOFILE=77", limit("open files"), "70", "77"),
  LimitNPROC: row("LimitNPROC=70", "LimitNPROC=77", limit("processes"), "70", "77"),
  LimitCORE: row("LimitCORE=70", "LimitCORE=77", limit("core file size"), "70", "77"),
  LimitMEMLOCK: row("LimitMEMLOCK=70000", "LimitMEMLOCK=77000", limit("locked memory"), "70000", "77000"),
  NoNewPrivileges: row("", "NoNewPrivileges=yes", status("NoNewPrivs"), "0", "1"),
  CapabilityBoundingSet: row("", "CapabilityBoundingSet=CAP_KILL", status("CapBnd"), "", "0000000000000020"),
  AmbientCapabilities: row(
    "User=bot",
    "User=bot\nAmbientCapabilities=CAP_KILL",
    status("CapAmb"),
    "0000000000000000",
    "0000000000000020",
  ),
  SystemCallFilter: filtered("SystemCallFilter=@system-service"),
  SystemCallArchitectures: filtered("SystemCallArchitectures=native"),
  MemoryDenyWriteExecute: filtered("MemoryDenyWriteExecute=yes"),
  RestrictAddressFamilies: filtered("RestrictAddressFamilies=AF_INET"),
  RestrictNamespaces: filtered("RestrictNamespaces=yes"),
  RestrictRealtime: filtered("RestrictRealtime=yes"),
  RestrictSUIDSGID: filtered("RestrictSUIDSGID=yes"),
  LockPersonality: filtered("LockPersonality=yes"),
  ProtectClock: filtered("ProtectClock=yes"),
  ProtectKernelModules: mountsOwn("ProtectKernelModules=yes"),
  ProtectKernelTunables: mountsOwn("ProtectKernelTunables=yes"),
  ProtectControlGroups: mountsOwn("ProtectControlGroups=yes"),
  ProtectSystem: mountsOwn("ProtectSystem=strict"),
  ProtectHome: mountsOwn("ProtectHome=yes"),
  ProtectProc: mountsOwn("ProtectProc=invisible"),
  PrivateTmp: mountsOwn("PrivateTmp=yes"),
  PrivateDevices: mountsOwn("PrivateDevices=yes"),
  PrivateMounts: mountsOwn("PrivateMounts=yes"),
  ReadOnlyPaths: mountsOwn("ReadOnlyPaths=/opt"),
  InaccessiblePaths: mountsOwn("InaccessiblePaths=/opt"),
  BindReadOnlyPaths: mountsOwn("BindReadOnlyPaths=/opt:/mnt"),
  TemporaryFileSystem: mountsOwn("TemporaryFileSystem=/opt"),
  PrivateNetwork: row("", "PrivateNetwork=yes", namespace("net"), "shared", "own"),
  PrivateIPC: row("", "PrivateIPC=yes", namespace("ipc"), "shared", "own"),
  PrivateUsers: row("", "PrivateUsers=yes", namespace("user"), "shared", "own"),
  ProtectHostname: row("", "ProtectHostname=yes", namespace("uts"), "shared", "own"),
  JoinsNamespaceOf: row(
    "PrivateNetwork=yes",
    "PrivateNetwork=yes\n[Unit]\nJoinsNamespaceOf=impact-owner.service",
    '[ "$(readlink /proc/$pid/ns/net)" = "$(readlink /proc/$(systemctl show -p MainPID --value impact-owner)/ns/net)" ] && echo joined || echo apart',
    "apart",
    "joined",
  ),
  StandardOutput: row("", "StandardOutput=null", "readlink /proc/$pid/fd/1 | sed 's/:.*//'", "socket", "/dev/null"),
  StandardInputText: row(
    "",
    "StandardInputText=hello",
    "readlink /proc/$pid/fd/0 | sed 's/[(:].*//; s/ *$//'",
    "/dev/null",
    "/memfd",
  ),
  RuntimeDirectory: row(
    "",
    "RuntimeDirectory=impact-x",
    "ls -d /run/impact-x 2>/dev/null || echo none",
    "none",
    "/run/impact-x",
  ),
  StateDirectory: row("", "StateDirectory=impact-x", environ("STATE_DIRECTORY"), "", "/var/lib/impact-x"),
  SetCredential: row(
    "",
    "SetCredential=token:x",
    `cat "$(${environ("CREDENTIALS_DIRECTORY")})/token" 2>/dev/null || echo none`,
    "none",
    "x",
  ),
  LogLevelMax: row("LogLevelMax=info", "LogLevelMax=err", "readlink /run/systemd/units/log-level-max:$unit", "6", "3"),
  LogRateLimitBurst: row(
    "LogRateLimitBurst=5",
    "LogRateLimitBurst=7",
    "readlink /run/systemd/units/log-rate-limit-burst:$unit",
    "5",
    "7",
  ),
  LogExtraFields: row(
    "LogExtraFields=A=1",
    "LogExtraFields=A=2",
    "tail -c 3 /run/systemd/units/log-extra-fields:$unit",
    "A=1",
    "A=2",
  ),
  Slice: row(
    "",
    "Slice=impact.slice",
    "sed -n 's/^0:.*\\/\\([a-z]*[.]slice\\)\\/.*/\\1/p' /proc/$pid/cgroup",
    "system.slice",
    "impact.slice",
  ),
  Delegate: row(
    "User=bot",
    "User=bot\nDelegate=yes",
    "stat -c %U /sys/fs/cgroup/systemd$(systemctl show -p ControlGroup --value $unit | sed 's/.*\\(\\/system.slice\\)/\\1/')",
    "root",
    "bot",
  ),
};

/** A limit of the control group. This only shows that systemd took it over: the guest's control groups have no controllers. */
const shown = (line: string, property: string, first: string, then: string) =>
  row("", line, shows(property), first, then);

/** What systemd applies to a service that runs: a daemon-reload alone has to bring it, to the same process. */
export const reloadCases: Readonly<Record<string, ImpactCase>> = {
  Description: row("[Unit]\nDescription=a", "[Unit]\nDescription=b", shows("Description"), "a", "b"),
  Documentation: row("", "[Unit]\nDocumentation=man:sh", shows("Documentation"), "", "man:sh"),
  Wants: row("", "[Unit]\nWants=impact-none.service", shows("Wants"), "", "impact-none.service"),
  OnFailure: row("", "[Unit]\nOnFailure=impact-none.service", shows("OnFailure"), "", "impact-none.service"),
  StartLimitBurst: row("[Unit]\nStartLimitBurst=5", "[Unit]\nStartLimitBurst=6", shows("StartLimitBurst"), "5", "6"),
  TimeoutStopSec: row("TimeoutStopSec=8", "TimeoutStopSec=9", shows("TimeoutStopUSec"), "8s", "9s"),
  CPUQuota: shown("CPUQuota=20%", "CPUQuotaPerSecUSec", "infinity", "200ms"),
  CPUWeight: shown("CPUWeight=20", "CPUWeight", "[not set]", "20"),
  MemoryMax: shown("MemoryMax=96M", "MemoryMax", "infinity", "100663296"),
  MemoryHigh: shown("MemoryHigh=96M", "MemoryHigh", "infinity", "100663296"),
  TasksMax: shown("TasksMax=7", "TasksMax", "", "7"),
  IOWeight: shown("IOWeight=20", "IOWeight", "[not set]", "20"),
  IPAddressDeny: shown("IPAddressDeny=10.0.0.1", "IPAddressDeny", "", "10.0.0.1/32"),
  DevicePolicy: shown("DevicePolicy=closed", "DevicePolicy", "auto", "closed"),
  DeviceAllow: shown("DeviceAllow=/dev/kmsg r", "DeviceAllow", "", "/dev/kmsg r"),
};

const ends = "systemctl kill --signal=KILL $unit; sleep 0.7";
const stops = "systemctl stop $unit";
const trap = (signal: string) => `trap "echo ${signal} >/run/$0; exit" ${signal}`;
const listens = `ExecStart=\nExecStart=/bin/sh -c '${trap("INT")}; ${trap("TERM")}; while :; do sleep 0.1; done' %n`;

/**
 * What shows only when the service ends or is reloaded: `ask` does that. `gives` is what comes of a service that was not changed,
 * and of one whose change a daemon-reload alone has brought.
 */
export const actCases: Readonly<Record<string, ImpactCase>> = {
  Restart: row("", "Restart=always", `${ends}; ${shows("SubState")}`, "failed", "running"),
  RestartSec: row(
    "Restart=always\nRestartSec=9",
    "Restart=always\nRestartSec=0",
    `${ends}; ${shows("SubState")}`,
    "auto-restart",
    "running",
  ),
  RestartPreventExitStatus: row(
    "Restart=always",
    "Restart=always\nRestartPreventExitStatus=SIGKILL",
    `${ends}; ${shows("SubState")}`,
    "running",
    "failed",
  ),
  SuccessExitStatus: row("", "SuccessExitStatus=SIGKILL", `${ends}; ${shows("Result")}`, "signal", "success"),
  RemainAfterExit: row(
    "",
    "RemainAfterExit=yes",
    `systemctl kill $unit; sleep 0.5; ${shows("SubState")}`,
    "dead",
    "exited",
  ),
  // Past its time already, it is stopped there and then.
  RuntimeMaxSec: row("", "RuntimeMaxSec=1ms", `sleep 0.5; ${shows("Result")}`, "success", "timeout"),
  ExecReload: row(
    "",
    "ExecReload=/bin/touch /run/%n",
    `systemctl reload $unit 2>/dev/null || :; ls /run/$unit 2>/dev/null || echo none`,
    "none",
    "/run/$unit",
  ),
  ExecStop: row(
    "",
    "ExecStop=/bin/touch /run/%n",
    `${stops}; ls /run/$unit 2>/dev/null || echo none`,
    "none",
    "/run/$unit",
  ),
  ExecStopPost: row(
    "",
    "ExecStopPost=/bin/touch /run/%n",
    `${stops}; ls /run/$unit 2>/dev/null || echo none`,
    "none",
    "/run/$unit",
  ),
  KillSignal: row(listens, `${listens}\nKillSignal=SIGINT`, `${stops}; cat /run/$unit`, "TERM", "INT"),
  RuntimeDirectoryPreserve: row(
    "RuntimeDirectory=%n",
    "RuntimeDirectory=%n\nRuntimeDirectoryPreserve=yes",
    `${stops}; ls -d /run/$unit 2>/dev/null || echo none`,
    "none",
    "/run/$unit",
  ),
};
