// The parameters of [Service] about folders, limits and priorities. Names and man pages are systemd's.

/** Parameters about what it has and how much it may use, each with its directive. */
export const resourceParameters = {
  /** Bits that new files don't get, as `"0077"`. systemd.exec(5). */
  umask: "UMask",
  /** Folders under /run, made for it and removed after it. systemd.exec(5). */
  runtimeDirectory: "RuntimeDirectory",
  /** Folders under /var/lib, made for it. systemd.exec(5). */
  stateDirectory: "StateDirectory",
  /** Folders under /var/cache, made for it. systemd.exec(5). */
  cacheDirectory: "CacheDirectory",
  /** Folders under /var/log, made for it. systemd.exec(5). */
  logsDirectory: "LogsDirectory",
  /** Folders under /etc, made for it. systemd.exec(5). */
  configurationDirectory: "ConfigurationDirectory",
  /** Their mode, as `"0750"`. systemd.exec(5). */
  runtimeDirectoryMode: "RuntimeDirectoryMode",
  /** Their mode, as `"0750"`. systemd.exec(5). */
  stateDirectoryMode: "StateDirectoryMode",
  /** Their mode, as `"0750"`. systemd.exec(5). */
  cacheDirectoryMode: "CacheDirectoryMode",
  /** Their mode, as `"0750"`. systemd.exec(5). */
  logsDirectoryMode: "LogsDirectoryMode",
  /** Their mode, as `"0750"`. systemd.exec(5). */
  configurationDirectoryMode: "ConfigurationDirectoryMode",
  /** Whether runtimeDirectory outlives it. systemd.exec(5). */
  runtimeDirectoryPreserve: "RuntimeDirectoryPreserve",
  /** Scheduling priority: the higher, the nicer to others. systemd.exec(5). */
  nice: "Nice",
  /** How likely the kernel kills it when memory runs out. systemd.exec(5). */
  oomScoreAdjust: "OOMScoreAdjust",
  /** How the kernel schedules it. systemd.exec(5). */
  cpuSchedulingPolicy: "CPUSchedulingPolicy",
  /** The CPUs it runs on, as `0-3`. systemd.exec(5). */
  cpuAffinity: "CPUAffinity",
  /** The class of its disk access. systemd.exec(5). */
  ioSchedulingClass: "IOSchedulingClass",
  /** Its priority in that class. systemd.exec(5). */
  ioSchedulingPriority: "IOSchedulingPriority",
  /** Share of one CPU, as `50%`. systemd.resource-control(5). */
  cpuQuota: "CPUQuota",
  /** Its weight against others when the CPU is busy. systemd.resource-control(5). */
  cpuWeight: "CPUWeight",
  /** Its weight against others when the disk is busy. systemd.resource-control(5). */
  ioWeight: "IOWeight",
  /** Killed above this, as `256M`. systemd.resource-control(5). */
  memoryMax: "MemoryMax",
  /** Slowed down above this. systemd.resource-control(5). */
  memoryHigh: "MemoryHigh",
  /** Kept for it as long as others have more than theirs. systemd.resource-control(5). */
  memoryLow: "MemoryLow",
  /** Kept for it in any case. systemd.resource-control(5). */
  memoryMin: "MemoryMin",
  /** Swap it may use. systemd.resource-control(5). */
  memorySwapMax: "MemorySwapMax",
  /** Processes and threads it may have. systemd.resource-control(5). */
  tasksMax: "TasksMax",
  /** Seconds of CPU time a process may use. systemd.exec(5). */
  limitCPU: "LimitCPU",
  /** How large a file it may write. systemd.exec(5). */
  limitFSIZE: "LimitFSIZE",
  /** How large a core dump may be. systemd.exec(5). */
  limitCORE: "LimitCORE",
  /** Address space a process may have. systemd.exec(5). */
  limitAS: "LimitAS",
  /** Memory it may lock. systemd.exec(5). */
  limitMEMLOCK: "LimitMEMLOCK",
  /** Files it may have open. systemd.exec(5). */
  limitNOFILE: "LimitNOFILE",
  /** Processes its user may have. systemd.exec(5). */
  limitNPROC: "LimitNPROC",
  /** The slice whose limits it shares. systemd.resource-control(5). */
  slice: "Slice",
  /** Whether its CPU time is counted. systemd.resource-control(5). */
  cpuAccounting: "CPUAccounting",
  /** Whether its memory is counted. systemd.resource-control(5). */
  memoryAccounting: "MemoryAccounting",
  /** Whether its processes are counted. systemd.resource-control(5). */
  tasksAccounting: "TasksAccounting",
  /** Whether its disk access is counted. systemd.resource-control(5). */
  ioAccounting: "IOAccounting",
  /** Whether its network traffic is counted. systemd.resource-control(5). */
  ipAccounting: "IPAccounting",
} as const;
