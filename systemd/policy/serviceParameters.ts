// The parameters of [Service] about what is run, when, as whom, and where its output goes. Names and man pages are systemd's.

/** Parameters about the life of the service, each with its directive. */
export const serviceParameters = {
  /** When the start counts as done. Default: `exec`, which fails when the program can't be run. systemd.service(5). */
  type: "Type",
  /** Where a forking program writes its main PID. systemd.service(5). */
  pidFile: "PIDFile",
  /** The D-Bus name of a `type: dbus` service. systemd.service(5). */
  busName: "BusName",
  /** The user it runs as, by name or number. systemd.exec(5). */
  user: "User",
  /** Its group. Default: the user's. systemd.exec(5). */
  group: "Group",
  /** Further groups. systemd.exec(5). */
  supplementaryGroups: "SupplementaryGroups",
  /** A user of its own, made for the time it runs. systemd.exec(5). */
  dynamicUser: "DynamicUser",
  /** The folder it runs in, absolute, or `~` for the user's home. systemd.exec(5). */
  workingDirectory: "WorkingDirectory",
  /** Variables, one line each; anyone on the server can read them. systemd.exec(5). */
  environment: "Environment",
  /** Files of variables, read at each start; with a leading `-` they may be missing. systemd.exec(5). */
  environmentFile: "EnvironmentFile",
  /** Variables of the service manager to pass on. systemd.exec(5). */
  passEnvironment: "PassEnvironment",
  /** Variables it doesn't get, wherever they come from. systemd.exec(5). */
  unsetEnvironment: "UnsetEnvironment",
  /** Files handed over as credentials, as `ID:PATH`; it finds them in `$CREDENTIALS_DIRECTORY`. systemd.exec(5). */
  loadCredential: "LoadCredential",
  /** Runs first; exit status 1 to 254 skips the start without failing it. systemd.service(5). */
  execCondition: "ExecCondition",
  /** Run before execStart. systemd.service(5). */
  execStartPre: "ExecStartPre",
  /** The bot itself: a command line, or a list of literal words. systemd.service(5). */
  execStart: "ExecStart",
  /** Run after the start. systemd.service(5). */
  execStartPost: "ExecStartPost",
  /** Run by `systemctl reload`. systemd.service(5). */
  execReload: "ExecReload",
  /** Run to stop it. Default: killSignal. systemd.service(5). */
  execStop: "ExecStop",
  /** Run after it has stopped. systemd.service(5). */
  execStopPost: "ExecStopPost",
  /** Counts as active after its processes have ended. systemd.service(5). */
  remainAfterExit: "RemainAfterExit",
  /** When systemd starts it again. Default: `always`, and `no` for a oneshot. systemd.service(5). */
  restart: "Restart",
  /** The pause before that. Default: 10 s where there is a restart. systemd.service(5). */
  restartSec: "RestartSec",
  /**
   * Exit statuses and signals after which it is not started again. Default, where there is a restart: the statuses systemd gives
   * when folder (200), program (203), group (216) or user (217) is not there. systemd.service(5), systemd.exec(5).
   */
  restartPreventExitStatus: "RestartPreventExitStatus",
  /** Exit statuses and signals after which it is, in any case. systemd.service(5). */
  restartForceExitStatus: "RestartForceExitStatus",
  /** Exit statuses and signals that are no failure. systemd.service(5). */
  successExitStatus: "SuccessExitStatus",
  /** timeoutStartSec and timeoutStopSec at once. systemd.service(5). */
  timeoutSec: "TimeoutSec",
  /** How long a start may take. systemd.service(5). */
  timeoutStartSec: "TimeoutStartSec",
  /** How long a stop may take before it is killed. Default: 20 s, unless timeoutSec is given. systemd.service(5). */
  timeoutStopSec: "TimeoutStopSec",
  /** How long it may take to die of a missed watchdog. systemd.service(5). */
  timeoutAbortSec: "TimeoutAbortSec",
  /** How long it may run at all. systemd.service(5). */
  runtimeMaxSec: "RuntimeMaxSec",
  /** How often it has to report to systemd that it lives. systemd.service(5). */
  watchdogSec: "WatchdogSec",
  /** The signal it gets when it doesn't report. systemd.kill(5). */
  watchdogSignal: "WatchdogSignal",
  /** Which processes may report to systemd. systemd.service(5). */
  notifyAccess: "NotifyAccess",
  /** What follows when one of its processes is killed because memory ran out. systemd.service(5). */
  oomPolicy: "OOMPolicy",
  /** The signal that stops it, as `SIGINT`. systemd.kill(5). */
  killSignal: "KillSignal",
  /** The signal that stops it for a restart. Default: killSignal. systemd.kill(5). */
  restartKillSignal: "RestartKillSignal",
  /** The signal that ends it when it doesn't stop in time. systemd.kill(5). */
  finalKillSignal: "FinalKillSignal",
  /** Which of its processes get the signal. systemd.kill(5). */
  killMode: "KillMode",
  /** Whether it is killed when it doesn't stop in time. systemd.kill(5). */
  sendSIGKILL: "SendSIGKILL",
  /** Its name in the journal. Default: `%N`, the unit's name. systemd.exec(5). */
  syslogIdentifier: "SyslogIdentifier",
  /** The facility its output is logged with. systemd.exec(5). */
  syslogFacility: "SyslogFacility",
  /** The level its output is logged with. systemd.exec(5). */
  syslogLevel: "SyslogLevel",
  /** Whether `<N>` before a line of output is its level. systemd.exec(5). */
  syslogLevelPrefix: "SyslogLevelPrefix",
  /** The least severe level that is logged. systemd.exec(5). */
  logLevelMax: "LogLevelMax",
  /** The time in which logRateLimitBurst counts. systemd.exec(5). */
  logRateLimitIntervalSec: "LogRateLimitIntervalSec",
  /** So many lines in that time, and the journal drops the rest. systemd.exec(5). */
  logRateLimitBurst: "LogRateLimitBurst",
  /** A journal of its own, by name. systemd.exec(5). */
  logNamespace: "LogNamespace",
  /** Where its input comes from. systemd.exec(5). */
  standardInput: "StandardInput",
  /** Where its output goes. systemd.exec(5). */
  standardOutput: "StandardOutput",
  /** Where its error output goes. systemd.exec(5). */
  standardError: "StandardError",
} as const;
