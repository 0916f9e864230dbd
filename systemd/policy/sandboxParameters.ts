// The parameters of [Service] about what it can't see and do. Names and man pages are systemd's.

/** Parameters that take rights away, each with its directive; `hardening` sets many of them at once. */
export const sandboxParameters = {
  /** No program it runs gains rights; sudo stops working in it. systemd.exec(5). */
  noNewPrivileges: "NoNewPrivileges",
  /** Its own /tmp and /var/tmp. systemd.exec(5). */
  privateTmp: "PrivateTmp",
  /** No devices but /dev/null and its like. systemd.exec(5). */
  privateDevices: "PrivateDevices",
  /** No network but its own loopback. systemd.exec(5). */
  privateNetwork: "PrivateNetwork",
  /** Its own table of users: root and itself. systemd.exec(5). */
  privateUsers: "PrivateUsers",
  /** Its own System V IPC and POSIX message queues. systemd.exec(5). */
  privateIPC: "PrivateIPC",
  /** What it mounts stays its own. systemd.exec(5). */
  privateMounts: "PrivateMounts",
  /** Its IPC objects are removed when it stops. systemd.exec(5). */
  removeIPC: "RemoveIPC",
  /** Makes the system read-only for it. systemd.exec(5). */
  protectSystem: "ProtectSystem",
  /** Hides the homes from it. systemd.exec(5). */
  protectHome: "ProtectHome",
  /** Hides other users' processes from it. systemd.exec(5). */
  protectProc: "ProtectProc",
  /** How much of /proc it sees: `pid` for processes alone. systemd.exec(5). */
  procSubset: "ProcSubset",
  /** It can't set the clock. systemd.exec(5). */
  protectClock: "ProtectClock",
  /** It can't set the host name. systemd.exec(5). */
  protectHostname: "ProtectHostname",
  /** It can't set kernel variables. systemd.exec(5). */
  protectKernelTunables: "ProtectKernelTunables",
  /** It can't load kernel modules. systemd.exec(5). */
  protectKernelModules: "ProtectKernelModules",
  /** It can't read the kernel's log. systemd.exec(5). */
  protectKernelLogs: "ProtectKernelLogs",
  /** It can't change control groups. systemd.exec(5). */
  protectControlGroups: "ProtectControlGroups",
  /** It can't change its execution domain. systemd.exec(5). */
  lockPersonality: "LockPersonality",
  /** No memory both writable and executable; Node.js dies of it. systemd.exec(5). */
  memoryDenyWriteExecute: "MemoryDenyWriteExecute",
  /** No realtime scheduling. systemd.exec(5). */
  restrictRealtime: "RestrictRealtime",
  /** It can't make set-user-id files. systemd.exec(5). */
  restrictSUIDSGID: "RestrictSUIDSGID",
  /** It can't make namespaces. systemd.exec(5). */
  restrictNamespaces: "RestrictNamespaces",
  /** The kinds of sockets it may open. systemd.exec(5). */
  restrictAddressFamilies: "RestrictAddressFamilies",
  /** The system call tables it may use, as `native`. systemd.exec(5). */
  systemCallArchitectures: "SystemCallArchitectures",
  /** The system calls it may make. systemd.exec(5). */
  systemCallFilter: "SystemCallFilter",
  /** The error the others give, as `EPERM`, instead of its death. systemd.exec(5). */
  systemCallErrorNumber: "SystemCallErrorNumber",
  /** The capabilities it may have; `""` for none. systemd.exec(5). */
  capabilityBoundingSet: "CapabilityBoundingSet",
  /** Capabilities it is started with. systemd.exec(5). */
  ambientCapabilities: "AmbientCapabilities",
  /** Whose keys of the kernel it sees. systemd.exec(5). */
  keyringMode: "KeyringMode",
  /** Stay writable under protectSystem. systemd.exec(5). */
  readWritePaths: "ReadWritePaths",
  /** Read-only for it. systemd.exec(5). */
  readOnlyPaths: "ReadOnlyPaths",
  /** Hidden from it. systemd.exec(5). */
  inaccessiblePaths: "InaccessiblePaths",
  /** Programs can be run from there under noExecPaths. systemd.exec(5). */
  execPaths: "ExecPaths",
  /** No program can be run from there. systemd.exec(5). */
  noExecPaths: "NoExecPaths",
  /** Seen by it at another place, as `SOURCE:PLACE`. systemd.exec(5). */
  bindPaths: "BindPaths",
  /** As bindPaths, read-only. systemd.exec(5). */
  bindReadOnlyPaths: "BindReadOnlyPaths",
  /** Empty folders in memory, laid over these. systemd.exec(5). */
  temporaryFileSystem: "TemporaryFileSystem",
  /** Its root folder. systemd.exec(5). */
  rootDirectory: "RootDirectory",
  /** Which devices it may use at all. systemd.resource-control(5). */
  devicePolicy: "DevicePolicy",
  /** Devices it may use, as `/dev/ttyUSB0 rw`. systemd.resource-control(5). */
  deviceAllow: "DeviceAllow",
  /** The addresses it may talk to. systemd.resource-control(5). */
  ipAddressAllow: "IPAddressAllow",
  /** The addresses it may not talk to. systemd.resource-control(5). */
  ipAddressDeny: "IPAddressDeny",
} as const;
