// The directives a bot's parameters can set: the one table that knows section, spelling and kind of value.
// Names, sections and man pages are systemd's.

/** What a value has to look like, and so how it is written. {@link ValueTypes} has the type of each. */
export type DirectiveSpec = { readonly section: "Unit" | "Service" | "Install"; readonly directive: string } & (
  | { readonly kind: keyof ValueTypes }
  | { readonly kind: "integer"; readonly min: number; readonly max: number }
  /** One of the words. */
  | { readonly kind: "choice"; readonly values: readonly string[] }
  /** true, false, or one of the words. */
  | { readonly kind: "switch"; readonly values: readonly string[] }
);

type OneOrMore<T> = T | readonly T[];
export type Scalar = string | number | boolean;

/** A command: a string is a command line in systemd's own syntax, a list holds literal words, the program's path first. */
export type Command = string | readonly string[];

/** Per kind, the type of a value. Where several are allowed, a list gives one line per item. */
export interface ValueTypes {
  /** As systemd reads it, `%` specifiers included. */
  text: string;
  boolean: boolean;
  /** A number of seconds, or systemd's own as "1min 30s". */
  timespan: string | number;
  /** "256M", "50%", "infinity". */
  memory: string;
  /** "50%", more than "100%" is allowed. */
  percentage: string;
  /** A number, "10%" or "infinity". */
  count: string | number;
  /** A number, "infinity", or "soft:hard". */
  limit: string | number;
  /** Octal digits in quotes. */
  mode: string;
  signal: string;
  account: string;
  output: string;
  unit: string;
  /** An absolute path. */
  path: string;
  /** An absolute path, `-` before it or not, or `~`. */
  folder: string;
  units: OneOrMore<string>;
  uris: OneOrMore<string>;
  /** Words without quotes, in one string or a list. */
  words: OneOrMore<string>;
  statuses: OneOrMore<string | number>;
  optionalPaths: OneOrMore<string>;
  wordPaths: OneOrMore<string>;
  folderNames: OneOrMore<string>;
  /** Literal values; null leaves a variable out that came from the defaults. */
  environment: Readonly<Record<string, Scalar | null>>;
  command: Command;
  /** One command, or a list of commands, each a list of its own or a line; a list of nothing but strings is one command. */
  commands: string | readonly Command[];
}

export const directives = {
  /** What the unit is, for `systemctl status` and the journal. Default: the bot's name. systemd.unit(5). */
  description: { section: "Unit", directive: "Description", kind: "text" },
  /** Where it is documented: `https://…`, `man:…`, `file:…`, `info:…`. systemd.unit(5). */
  documentation: { section: "Unit", directive: "Documentation", kind: "uris" },
  /** Starts after these, if they start at all; wants none of them. Default: see {@link botUnit}. systemd.unit(5). */
  after: { section: "Unit", directive: "After", kind: "units" },
  /** Starts before these. systemd.unit(5). */
  before: { section: "Unit", directive: "Before", kind: "units" },
  /** Starts these too, and doesn't mind when they fail. Default: see {@link botUnit}. systemd.unit(5). */
  wants: { section: "Unit", directive: "Wants", kind: "units" },
  /** Starts these too, and is stopped whenever one of them is. systemd.unit(5). */
  requires: { section: "Unit", directive: "Requires", kind: "units" },
  /** Fails to start unless these are up. systemd.unit(5). */
  requisite: { section: "Unit", directive: "Requisite", kind: "units" },
  /** As requires, and is stopped whenever one of them vanishes. systemd.unit(5). */
  bindsTo: { section: "Unit", directive: "BindsTo", kind: "units" },
  /** Is stopped and restarted together with these. systemd.unit(5). */
  partOf: { section: "Unit", directive: "PartOf", kind: "units" },
  /** Never runs together with these: starting one stops the other. systemd.unit(5). */
  conflicts: { section: "Unit", directive: "Conflicts", kind: "units" },
  /** Started when this unit gives up (not at each automatic restart). systemd.unit(5). */
  onFailure: { section: "Unit", directive: "OnFailure", kind: "units" },
  /** The window in which startLimitBurst counts starts; 0 counts none. systemd.unit(5). */
  startLimitIntervalSec: { section: "Unit", directive: "StartLimitIntervalSec", kind: "timespan" },
  /** So many starts in the window, and systemd gives up. systemd.unit(5). */
  startLimitBurst: { section: "Unit", directive: "StartLimitBurst", kind: "integer", min: 0, max: 4294967295 },
  /** When the start counts as done. Default: `exec`, which fails when the program can't be run. systemd.service(5). */
  type: {
    section: "Service",
    directive: "Type",
    kind: "choice",
    values: ["simple", "exec", "forking", "oneshot", "dbus", "notify", "notify-reload", "idle"],
  },
  /** Where a forking program writes its main PID. systemd.service(5). */
  pidFile: { section: "Service", directive: "PIDFile", kind: "path" },
  /** The D-Bus name of a `type: dbus` service. systemd.service(5). */
  busName: { section: "Service", directive: "BusName", kind: "text" },
  /** The user it runs as, by name or number. systemd.exec(5). */
  user: { section: "Service", directive: "User", kind: "account" },
  /** Its group. Default: the user's. systemd.exec(5). */
  group: { section: "Service", directive: "Group", kind: "account" },
  /** Further groups. systemd.exec(5). */
  supplementaryGroups: { section: "Service", directive: "SupplementaryGroups", kind: "words" },
  /** The folder it runs in, absolute, or `~` for the user's home. systemd.exec(5). */
  workingDirectory: { section: "Service", directive: "WorkingDirectory", kind: "folder" },
  /** Variables, one line each; anyone on the server can read them. systemd.exec(5). */
  environment: { section: "Service", directive: "Environment", kind: "environment" },
  /** Files of variables, read at each start; with a leading `-` they may be missing. systemd.exec(5). */
  environmentFile: { section: "Service", directive: "EnvironmentFile", kind: "optionalPaths" },
  /** Variables of the service manager to pass on. systemd.exec(5). */
  passEnvironment: { section: "Service", directive: "PassEnvironment", kind: "words" },
  /** Runs first; exit status 1 to 254 skips the start without failing it. systemd.service(5). */
  execCondition: { section: "Service", directive: "ExecCondition", kind: "commands" },
  /** Run before execStart. systemd.service(5). */
  execStartPre: { section: "Service", directive: "ExecStartPre", kind: "commands" },
  /** The bot itself: a command line, or a list of literal words. systemd.service(5). */
  execStart: { section: "Service", directive: "ExecStart", kind: "command" },
  /** Run after the start. systemd.service(5). */
  execStartPost: { section: "Service", directive: "ExecStartPost", kind: "commands" },
  /** Run by `systemctl reload`. systemd.service(5). */
  execReload: { section: "Service", directive: "ExecReload", kind: "commands" },
  /** Run to stop it. Default: killSignal. systemd.service(5). */
  execStop: { section: "Service", directive: "ExecStop", kind: "commands" },
  /** Run after it has stopped. systemd.service(5). */
  execStopPost: { section: "Service", directive: "ExecStopPost", kind: "commands" },
  /** Counts as active after its processes have ended. systemd.service(5). */
  remainAfterExit: { section: "Service", directive: "RemainAfterExit", kind: "boolean" },
  /** When systemd starts it again. Default: `always`, and `no` for a oneshot. systemd.service(5). */
  restart: {
    section: "Service",
    directive: "Restart",
    kind: "choice",
    values: ["no", "always", "on-success", "on-failure", "on-abnormal", "on-abort", "on-watchdog"],
  },
  /** The pause before that. Default: 10 s where there is a restart. systemd.service(5). */
  restartSec: { section: "Service", directive: "RestartSec", kind: "timespan" },
  /** Exit statuses and signals after which it is not started again. systemd.service(5). */
  restartPreventExitStatus: { section: "Service", directive: "RestartPreventExitStatus", kind: "statuses" },
  /** Exit statuses and signals after which it is, in any case. systemd.service(5). */
  restartForceExitStatus: { section: "Service", directive: "RestartForceExitStatus", kind: "statuses" },
  /** Exit statuses and signals that are no failure. systemd.service(5). */
  successExitStatus: { section: "Service", directive: "SuccessExitStatus", kind: "statuses" },
  /** timeoutStartSec and timeoutStopSec at once. systemd.service(5). */
  timeoutSec: { section: "Service", directive: "TimeoutSec", kind: "timespan" },
  /** How long a start may take. systemd.service(5). */
  timeoutStartSec: { section: "Service", directive: "TimeoutStartSec", kind: "timespan" },
  /** How long a stop may take before it is killed. systemd.service(5). */
  timeoutStopSec: { section: "Service", directive: "TimeoutStopSec", kind: "timespan" },
  /** How long it may run at all. systemd.service(5). */
  runtimeMaxSec: { section: "Service", directive: "RuntimeMaxSec", kind: "timespan" },
  /** How often it has to report to systemd that it lives. systemd.service(5). */
  watchdogSec: { section: "Service", directive: "WatchdogSec", kind: "timespan" },
  /** Which processes may report to systemd. systemd.service(5). */
  notifyAccess: {
    section: "Service",
    directive: "NotifyAccess",
    kind: "choice",
    values: ["none", "main", "exec", "all"],
  },
  /** The signal that stops it, as `SIGINT`. systemd.kill(5). */
  killSignal: { section: "Service", directive: "KillSignal", kind: "signal" },
  /** The signal that ends it when it doesn't stop in time. systemd.kill(5). */
  finalKillSignal: { section: "Service", directive: "FinalKillSignal", kind: "signal" },
  /** Which of its processes get the signal. systemd.kill(5). */
  killMode: {
    section: "Service",
    directive: "KillMode",
    kind: "choice",
    values: ["control-group", "mixed", "process", "none"],
  },
  /** Whether it is killed when it doesn't stop in time. systemd.kill(5). */
  sendSIGKILL: { section: "Service", directive: "SendSIGKILL", kind: "boolean" },
  /** Scheduling priority: the higher, the nicer to others. systemd.exec(5). */
  nice: { section: "Service", directive: "Nice", kind: "integer", min: -20, max: 19 },
  /** How likely the kernel kills it when memory runs out. systemd.exec(5). */
  oomScoreAdjust: { section: "Service", directive: "OOMScoreAdjust", kind: "integer", min: -1000, max: 1000 },
  /** Share of one CPU, as `50%`. systemd.resource-control(5). */
  cpuQuota: { section: "Service", directive: "CPUQuota", kind: "percentage" },
  /** Its weight against others when the CPU is busy. systemd.resource-control(5). */
  cpuWeight: { section: "Service", directive: "CPUWeight", kind: "integer", min: 1, max: 10000 },
  /** Its weight against others when the disk is busy. systemd.resource-control(5). */
  ioWeight: { section: "Service", directive: "IOWeight", kind: "integer", min: 1, max: 10000 },
  /** Killed above this, as `256M`. systemd.resource-control(5). */
  memoryMax: { section: "Service", directive: "MemoryMax", kind: "memory" },
  /** Slowed down above this. systemd.resource-control(5). */
  memoryHigh: { section: "Service", directive: "MemoryHigh", kind: "memory" },
  /** Swap it may use. systemd.resource-control(5). */
  memorySwapMax: { section: "Service", directive: "MemorySwapMax", kind: "memory" },
  /** Processes and threads it may have. systemd.resource-control(5). */
  tasksMax: { section: "Service", directive: "TasksMax", kind: "count" },
  /** Files it may have open. systemd.exec(5). */
  limitNOFILE: { section: "Service", directive: "LimitNOFILE", kind: "limit" },
  /** Processes its user may have. systemd.exec(5). */
  limitNPROC: { section: "Service", directive: "LimitNPROC", kind: "limit" },
  /** The slice whose limits it shares. systemd.resource-control(5). */
  slice: { section: "Service", directive: "Slice", kind: "unit" },
  /** Its name in the journal. Default: the program's. systemd.exec(5). */
  syslogIdentifier: { section: "Service", directive: "SyslogIdentifier", kind: "text" },
  /** Where its output goes. systemd.exec(5). */
  standardOutput: { section: "Service", directive: "StandardOutput", kind: "output" },
  /** Where its error output goes. systemd.exec(5). */
  standardError: { section: "Service", directive: "StandardError", kind: "output" },
  /** Bits that new files don't get, as `"0077"`. systemd.exec(5). */
  umask: { section: "Service", directive: "UMask", kind: "mode" },
  /** Folders under /run, made for it and removed after it. systemd.exec(5). */
  runtimeDirectory: { section: "Service", directive: "RuntimeDirectory", kind: "folderNames" },
  /** Folders under /var/lib, made for it. systemd.exec(5). */
  stateDirectory: { section: "Service", directive: "StateDirectory", kind: "folderNames" },
  /** Folders under /var/cache, made for it. systemd.exec(5). */
  cacheDirectory: { section: "Service", directive: "CacheDirectory", kind: "folderNames" },
  /** Folders under /var/log, made for it. systemd.exec(5). */
  logsDirectory: { section: "Service", directive: "LogsDirectory", kind: "folderNames" },
  /** Their mode, as `"0750"`. systemd.exec(5). */
  runtimeDirectoryMode: { section: "Service", directive: "RuntimeDirectoryMode", kind: "mode" },
  /** Their mode, as `"0750"`. systemd.exec(5). */
  stateDirectoryMode: { section: "Service", directive: "StateDirectoryMode", kind: "mode" },
  /** No program it runs gains rights; sudo stops working in it. systemd.exec(5). */
  noNewPrivileges: { section: "Service", directive: "NoNewPrivileges", kind: "boolean" },
  /** Its own /tmp and /var/tmp. systemd.exec(5). */
  privateTmp: { section: "Service", directive: "PrivateTmp", kind: "boolean" },
  /** No devices but /dev/null and its like. systemd.exec(5). */
  privateDevices: { section: "Service", directive: "PrivateDevices", kind: "boolean" },
  /** Makes the system read-only for it. systemd.exec(5). */
  protectSystem: { section: "Service", directive: "ProtectSystem", kind: "switch", values: ["full", "strict"] },
  /** Hides the homes from it. systemd.exec(5). */
  protectHome: { section: "Service", directive: "ProtectHome", kind: "switch", values: ["read-only", "tmpfs"] },
  /** Hides other users' processes from it. systemd.exec(5). */
  protectProc: {
    section: "Service",
    directive: "ProtectProc",
    kind: "choice",
    values: ["default", "noaccess", "invisible", "ptraceable"],
  },
  /** It can't set the clock. systemd.exec(5). */
  protectClock: { section: "Service", directive: "ProtectClock", kind: "boolean" },
  /** It can't set the host name. systemd.exec(5). */
  protectHostname: { section: "Service", directive: "ProtectHostname", kind: "boolean" },
  /** It can't set kernel variables. systemd.exec(5). */
  protectKernelTunables: { section: "Service", directive: "ProtectKernelTunables", kind: "boolean" },
  /** It can't load kernel modules. systemd.exec(5). */
  protectKernelModules: { section: "Service", directive: "ProtectKernelModules", kind: "boolean" },
  /** It can't read the kernel's log. systemd.exec(5). */
  protectKernelLogs: { section: "Service", directive: "ProtectKernelLogs", kind: "boolean" },
  /** It can't change control groups. systemd.exec(5). */
  protectControlGroups: { section: "Service", directive: "ProtectControlGroups", kind: "boolean" },
  /** It can't change its execution domain. systemd.exec(5). */
  lockPersonality: { section: "Service", directive: "LockPersonality", kind: "boolean" },
  /** No memory both writable and executable; Node.js dies of it. systemd.exec(5). */
  memoryDenyWriteExecute: { section: "Service", directive: "MemoryDenyWriteExecute", kind: "boolean" },
  /** No realtime scheduling. systemd.exec(5). */
  restrictRealtime: { section: "Service", directive: "RestrictRealtime", kind: "boolean" },
  /** It can't make set-user-id files. systemd.exec(5). */
  restrictSUIDSGID: { section: "Service", directive: "RestrictSUIDSGID", kind: "boolean" },
  /** It can't make namespaces. systemd.exec(5). */
  restrictNamespaces: { section: "Service", directive: "RestrictNamespaces", kind: "boolean" },
  /** The kinds of sockets it may open. systemd.exec(5). */
  restrictAddressFamilies: { section: "Service", directive: "RestrictAddressFamilies", kind: "words" },
  /** The system call tables it may use, as `native`. systemd.exec(5). */
  systemCallArchitectures: { section: "Service", directive: "SystemCallArchitectures", kind: "words" },
  /** The system calls it may make. systemd.exec(5). */
  systemCallFilter: { section: "Service", directive: "SystemCallFilter", kind: "words" },
  /** The error the others give, as `EPERM`, instead of its death. systemd.exec(5). */
  systemCallErrorNumber: { section: "Service", directive: "SystemCallErrorNumber", kind: "text" },
  /** The capabilities it may have; `""` for none. systemd.exec(5). */
  capabilityBoundingSet: { section: "Service", directive: "CapabilityBoundingSet", kind: "words" },
  /** Capabilities it is started with. systemd.exec(5). */
  ambientCapabilities: { section: "Service", directive: "AmbientCapabilities", kind: "words" },
  /** Stay writable under protectSystem. systemd.exec(5). */
  readWritePaths: { section: "Service", directive: "ReadWritePaths", kind: "wordPaths" },
  /** Read-only for it. systemd.exec(5). */
  readOnlyPaths: { section: "Service", directive: "ReadOnlyPaths", kind: "wordPaths" },
  /** Hidden from it. systemd.exec(5). */
  inaccessiblePaths: { section: "Service", directive: "InaccessiblePaths", kind: "wordPaths" },
  /** Enabled, it starts with these. Default: `[multi-user.target]`. systemd.unit(5). */
  wantedBy: { section: "Install", directive: "WantedBy", kind: "units" },
  /** Enabled, these fail without it. systemd.unit(5). */
  requiredBy: { section: "Install", directive: "RequiredBy", kind: "units" },
  /** Further names it gets when enabled. systemd.unit(5). */
  alias: { section: "Install", directive: "Alias", kind: "units" },
  /** Enabled together with it. systemd.unit(5). */
  also: { section: "Install", directive: "Also", kind: "units" },
} as const satisfies Record<string, DirectiveSpec>;

type ParameterName = keyof typeof directives;

type ValueOf<Spec> = Spec extends { kind: "integer" }
  ? number
  : Spec extends { kind: "choice"; values: readonly (infer Word)[] }
    ? Word
    : Spec extends { kind: "switch"; values: readonly (infer Word)[] }
      ? boolean | Word
      : Spec extends { kind: infer Kind extends keyof ValueTypes }
        ? ValueTypes[Kind]
        : never;

/**
 * What a bot's unit says, in systemd's words: each parameter is a directive in camelCase. The order of the keys is the order of
 * the lines within a section. null leaves the directive out, and its default.
 */
export type BotParameters = { readonly [Name in ParameterName]?: ValueOf<(typeof directives)[Name]> | null };
