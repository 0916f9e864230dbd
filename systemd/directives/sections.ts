// Written by `npm run generate` from systemd/data/: change that instead.

import type { Named, OneOrMore, Switch, Values } from "./valueShapes.ts";

/** The words of each enumeration. */
export interface Words {
  readonly cgroup_device_policy: "auto" | "closed" | "strict";
  readonly cgroup_pressure_watch: "no" | "yes" | "auto" | "skip";
  readonly collect_mode: "inactive" | "inactive-or-failed";
  readonly cpuset_partition: "member" | "root" | "isolated";
  readonly emergency_action:
    | "none"
    | "reboot"
    | "reboot-force"
    | "reboot-immediate"
    | "poweroff"
    | "poweroff-force"
    | "poweroff-immediate"
    | "exit"
    | "exit-force"
    | "soft-reboot"
    | "soft-reboot-force"
    | "kexec"
    | "kexec-force"
    | "halt"
    | "halt-force"
    | "halt-immediate";
  readonly exec_input: "null" | "tty" | "tty-force" | "tty-fail" | "socket" | "fd" | "data" | "file";
  readonly exec_keyring_mode: "inherit" | "private" | "shared";
  readonly exec_output:
    | "inherit"
    | "null"
    | "tty"
    | "syslog"
    | "syslog+console"
    | "kmsg"
    | "kmsg+console"
    | "journal"
    | "journal+console"
    | "socket"
    | "fd"
    | "file"
    | "append"
    | "truncate";
  readonly exec_preserve_mode: "no" | "yes" | "restart" | "on-success";
  readonly exec_utmp_mode: "init" | "login" | "user";
  readonly ioprio_class: "none" | "realtime" | "best-effort" | "idle";
  readonly ip_tos: "low-delay" | "throughput" | "reliability" | "low-cost";
  readonly job_mode:
    | "fail"
    | "replace"
    | "replace-irreversibly"
    | "isolate"
    | "flush"
    | "ignore-dependencies"
    | "ignore-requirements"
    | "triggering"
    | "restart-dependencies"
    | "lenient";
  readonly kill_mode: "control-group" | "process" | "mixed" | "none";
  readonly log_facility_unshifted:
    | "kern"
    | "user"
    | "mail"
    | "daemon"
    | "auth"
    | "syslog"
    | "lpr"
    | "news"
    | "uucp"
    | "cron"
    | "authpriv"
    | "ftp"
    | "local0"
    | "local1"
    | "local2"
    | "local3"
    | "local4"
    | "local5"
    | "local6"
    | "local7";
  readonly log_level: "emerg" | "alert" | "crit" | "err" | "warning" | "notice" | "info" | "debug";
  readonly managed_oom_mode: "auto" | "kill";
  readonly managed_oom_preference: "none" | "avoid" | "omit";
  readonly memory_thp: "inherit" | "disable" | "madvise" | "system";
  readonly mount_propagation_flag: "shared" | "slave" | "private";
  readonly mpol: "default" | "preferred" | "bind" | "interleave" | "local" | "preferred-many" | "weighted-interleave";
  readonly notify_access: "none" | "main" | "exec" | "all";
  readonly oom_policy: "continue" | "stop" | "kill";
  readonly private_pids: "no" | "yes";
  readonly private_tmp: "no" | "connected" | "disconnected";
  readonly private_users: "no" | "self" | "identity" | "full" | "managed";
  readonly proc_subset: "all" | "pid";
  readonly protect_control_groups: "no" | "yes" | "private" | "strict";
  readonly protect_home: "no" | "yes" | "read-only" | "tmpfs";
  readonly protect_hostname: "no" | "yes" | "private";
  readonly protect_proc: "default" | "noaccess" | "invisible" | "ptraceable";
  readonly protect_system: "no" | "yes" | "full" | "strict";
  readonly sched_policy: "other" | "batch" | "idle" | "fifo" | "rr" | "ext";
  readonly service_exit_type: "main" | "cgroup";
  readonly service_restart: "no" | "on-success" | "on-failure" | "on-abnormal" | "on-watchdog" | "on-abort" | "always";
  readonly service_restart_mode: "normal" | "direct" | "debug";
  readonly service_timeout_failure_mode: "terminate" | "abort" | "kill";
  readonly service_type: "simple" | "forking" | "oneshot" | "dbus" | "notify" | "idle" | "exec" | "notify-reload";
  readonly socket_address_bind_ipv6_only: "default" | "both" | "ipv6-only";
  readonly socket_defer_trigger: "no" | "yes" | "patient";
  readonly socket_protocol: "udplite" | "sctp" | "mptcp";
  readonly socket_timestamping: "off" | "us" | "ns" | "usec" | "nsec" | "µs";
  readonly bpf_delegate_map_type:
    | "BPFMapTypeUnspec"
    | "BPFMapTypeHash"
    | "BPFMapTypeArray"
    | "BPFMapTypeProgArray"
    | "BPFMapTypePerfEventArray"
    | "BPFMapTypePercpuHash"
    | "BPFMapTypePercpuArray"
    | "BPFMapTypeStackTrace"
    | "BPFMapTypeCgroupArray"
    | "BPFMapTypeLruHash"
    | "BPFMapTypeLruPercpuHash"
    | "BPFMapTypeLpmTrie"
    | "BPFMapTypeArrayOfMaps"
    | "BPFMapTypeHashOfMaps"
    | "BPFMapTypeDevmap"
    | "BPFMapTypeSockmap"
    | "BPFMapTypeCpumap"
    | "BPFMapTypeXskmap"
    | "BPFMapTypeSockhash"
    | "BPFMapTypeReuseportSockarray"
    | "BPFMapTypeQueue"
    | "BPFMapTypeStack"
    | "BPFMapTypeSkStorage"
    | "BPFMapTypeDevmapHash"
    | "BPFMapTypeStructOps"
    | "BPFMapTypeRingbuf"
    | "BPFMapTypeInodeStorage"
    | "BPFMapTypeTaskStorage"
    | "BPFMapTypeBloomFilter"
    | "BPFMapTypeUserRingbuf"
    | "BPFMapTypeCgrpStorage"
    | "BPFMapTypeArena"
    | "BPFMapTypeInsnArray"
    | "BPFMapTypeRhash"
    | "BPFMapTypeCgroupStorageDeprecated"
    | "BPFMapTypePercpuCgroupStorageDeprecated";
  readonly bpf_delegate_prog_type:
    | "BPFProgTypeUnspec"
    | "BPFProgTypeSocketFilter"
    | "BPFProgTypeKprobe"
    | "BPFProgTypeSchedCls"
    | "BPFProgTypeSchedAct"
    | "BPFProgTypeTracepoint"
    | "BPFProgTypeXdp"
    | "BPFProgTypePerfEvent"
    | "BPFProgTypeCgroupSkb"
    | "BPFProgTypeCgroupSock"
    | "BPFProgTypeLwtIn"
    | "BPFProgTypeLwtOut"
    | "BPFProgTypeLwtXmit"
    | "BPFProgTypeSockOps"
    | "BPFProgTypeSkSkb"
    | "BPFProgTypeCgroupDevice"
    | "BPFProgTypeSkMsg"
    | "BPFProgTypeRawTracepoint"
    | "BPFProgTypeCgroupSockAddr"
    | "BPFProgTypeLwtSeg6local"
    | "BPFProgTypeLircMode2"
    | "BPFProgTypeSkReuseport"
    | "BPFProgTypeFlowDissector"
    | "BPFProgTypeCgroupSysctl"
    | "BPFProgTypeCgroupSockopt"
    | "BPFProgTypeTracing"
    | "BPFProgTypeStructOps"
    | "BPFProgTypeExt"
    | "BPFProgTypeLsm"
    | "BPFProgTypeSkLookup"
    | "BPFProgTypeNetfilter"
    | "BPFProgTypeRawTracepointWritable";
  readonly bpf_delegate_cmd:
    | "BPFMapCreate"
    | "BPFMapLookupElem"
    | "BPFMapUpdateElem"
    | "BPFMapDeleteElem"
    | "BPFMapGetNextKey"
    | "BPFProgLoad"
    | "BPFObjPin"
    | "BPFObjGet"
    | "BPFProgAttach"
    | "BPFProgDetach"
    | "BPFProgTestRun"
    | "BPFProgGetNextId"
    | "BPFMapGetNextId"
    | "BPFProgGetFdById"
    | "BPFMapGetFdById"
    | "BPFObjGetInfoByFd"
    | "BPFProgQuery"
    | "BPFRawTracepointOpen"
    | "BPFBtfLoad"
    | "BPFBtfGetFdById"
    | "BPFTaskFdQuery"
    | "BPFMapLookupAndDeleteElem"
    | "BPFMapFreeze"
    | "BPFBtfGetNextId"
    | "BPFMapLookupBatch"
    | "BPFMapLookupAndDeleteBatch"
    | "BPFMapUpdateBatch"
    | "BPFMapDeleteBatch"
    | "BPFLinkCreate"
    | "BPFLinkUpdate"
    | "BPFLinkGetFdById"
    | "BPFLinkGetNextId"
    | "BPFEnableStats"
    | "BPFIterCreate"
    | "BPFLinkDetach"
    | "BPFProgBindMap"
    | "BPFTokenCreate"
    | "BPFProgStreamReadByFd"
    | "BPFProgAssocStructOps";
  readonly bpf_delegate_attach_type:
    | "BPFCgroupInetIngress"
    | "BPFCgroupInetEgress"
    | "BPFCgroupInetSockCreate"
    | "BPFCgroupSockOps"
    | "BPFSkSkbStreamParser"
    | "BPFSkSkbStreamVerdict"
    | "BPFCgroupDevice"
    | "BPFSkMsgVerdict"
    | "BPFCgroupInet4Bind"
    | "BPFCgroupInet6Bind"
    | "BPFCgroupInet4Connect"
    | "BPFCgroupInet6Connect"
    | "BPFCgroupInet4PostBind"
    | "BPFCgroupInet6PostBind"
    | "BPFCgroupUdp4Sendmsg"
    | "BPFCgroupUdp6Sendmsg"
    | "BPFLircMode2"
    | "BPFFlowDissector"
    | "BPFCgroupSysctl"
    | "BPFCgroupUdp4Recvmsg"
    | "BPFCgroupUdp6Recvmsg"
    | "BPFCgroupGetsockopt"
    | "BPFCgroupSetsockopt"
    | "BPFTraceRawTp"
    | "BPFTraceFentry"
    | "BPFTraceFexit"
    | "BPFModifyReturn"
    | "BPFLsmMac"
    | "BPFTraceIter"
    | "BPFCgroupInet4Getpeername"
    | "BPFCgroupInet6Getpeername"
    | "BPFCgroupInet4Getsockname"
    | "BPFCgroupInet6Getsockname"
    | "BPFXdpDevmap"
    | "BPFCgroupInetSockRelease"
    | "BPFXdpCpumap"
    | "BPFSkLookup"
    | "BPFXdp"
    | "BPFSkSkbVerdict"
    | "BPFSkReuseportSelect"
    | "BPFSkReuseportSelectOrMigrate"
    | "BPFPerfEvent"
    | "BPFTraceKprobeMulti"
    | "BPFLsmCgroup"
    | "BPFStructOps"
    | "BPFNetfilter"
    | "BPFTcxIngress"
    | "BPFTcxEgress"
    | "BPFTraceUprobeMulti"
    | "BPFCgroupUnixConnect"
    | "BPFCgroupUnixSendmsg"
    | "BPFCgroupUnixRecvmsg"
    | "BPFCgroupUnixGetpeername"
    | "BPFCgroupUnixGetsockname"
    | "BPFNetkitPrimary"
    | "BPFNetkitPeer"
    | "BPFTraceKprobeSession"
    | "BPFTraceUprobeSession"
    | "BPFTraceFsession"
    | "BPFTraceFentryMulti"
    | "BPFTraceFexitMulti"
    | "BPFTraceFsessionMulti";
  readonly service_refresh_on_reload: "extensions" | "credentials";
}

/** What these have in common: [Service], [Socket], [Mount], [Swap]. */
export interface ExecContext {
  /**
   * Folder the processes run in: absolute, or ~ for the user's home; with a leading `-` it may be missing. Default: /,
   * below RootDirectory.
   * systemd.exec(5).
   */
  readonly WorkingDirectory?: Values["workingDirectory"] | null;
  /**
   * Folder that becomes the processes' / (chroot); everything they need has to be in it. Default: the host's /.
   * systemd.exec(5).
   */
  readonly RootDirectory?: Values["path"] | null;
  /**
   * Disk image, or block device, that becomes the processes' / for as long as they run. Default: the host's /.
   * systemd.exec(5).
   */
  readonly RootImage?: Values["path"] | null;
  /**
   * Mount options for RootImage, as OPTIONS for its root or PARTITION:OPTIONS, as `home:nodev,nosuid`.
   * systemd.exec(5). Since 247.
   */
  readonly RootImageOptions?: OneOrMore<Values["mountOptions"]> | null;
  /**
   * Which partitions of RootImage may or have to be used and how protected, as `root=verity+signed:home=unused`.
   * Default: any.
   * systemd.exec(5). Since 254.
   */
  readonly RootImagePolicy?: Values["imagePolicy"] | null;
  /**
   * Verity root hash that RootImage has to match, in hexadecimal, or a file with it. Default: the image's .roothash
   * file, if any.
   * systemd.exec(5). Since 246.
   */
  readonly RootHash?: Values["rootHash"] | null;
  /**
   * PKCS#7 signature of RootHash: a file, or base64:DATA. Default: the image's .roothash.p7s file, if any.
   * systemd.exec(5). Since 246.
   */
  readonly RootHashSignature?: Values["rootHash"] | null;
  /**
   * File with the verity hash data of RootImage, if that isn't in the image. Default: the image's .verity file, if any.
   * systemd.exec(5). Since 246.
   */
  readonly RootVerity?: Values["path"] | null;
  /**
   * Runs on a throwaway copy of RootDirectory or RootImage, which is deleted when the unit stops. Default: no.
   * systemd.exec(5). Since 254.
   */
  readonly RootEphemeral?: Values["boolean"] | null;
  /**
   * Folder (.mstack) of images and folders that are laid over each other to become the processes' /. Default: the
   * host's /.
   * systemd.exec(5). Since 260.
   */
  readonly RootMStack?: Values["path"] | null;
  /**
   * Folders whose /usr and /opt (systemd 254: also /etc) are laid over those the processes see; with a leading `-` one
   * may be missing.
   * systemd.exec(5). Since 251.
   */
  readonly ExtensionDirectories?: OneOrMore<Values["paths"]> | null;
  /**
   * Disk images whose /usr and /opt (systemd 254: also /etc) are laid over those the processes see; with a leading `-`
   * one may be missing.
   * systemd.exec(5). Since 248.
   */
  readonly ExtensionImages?: OneOrMore<Values["images"]> | null;
  /**
   * Which partitions of ExtensionImages may or have to be used and how protected, as `root=verity+signed`.
   * systemd.exec(5). Since 254.
   */
  readonly ExtensionImagePolicy?: Values["imagePolicy"] | null;
  /**
   * Disk images to mount for the processes, as IMAGE:PATH or IMAGE:PATH:OPTIONS; with a leading `-` one may be missing.
   * systemd.exec(5). Since 247.
   */
  readonly MountImages?: OneOrMore<Values["images"]> | null;
  /**
   * Which partitions of MountImages may or have to be used and how protected, as `root=verity+signed`. Default: any.
   * systemd.exec(5). Since 254.
   */
  readonly MountImagePolicy?: Values["imagePolicy"] | null;
  /**
   * User the processes run as, by name or UID. Default: root for system services, so set this or DynamicUser.
   * systemd.exec(5).
   */
  readonly User?: Values["account"] | null;
  /** Group the processes run as, by name or GID. Default: that of the user. systemd.exec(5). */
  readonly Group?: Values["account"] | null;
  /** Further groups of the processes, besides those their user is in anyway. systemd.exec(5). */
  readonly SupplementaryGroups?: OneOrMore<Values["accounts"]> | null;
  /**
   * Sets $HOME, $LOGNAME, $USER and $SHELL to the user's. Default: yes if User, DynamicUser or PAMName is set, no
   * otherwise.
   * systemd.exec(5). Since 255.
   */
  readonly SetLoginEnvironment?: Values["boolean"] | null;
  /**
   * CPU priority of the processes, from -20 (first) to 19 (nicest to others). Default: the service manager's, normally
   * 0.
   * systemd.exec(5).
   */
  readonly Nice?: Values["integer"] | null;
  /**
   * How likely the kernel kills the processes when memory runs out, from -1000 (never) to 1000 (first). Default: the
   * manager's, normally 0.
   * systemd.exec(5).
   */
  readonly OOMScoreAdjust?: Values["integer"] | null;
  /**
   * Kinds of memory that a core dump holds: names as private-anonymous or elf-headers, default, all, or a hexadecimal
   * mask.
   * systemd.exec(5). Since 246.
   */
  readonly CoredumpFilter?: OneOrMore<Values["coredumpFilter"]> | null;
  /**
   * Disk scheduling class: realtime, best-effort (the kernel's default) or idle, which gets what nobody else needs.
   * systemd.exec(5).
   */
  readonly IOSchedulingClass?: Words["ioprio_class"] | number | null;
  /** Disk priority in its IOSchedulingClass, from 0 (first) to 7 (last). Default: 4 in best-effort. systemd.exec(5). */
  readonly IOSchedulingPriority?: Values["integer"] | null;
  /**
   * CPU scheduling policy: other (the normal one), batch, idle, or realtime by fifo or rr. Default: the service
   * manager's.
   * systemd.exec(5).
   */
  readonly CPUSchedulingPolicy?: Words["sched_policy"] | number | null;
  /**
   * Realtime priority for the policies fifo and rr, from 1 (low) to 99 (high); 0 for the other policies.
   * systemd.exec(5).
   */
  readonly CPUSchedulingPriority?: Values["integer"] | null;
  /**
   * Gives back realtime scheduling and negative nice values in processes the service forks. Default: no.
   * systemd.exec(5).
   */
  readonly CPUSchedulingResetOnFork?: Values["boolean"] | null;
  /**
   * CPUs the processes start on, as numbers and ranges (0-3 6), or numa for those of NUMAMask. They may leave it;
   * AllowedCPUs binds.
   * systemd.exec(5).
   */
  readonly CPUAffinity?: OneOrMore<Values["cpuSet"]> | null;
  /**
   * NUMA memory policy: default, preferred, bind, interleave or local. Which nodes is up to NUMAMask.
   * systemd.exec(5).
   */
  readonly NUMAPolicy?: Words["mpol"] | null;
  /** NUMA nodes for NUMAPolicy, as numbers and ranges (0-1 3), or all. systemd.exec(5). */
  readonly NUMAMask?: OneOrMore<Values["cpuSet"]> | null;
  /** Permission bits that new files don't get, in octal. Default: 0022 for system services. systemd.exec(5). */
  readonly UMask?: Values["mode"] | null;
  /**
   * Variables, as NAME=VALUE words, in quotes if they have spaces. Anyone on the host can read them: no secrets here.
   * systemd.exec(5).
   */
  readonly Environment?: Values["environment"] | null;
  /**
   * File of variables, read at each start, which beat those of Environment; with a leading `-` it may be missing. One
   * per line.
   * systemd.exec(5).
   */
  readonly EnvironmentFile?: OneOrMore<Values["environmentFile"]> | null;
  /**
   * Names of variables to hand on from the service manager's own environment. Default: none for system services.
   * systemd.exec(5).
   */
  readonly PassEnvironment?: OneOrMore<Values["environmentNames"]> | null;
  /**
   * Variables taken away at last, wherever they came from: NAME, or NAME=VALUE for just that value.
   * systemd.exec(5).
   */
  readonly UnsetEnvironment?: OneOrMore<Values["unsetEnvironment"]> | null;
  /**
   * Runs as a user that exists only while the unit runs; implies PrivateTmp, RemoveIPC, ProtectSystem=strict and more.
   * Default: no.
   * systemd.exec(5).
   */
  readonly DynamicUser?: Values["boolean"] | null;
  /**
   * Removes the shared memory, semaphores and message queues of the unit's user when it stops. Default: no, yes with
   * DynamicUser.
   * systemd.exec(5).
   */
  readonly RemoveIPC?: Values["boolean"] | null;
  /**
   * Where standard input comes from: null (default), data, file:PATH, tty, tty-force, tty-fail, socket or fd:NAME.
   * systemd.exec(5).
   */
  readonly StandardInput?: Values["input"] | null;
  /**
   * Where output goes: journal (default), null, inherit, file:, append: or truncate:PATH, tty, kmsg, socket, fd:NAME;
   * +console adds that.
   * systemd.exec(5).
   */
  readonly StandardOutput?: Values["output"] | null;
  /**
   * Where error output goes, words as for StandardOutput. Default: inherit, to the same place as the output.
   * systemd.exec(5).
   */
  readonly StandardError?: Values["output"] | null;
  /**
   * Text for StandardInput=data; each assignment adds a line. C escapes and specifiers with % are resolved.
   * systemd.exec(5).
   */
  readonly StandardInputText?: OneOrMore<Values["inputText"]> | null;
  /** Base64 of bytes for StandardInput=data; assignments add up. systemd.exec(5). */
  readonly StandardInputData?: OneOrMore<Values["inputData"]> | null;
  /** Terminal for StandardInput=tty and the like. Default: /dev/console. systemd.exec(5). */
  readonly TTYPath?: Values["path"] | null;
  /** Resets the terminal of TTYPath before and after. Default: no. systemd.exec(5). */
  readonly TTYReset?: Values["boolean"] | null;
  /** Disconnects everyone else from the terminal of TTYPath before and after. Default: no. systemd.exec(5). */
  readonly TTYVHangup?: Values["boolean"] | null;
  /** Clears the virtual console of TTYPath, scrollback included, before and after. Default: no. systemd.exec(5). */
  readonly TTYVTDisallocate?: Values["boolean"] | null;
  /** Height of the terminal of TTYPath, in lines. Default: left as it is. systemd.exec(5). Since 250. */
  readonly TTYRows?: Values["integer"] | null;
  /** Width of the terminal of TTYPath, in characters. Default: left as it is. systemd.exec(5). Since 250. */
  readonly TTYColumns?: Values["integer"] | null;
  /** Name its output has in the journal, for `journalctl -t`. Default: the name of the program run. systemd.exec(5). */
  readonly SyslogIdentifier?: Values["text"] | null;
  /** Syslog facility of its output, as daemon (default), user, auth, cron or local0 to local7. systemd.exec(5). */
  readonly SyslogFacility?: Words["log_facility_unshifted"] | number | null;
  /**
   * Log level of lines that don't say theirs: emerg, alert, crit, err, warning, notice, info (default), debug.
   * systemd.exec(5).
   */
  readonly SyslogLevel?: Words["log_level"] | number | null;
  /** Reads a prefix such as `<3>` of an output line as the line's log level. Default: yes. systemd.exec(5). */
  readonly SyslogLevelPrefix?: Values["boolean"] | null;
  /**
   * Drops messages of the unit less important than this level: emerg, alert, crit, err, warning, notice, info, debug
   * (the default: none).
   * systemd.exec(5).
   */
  readonly LogLevelMax?: Words["log_level"] | number | null;
  /**
   * Window in which LogRateLimitBurst counts messages. Seconds; default: journald's, 30; 0 turns the limit off.
   * systemd.exec(5).
   */
  readonly LogRateLimitIntervalSec?: Values["timespan"] | null;
  /**
   * How many messages LogRateLimitIntervalSec lets through; the rest is dropped. Default: journald's, 10000; 0 turns
   * the limit off.
   * systemd.exec(5).
   */
  readonly LogRateLimitBurst?: Values["integer"] | null;
  /**
   * Fields added to each journal entry of the unit, as NAME=VALUE words, in quotes if they have spaces.
   * systemd.exec(5).
   */
  readonly LogExtraFields?: OneOrMore<Values["logFields"]> | null;
  /**
   * Regular expression: the journal keeps only messages that match one; with a leading ~ it drops those that match.
   * systemd.exec(5). Since 253.
   */
  readonly LogFilterPatterns?: OneOrMore<Values["regex"]> | null;
  /**
   * Without effect, removed from systemd: use AmbientCapabilities and CapabilityBoundingSet.
   * @deprecated Without effect.
   */
  readonly Capabilities?: Values["removed"] | null;
  /**
   * Secure bits of the processes: keep-caps, no-setuid-fixup, noroot, each also with -locked. Default: none.
   * systemd.exec(5).
   */
  readonly SecureBits?: OneOrMore<Values["secureBits"]> | null;
  /**
   * Only these capabilities can ever be had; ~ before the list means all but these, empty means none. Default: all.
   * systemd.exec(5).
   */
  readonly CapabilityBoundingSet?: OneOrMore<Values["capabilities"]> | null;
  /**
   * Capabilities a service with User still has, as CAP_NET_BIND_SERVICE for ports below 1024. Default: none.
   * systemd.exec(5).
   */
  readonly AmbientCapabilities?: OneOrMore<Values["capabilities"]> | null;
  /**
   * How late the kernel may wake the processes' timers, to save wake-ups. Nanoseconds, or with a unit. Default: the
   * service manager's.
   * systemd.exec(5).
   */
  readonly TimerSlackNSec?: Values["nanoseconds"] | null;
  /**
   * No process of it can gain rights by executing a program, so sudo and set-user-ID fail. Default: no; some other
   * settings imply yes.
   * systemd.exec(5).
   */
  readonly NoNewPrivileges?: Values["boolean"] | null;
  /**
   * Kernel keyring of the processes: private (default; a new one), shared (that, linked with the user's), inherit (none
   * of its own).
   * systemd.exec(5).
   */
  readonly KeyringMode?: Words["exec_keyring_mode"] | null;
  /**
   * What /proc shows of other users' processes: default (all), noaccess (no details), invisible (nothing), ptraceable.
   * Not for root.
   * systemd.exec(5). Since 247.
   */
  readonly ProtectProc?: Words["protect_proc"] | null;
  /**
   * What /proc has at all: all (default), or pid for processes only, which breaks programs that read /proc/meminfo and
   * the like.
   * systemd.exec(5). Since 247.
   */
  readonly ProcSubset?: Words["proc_subset"] | null;
  /**
   * Its own, empty BPF file system at /sys/fs/bpf, where the BPFDelegate settings can allow something. Default: no.
   * systemd.exec(5). Since 258.
   */
  readonly PrivateBPF?: Values["boolean"] | null;
  /**
   * BPF commands allowed through the file system of PrivateBPF, as BPFProgLoad, or any. Default: none.
   * systemd.exec(5). Since 258.
   */
  readonly BPFDelegateCommands?: Values["bpfDelegate"] | null;
  /**
   * Types of BPF maps allowed through the file system of PrivateBPF, as BPFMapTypeHash, or any. Default: none.
   * systemd.exec(5). Since 258.
   */
  readonly BPFDelegateMaps?: Values["bpfDelegate"] | null;
  /**
   * Types of BPF programs allowed through the file system of PrivateBPF, as BPFProgTypeKprobe, or any. Default: none.
   * systemd.exec(5). Since 258.
   */
  readonly BPFDelegatePrograms?: Values["bpfDelegate"] | null;
  /**
   * Places to attach BPF programs to, allowed through the file system of PrivateBPF, as BPFCgroupInetIngress, or any.
   * Default: none.
   * systemd.exec(5). Since 258.
   */
  readonly BPFDelegateAttachments?: Values["bpfDelegate"] | null;
  /**
   * System calls, or groups as `@system-service`, that are allowed; ~ before the list forbids it instead. Others kill
   * it (SIGSYS).
   * systemd.exec(5).
   */
  readonly SystemCallFilter?: OneOrMore<Values["syscalls"]> | null;
  /**
   * Kinds of system calls allowed, as native, x86-64 or x86; native shuts out those of foreign ABIs. Default: all.
   * systemd.exec(5).
   */
  readonly SystemCallArchitectures?: OneOrMore<Values["architectures"]> | null;
  /** Error that forbidden system calls return, as EPERM. Default: kill, so SIGSYS ends the process. systemd.exec(5). */
  readonly SystemCallErrorNumber?: Values["errno"] | null;
  /**
   * System calls, or groups as `@mount`, to log; ~ before the list logs all but these. Default: none.
   * systemd.exec(5). Since 247.
   */
  readonly SystemCallLog?: OneOrMore<Values["syscalls"]> | null;
  /**
   * No memory both writable and executable; breaks Node.js and others that compile while running. Default: no.
   * systemd.exec(5).
   */
  readonly MemoryDenyWriteExecute?: Values["boolean"] | null;
  /**
   * With yes it can't make or join namespaces; with a list, as user mnt net, only these, with ~ before it all but
   * these. Default: no, any.
   * systemd.exec(5).
   */
  readonly RestrictNamespaces?: OneOrMore<Values["namespaces"]> | null;
  /** Refuses realtime scheduling, with which a process can take a whole CPU. Default: no. systemd.exec(5). */
  readonly RestrictRealtime?: Values["boolean"] | null;
  /** Refuses to set the set-user-ID and set-group-ID bits of files. Default: no. systemd.exec(5). */
  readonly RestrictSUIDSGID?: Values["boolean"] | null;
  /**
   * Kinds of sockets it may make, as AF_UNIX AF_INET AF_INET6; none for none; ~ before the list: all but these.
   * Default: any.
   * systemd.exec(5).
   */
  readonly RestrictAddressFamilies?: OneOrMore<Values["addressFamilies"]> | null;
  /** Locks the execution domain (see Personality), so the processes can't change it. Default: no. systemd.exec(5). */
  readonly LockPersonality?: Values["boolean"] | null;
  /**
   * Which of its namespaces its own user namespace owns, so that its root can change them: yes, no (default), or a list
   * as mnt net.
   * systemd.exec(5). Since 258.
   */
  readonly DelegateNamespaces?: OneOrMore<Values["namespaces"]> | null;
  /**
   * Types of file systems it may open files on, as ext4 or `@basic-api`; ~ before the list: all but these. Default:
   * any.
   * systemd.exec(5). Since 250.
   */
  readonly RestrictFileSystems?: OneOrMore<Values["fileSystems"]> | null;
  /**
   * CPU time each process may use, before SIGXCPU and SIGKILL. Seconds, infinity or SOFT:HARD. Default: infinity.
   * systemd.exec(5).
   */
  readonly LimitCPU?: Values["rlimitTime"] | null;
  /**
   * Size up to which each process can write a file. Bytes with K, M, G, infinity or SOFT:HARD. Default: infinity.
   * systemd.exec(5).
   */
  readonly LimitFSIZE?: Values["rlimit"] | null;
  /**
   * Data segment (heap) of each process. Bytes with K, M, G, infinity or SOFT:HARD. Default: infinity; MemoryMax is for
   * the whole unit.
   * systemd.exec(5).
   */
  readonly LimitDATA?: Values["rlimit"] | null;
  /**
   * Stack of each process's main thread. Bytes with K, M, G, infinity or SOFT:HARD. Default: the manager's, normally 8M
   * soft.
   * systemd.exec(5).
   */
  readonly LimitSTACK?: Values["rlimit"] | null;
  /**
   * Size of a core dump. Bytes with K, M, G, infinity or SOFT:HARD; 0 for none. Default: the service manager's.
   * systemd.exec(5).
   */
  readonly LimitCORE?: Values["rlimit"] | null;
  /** Without effect in today's Linux. Use MemoryMax. systemd.exec(5). */
  readonly LimitRSS?: Values["rlimit"] | null;
  /**
   * Files each process can have open, sockets included. A number, infinity or SOFT:HARD. Default: 1024:524288 (the
   * manager's).
   * systemd.exec(5).
   */
  readonly LimitNOFILE?: Values["rlimit"] | null;
  /**
   * Address space of each process. Bytes with K, M, G, infinity or SOFT:HARD. Default: infinity; MemoryMax is for the
   * whole unit.
   * systemd.exec(5).
   */
  readonly LimitAS?: Values["rlimit"] | null;
  /**
   * Processes and threads of the same user, also those outside the unit; root has no limit. TasksMax is for the unit
   * alone.
   * systemd.exec(5).
   */
  readonly LimitNPROC?: Values["rlimit"] | null;
  /**
   * Memory each process can lock into RAM. Bytes with K, M, G, infinity or SOFT:HARD. Default: the service manager's.
   * systemd.exec(5).
   */
  readonly LimitMEMLOCK?: Values["rlimit"] | null;
  /** Without effect since Linux 2.4.25; it was the number of file locks. systemd.exec(5). */
  readonly LimitLOCKS?: Values["rlimit"] | null;
  /**
   * Signals that can be queued for the same user. A number, infinity or SOFT:HARD. Default: the service manager's.
   * systemd.exec(5).
   */
  readonly LimitSIGPENDING?: Values["rlimit"] | null;
  /**
   * POSIX message queues of the same user. Bytes with K, M, G, infinity or SOFT:HARD. Default: the manager's, normally
   * 800K.
   * systemd.exec(5).
   */
  readonly LimitMSGQUEUE?: Values["rlimit"] | null;
  /**
   * How far processes can raise their own priority: a nice value with its sign (-5), or 1 to 40 without (20 minus
   * nice). Default: 0, not.
   * systemd.exec(5).
   */
  readonly LimitNICE?: Values["rlimit"] | null;
  /** Realtime priority that processes can give themselves, up to 99. Default: 0, none. systemd.exec(5). */
  readonly LimitRTPRIO?: Values["rlimit"] | null;
  /**
   * CPU time a realtime process may use without blocking. Microseconds, or with a unit; infinity or SOFT:HARD. Default:
   * infinity.
   * systemd.exec(5).
   */
  readonly LimitRTTIME?: Values["rlimitTime"] | null;
  /**
   * Old spelling of ReadWritePaths, still read: write that.
   * @deprecated Obsolete: use ReadWritePaths.
   */
  readonly ReadWriteDirectories?: OneOrMore<Values["paths"]> | null;
  /**
   * Old spelling of ReadOnlyPaths, still read: write that.
   * @deprecated Obsolete: use ReadOnlyPaths.
   */
  readonly ReadOnlyDirectories?: OneOrMore<Values["paths"]> | null;
  /**
   * Old spelling of InaccessiblePaths, still read: write that.
   * @deprecated Obsolete: use InaccessiblePaths.
   */
  readonly InaccessibleDirectories?: OneOrMore<Values["paths"]> | null;
  /**
   * Paths that stay writable below ReadOnlyPaths or ProtectSystem, rights permitting. With a leading `-` one may be
   * missing.
   * systemd.exec(5).
   */
  readonly ReadWritePaths?: OneOrMore<Values["paths"]> | null;
  /**
   * Paths that are read-only for the processes, with all below them. With a leading `-` one may be missing.
   * systemd.exec(5).
   */
  readonly ReadOnlyPaths?: OneOrMore<Values["paths"]> | null;
  /**
   * Paths that the processes can't see into, with all below them. With a leading `-` one may be missing.
   * systemd.exec(5).
   */
  readonly InaccessiblePaths?: OneOrMore<Values["paths"]> | null;
  /**
   * Paths below which programs can be executed in spite of NoExecPaths. With a leading `-` one may be missing.
   * systemd.exec(5). Since 248.
   */
  readonly ExecPaths?: OneOrMore<Values["paths"]> | null;
  /**
   * Paths below which nothing can be executed, as / with ExecPaths for what has to. With a leading `-` one may be
   * missing.
   * systemd.exec(5). Since 248.
   */
  readonly NoExecPaths?: OneOrMore<Values["paths"]> | null;
  /**
   * Folders, with colons between, where commands without a path are searched, and their $PATH. Default: systemd's,
   * /usr/bin and the like.
   * systemd.exec(5). Since 250.
   */
  readonly ExecSearchPath?: OneOrMore<Values["searchPath"]> | null;
  /**
   * Files or folders that also appear elsewhere for the processes, writable: SOURCE or SOURCE:TARGET. Leading `-`: may
   * be missing.
   * systemd.exec(5).
   */
  readonly BindPaths?: OneOrMore<Values["bindPaths"]> | null;
  /**
   * Files or folders that also appear elsewhere for the processes, read-only: SOURCE or SOURCE:TARGET. Leading `-`: may
   * be missing.
   * systemd.exec(5).
   */
  readonly BindReadOnlyPaths?: OneOrMore<Values["bindPaths"]> | null;
  /**
   * Paths hidden under an empty file system in memory, as PATH or PATH:OPTIONS (`/var:ro`). BindPaths may bring parts
   * back.
   * systemd.exec(5).
   */
  readonly TemporaryFileSystem?: OneOrMore<Values["temporaryFileSystems"]> | null;
  /**
   * Its own /tmp and /var/tmp, empty at start and deleted at stop: yes, or (systemd 257) disconnected, in memory.
   * Default: no.
   * systemd.exec(5).
   */
  readonly PrivateTmp?: Switch | Words["private_tmp"] | null;
  /**
   * Its own /dev with null, zero, random, tty and their like only, no disks or hardware. Default: no.
   * systemd.exec(5).
   */
  readonly PrivateDevices?: Values["boolean"] | null;
  /**
   * Makes /proc/sys, /sys and the like read-only, so it can't change kernel variables. Default: no.
   * systemd.exec(5).
   */
  readonly ProtectKernelTunables?: Values["boolean"] | null;
  /** It can't load or unload kernel modules. Default: no. systemd.exec(5). */
  readonly ProtectKernelModules?: Values["boolean"] | null;
  /** It can't read or write the kernel's log (dmesg). Default: no. systemd.exec(5). */
  readonly ProtectKernelLogs?: Values["boolean"] | null;
  /** It can't set the system clock or the hardware clock. Default: no. systemd.exec(5). */
  readonly ProtectClock?: Values["boolean"] | null;
  /**
   * Makes /sys/fs/cgroup read-only for it (yes), or its own view of it (private, strict; systemd 257). Default: no.
   * systemd.exec(5).
   */
  readonly ProtectControlGroups?: Switch | Words["protect_control_groups"] | null;
  /**
   * Runs in an existing user namespace, by its path, as /proc/PID/ns/user. Default: the host's.
   * systemd.exec(5). Since 259.
   */
  readonly UserNamespacePath?: Values["path"] | null;
  /** Runs in an existing network namespace, as /run/netns/NAME. Default: the host's. systemd.exec(5). */
  readonly NetworkNamespacePath?: Values["path"] | null;
  /** Runs in an existing IPC namespace, by its path. Default: the host's. systemd.exec(5). Since 248. */
  readonly IPCNamespacePath?: Values["path"] | null;
  /**
   * Logs into a journal of its own of this name, for `journalctl --namespace`. Default: the common journal.
   * systemd.exec(5).
   */
  readonly LogNamespace?: Values["identifier"] | null;
  /** No network but a loopback of its own. Default: no. systemd.exec(5). */
  readonly PrivateNetwork?: Values["boolean"] | null;
  /**
   * Its own user namespace: other users look like nobody (yes, self) or as they are (identity, full; systemd 257 and
   * 258). Default: no.
   * systemd.exec(5).
   */
  readonly PrivateUsers?: Switch | Words["private_users"] | null;
  /** Mounts that it makes aren't seen by the host; many sandbox settings imply this. Default: no. systemd.exec(5). */
  readonly PrivateMounts?: Values["boolean"] | null;
  /**
   * System V IPC and POSIX message queues of its own, apart from the host's. Default: no.
   * systemd.exec(5). Since 248.
   */
  readonly PrivateIPC?: Values["boolean"] | null;
  /**
   * A process ID namespace of its own: it sees only its own processes, the main one as PID 1. Default: no.
   * systemd.exec(5). Since 257.
   */
  readonly PrivatePIDs?: Switch | Words["private_pids"] | null;
  /**
   * Read-only for it: /usr and the boot loader (yes), also /etc (full), everything but /dev, /proc and /sys (strict).
   * Default: no.
   * systemd.exec(5).
   */
  readonly ProtectSystem?: Switch | Words["protect_system"] | null;
  /**
   * What it sees of /home, /root and /run/user: nothing (yes), read-only, or empty folders in memory (tmpfs). Default:
   * no, all.
   * systemd.exec(5).
   */
  readonly ProtectHome?: Switch | Words["protect_home"] | null;
  /**
   * How mounts spread between host and processes: shared, slave or private. Better leave it out and use PrivateMounts.
   * systemd.exec(5).
   */
  readonly MountFlags?: Words["mount_propagation_flag"] | null;
  /**
   * Mounts /proc, /sys, /dev and an empty /run into RootDirectory or RootImage. Default: yes with these, else it has no
   * effect.
   * systemd.exec(5).
   */
  readonly MountAPIVFS?: Values["boolean"] | null;
  /**
   * Makes the journal's sockets appear in the unit's own /run. Default: yes with LogNamespace, and where MountAPIVFS
   * applies; no otherwise.
   * systemd.exec(5). Since 257.
   */
  readonly BindLogSockets?: Values["boolean"] | null;
  /**
   * Execution domain, which is what uname says the machine is: the host's own kind, as x86-64, or its 32-bit one, as
   * x86. Default: the host's.
   * systemd.exec(5).
   */
  readonly Personality?: Values["personality"] | null;
  /**
   * Whether RuntimeDirectory stays: no (default; deleted at stop), restart (stays over restarts), yes (stays until a
   * reboot).
   * systemd.exec(5).
   */
  readonly RuntimeDirectoryPreserve?: Switch | Words["exec_preserve_mode"] | null;
  /** Permissions of the folders of RuntimeDirectory, in octal. Default: 0755. systemd.exec(5). */
  readonly RuntimeDirectoryMode?: Values["mode"] | null;
  /**
   * Folders below /run, made for the unit's user at start and deleted at stop; $RUNTIME_DIRECTORY has the path.
   * systemd.exec(5).
   */
  readonly RuntimeDirectory?: OneOrMore<Values["folderNames"]> | null;
  /** Permissions of the folders of StateDirectory, in octal. Default: 0755. systemd.exec(5). */
  readonly StateDirectoryMode?: Values["mode"] | null;
  /**
   * Tracks the disk usage of StateDirectory by a project ID, on file systems with project quotas. Default: no.
   * systemd.exec(5). Since 258.
   */
  readonly StateDirectoryAccounting?: Values["boolean"] | null;
  /**
   * Most disk space for StateDirectory, on file systems with project quotas. Bytes with K, M, G, T, or a percentage.
   * Default: off.
   * systemd.exec(5). Since 258.
   */
  readonly StateDirectoryQuota?: Values["quota"] | null;
  /**
   * Folders below /var/lib, made for the unit's user and kept; $STATE_DIRECTORY has the path. The place for a service's
   * data.
   * systemd.exec(5).
   */
  readonly StateDirectory?: OneOrMore<Values["folderNames"]> | null;
  /** Permissions of the folders of CacheDirectory, in octal. Default: 0755. systemd.exec(5). */
  readonly CacheDirectoryMode?: Values["mode"] | null;
  /**
   * Tracks the disk usage of CacheDirectory by a project ID, on file systems with project quotas. Default: no.
   * systemd.exec(5). Since 258.
   */
  readonly CacheDirectoryAccounting?: Values["boolean"] | null;
  /**
   * Most disk space for CacheDirectory, on file systems with project quotas. Bytes with K, M, G, T, or a percentage.
   * Default: off.
   * systemd.exec(5). Since 258.
   */
  readonly CacheDirectoryQuota?: Values["quota"] | null;
  /** Folders below /var/cache, made for the unit's user and kept; $CACHE_DIRECTORY has the path. systemd.exec(5). */
  readonly CacheDirectory?: OneOrMore<Values["folderNames"]> | null;
  /** Permissions of the folders of LogsDirectory, in octal. Default: 0755. systemd.exec(5). */
  readonly LogsDirectoryMode?: Values["mode"] | null;
  /**
   * Tracks the disk usage of LogsDirectory by a project ID, on file systems with project quotas. Default: no.
   * systemd.exec(5). Since 258.
   */
  readonly LogsDirectoryAccounting?: Values["boolean"] | null;
  /**
   * Most disk space for LogsDirectory, on file systems with project quotas. Bytes with K, M, G, T, or a percentage.
   * Default: off.
   * systemd.exec(5). Since 258.
   */
  readonly LogsDirectoryQuota?: Values["quota"] | null;
  /** Folders below /var/log, made for the unit's user and kept; $LOGS_DIRECTORY has the path. systemd.exec(5). */
  readonly LogsDirectory?: OneOrMore<Values["folderNames"]> | null;
  /** Permissions of the folders of ConfigurationDirectory, in octal. Default: 0755. systemd.exec(5). */
  readonly ConfigurationDirectoryMode?: Values["mode"] | null;
  /** Folders below /etc, made if missing, but still root's; $CONFIGURATION_DIRECTORY has the path. systemd.exec(5). */
  readonly ConfigurationDirectory?: OneOrMore<Values["folderNames"]> | null;
  /**
   * Credential with its value right here, as NAME:VALUE with C escapes. Anyone can read the unit file: no secrets here.
   * systemd.exec(5). Since 247.
   */
  readonly SetCredential?: OneOrMore<Values["setCredential"]> | null;
  /** Credential with its value right here, as NAME:BASE64, encrypted by systemd-creds. systemd.exec(5). Since 250. */
  readonly SetCredentialEncrypted?: OneOrMore<Values["setCredential"]> | null;
  /**
   * Credential from a file, socket or the service manager, as NAME:PATH; the service finds it as
   * $CREDENTIALS_DIRECTORY/NAME.
   * systemd.exec(5). Since 247.
   */
  readonly LoadCredential?: OneOrMore<Values["loadCredential"]> | null;
  /**
   * As LoadCredential, from a file encrypted by systemd-creds, which is decrypted at start.
   * systemd.exec(5). Since 250.
   */
  readonly LoadCredentialEncrypted?: OneOrMore<Values["loadCredential"]> | null;
  /**
   * Credentials of the host or in its credential stores whose names match a pattern, as `bot.*`.
   * systemd.exec(5). Since 254.
   */
  readonly ImportCredential?: OneOrMore<Values["importCredential"]> | null;
  /**
   * How long `systemctl clean`, which deletes the unit's folders, may take. Seconds; default: infinity.
   * systemd.exec(5).
   */
  readonly TimeoutCleanSec?: Values["timespan"] | null;
  /** Opens a PAM session of this service name for the processes; needs User. Default: none. systemd.exec(5). */
  readonly PAMName?: Values["text"] | null;
  /** Starts the processes with SIGPIPE ignored. Default: yes, which differs from a shell. systemd.exec(5). */
  readonly IgnoreSIGPIPE?: Values["boolean"] | null;
  /** Up to four characters for an entry in utmp and wtmp, for getty services. Default: no entry. systemd.exec(5). */
  readonly UtmpIdentifier?: Values["text"] | null;
  /** Kind of the entry that UtmpIdentifier makes: init (default), login or user. systemd.exec(5). */
  readonly UtmpMode?: Words["exec_utmp_mode"] | null;
  /**
   * SELinux context of the processes. With a leading `-`, a failure to set it is ignored. Default: what the policy
   * says.
   * systemd.exec(5).
   */
  readonly SELinuxContext?: Values["text"] | null;
  /**
   * AppArmor profile of the processes, which has to be loaded. With a leading `-` it may be missing. Default:
   * unconfined or by program.
   * systemd.exec(5).
   */
  readonly AppArmorProfile?: Values["text"] | null;
  /** SMACK label of the processes. With a leading `-`, a failure to set it is ignored. systemd.exec(5). */
  readonly SmackProcessLabel?: Values["text"] | null;
  /**
   * It can't change the host name (yes), or only one of its own (private; systemd 258). Default: no.
   * systemd.exec(5).
   */
  readonly ProtectHostname?: Switch | Words["protect_hostname"] | Named | null;
  /**
   * Lets the kernel share equal memory pages of the processes (KSM). Default: the service manager's, normally no.
   * systemd.exec(5). Since 254.
   */
  readonly MemoryKSM?: Values["boolean"] | null;
  /**
   * Whether the processes get transparent huge pages: inherit (default; as the manager), disable, madvise (on request),
   * system.
   * systemd.exec(5). Since 260.
   */
  readonly MemoryTHP?: Words["memory_thp"] | null;
}

/** What these have in common: [Service], [Socket], [Mount], [Swap], [Slice], [Scope]. */
export interface CgroupContext {
  /**
   * Slice it belongs to, whose limits it shares. Default: system.slice, for an instance of a template
   * system-TEMPLATE.slice.
   * systemd.resource-control(5).
   */
  readonly Slice?: Values["slice"] | null;
  /** CPUs the processes can run on, as numbers and ranges (0-3 6). Default: all. systemd.resource-control(5). */
  readonly AllowedCPUs?: OneOrMore<Values["cpuSet"]> | null;
  /**
   * AllowedCPUs while the system starts up or shuts down. Default: as AllowedCPUs.
   * systemd.resource-control(5). Since 250.
   */
  readonly StartupAllowedCPUs?: OneOrMore<Values["cpuSet"]> | null;
  /**
   * NUMA nodes the processes can have memory on, as numbers and ranges (0-1 3). Default: all.
   * systemd.resource-control(5).
   */
  readonly AllowedMemoryNodes?: OneOrMore<Values["cpuSet"]> | null;
  /**
   * AllowedMemoryNodes while the system starts up or shuts down. Default: as AllowedMemoryNodes.
   * systemd.resource-control(5). Since 250.
   */
  readonly StartupAllowedMemoryNodes?: OneOrMore<Values["cpuSet"]> | null;
  /**
   * What AllowedCPUs makes of its CPUs: member (default), root (a partition of its own), isolated (and no load
   * balancing).
   * systemd.resource-control(5). Since 261.
   */
  readonly CPUSetPartition?: Words["cpuset_partition"] | null;
  /**
   * Counts the CPU time of the unit. Default: yes; with cgroup v2, and so from systemd 258 on, it is counted in any
   * case.
   * systemd.resource-control(5). Without effect since 262.
   */
  readonly CPUAccounting?: Values["boolean"] | null;
  /**
   * Its share of busy CPUs against its siblings, from 1 to 10000, or idle for what nobody else needs. Default: 100.
   * systemd.resource-control(5).
   */
  readonly CPUWeight?: Values["weight"] | "idle" | null;
  /** CPUWeight while the system starts up or shuts down. Default: as CPUWeight. systemd.resource-control(5). */
  readonly StartupCPUWeight?: Values["weight"] | "idle" | null;
  /**
   * Obsolete, for cgroup v1, from 2 to 262144 (1024 is normal): write CPUWeight instead.
   * Without effect since 258.
   * @deprecated Obsolete: use CPUWeight.
   */
  readonly CPUShares?: Values["weight"] | null;
  /**
   * Obsolete, for cgroup v1: write StartupCPUWeight instead.
   * Without effect since 258.
   * @deprecated Obsolete: use StartupCPUWeight.
   */
  readonly StartupCPUShares?: Values["weight"] | null;
  /**
   * Most CPU time it can have, as a percentage of one CPU: 50% is half of one, 200% two. Default: no limit.
   * systemd.resource-control(5).
   */
  readonly CPUQuota?: Values["percent"] | null;
  /** Period over which CPUQuota is measured, from 1ms to 1s. Seconds; default: 100ms. systemd.resource-control(5). */
  readonly CPUQuotaPeriodSec?: Values["timespan"] | null;
  /** Measures the memory of the unit. Default: yes. systemd.resource-control(5). */
  readonly MemoryAccounting?: Values["boolean"] | null;
  /**
   * Memory that is never taken from it for others. Bytes with K, M, G, T, a percentage of RAM, or infinity. Default: 0.
   * systemd.resource-control(5).
   */
  readonly MemoryMin?: Values["memory"] | null;
  /**
   * MemoryMin for the units in this slice that set none. Bytes with K, M, G, T, or a percentage of RAM. Default: 0.
   * Without effect since 262.
   */
  readonly DefaultMemoryMin?: Values["memory"] | null;
  /**
   * MemoryLow for the units in this slice that set none. Bytes with K, M, G, T, or a percentage of RAM. Default: 0.
   * Without effect since 262.
   */
  readonly DefaultMemoryLow?: Values["memory"] | null;
  /**
   * DefaultMemoryLow while the system starts up or shuts down. Default: as DefaultMemoryLow.
   * systemd.resource-control(5). Since 254. Without effect since 262.
   */
  readonly DefaultStartupMemoryLow?: Values["memory"] | null;
  /**
   * Memory that is taken from it only if unprotected units have none to give. Bytes with K, M, G, T, or a percentage of
   * RAM. Default: 0.
   * systemd.resource-control(5).
   */
  readonly MemoryLow?: Values["memory"] | null;
  /**
   * MemoryLow while the system starts up or shuts down. Default: as MemoryLow.
   * systemd.resource-control(5). Since 254.
   */
  readonly StartupMemoryLow?: Values["memory"] | null;
  /**
   * Memory above which the processes are slowed down and swapped out. Bytes with K, M, G, T, a percentage of RAM, or
   * infinity (default).
   * systemd.resource-control(5).
   */
  readonly MemoryHigh?: Values["memory"] | null;
  /**
   * MemoryHigh while the system starts up or shuts down. Default: as MemoryHigh.
   * systemd.resource-control(5). Since 254.
   */
  readonly StartupMemoryHigh?: Values["memory"] | null;
  /**
   * Most memory the unit's processes may use together; above it the kernel kills in the unit. Bytes with K, M, G, T, a
   * percentage of RAM, or infinity (default).
   * systemd.resource-control(5).
   */
  readonly MemoryMax?: Values["memory"] | null;
  /**
   * MemoryMax while the system starts up or shuts down. Default: as MemoryMax.
   * systemd.resource-control(5). Since 254.
   */
  readonly StartupMemoryMax?: Values["memory"] | null;
  /**
   * Most swap it may use; 0 for none. Bytes with K, M, G, T, a percentage, or infinity (default).
   * systemd.resource-control(5).
   */
  readonly MemorySwapMax?: Values["memory"] | null;
  /**
   * MemorySwapMax while the system starts up or shuts down. Default: as MemorySwapMax.
   * systemd.resource-control(5). Since 254.
   */
  readonly StartupMemorySwapMax?: Values["memory"] | null;
  /**
   * Most compressed swap in RAM (zswap) it may use; 0 for none. Bytes with K, M, G, T, a percentage, or infinity
   * (default).
   * systemd.resource-control(5). Since 253.
   */
  readonly MemoryZSwapMax?: Values["memory"] | null;
  /**
   * MemoryZSwapMax while the system starts up or shuts down. Default: as MemoryZSwapMax.
   * systemd.resource-control(5). Since 254.
   */
  readonly StartupMemoryZSwapMax?: Values["memory"] | null;
  /**
   * Lets the kernel move its compressed swap in RAM (zswap) on to disk. Default: yes.
   * systemd.resource-control(5). Since 256.
   */
  readonly MemoryZSwapWriteback?: Values["boolean"] | null;
  /**
   * Obsolete, for cgroup v1: write MemoryMax instead.
   * Without effect since 258.
   * @deprecated Obsolete: use MemoryMax.
   */
  readonly MemoryLimit?: Values["memory"] | null;
  /**
   * Device it may use, with r (read), w (write), m (make), as `/dev/sda rw` or `char-tty rw`. With DevicePolicy=auto,
   * only those listed then.
   * systemd.resource-control(5).
   */
  readonly DeviceAllow?: OneOrMore<Values["deviceAllow"]> | null;
  /**
   * Devices it may use: auto (default; all, unless DeviceAllow is set), closed (/dev/null and its like and
   * DeviceAllow), strict (DeviceAllow).
   * systemd.resource-control(5).
   */
  readonly DevicePolicy?: Words["cgroup_device_policy"] | null;
  /** Counts its disk reads and writes. Default: no. systemd.resource-control(5). */
  readonly IOAccounting?: Values["boolean"] | null;
  /** Its share of busy disks against its siblings, from 1 to 10000. Default: 100. systemd.resource-control(5). */
  readonly IOWeight?: Values["weight"] | null;
  /** IOWeight while the system starts up or shuts down. Default: as IOWeight. systemd.resource-control(5). */
  readonly StartupIOWeight?: Values["weight"] | null;
  /**
   * IOWeight for one disk, as `/dev/sda 500`; a file or folder stands for the disk it is on.
   * systemd.resource-control(5).
   */
  readonly IODeviceWeight?: OneOrMore<Values["deviceWeight"]> | null;
  /**
   * Most it can read from a disk, as `/dev/sda 5M`, in bytes a second (K, M, G are powers of 1000). Default: no limit.
   * systemd.resource-control(5).
   */
  readonly IOReadBandwidthMax?: OneOrMore<Values["deviceLimit"]> | null;
  /**
   * Most it can write to a disk, as `/dev/sda 5M`, in bytes a second (K, M, G are powers of 1000). Default: no limit.
   * systemd.resource-control(5).
   */
  readonly IOWriteBandwidthMax?: OneOrMore<Values["deviceLimit"]> | null;
  /**
   * Most read operations on a disk, as `/dev/sda 1K`, a second (K, M, G are powers of 1000). Default: no limit.
   * systemd.resource-control(5).
   */
  readonly IOReadIOPSMax?: OneOrMore<Values["deviceLimit"]> | null;
  /**
   * Most write operations on a disk, as `/dev/sda 1K`, a second (K, M, G are powers of 1000). Default: no limit.
   * systemd.resource-control(5).
   */
  readonly IOWriteIOPSMax?: OneOrMore<Values["deviceLimit"]> | null;
  /**
   * Disk latency to keep for it, by slowing down others, as `/dev/sda 25ms`. Default: none.
   * systemd.resource-control(5).
   */
  readonly IODeviceLatencyTargetSec?: OneOrMore<Values["deviceLatency"]> | null;
  /**
   * Obsolete, for cgroup v1: write IOAccounting instead.
   * Without effect since 258.
   * @deprecated Obsolete: use IOAccounting.
   */
  readonly BlockIOAccounting?: Values["boolean"] | null;
  /**
   * Obsolete, for cgroup v1, from 10 to 1000: write IOWeight instead.
   * Without effect since 258.
   * @deprecated Obsolete: use IOWeight.
   */
  readonly BlockIOWeight?: Values["weight"] | null;
  /**
   * Obsolete, for cgroup v1, from 10 to 1000: write StartupIOWeight instead.
   * Without effect since 258.
   * @deprecated Obsolete: use StartupIOWeight.
   */
  readonly StartupBlockIOWeight?: Values["weight"] | null;
  /**
   * Obsolete, for cgroup v1, as `/dev/sda 500`: write IODeviceWeight instead.
   * Without effect since 258.
   * @deprecated Obsolete: use IODeviceWeight.
   */
  readonly BlockIODeviceWeight?: OneOrMore<Values["deviceWeight"]> | null;
  /**
   * Obsolete, for cgroup v1, as `/dev/sda 5M`: write IOReadBandwidthMax instead.
   * Without effect since 258.
   * @deprecated Obsolete: use IOReadBandwidthMax.
   */
  readonly BlockIOReadBandwidth?: OneOrMore<Values["deviceLimit"]> | null;
  /**
   * Obsolete, for cgroup v1, as `/dev/sda 5M`: write IOWriteBandwidthMax instead.
   * Without effect since 258.
   * @deprecated Obsolete: use IOWriteBandwidthMax.
   */
  readonly BlockIOWriteBandwidth?: OneOrMore<Values["deviceLimit"]> | null;
  /** Counts the processes and threads of the unit. Default: yes. systemd.resource-control(5). */
  readonly TasksAccounting?: Values["boolean"] | null;
  /**
   * Most processes and threads it can have. A number, a percentage of the system's limit, or infinity. Default: 15%
   * (the manager's).
   * systemd.resource-control(5).
   */
  readonly TasksMax?: Values["tasks"] | null;
  /**
   * Lets it manage the cgroups below its own: yes, no (default), or the controllers to hand over, as cpu memory.
   * Services and scopes only.
   * systemd.resource-control(5).
   */
  readonly Delegate?: OneOrMore<Values["delegate"]> | null;
  /**
   * Cgroup below its own into which its processes are put, with Delegate. Default: none. Services and scopes only.
   * systemd.resource-control(5). Since 254.
   */
  readonly DelegateSubgroup?: Values["string"] | null;
  /**
   * Cgroup controllers that aren't used below this unit, as cpu io, whatever the units there say. Default: none.
   * systemd.resource-control(5).
   */
  readonly DisableControllers?: OneOrMore<Values["controllers"]> | null;
  /** Counts its network packets and bytes. Default: no. systemd.resource-control(5). */
  readonly IPAccounting?: Values["boolean"] | null;
  /**
   * IP addresses it may talk to in spite of IPAddressDeny, as 10.0.0.0/8, localhost, link-local, multicast or any; no
   * host names.
   * systemd.resource-control(5).
   */
  readonly IPAddressAllow?: OneOrMore<Values["addressPrefixes"]> | null;
  /**
   * IP addresses it can't talk to, unless in IPAddressAllow: 10.0.0.0/8, localhost, link-local, multicast, any.
   * Default: none.
   * systemd.resource-control(5).
   */
  readonly IPAddressDeny?: OneOrMore<Values["addressPrefixes"]> | null;
  /**
   * Pinned BPF program, below /sys/fs/bpf, that filters the packets it receives. Default: none.
   * systemd.resource-control(5).
   */
  readonly IPIngressFilterPath?: OneOrMore<Values["path"]> | null;
  /**
   * Pinned BPF program, below /sys/fs/bpf, that filters the packets it sends. Default: none.
   * systemd.resource-control(5).
   */
  readonly IPEgressFilterPath?: OneOrMore<Values["path"]> | null;
  /**
   * Whether systemd-oomd watches it and kills below it when swap runs out: auto (default; not by itself) or kill.
   * systemd.resource-control(5). Since 247.
   */
  readonly ManagedOOMSwap?: Words["managed_oom_mode"] | null;
  /**
   * Whether systemd-oomd watches it and kills below it when memory is too tight: auto (default; not by itself) or kill.
   * systemd.resource-control(5). Since 247.
   */
  readonly ManagedOOMMemoryPressure?: Words["managed_oom_mode"] | null;
  /**
   * Memory pressure above which systemd-oomd acts, as the percentage of time waited for memory. Default: oomd.conf's,
   * 60%.
   * systemd.resource-control(5). Since 248.
   */
  readonly ManagedOOMMemoryPressureLimit?: Values["percent"] | null;
  /**
   * Old name of ManagedOOMMemoryPressureLimit, which systemd 247 alone knows: write that.
   * Since 247. Without effect since 248.
   * @deprecated Obsolete: use ManagedOOMMemoryPressureLimit.
   */
  readonly ManagedOOMMemoryPressureLimitPercent?: Values["percent"] | null;
  /**
   * How long the pressure has to stay above the limit before systemd-oomd acts. Seconds, at least 1; default:
   * oomd.conf's, 30.
   * systemd.resource-control(5). Since 257.
   */
  readonly ManagedOOMMemoryPressureDurationSec?: Values["timespan"] | null;
  /**
   * Whether systemd-oomd spares it: none (default; no), avoid (takes it last), omit (never takes it).
   * systemd.resource-control(5). Since 248.
   */
  readonly ManagedOOMPreference?: Words["managed_oom_preference"] | null;
  /**
   * Names of rule sets (files NAME.oomrule) by which systemd-oomd watches it and acts when memory is short. Default:
   * none.
   * systemd.resource-control(5). Since 261.
   */
  readonly OOMRules?: OneOrMore<Values["fileNames"]> | null;
  /**
   * Without effect, removed from systemd: leave it out.
   * @deprecated Without effect.
   */
  readonly NetClass?: Values["removed"] | null;
  /**
   * Pinned BPF program to attach to its cgroup, as TYPE:PATH, as `egress:/sys/fs/bpf/filter`. Default: none.
   * systemd.resource-control(5). Since 249.
   */
  readonly BPFProgram?: OneOrMore<Values["bpfProgram"]> | null;
  /**
   * Ports it may bind in spite of SocketBindDeny, as 8080, tcp:1024-65535 or ipv4:udp:53. Without SocketBindDeny it
   * changes nothing.
   * systemd.resource-control(5). Since 249.
   */
  readonly SocketBindAllow?: OneOrMore<Values["socketBind"]> | null;
  /**
   * Ports it can't bind, unless in SocketBindAllow, as any, tcp or ipv4:udp:1-1023. Default: none.
   * systemd.resource-control(5). Since 249.
   */
  readonly SocketBindDeny?: OneOrMore<Values["socketBind"]> | null;
  /**
   * Network interfaces it may use, as eth0 lo; ~ before the list: all but these. Default: all.
   * systemd.resource-control(5). Since 250.
   */
  readonly RestrictNetworkInterfaces?: OneOrMore<Values["networkInterfaces"]> | null;
  /**
   * How long in 2 seconds it may wait for memory before it is told so (MemoryPressureWatch). Seconds; default: 200ms.
   * systemd.resource-control(5). Since 254.
   */
  readonly MemoryPressureThresholdSec?: Values["timespan"] | null;
  /**
   * Tells the service by $MEMORY_PRESSURE_WATCH how to watch for memory pressure: auto (default), yes, no (not to
   * watch), skip (nothing).
   * systemd.resource-control(5). Since 254.
   */
  readonly MemoryPressureWatch?: Switch | Words["cgroup_pressure_watch"] | null;
  /**
   * How long in 2 seconds it may wait for CPU before it is told so (CPUPressureWatch). Seconds; default: 200ms.
   * systemd.resource-control(5). Since 261.
   */
  readonly CPUPressureThresholdSec?: Values["timespan"] | null;
  /**
   * Tells the service by $CPU_PRESSURE_WATCH how to watch for CPU pressure: auto (default), yes, no (not to watch),
   * skip (nothing).
   * systemd.resource-control(5). Since 261.
   */
  readonly CPUPressureWatch?: Switch | Words["cgroup_pressure_watch"] | null;
  /**
   * How long in 2 seconds it may wait for disks before it is told so (IOPressureWatch). Seconds; default: 200ms.
   * systemd.resource-control(5). Since 261.
   */
  readonly IOPressureThresholdSec?: Values["timespan"] | null;
  /**
   * Tells the service by $IO_PRESSURE_WATCH how to watch for disk pressure: auto (default), yes, no (not to watch),
   * skip (nothing).
   * systemd.resource-control(5). Since 261.
   */
  readonly IOPressureWatch?: Switch | Words["cgroup_pressure_watch"] | null;
  /**
   * Adds its cgroup, user or group to an nftables set, as `cgroup:inet:filter:bots`, so firewall rules can name it.
   * Default: none.
   * systemd.resource-control(5). Since 255.
   */
  readonly NFTSet?: OneOrMore<Values["nftSet"]> | null;
  /**
   * Hands core dumps from inside it to the container there that accepts them; needs Delegate. Default: no.
   * systemd.resource-control(5). Since 255.
   */
  readonly CoredumpReceive?: Values["boolean"] | null;
  /**
   * Network interface that each socket of the processes is bound to, as a VRF. Default: none, any interface.
   * systemd.resource-control(5). Since 260.
   */
  readonly BindNetworkInterface?: Values["networkInterfaces"] | null;
}

/** What these have in common: [Service], [Socket], [Mount], [Swap], [Scope]. */
export interface KillContext {
  /** Ends with FinalKillSignal what hasn't stopped in time. Default: yes. systemd.kill(5). */
  readonly SendSIGKILL?: Values["boolean"] | null;
  /** Sends SIGHUP right after KillSignal, for shells and the like. Default: no. systemd.kill(5). */
  readonly SendSIGHUP?: Values["boolean"] | null;
  /**
   * Which processes get the stop signals: control-group (default; all), mixed (KillSignal only the main one), process
   * (main only), none.
   * systemd.kill(5).
   */
  readonly KillMode?: Words["kill_mode"] | null;
  /** Signal that asks the processes to stop, before FinalKillSignal. Default: SIGTERM. systemd.kill(5). */
  readonly KillSignal?: Values["signal"] | null;
  /** KillSignal when it is stopped in order to be restarted. Default: as KillSignal. systemd.kill(5). */
  readonly RestartKillSignal?: Values["signal"] | null;
  /** Signal that ends what hasn't stopped within TimeoutStopSec. Default: SIGKILL. systemd.kill(5). */
  readonly FinalKillSignal?: Values["signal"] | null;
  /** Signal that ends it when it misses WatchdogSec. Default: SIGABRT, which dumps core. systemd.kill(5). */
  readonly WatchdogSignal?: Values["signal"] | null;
}

/** What stands in [Unit]. systemd.unit(5). */
export interface UnitSection {
  /**
   * Short name of the unit, shown by systemctl and in the journal. Without it, the unit's file name is shown.
   * systemd.unit(5).
   */
  readonly Description?: Values["text"] | null;
  /**
   * Where the unit is documented: URIs with http:, https:, file:, info: or man:, separated by spaces. `systemctl
   * status` lists them.
   * systemd.unit(5).
   */
  readonly Documentation?: OneOrMore<Values["documentation"]> | null;
  /**
   * File that a generator made this unit from, so that systemd can tell when the unit is out of date. Not for units
   * written by hand.
   * systemd.unit(5).
   */
  readonly SourcePath?: Values["path"] | null;
  /**
   * Starts these units too; if one fails to start (and this is ordered After it) this doesn't start, and stopping one
   * stops this as well.
   * systemd.unit(5).
   */
  readonly Requires?: OneOrMore<Values["units"]> | null;
  /**
   * Units that have to be active already: they aren't started, and without them the start of this one fails at once.
   * Use with After.
   * systemd.unit(5).
   */
  readonly Requisite?: OneOrMore<Values["units"]> | null;
  /**
   * Starts these units too, but starts and goes on without them when they fail or don't exist. The recommended kind of
   * dependency.
   * systemd.unit(5).
   */
  readonly Wants?: OneOrMore<Values["units"]> | null;
  /**
   * As Requires, and this unit is also stopped when one of these goes inactive by itself, as a device that is
   * unplugged. Use with After.
   * systemd.unit(5).
   */
  readonly BindsTo?: OneOrMore<Values["units"]> | null;
  /**
   * Old spelling of BindsTo, still read: write BindsTo.
   * @deprecated Obsolete: use BindsTo.
   */
  readonly BindTo?: OneOrMore<Values["units"]> | null;
  /**
   * As Wants, and while this unit is up, these are started again whenever they are found stopped or failed.
   * systemd.unit(5). Since 249.
   */
  readonly Upholds?: OneOrMore<Values["units"]> | null;
  /**
   * Units that never run together with this one: starting one side stops the other. Says nothing about the order.
   * systemd.unit(5).
   */
  readonly Conflicts?: OneOrMore<Values["units"]> | null;
  /**
   * Only an order: these units start after this one has finished starting, and stop before it. Starts none of them.
   * systemd.unit(5).
   */
  readonly Before?: OneOrMore<Values["units"]> | null;
  /**
   * Only an order: this unit starts after these have finished starting, and stops before they do. Starts none of them;
   * see Wants.
   * systemd.unit(5).
   */
  readonly After?: OneOrMore<Values["units"]> | null;
  /** Units to start when this one ends in the state inactive, which is without failure. systemd.unit(5). Since 249. */
  readonly OnSuccess?: OneOrMore<Values["units"]> | null;
  /** Units to start when this one ends in the state failed, as one that sends an alert. systemd.unit(5). */
  readonly OnFailure?: OneOrMore<Values["units"]> | null;
  /** Units to reload too, whenever this one is reloaded. systemd.unit(5). */
  readonly PropagatesReloadTo?: OneOrMore<Values["units"]> | null;
  /**
   * Old spelling of PropagatesReloadTo, still read: write that.
   * @deprecated Obsolete: use PropagatesReloadTo.
   */
  readonly PropagateReloadTo?: OneOrMore<Values["units"]> | null;
  /** Reloads this unit too, whenever one of these is reloaded. systemd.unit(5). */
  readonly ReloadPropagatedFrom?: OneOrMore<Values["units"]> | null;
  /**
   * Old spelling of ReloadPropagatedFrom, still read: write that.
   * @deprecated Obsolete: use ReloadPropagatedFrom.
   */
  readonly PropagateReloadFrom?: OneOrMore<Values["units"]> | null;
  /** Units to stop too, whenever this one is stopped on request. systemd.unit(5). Since 249. */
  readonly PropagatesStopTo?: OneOrMore<Values["units"]> | null;
  /** Stops this unit too, whenever one of these is stopped on request. systemd.unit(5). Since 249. */
  readonly StopPropagatedFrom?: OneOrMore<Values["units"]> | null;
  /**
   * Stops or restarts this unit whenever one of these is stopped or restarted by hand; starting them doesn't start it.
   * systemd.unit(5).
   */
  readonly PartOf?: OneOrMore<Values["units"]> | null;
  /**
   * Shares /tmp, network or IPC with these units, each only if PrivateTmp, PrivateNetwork or PrivateIPC is on in both
   * units.
   * systemd.unit(5).
   */
  readonly JoinsNamespaceOf?: OneOrMore<Values["units"]> | null;
  /**
   * Obsolete, read as Requires with a warning: write Requires or Wants.
   * @deprecated Obsolete: use Requires.
   */
  readonly RequiresOverridable?: OneOrMore<Values["units"]> | null;
  /**
   * Obsolete, read as Requisite with a warning: write Requisite.
   * @deprecated Obsolete: use Requisite.
   */
  readonly RequisiteOverridable?: OneOrMore<Values["units"]> | null;
  /**
   * Absolute paths whose mount points this unit needs: adds Requires and After for the mount units on the way to each.
   * systemd.unit(5).
   */
  readonly RequiresMountsFor?: OneOrMore<Values["mountPaths"]> | null;
  /**
   * Absolute paths whose mount points this unit would like: adds Wants and After for the mount units on the way to
   * each.
   * systemd.unit(5). Since 256.
   */
  readonly WantsMountsFor?: OneOrMore<Values["mountPaths"]> | null;
  /** Stops this unit once no active unit needs it any longer. Default: no. systemd.unit(5). */
  readonly StopWhenUnneeded?: Values["boolean"] | null;
  /**
   * Refuses to start this unit by hand; as a dependency of another unit it still starts. Default: no.
   * systemd.unit(5).
   */
  readonly RefuseManualStart?: Values["boolean"] | null;
  /**
   * Refuses to stop this unit by hand; as a dependency of another unit it still stops. Default: no.
   * systemd.unit(5).
   */
  readonly RefuseManualStop?: Values["boolean"] | null;
  /**
   * Allows `systemctl isolate` to this unit, which stops all others; meant for targets. Default: no.
   * systemd.unit(5).
   */
  readonly AllowIsolate?: Values["boolean"] | null;
  /**
   * Adds the usual dependencies, as a start after the basic system is up and a stop at shutdown. Default: yes; no is
   * for early boot only.
   * systemd.unit(5).
   */
  readonly DefaultDependencies?: Values["boolean"] | null;
  /**
   * Spares the unit's processes when the end of a shutdown kills what is left, to survive a soft reboot. Default: no.
   * systemd.unit(5). Since 255.
   */
  readonly SurviveFinalKillSignal?: Values["boolean"] | null;
  /**
   * How the units of OnSuccess are queued against other jobs, as `systemctl --job-mode`: fail (the default), replace,
   * isolate and so on.
   * systemd.unit(5). Since 249.
   */
  readonly OnSuccessJobMode?: Words["job_mode"] | null;
  /**
   * How the units of OnFailure are queued against other jobs, as `systemctl --job-mode`: replace (the default), fail,
   * isolate and so on.
   * systemd.unit(5).
   */
  readonly OnFailureJobMode?: Words["job_mode"] | null;
  /**
   * Obsolete: yes isolates to the unit of OnFailure, no is replace. Write OnFailureJobMode instead.
   * @deprecated Obsolete: use OnFailureJobMode.
   */
  readonly OnFailureIsolate?: Values["boolean"] | null;
  /**
   * Leaves this unit running when another is isolated. Default: no for services, sockets, timers, paths and targets,
   * yes for the others.
   * systemd.unit(5).
   */
  readonly IgnoreOnIsolate?: Values["boolean"] | null;
  /**
   * Without effect, as systemd has no snapshots any more: leave it out.
   * @deprecated Without effect.
   */
  readonly IgnoreOnSnapshot?: Values["removed"] | null;
  /**
   * How long a job of this unit, such as its start, may take from when it is queued until it is cancelled. Seconds;
   * default: infinity.
   * systemd.unit(5).
   */
  readonly JobTimeoutSec?: Values["timespan"] | null;
  /**
   * How long a job of this unit may run, without its time in the queue, until it is cancelled. Seconds; default:
   * infinity (not for devices).
   * systemd.unit(5).
   */
  readonly JobRunningTimeoutSec?: Values["timespan"] | null;
  /**
   * What happens to the whole system when a job of this unit times out, as reboot or poweroff. Default: none.
   * systemd.unit(5).
   */
  readonly JobTimeoutAction?: Words["emergency_action"] | null;
  /** Argument for the reboot that JobTimeoutAction may bring, as for `systemctl reboot`. systemd.unit(5). */
  readonly JobTimeoutRebootArgument?: Values["text"] | null;
  /**
   * Window in which StartLimitBurst counts starts, also those by hand. Seconds; default: 10 (the manager's); 0 turns
   * the limit off.
   * systemd.unit(5).
   */
  readonly StartLimitIntervalSec?: Values["timespan"] | null;
  /**
   * Old spelling of StartLimitIntervalSec, still read: write that.
   * @deprecated Obsolete: use StartLimitIntervalSec.
   */
  readonly StartLimitInterval?: Values["timespan"] | null;
  /**
   * How many starts StartLimitIntervalSec allows; one more is refused, and automatic restarts end. Default: 5 (the
   * manager's).
   * systemd.unit(5).
   */
  readonly StartLimitBurst?: Values["integer"] | null;
  /**
   * What happens to the whole system when the limit of starts is hit, as reboot or poweroff. Default: none, the start
   * is just refused.
   * systemd.unit(5).
   */
  readonly StartLimitAction?: Words["emergency_action"] | null;
  /**
   * What happens to the whole system when this unit fails, as reboot, poweroff or exit. Default: none.
   * systemd.unit(5).
   */
  readonly FailureAction?: Words["emergency_action"] | null;
  /**
   * What happens to the whole system when this unit ends without failure, as reboot, poweroff or exit. Default: none.
   * systemd.unit(5).
   */
  readonly SuccessAction?: Words["emergency_action"] | null;
  /**
   * Exit status of the service manager when FailureAction is exit or exit-force, 0 to 255. Default: that of the unit's
   * main process.
   * systemd.unit(5).
   */
  readonly FailureActionExitStatus?: Values["integer"] | null;
  /**
   * Exit status of the service manager when SuccessAction is exit or exit-force, 0 to 255. Default: that of the unit's
   * main process.
   * systemd.unit(5).
   */
  readonly SuccessActionExitStatus?: Values["integer"] | null;
  /**
   * Argument for the reboot that StartLimitAction, FailureAction or SuccessAction may bring, as for `systemctl reboot`.
   * systemd.unit(5).
   */
  readonly RebootArgument?: Values["text"] | null;
  /**
   * Skips the start, without failing, unless this absolute path exists. `!` before it: unless it doesn't exist.
   * systemd.unit(5).
   */
  readonly ConditionPathExists?: OneOrMore<Values["conditionPath"]> | null;
  /**
   * Skips the start, without failing, unless a path matches this pattern with `*`, `?` and `[]`. `!` before it: unless
   * none does.
   * systemd.unit(5).
   */
  readonly ConditionPathExistsGlob?: OneOrMore<Values["conditionPath"]> | null;
  /**
   * Skips the start, without failing, unless this path is a directory. `!` before it: unless it isn't one.
   * systemd.unit(5).
   */
  readonly ConditionPathIsDirectory?: OneOrMore<Values["conditionPath"]> | null;
  /**
   * Skips the start, without failing, unless this path is a symbolic link. `!` before it: unless it isn't one.
   * systemd.unit(5).
   */
  readonly ConditionPathIsSymbolicLink?: OneOrMore<Values["conditionPath"]> | null;
  /**
   * Skips the start, without failing, unless something is mounted at this path. `!` before it: unless nothing is.
   * systemd.unit(5).
   */
  readonly ConditionPathIsMountPoint?: OneOrMore<Values["conditionPath"]> | null;
  /**
   * Skips the start, without failing, unless the file system of this path is mounted writable. `!` before it: unless it
   * is read-only.
   * systemd.unit(5).
   */
  readonly ConditionPathIsReadWrite?: OneOrMore<Values["conditionPath"]> | null;
  /**
   * Skips the start, without failing, unless the block device below this path's file system is encrypted. `!` negates.
   * systemd.unit(5). Since 246.
   */
  readonly ConditionPathIsEncrypted?: OneOrMore<Values["conditionPath"]> | null;
  /**
   * Skips the start, without failing, unless this path is a socket. `!` before it: unless it isn't one.
   * systemd.unit(5). Since 260.
   */
  readonly ConditionPathIsSocket?: OneOrMore<Values["conditionPath"]> | null;
  /**
   * Skips the start, without failing, unless this path is a directory with something in it. `!` negates.
   * systemd.unit(5).
   */
  readonly ConditionDirectoryNotEmpty?: OneOrMore<Values["conditionPath"]> | null;
  /**
   * Skips the start, without failing, unless this path is a regular file with at least one byte. `!` negates.
   * systemd.unit(5).
   */
  readonly ConditionFileNotEmpty?: OneOrMore<Values["conditionPath"]> | null;
  /**
   * Skips the start, without failing, unless this path is a regular file marked executable. `!` negates.
   * systemd.unit(5).
   */
  readonly ConditionFileIsExecutable?: OneOrMore<Values["conditionPath"]> | null;
  /**
   * Skips the start, without failing, unless /etc or /var (name one) is older than /usr and so due for an offline
   * update. `!` negates.
   * systemd.unit(5).
   */
  readonly ConditionNeedsUpdate?: OneOrMore<Values["conditionPath"]> | null;
  /**
   * Skips the start, without failing, unless this is (yes) or is not (no) the first boot, with an /etc not set up yet.
   * systemd.unit(5).
   */
  readonly ConditionFirstBoot?: OneOrMore<Values["condition"]> | null;
  /**
   * Skips the start, without failing, unless the machine is of this kind, as x86-64 or arm64; native is what systemd
   * was built for. `!` negates.
   * systemd.unit(5).
   */
  readonly ConditionArchitecture?: OneOrMore<Values["condition"]> | null;
  /**
   * Skips the start, without failing, unless the firmware is uefi, device-tree, device-tree-compatible(X) or
   * smbios-field(X). `!` negates.
   * systemd.unit(5). Since 249.
   */
  readonly ConditionFirmware?: OneOrMore<Values["condition"]> | null;
  /**
   * Skips the start, without failing, unless it runs in this: yes (any virtualization), no, vm, container, or by name,
   * as kvm. `!` negates.
   * systemd.unit(5).
   */
  readonly ConditionVirtualization?: OneOrMore<Values["condition"]> | null;
  /**
   * Skips the start, without failing, unless this is the host name (patterns allowed) or the machine ID. `!` negates.
   * systemd.unit(5).
   */
  readonly ConditionHost?: OneOrMore<Values["condition"]> | null;
  /**
   * Skips the start, without failing, unless this host is in the share of all, picked by machine ID, as `30%` or `TAG
   * 30%`. `!` negates.
   * systemd.unit(5). Since 261.
   */
  readonly ConditionFraction?: OneOrMore<Values["condition"]> | null;
  /**
   * Skips the start, without failing, unless the kernel command line has this word or exactly this name=value. `!`
   * negates.
   * systemd.unit(5).
   */
  readonly ConditionKernelCommandLine?: OneOrMore<Values["condition"]> | null;
  /**
   * Skips the start, without failing, unless the kernel version compares so, as `>=5.10`, or matches a pattern, as
   * `5.10.*`. `!` negates.
   * systemd.unit(5).
   */
  readonly ConditionKernelVersion?: OneOrMore<Values["condition"]> | null;
  /**
   * Skips the start, without failing, unless kernel, systemd or glibc has such a version, as `systemd >=258`. `!`
   * negates.
   * systemd.unit(5). Since 258.
   */
  readonly ConditionVersion?: OneOrMore<Values["condition"]> | null;
  /**
   * Skips the start, without failing, unless the service manager was given a credential of this name. `!` negates.
   * systemd.unit(5). Since 252.
   */
  readonly ConditionCredential?: OneOrMore<Values["condition"]> | null;
  /**
   * Skips the start, without failing, unless this is on: selinux, apparmor, smack, ima, audit, tomoyo, uefi-secureboot,
   * tpm2... `!` negates.
   * systemd.unit(5).
   */
  readonly ConditionSecurity?: OneOrMore<Values["condition"]> | null;
  /**
   * Skips the start, without failing, unless this capability, as CAP_NET_ADMIN, is in the service manager's bounding
   * set. `!` negates.
   * systemd.unit(5).
   */
  readonly ConditionCapability?: OneOrMore<Values["condition"]> | null;
  /**
   * Skips the start, without failing, unless the machine runs on mains power (yes) or on battery alone (no).
   * systemd.unit(5).
   */
  readonly ConditionACPower?: OneOrMore<Values["condition"]> | null;
  /**
   * Skips the start, without failing, unless the machine has that much RAM, as `>=4G` (bytes with K, M, G, T). `!`
   * negates.
   * systemd.unit(5). Since 246.
   */
  readonly ConditionMemory?: OneOrMore<Values["condition"]> | null;
  /**
   * Skips the start, without failing, unless the CPU has this feature, as avx2 or rdrand; x86 only. `!` negates.
   * systemd.unit(5). Since 251.
   */
  readonly ConditionCPUFeature?: OneOrMore<Values["condition"]> | null;
  /**
   * Skips the start, without failing, unless so many CPUs are available to the service manager, as `>=4`. `!` negates.
   * systemd.unit(5). Since 246.
   */
  readonly ConditionCPUs?: OneOrMore<Values["condition"]> | null;
  /**
   * Skips the start, without failing, unless the service manager itself (not the unit) has this variable or NAME=value.
   * `!` negates.
   * systemd.unit(5). Since 246.
   */
  readonly ConditionEnvironment?: OneOrMore<Values["condition"]> | null;
  /**
   * Skips the start, without failing, unless the service manager runs as this user, by name, UID or `@system`. `!`
   * negates.
   * systemd.unit(5).
   */
  readonly ConditionUser?: OneOrMore<Values["condition"]> | null;
  /**
   * Skips the start, without failing, unless the service manager runs in this group, by name or GID. `!` negates.
   * systemd.unit(5).
   */
  readonly ConditionGroup?: OneOrMore<Values["condition"]> | null;
  /**
   * Skips the start, without failing, unless these cgroup controllers exist, as cpu or memory, or the version is v1 or
   * v2. `!` negates.
   * systemd.unit(5).
   */
  readonly ConditionControlGroupController?: OneOrMore<Values["condition"]> | null;
  /**
   * Skips the start, without failing, unless /etc/os-release says so, as `ID=debian` or `VERSION_ID>=12`. `!` negates.
   * systemd.unit(5). Since 249.
   */
  readonly ConditionOSRelease?: OneOrMore<Values["condition"]> | null;
  /**
   * Skips the start, without failing, unless a tag of the host (TAGS in /etc/machine-info) matches this pattern. `!`
   * negates.
   * systemd.unit(5). Since 261.
   */
  readonly ConditionMachineTag?: OneOrMore<Values["condition"]> | null;
  /**
   * Skips the start, without failing, when the system (or slice:) waited for memory more than this percentage, as
   * `10%/5min`.
   * systemd.unit(5). Since 250.
   */
  readonly ConditionMemoryPressure?: OneOrMore<Values["condition"]> | null;
  /**
   * Skips the start, without failing, when the system (or slice:) waited for CPU more than this percentage, as
   * `10%/5min`.
   * systemd.unit(5). Since 250.
   */
  readonly ConditionCPUPressure?: OneOrMore<Values["condition"]> | null;
  /**
   * Skips the start, without failing, when the system (or slice:) waited for disks more than this percentage, as
   * `10%/5min`.
   * systemd.unit(5). Since 250.
   */
  readonly ConditionIOPressure?: OneOrMore<Values["condition"]> | null;
  /**
   * Skips the start, without failing, unless this kernel module is loaded and ready. `!` negates.
   * systemd.unit(5). Since 258.
   */
  readonly ConditionKernelModuleLoaded?: OneOrMore<Values["condition"]> | null;
  /**
   * Refuses the start with an error unless this absolute path exists. `!` before it: unless it doesn't exist.
   * systemd.unit(5).
   */
  readonly AssertPathExists?: OneOrMore<Values["conditionPath"]> | null;
  /**
   * Refuses the start with an error unless a path matches this pattern with `*`, `?` and `[]`. `!` before it: unless
   * none does.
   * systemd.unit(5).
   */
  readonly AssertPathExistsGlob?: OneOrMore<Values["conditionPath"]> | null;
  /**
   * Refuses the start with an error unless this path is a directory. `!` before it: unless it isn't one.
   * systemd.unit(5).
   */
  readonly AssertPathIsDirectory?: OneOrMore<Values["conditionPath"]> | null;
  /**
   * Refuses the start with an error unless this path is a symbolic link. `!` before it: unless it isn't one.
   * systemd.unit(5).
   */
  readonly AssertPathIsSymbolicLink?: OneOrMore<Values["conditionPath"]> | null;
  /**
   * Refuses the start with an error unless something is mounted at this path. `!` before it: unless nothing is.
   * systemd.unit(5).
   */
  readonly AssertPathIsMountPoint?: OneOrMore<Values["conditionPath"]> | null;
  /**
   * Refuses the start with an error unless the file system of this path is mounted writable. `!` before it: unless it
   * is read-only.
   * systemd.unit(5).
   */
  readonly AssertPathIsReadWrite?: OneOrMore<Values["conditionPath"]> | null;
  /**
   * Refuses the start with an error unless the block device below this path's file system is encrypted. `!` negates.
   * systemd.unit(5). Since 246.
   */
  readonly AssertPathIsEncrypted?: OneOrMore<Values["conditionPath"]> | null;
  /**
   * Refuses the start with an error unless this path is a socket. `!` before it: unless it isn't one.
   * systemd.unit(5). Since 260.
   */
  readonly AssertPathIsSocket?: OneOrMore<Values["conditionPath"]> | null;
  /**
   * Refuses the start with an error unless this path is a directory with something in it. `!` negates.
   * systemd.unit(5).
   */
  readonly AssertDirectoryNotEmpty?: OneOrMore<Values["conditionPath"]> | null;
  /**
   * Refuses the start with an error unless this path is a regular file with at least one byte. `!` negates.
   * systemd.unit(5).
   */
  readonly AssertFileNotEmpty?: OneOrMore<Values["conditionPath"]> | null;
  /**
   * Refuses the start with an error unless this path is a regular file marked executable. `!` negates.
   * systemd.unit(5).
   */
  readonly AssertFileIsExecutable?: OneOrMore<Values["conditionPath"]> | null;
  /**
   * Refuses the start with an error unless /etc or /var (name one) is older than /usr and so due for an offline update.
   * `!` negates.
   * systemd.unit(5).
   */
  readonly AssertNeedsUpdate?: OneOrMore<Values["conditionPath"]> | null;
  /**
   * Refuses the start with an error unless this is (yes) or is not (no) the first boot, with an /etc not set up yet.
   * systemd.unit(5).
   */
  readonly AssertFirstBoot?: OneOrMore<Values["condition"]> | null;
  /**
   * Refuses the start with an error unless the machine is of this kind, as x86-64 or arm64; native is what systemd was
   * built for. `!` negates.
   * systemd.unit(5).
   */
  readonly AssertArchitecture?: OneOrMore<Values["condition"]> | null;
  /**
   * Refuses the start with an error unless it runs in this: yes (any virtualization), no, vm, container, or by name, as
   * kvm. `!` negates.
   * systemd.unit(5).
   */
  readonly AssertVirtualization?: OneOrMore<Values["condition"]> | null;
  /**
   * Refuses the start with an error unless this is the host name (patterns allowed) or the machine ID. `!` negates.
   * systemd.unit(5).
   */
  readonly AssertHost?: OneOrMore<Values["condition"]> | null;
  /**
   * Refuses the start with an error unless this host is in the share of all, picked by machine ID, as `30%` or `TAG
   * 30%`. `!` negates.
   * systemd.unit(5). Since 261.
   */
  readonly AssertFraction?: OneOrMore<Values["condition"]> | null;
  /**
   * Refuses the start with an error unless the kernel command line has this word or exactly this name=value. `!`
   * negates.
   * systemd.unit(5).
   */
  readonly AssertKernelCommandLine?: OneOrMore<Values["condition"]> | null;
  /**
   * Refuses the start with an error unless the kernel version compares so, as `>=5.10`, or matches a pattern, as
   * `5.10.*`. `!` negates.
   * systemd.unit(5).
   */
  readonly AssertKernelVersion?: OneOrMore<Values["condition"]> | null;
  /**
   * Refuses the start with an error unless kernel, systemd or glibc has such a version, as `systemd >=258`. `!`
   * negates.
   * systemd.unit(5). Since 258.
   */
  readonly AssertVersion?: OneOrMore<Values["condition"]> | null;
  /**
   * Refuses the start with an error unless the service manager was given a credential of this name. `!` negates.
   * systemd.unit(5). Since 252.
   */
  readonly AssertCredential?: OneOrMore<Values["condition"]> | null;
  /**
   * Refuses the start with an error unless this is on: selinux, apparmor, smack, ima, audit, tomoyo, uefi-secureboot,
   * tpm2... `!` negates.
   * systemd.unit(5).
   */
  readonly AssertSecurity?: OneOrMore<Values["condition"]> | null;
  /**
   * Refuses the start with an error unless this capability, as CAP_NET_ADMIN, is in the service manager's bounding set.
   * `!` negates.
   * systemd.unit(5).
   */
  readonly AssertCapability?: OneOrMore<Values["condition"]> | null;
  /**
   * Refuses the start with an error unless the machine runs on mains power (yes) or on battery alone (no).
   * systemd.unit(5).
   */
  readonly AssertACPower?: OneOrMore<Values["condition"]> | null;
  /**
   * Refuses the start with an error unless the machine has that much RAM, as `>=4G` (bytes with K, M, G, T). `!`
   * negates.
   * systemd.unit(5). Since 246.
   */
  readonly AssertMemory?: OneOrMore<Values["condition"]> | null;
  /**
   * Refuses the start with an error unless the CPU has this feature, as avx2 or rdrand; x86 only. `!` negates.
   * systemd.unit(5). Since 251.
   */
  readonly AssertCPUFeature?: OneOrMore<Values["condition"]> | null;
  /**
   * Refuses the start with an error unless so many CPUs are available to the service manager, as `>=4`. `!` negates.
   * systemd.unit(5). Since 246.
   */
  readonly AssertCPUs?: OneOrMore<Values["condition"]> | null;
  /**
   * Refuses the start with an error unless the service manager itself (not the unit) has this variable or NAME=value.
   * `!` negates.
   * systemd.unit(5). Since 246.
   */
  readonly AssertEnvironment?: OneOrMore<Values["condition"]> | null;
  /**
   * Refuses the start with an error unless the service manager runs as this user, by name, UID or `@system`. `!`
   * negates.
   * systemd.unit(5).
   */
  readonly AssertUser?: OneOrMore<Values["condition"]> | null;
  /**
   * Refuses the start with an error unless the service manager runs in this group, by name or GID. `!` negates.
   * systemd.unit(5).
   */
  readonly AssertGroup?: OneOrMore<Values["condition"]> | null;
  /**
   * Refuses the start with an error unless these cgroup controllers exist, as cpu or memory, or the version is v1 or
   * v2. `!` negates.
   * systemd.unit(5).
   */
  readonly AssertControlGroupController?: OneOrMore<Values["condition"]> | null;
  /**
   * Refuses the start with an error unless /etc/os-release says so, as `ID=debian` or `VERSION_ID>=12`. `!` negates.
   * systemd.unit(5). Since 249.
   */
  readonly AssertOSRelease?: OneOrMore<Values["condition"]> | null;
  /**
   * Refuses the start with an error unless a tag of the host (TAGS in /etc/machine-info) matches this pattern. `!`
   * negates.
   * systemd.unit(5). Since 261.
   */
  readonly AssertMachineTag?: OneOrMore<Values["condition"]> | null;
  /**
   * Refuses the start with an error when the system (or slice:) waited for memory more than this percentage, as
   * `10%/5min`.
   * systemd.unit(5). Since 250.
   */
  readonly AssertMemoryPressure?: OneOrMore<Values["condition"]> | null;
  /**
   * Refuses the start with an error when the system (or slice:) waited for CPU more than this percentage, as
   * `10%/5min`.
   * systemd.unit(5). Since 250.
   */
  readonly AssertCPUPressure?: OneOrMore<Values["condition"]> | null;
  /**
   * Refuses the start with an error when the system (or slice:) waited for disks more than this percentage, as
   * `10%/5min`.
   * systemd.unit(5). Since 250.
   */
  readonly AssertIOPressure?: OneOrMore<Values["condition"]> | null;
  /**
   * Refuses the start with an error unless this kernel module is loaded and ready. `!` negates.
   * systemd.unit(5). Since 258.
   */
  readonly AssertKernelModuleLoaded?: OneOrMore<Values["condition"]> | null;
  /**
   * When systemd forgets a stopped unit: inactive (default) keeps a failed one until reset-failed, inactive-or-failed
   * forgets it too.
   * systemd.unit(5).
   */
  readonly CollectMode?: Words["collect_mode"] | null;
  /**
   * Constant condition (yes or no) of old versions, which systemd has dropped: leave it out.
   * Without effect since 247.
   * @deprecated Without effect.
   */
  readonly ConditionNull?: Values["removed"] | null;
  /**
   * Constant condition (yes or no) of old versions, which systemd has dropped: leave it out.
   * Without effect since 247.
   * @deprecated Without effect.
   */
  readonly AssertNull?: Values["removed"] | null;
}

/** What stands in [Service]. systemd.service(5). */
export interface ServiceSection extends ExecContext, CgroupContext, KillContext {
  /**
   * File, absolute or below /run, in which a Type=forking service leaves its main PID; systemd reads it, and deletes it
   * after the end.
   * systemd.service(5).
   */
  readonly PIDFile?: Values["path"] | null;
  /**
   * Commands run first: exit status 0 goes on, 1 to 254 skips the start without failing it, 255 or a signal is a
   * failure.
   * systemd.service(5).
   */
  readonly ExecCondition?: Values["exec"] | null;
  /**
   * Commands run before ExecStart, one after another; if one fails, the start fails, except with `-` before its path.
   * systemd.service(5).
   */
  readonly ExecStartPre?: Values["exec"] | null;
  /**
   * The program and its arguments, in systemd's own syntax, no shell. One only, except with Type=oneshot, where several
   * run in turn.
   * systemd.service(5).
   */
  readonly ExecStart?: Values["exec"] | null;
  /**
   * Commands for `systemctl reload`, as one that sends a signal to `$MAINPID`. Without it only Type=notify-reload can
   * be reloaded.
   * systemd.service(5).
   */
  readonly ExecReload?: Values["exec"] | null;
  /** Commands run after a reload that succeeded, in the same syntax as ExecReload. systemd.service(5). Since 259. */
  readonly ExecReloadPost?: Values["exec"] | null;
  /**
   * Commands run once the service counts as started (Type says when); if one fails, the start fails, except with `-`
   * before its path.
   * systemd.service(5).
   */
  readonly ExecStartPost?: Values["exec"] | null;
  /**
   * Commands that ask a started service to stop; what is left after them gets KillSignal. Default: none, KillSignal at
   * once.
   * systemd.service(5).
   */
  readonly ExecStop?: Values["exec"] | null;
  /**
   * Commands run after the service has ended in any way, also after a crash or a failed start; $SERVICE_RESULT tells
   * how.
   * systemd.service(5).
   */
  readonly ExecStopPost?: Values["exec"] | null;
  /**
   * Pause before an automatic restart, see Restart. Seconds; default: 100ms, which soon hits the limit of 5 starts in
   * 10 s.
   * systemd.service(5).
   */
  readonly RestartSec?: Values["timespan"] | null;
  /**
   * In how many steps the pause before restarts grows from RestartSec to RestartMaxDelaySec. Default: 0, it doesn't
   * grow.
   * systemd.service(5). Since 254.
   */
  readonly RestartSteps?: Values["integer"] | null;
  /**
   * Longest pause before a restart, reached after RestartSteps. Seconds; default: infinity, the pause doesn't grow.
   * systemd.service(5). Since 254.
   */
  readonly RestartMaxDelaySec?: Values["timespan"] | null;
  /**
   * Random time, up to this, added to the pause before each restart, so that not all services restart at once. Seconds;
   * default: 0.
   * systemd.service(5). Since 262.
   */
  readonly RestartRandomizedDelaySec?: Values["timespan"] | null;
  /** Sets TimeoutStartSec and TimeoutStopSec at once. Seconds; infinity or 0 for no limit. systemd.service(5). */
  readonly TimeoutSec?: Values["timespan"] | null;
  /**
   * How long the start may take before it fails and is stopped. Seconds; default: 90 (the manager's), no limit for
   * oneshot; 0: no limit.
   * systemd.service(5).
   */
  readonly TimeoutStartSec?: Values["timespan"] | null;
  /**
   * How long each ExecStop may take, and then the end after KillSignal, before FinalKillSignal. Seconds; default: 90
   * (the manager's); 0: no limit.
   * systemd.service(5).
   */
  readonly TimeoutStopSec?: Values["timespan"] | null;
  /**
   * How long the service may take to end (and dump core) after the watchdog's WatchdogSignal. Seconds; default:
   * TimeoutStopSec.
   * systemd.service(5).
   */
  readonly TimeoutAbortSec?: Values["timespan"] | null;
  /**
   * What happens when the start takes too long: terminate (default; KillSignal), abort (WatchdogSignal), kill
   * (FinalKillSignal).
   * systemd.service(5). Since 246.
   */
  readonly TimeoutStartFailureMode?: Words["service_timeout_failure_mode"] | null;
  /**
   * What happens when the stop takes too long: terminate (default; KillSignal), abort (WatchdogSignal), kill
   * (FinalKillSignal).
   * systemd.service(5). Since 246.
   */
  readonly TimeoutStopFailureMode?: Words["service_timeout_failure_mode"] | null;
  /**
   * How long the service may run before it is stopped and counts as failed. Seconds; default: infinity. Not for
   * Type=oneshot.
   * systemd.service(5).
   */
  readonly RuntimeMaxSec?: Values["timespan"] | null;
  /**
   * Random time, up to this, added to RuntimeMaxSec, so that not all services end at once. Seconds; default: 0.
   * systemd.service(5). Since 250.
   */
  readonly RuntimeRandomizedExtraSec?: Values["timespan"] | null;
  /**
   * The service has to report WATCHDOG=1 at least this often, or it is killed by WatchdogSignal and fails. Seconds;
   * default: 0 (off).
   * systemd.service(5).
   */
  readonly WatchdogSec?: Values["timespan"] | null;
  /** Old name and place, still read: write StartLimitIntervalSec in [Unit]. */
  readonly StartLimitInterval?: Values["timespan"] | null;
  /** Old place of the setting, still read: write StartLimitBurst in [Unit]. */
  readonly StartLimitBurst?: Values["integer"] | null;
  /** Old place of the setting, still read: write StartLimitAction in [Unit]. */
  readonly StartLimitAction?: Words["emergency_action"] | null;
  /** Old place of the setting, still read: write FailureAction in [Unit]. */
  readonly FailureAction?: Words["emergency_action"] | null;
  /** Old place of the setting, still read: write RebootArgument in [Unit]. */
  readonly RebootArgument?: Values["text"] | null;
  /**
   * When the start is done: simple (default; at fork), exec (program running), forking, oneshot (it ended), dbus,
   * notify, notify-reload, idle.
   * systemd.service(5).
   */
  readonly Type?: Words["service_type"] | null;
  /**
   * When the service counts as ended: main (default; its main process has), cgroup (all its processes have). Not for
   * oneshot.
   * systemd.service(5). Since 250.
   */
  readonly ExitType?: Words["service_exit_type"] | null;
  /**
   * When to start it again after it ends by itself: no (default), always, on-success, on-failure, on-abnormal,
   * on-abort, on-watchdog.
   * systemd.service(5).
   */
  readonly Restart?: Words["service_restart"] | null;
  /**
   * What others see of a restart: normal (default) passes through failed or inactive, direct spares dependents that,
   * debug also logs more.
   * systemd.service(5). Since 254.
   */
  readonly RestartMode?: Words["service_restart_mode"] | null;
  /**
   * Obsolete: yes applies User and the like to ExecStart alone. Put `+` before the path of the other commands instead.
   */
  readonly PermissionsStartOnly?: Values["boolean"] | null;
  /**
   * Applies RootDirectory to ExecStart alone, not to the commands before and after it. Default: no.
   * systemd.service(5).
   */
  readonly RootDirectoryStartOnly?: Values["boolean"] | null;
  /**
   * Counts the service as active after its processes have ended, as for a oneshot that sets something up. Default: no.
   * systemd.service(5).
   */
  readonly RemainAfterExit?: Values["boolean"] | null;
  /**
   * Lets systemd guess the main process of a Type=forking service without PIDFile. Default: yes.
   * systemd.service(5).
   */
  readonly GuessMainPID?: Values["boolean"] | null;
  /**
   * Exit statuses (numbers or names) and signals of the main process after which Restart does not apply. Default: none.
   * systemd.service(5).
   */
  readonly RestartPreventExitStatus?: OneOrMore<Values["statuses"]> | null;
  /**
   * Exit statuses (numbers or names) and signals of the main process after which it restarts, whatever Restart says.
   * Default: none.
   * systemd.service(5).
   */
  readonly RestartForceExitStatus?: OneOrMore<Values["statuses"]> | null;
  /**
   * Further exit statuses and signals of the main process that are no failure, besides 0, SIGHUP, SIGINT, SIGTERM and
   * SIGPIPE.
   * systemd.service(5).
   */
  readonly SuccessExitStatus?: OneOrMore<Values["statuses"]> | null;
  /**
   * Without effect, a leftover of SysV init scripts: leave it out.
   * @deprecated Without effect.
   */
  readonly SysVStartPriority?: Values["removed"] | null;
  /** Sets O_NONBLOCK on the sockets handed to the service (socket activation). Default: no. systemd.service(5). */
  readonly NonBlocking?: Values["boolean"] | null;
  /**
   * The D-Bus name the service takes; with Type=dbus, the start is done once it has it. Makes Type=dbus the default.
   * systemd.service(5).
   */
  readonly BusName?: Values["busName"] | null;
  /**
   * How many file descriptors the service may leave with the service manager over a restart (FDSTORE=1). Default: 0,
   * none.
   * systemd.service(5).
   */
  readonly FileDescriptorStoreMax?: Values["integer"] | null;
  /**
   * When descriptors left with the service manager are kept: restart (default; not after a stop), yes (also after it),
   * no, on-success (systemd 261).
   * systemd.service(5). Since 254.
   */
  readonly FileDescriptorStorePreserve?: Switch | Words["exec_preserve_mode"] | null;
  /**
   * Names of sessions of the kernel's Live Update Orchestrator: what the service keeps in them survives a reboot by
   * kexec. Default: none.
   * systemd.service(5). Since 262.
   */
  readonly LUOSession?: OneOrMore<Values["text"]> | null;
  /**
   * Whose messages to $NOTIFY_SOCKET count: none (default), main, exec (also its Exec commands), all. With Type=notify:
   * main.
   * systemd.service(5).
   */
  readonly NotifyAccess?: Words["notify_access"] | null;
  /**
   * Socket units whose sockets the service gets when it starts. Default: the socket unit of the same name.
   * systemd.service(5).
   */
  readonly Sockets?: OneOrMore<Values["sockets"]> | null;
  /**
   * Without effect, a leftover of the abandoned kdbus: leave it out and use D-Bus policy files.
   * @deprecated Without effect.
   */
  readonly BusPolicy?: Values["removed"] | null;
  /**
   * File with the USB FunctionFS descriptors, written to ep0 of the sockets from ListenUSBFunction.
   * systemd.service(5).
   */
  readonly USBFunctionDescriptors?: Values["path"] | null;
  /** File with the USB FunctionFS strings, written to ep0 of the sockets from ListenUSBFunction. systemd.service(5). */
  readonly USBFunctionStrings?: Values["path"] | null;
  /**
   * When the kernel kills a process for lack of memory: stop (default) ends the service, kill kills all of it, continue
   * only logs.
   * systemd.service(5).
   */
  readonly OOMPolicy?: Words["oom_policy"] | null;
  /**
   * File or socket opened for the service before it starts, as PATH:FDNAME:OPTIONS (read-only, append, truncate,
   * graceful).
   * systemd.service(5). Since 253.
   */
  readonly OpenFile?: OneOrMore<Values["openFile"]> | null;
  /** Signal that reloads a service of Type=notify-reload. Default: SIGHUP. systemd.service(5). Since 253. */
  readonly ReloadSignal?: Values["signal"] | null;
  /**
   * What a reload renews: extensions (default), credentials, both (yes) or neither (no); ~ before the list: all but
   * these.
   * systemd.service(5). Since 260.
   */
  readonly RefreshOnReload?: Values["flags"] | null;
}

/** What stands in [Socket]. systemd.socket(5). */
export interface SocketSection
  extends ExecContext,
    Omit<
      CgroupContext,
      | "Delegate"
      | "DelegateSubgroup"
      | "ManagedOOMSwap"
      | "ManagedOOMMemoryPressure"
      | "ManagedOOMMemoryPressureLimit"
      | "ManagedOOMMemoryPressureDurationSec"
      | "OOMRules"
    >,
    KillContext {
  /**
   * Stream socket (TCP or UNIX) to listen on: a port, ADDRESS:PORT, /path, `@abstract` or vsock:CID:PORT. Several add
   * up.
   * systemd.socket(5).
   */
  readonly ListenStream?: OneOrMore<Values["listenAddress"]> | null;
  /**
   * Datagram socket (UDP or UNIX) to listen on: a port, ADDRESS:PORT, /path, `@abstract` or vsock:CID:PORT. Several add
   * up.
   * systemd.socket(5).
   */
  readonly ListenDatagram?: OneOrMore<Values["listenAddress"]> | null;
  /** Sequential packet socket (UNIX) to listen on: /path or `@abstract`. Several add up. systemd.socket(5). */
  readonly ListenSequentialPacket?: OneOrMore<Values["listenAddress"]> | null;
  /** FIFO (named pipe) to make and listen on, by absolute path. systemd.socket(5). */
  readonly ListenFIFO?: OneOrMore<Values["listenPath"]> | null;
  /**
   * Netlink family to listen on, as kobject-uevent, and with a space between, its multicast group (a number).
   * systemd.socket(5).
   */
  readonly ListenNetlink?: OneOrMore<Values["listenNetlink"]> | null;
  /** Character device or file of /proc or /sys to open and wait for, by absolute path. systemd.socket(5). */
  readonly ListenSpecial?: OneOrMore<Values["listenPath"]> | null;
  /** POSIX message queue to make and listen on, as /NAME. systemd.socket(5). */
  readonly ListenMessageQueue?: OneOrMore<Values["listenMessageQueue"]> | null;
  /**
   * Mount point of USB FunctionFS whose ep0 is opened; the service needs USBFunctionDescriptors and USBFunctionStrings.
   * systemd.socket(5).
   */
  readonly ListenUSBFunction?: OneOrMore<Values["listenPath"]> | null;
  /**
   * Protocol instead of TCP or UDP: udplite (for ListenDatagram), sctp, or (systemd 257) mptcp. Default: TCP for
   * streams, UDP for datagrams.
   * systemd.socket(5).
   */
  readonly SocketProtocol?: Words["socket_protocol"] | null;
  /**
   * Whether IPv6 sockets take IPv4 too: both, ipv6-only, or default, which is the kernel's setting (normally both).
   * systemd.socket(5).
   */
  readonly BindIPv6Only?: Switch | Words["socket_address_bind_ipv6_only"] | null;
  /**
   * How many connections may wait to be accepted. Default: as many as the kernel's net.core.somaxconn allows.
   * systemd.socket(5).
   */
  readonly Backlog?: Values["integer"] | null;
  /** Network interface that alone counts for the socket. Default: any. systemd.socket(5). */
  readonly BindToDevice?: Values["networkInterfaces"] | null;
  /**
   * Commands run before the sockets are made and bound; if one fails, the start fails, except with `-` before its path.
   * systemd.socket(5).
   */
  readonly ExecStartPre?: Values["exec"] | null;
  /**
   * Commands run after the sockets are made and bound; if one fails, the start fails, except with `-` before its path.
   * systemd.socket(5).
   */
  readonly ExecStartPost?: Values["exec"] | null;
  /** Commands run before the sockets are closed. systemd.socket(5). */
  readonly ExecStopPre?: Values["exec"] | null;
  /** Commands run after the sockets have been closed and removed. systemd.socket(5). */
  readonly ExecStopPost?: Values["exec"] | null;
  /**
   * How long each command of the socket may take, before it counts as failed and is killed. Seconds; default: 90 (the
   * manager's); 0: no limit.
   * systemd.socket(5).
   */
  readonly TimeoutSec?: Values["timespan"] | null;
  /** Owner of the socket files and FIFOs, by name or UID. Default: root for system units. systemd.socket(5). */
  readonly SocketUser?: Values["account"] | null;
  /** Group of the socket files and FIFOs, by name or GID. Default: that of SocketUser, or root. systemd.socket(5). */
  readonly SocketGroup?: Values["account"] | null;
  /** Permissions of the socket files and FIFOs, in octal. Default: 0666, open to everyone. systemd.socket(5). */
  readonly SocketMode?: Values["mode"] | null;
  /** Permissions of missing folders made for the sockets and FIFOs, in octal. Default: 0755. systemd.socket(5). */
  readonly DirectoryMode?: Values["mode"] | null;
  /**
   * Starts an instance of the template `NAME@.service` for each connection, as inetd did; no hands the sockets to one
   * service. Default: no.
   * systemd.socket(5).
   */
  readonly Accept?: Values["boolean"] | null;
  /**
   * Throws away what waits on the sockets when the service ends; not with Accept. Default: no, the next start gets it.
   * systemd.socket(5). Since 247.
   */
  readonly FlushPending?: Values["boolean"] | null;
  /** Opens the file of ListenSpecial also for writing. Default: no. systemd.socket(5). */
  readonly Writable?: Values["boolean"] | null;
  /** With Accept: how many connections may be served at a time; more are refused. Default: 64. systemd.socket(5). */
  readonly MaxConnections?: Values["integer"] | null;
  /**
   * With Accept: how many connections may be served at a time for the same address. Default: no limit but
   * MaxConnections.
   * systemd.socket(5).
   */
  readonly MaxConnectionsPerSource?: Values["integer"] | null;
  /** Lets TCP probe idle connections, and drop those whose other end is gone. Default: no. systemd.socket(5). */
  readonly KeepAlive?: Values["boolean"] | null;
  /**
   * With KeepAlive: how long a connection is idle before the first probe. Seconds; default: the kernel's, 7200.
   * systemd.socket(5).
   */
  readonly KeepAliveTimeSec?: Values["timespan"] | null;
  /** With KeepAlive: time between probes. Seconds; default: the kernel's, 75. systemd.socket(5). */
  readonly KeepAliveIntervalSec?: Values["timespan"] | null;
  /**
   * With KeepAlive: how many probes without an answer until the connection is dropped. Default: the kernel's, 9.
   * systemd.socket(5).
   */
  readonly KeepAliveProbes?: Values["integer"] | null;
  /**
   * Wakes the service only when data arrives on a connection, waiting for so long. Seconds; default: 0, off.
   * systemd.socket(5).
   */
  readonly DeferAcceptSec?: Values["timespan"] | null;
  /** Sends small TCP packets at once (TCP_NODELAY), without Nagle's algorithm. Default: no. systemd.socket(5). */
  readonly NoDelay?: Values["boolean"] | null;
  /** Priority of all packets sent from the socket (SO_PRIORITY). Default: the kernel's. systemd.socket(5). */
  readonly Priority?: Values["integer"] | null;
  /** Size of the receive buffer of the sockets. Bytes with K, M, G. Default: the kernel's. systemd.socket(5). */
  readonly ReceiveBuffer?: Values["size"] | null;
  /** Size of the send buffer of the sockets. Bytes with K, M, G. Default: the kernel's. systemd.socket(5). */
  readonly SendBuffer?: Values["size"] | null;
  /**
   * Type of service in IP headers: low-delay, throughput, reliability, low-cost, or a number. Default: the kernel's.
   * systemd.socket(5).
   */
  readonly IPTOS?: Words["ip_tos"] | number | null;
  /** How many hops sent packets live (TTL). Default: the kernel's, normally 64. systemd.socket(5). */
  readonly IPTTL?: Values["integer"] | null;
  /** Firewall mark of sent packets, a number that nftables can match. Default: none. systemd.socket(5). */
  readonly Mark?: Values["integer"] | null;
  /** Size of the buffer of FIFOs. Bytes with K, M, G. Default: the kernel's, 64K. systemd.socket(5). */
  readonly PipeSize?: Values["size"] | null;
  /** Lets it bind addresses the host hasn't got yet, as before the network is up. Default: no. systemd.socket(5). */
  readonly FreeBind?: Values["boolean"] | null;
  /** Lets it bind addresses that aren't the host's, for transparent proxies. Default: no. systemd.socket(5). */
  readonly Transparent?: Values["boolean"] | null;
  /** Lets it send broadcast datagrams. Default: no. systemd.socket(5). */
  readonly Broadcast?: Values["boolean"] | null;
  /** Tells the receiver who sent each message on a UNIX socket: PID, UID and GID. Default: no. systemd.socket(5). */
  readonly PassCredentials?: Values["boolean"] | null;
  /**
   * Tells the receiver who sent each message on a UNIX socket, by a PID file descriptor. Default: no.
   * systemd.socket(5). Since 258.
   */
  readonly PassPIDFD?: Values["boolean"] | null;
  /**
   * Hands the sockets to the commands of ExecStartPost, ExecStopPre and ExecStopPost too. Default: no.
   * systemd.socket(5). Since 256.
   */
  readonly PassFileDescriptorsToExec?: Values["boolean"] | null;
  /**
   * Tells the receiver the security label of who sent each message on a UNIX socket. Default: no.
   * systemd.socket(5).
   */
  readonly PassSecurity?: Values["boolean"] | null;
  /**
   * Tells the receiver where each packet arrived: the address and interface. Default: no.
   * systemd.socket(5). Since 246.
   */
  readonly PassPacketInfo?: Values["boolean"] | null;
  /**
   * Lets the other end of a UNIX socket send file descriptors; no refuses them. Default: yes.
   * systemd.socket(5). Since 258.
   */
  readonly AcceptFileDescriptors?: Values["boolean"] | null;
  /**
   * Tells the receiver when each packet arrived: us (microseconds), ns (nanoseconds) or off (default).
   * systemd.socket(5). Since 247.
   */
  readonly Timestamping?: Switch | Words["socket_timestamping"] | null;
  /** TCP congestion control of the sockets, as cubic or bbr. Default: the kernel's. systemd.socket(5). */
  readonly TCPCongestion?: Values["string"] | null;
  /**
   * Lets several sockets bind the same port, between which the kernel spreads the load. Default: no.
   * systemd.socket(5).
   */
  readonly ReusePort?: Values["boolean"] | null;
  /**
   * How many messages the queue of ListenMessageQueue holds; set it together with MessageQueueMessageSize. Default: the
   * kernel's.
   * systemd.socket(5).
   */
  readonly MessageQueueMaxMessages?: Values["integer"] | null;
  /**
   * Longest message of ListenMessageQueue, in bytes; set it together with MessageQueueMaxMessages. Default: the
   * kernel's.
   * systemd.socket(5).
   */
  readonly MessageQueueMessageSize?: Values["integer"] | null;
  /**
   * Deletes socket files, FIFOs, message queues and Symlinks when the socket unit stops. Default: no.
   * systemd.socket(5).
   */
  readonly RemoveOnStop?: Values["boolean"] | null;
  /** Paths of symbolic links to the one socket file or FIFO of the unit. Default: none. systemd.socket(5). */
  readonly Symlinks?: OneOrMore<Values["symlinks"]> | null;
  /**
   * Name under which the service gets the sockets ($LISTEN_FDNAMES). Default: the socket unit's name; connection with
   * Accept.
   * systemd.socket(5).
   */
  readonly FileDescriptorName?: Values["identifier"] | null;
  /**
   * Service to start when something arrives; not with Accept. Default: the service of the same name.
   * systemd.socket(5).
   */
  readonly Service?: Values["service"] | null;
  /**
   * Window in which TriggerLimitBurst counts how often the socket starts its service. Seconds; default: 2; 0 turns the
   * limit off.
   * systemd.socket(5).
   */
  readonly TriggerLimitIntervalSec?: Values["timespan"] | null;
  /**
   * How often TriggerLimitIntervalSec lets the socket start its service before it fails. Default: 20, with Accept 200;
   * 0: no limit.
   * systemd.socket(5).
   */
  readonly TriggerLimitBurst?: Values["integer"] | null;
  /**
   * Window in which PollLimitBurst counts how often a socket is looked at. Seconds; default: 2; 0 turns the limit off.
   * systemd.socket(5). Since 255.
   */
  readonly PollLimitIntervalSec?: Values["timespan"] | null;
  /**
   * How often PollLimitIntervalSec lets a socket wake systemd before it pauses. Default: 15, with Accept 150; 0: no
   * limit.
   * systemd.socket(5). Since 255.
   */
  readonly PollLimitBurst?: Values["integer"] | null;
  /**
   * Lets the service's start wait for units that conflict with it, instead of stopping them: yes, patient (longer) or
   * no (default).
   * systemd.socket(5). Since 258.
   */
  readonly DeferTrigger?: Switch | Words["socket_defer_trigger"] | null;
  /**
   * How long DeferTrigger may wait before the socket fails. Seconds; default: infinity; 0 is no limit either.
   * systemd.socket(5). Since 258.
   */
  readonly DeferTriggerMaxSec?: Values["timespan"] | null;
  /**
   * Extended attribute of the socket files, as `user.NAME=VALUE`, so that tools can find them. Several add up.
   * systemd.socket(5). Since 262.
   */
  readonly XAttrEntryPoint?: OneOrMore<Values["extendedAttribute"]> | null;
  /**
   * Extended attribute of the listening sockets, as `user.NAME=VALUE`. Several add up.
   * systemd.socket(5). Since 262.
   */
  readonly XAttrListen?: OneOrMore<Values["extendedAttribute"]> | null;
  /**
   * With Accept: extended attribute of each connection's socket, as `user.NAME=VALUE`. Several add up.
   * systemd.socket(5). Since 262.
   */
  readonly XAttrAccept?: OneOrMore<Values["extendedAttribute"]> | null;
  /** SMACK label of the FIFOs and socket files. Default: what SMACK gives them. systemd.socket(5). */
  readonly SmackLabel?: Values["text"] | null;
  /** SMACK label for what comes in on IP sockets. Default: what SMACK gives them. systemd.socket(5). */
  readonly SmackLabelIPIn?: Values["text"] | null;
  /** SMACK label for what goes out on IP sockets. Default: what SMACK gives them. systemd.socket(5). */
  readonly SmackLabelIPOut?: Values["text"] | null;
  /**
   * With Accept: takes the level of the SELinux context of the service from its client. Default: no.
   * systemd.socket(5).
   */
  readonly SELinuxContextFromNet?: Values["boolean"] | null;
}

/** What stands in [Mount]. systemd.mount(5). */
export interface MountSection
  extends ExecContext,
    Omit<
      CgroupContext,
      | "Delegate"
      | "DelegateSubgroup"
      | "ManagedOOMSwap"
      | "ManagedOOMMemoryPressure"
      | "ManagedOOMMemoryPressureLimit"
      | "ManagedOOMMemoryPressureDurationSec"
      | "OOMRules"
    >,
    KillContext {
  /**
   * What is mounted: a device, a file, a network share or another name, as the type wants it. Has to be given.
   * systemd.mount(5).
   */
  readonly What?: Values["text"] | null;
  /**
   * Mount point, an absolute path; the unit's name has to match it, as srv-data.mount for /srv/data. Has to be given.
   * systemd.mount(5).
   */
  readonly Where?: Values["path"] | null;
  /** Mount options, with commas between, as `noatime,ro`. Default: the file system's. systemd.mount(5). */
  readonly Options?: Values["text"] | null;
  /** File system type, as ext4 or nfs. Default: auto, found from the device. systemd.mount(5). */
  readonly Type?: Values["text"] | null;
  /**
   * How long mounting or unmounting may take before it fails and mount's process is killed. Seconds; default: 90 (the
   * manager's); 0: no limit.
   * systemd.mount(5).
   */
  readonly TimeoutSec?: Values["timespan"] | null;
  /** Permissions of missing folders made for the mount point, in octal. Default: 0755. systemd.mount(5). */
  readonly DirectoryMode?: Values["mode"] | null;
  /** Ignores mount options the file system doesn't know (mount -s). Default: no. systemd.mount(5). */
  readonly SloppyOptions?: Values["boolean"] | null;
  /**
   * Unmounts at once from the tree, and cleans up once nobody uses it any more (umount -l). Default: no.
   * systemd.mount(5).
   */
  readonly LazyUnmount?: Values["boolean"] | null;
  /** Unmounts by force, as for a network share whose server is gone (umount -f). Default: no. systemd.mount(5). */
  readonly ForceUnmount?: Values["boolean"] | null;
  /**
   * Fails when it can't be mounted writable, instead of trying read-only then. Default: no.
   * systemd.mount(5). Since 246.
   */
  readonly ReadWriteOnly?: Values["boolean"] | null;
}

/** What stands in [Automount]. systemd.automount(5). */
export interface AutomountSection {
  /**
   * Mount point, an absolute path; the unit's name has to match it, as srv-data.automount for /srv/data. Has to be
   * given.
   * systemd.automount(5).
   */
  readonly Where?: Values["path"] | null;
  /**
   * Further mount options for the automount point itself, with commas between. Default: none.
   * systemd.automount(5). Since 250.
   */
  readonly ExtraOptions?: Values["text"] | null;
  /** Permissions of missing folders made for the mount point, in octal. Default: 0755. systemd.automount(5). */
  readonly DirectoryMode?: Values["mode"] | null;
  /** How long nobody has used it until it is unmounted again. Seconds; default: 0, never. systemd.automount(5). */
  readonly TimeoutIdleSec?: Values["timespan"] | null;
}

/** What stands in [Swap]. systemd.swap(5). */
export interface SwapSection
  extends ExecContext,
    Omit<
      CgroupContext,
      | "Delegate"
      | "DelegateSubgroup"
      | "ManagedOOMSwap"
      | "ManagedOOMMemoryPressure"
      | "ManagedOOMMemoryPressureLimit"
      | "ManagedOOMMemoryPressureDurationSec"
      | "OOMRules"
    >,
    KillContext {
  /**
   * Device or file to swap to, by absolute path; the unit's name has to match it, as dev-sda2.swap. Has to be given.
   * systemd.swap(5).
   */
  readonly What?: Values["path"] | null;
  /**
   * Which swap is used first: the higher one, from 0 to 32767; -1 or unset leaves it to the kernel.
   * systemd.swap(5).
   */
  readonly Priority?: Values["integer"] | null;
  /** Options of swapon, with commas between, as `discard`. Default: none. systemd.swap(5). */
  readonly Options?: Values["text"] | null;
  /**
   * How long swapon or swapoff may take before it fails and is killed. Seconds; default: 90 (the manager's); 0: no
   * limit.
   * systemd.swap(5).
   */
  readonly TimeoutSec?: Values["timespan"] | null;
}

/** What stands in [Timer]. systemd.timer(5). */
export interface TimerSection {
  /**
   * Starts the unit at these times, as `daily`, `Mon 09:00` or `*-*-* 03:00:00 Europe/Berlin`. Several add up.
   * systemd.timer(5).
   */
  readonly OnCalendar?: OneOrMore<Values["calendar"]> | null;
  /** Starts the unit so long after the timer itself was started. Seconds; several add up. systemd.timer(5). */
  readonly OnActiveSec?: OneOrMore<Values["timespan"]> | null;
  /**
   * Starts the unit so long after the machine booted, at once if that is past. Seconds; several add up.
   * systemd.timer(5).
   */
  readonly OnBootSec?: OneOrMore<Values["timespan"]> | null;
  /**
   * Starts the unit so long after the service manager started, at once if that is past. Seconds; several add up.
   * systemd.timer(5).
   */
  readonly OnStartupSec?: OneOrMore<Values["timespan"]> | null;
  /**
   * Starts the unit so long after it was last started, so again and again; the first time needs another On*Sec.
   * Seconds.
   * systemd.timer(5).
   */
  readonly OnUnitActiveSec?: OneOrMore<Values["timespan"]> | null;
  /**
   * Starts the unit so long after it last ended, so again and again; the first time needs another On*Sec. Seconds.
   * systemd.timer(5).
   */
  readonly OnUnitInactiveSec?: OneOrMore<Values["timespan"]> | null;
  /** Starts the unit when the system clock jumps, as when it is set. Default: no. systemd.timer(5). */
  readonly OnClockChange?: Values["boolean"] | null;
  /** Starts the unit when the time zone of the system changes. Default: no. systemd.timer(5). */
  readonly OnTimezoneChange?: Values["boolean"] | null;
  /**
   * Remembers the last run of OnCalendar on disk, and makes up at once for one missed while the timer was off. Default:
   * no.
   * systemd.timer(5).
   */
  readonly Persistent?: Values["boolean"] | null;
  /**
   * Wakes a suspended machine for it, where the hardware can; also counts the time asleep. Default: no.
   * systemd.timer(5).
   */
  readonly WakeSystem?: Values["boolean"] | null;
  /**
   * Keeps a timer that won't elapse again loaded; no unloads it, so it can be started anew. Default: yes.
   * systemd.timer(5).
   */
  readonly RemainAfterElapse?: Values["boolean"] | null;
  /**
   * Makes RandomizedDelaySec the same delay at each run, by host and timer. Default: no.
   * systemd.timer(5). Since 247.
   */
  readonly FixedRandomDelay?: Values["boolean"] | null;
  /**
   * When the unit is still running as OnCalendar elapses: yes waits for the next time, no starts it as soon as it ends.
   * Default: no.
   * systemd.timer(5). Since 257.
   */
  readonly DeferReactivation?: Values["boolean"] | null;
  /**
   * How much later it may elapse, to wake the machine once for several timers. Seconds; default: 1min; 1us is most
   * exact.
   * systemd.timer(5).
   */
  readonly AccuracySec?: Values["timespan"] | null;
  /**
   * Random delay, up to this, of each run, so that not all hosts or timers go at once. Seconds; default: 0.
   * systemd.timer(5).
   */
  readonly RandomizedDelaySec?: Values["timespan"] | null;
  /**
   * Shifts OnCalendar by a fixed time of up to this, which differs by host and timer, so that not all hosts go at once.
   * Seconds; default: 0.
   * systemd.timer(5). Since 258.
   */
  readonly RandomizedOffsetSec?: Values["timespan"] | null;
  /** Unit that the timer starts, not a timer. Default: the service of the same name. systemd.timer(5). */
  readonly Unit?: Values["unit"] | null;
}

/** What stands in [Path]. systemd.path(5). */
export interface PathSection {
  /**
   * Starts the unit when this path exists, at once if it does already, and again after it ended if it still does.
   * systemd.path(5).
   */
  readonly PathExists?: OneOrMore<Values["pathSpec"]> | null;
  /**
   * Starts the unit when a path matches this pattern, at once if one does already, and again after it ended if one
   * still does.
   * systemd.path(5).
   */
  readonly PathExistsGlob?: OneOrMore<Values["pathSpec"]> | null;
  /** Starts the unit when this file or folder changes: for a file being written, once it is closed. systemd.path(5). */
  readonly PathChanged?: OneOrMore<Values["pathSpec"]> | null;
  /** Starts the unit when this file or folder changes: for a file being written, at each write too. systemd.path(5). */
  readonly PathModified?: OneOrMore<Values["pathSpec"]> | null;
  /**
   * Starts the unit when something is in this folder, at once if there is already, and again after it ended if there
   * still is.
   * systemd.path(5).
   */
  readonly DirectoryNotEmpty?: OneOrMore<Values["pathSpec"]> | null;
  /** Unit that the path starts, not a path. Default: the service of the same name. systemd.path(5). */
  readonly Unit?: Values["unit"] | null;
  /** Makes the watched folders that are missing, before watching; not for PathExists. Default: no. systemd.path(5). */
  readonly MakeDirectory?: Values["boolean"] | null;
  /** Permissions of the folders MakeDirectory makes, in octal. Default: 0755. systemd.path(5). */
  readonly DirectoryMode?: Values["mode"] | null;
  /**
   * Window in which TriggerLimitBurst counts how often the path starts its unit. Seconds; default: 2; 0 turns the limit
   * off.
   * systemd.path(5). Since 250.
   */
  readonly TriggerLimitIntervalSec?: Values["timespan"] | null;
  /**
   * How often TriggerLimitIntervalSec lets the path start its unit before it fails. Default: 200; 0 turns the limit
   * off.
   * systemd.path(5). Since 250.
   */
  readonly TriggerLimitBurst?: Values["integer"] | null;
}

/** What stands in [Slice]. systemd.slice(5). */
export interface SliceSection extends Omit<CgroupContext, "Slice" | "Delegate" | "DelegateSubgroup"> {
  /**
   * How many units in the slice and the slices below may be active at a time; the start of more waits. Default:
   * infinity.
   * systemd.slice(5). Since 258.
   */
  readonly ConcurrencySoftMax?: Values["tasks"] | null;
  /**
   * How many units in the slice and the slices below may be active at a time; the start of more fails. Default:
   * infinity.
   * systemd.slice(5). Since 258.
   */
  readonly ConcurrencyHardMax?: Values["tasks"] | null;
  /**
   * How many units in the slice and the slices below may be starting at a time; the start of more waits. Default:
   * infinity.
   * systemd.slice(5). Since 262.
   */
  readonly ActivatingConcurrencyMax?: Values["tasks"] | null;
}

/** What stands in [Install]. systemd.unit(5). */
export interface InstallSection {
  /**
   * Further names of the unit, made as symbolic links when it is enabled, of the same type (the suffix) as the unit.
   * systemd.unit(5).
   */
  readonly Alias?: OneOrMore<Values["installUnits"]> | null;
  /**
   * Enabling the unit makes these want it, so it starts with them: multi-user.target for a service at boot,
   * timers.target for a timer.
   * systemd.unit(5).
   */
  readonly WantedBy?: OneOrMore<Values["installUnits"]> | null;
  /**
   * Enabling the unit makes these require it: they start it, and if ordered after it don't start when it fails.
   * WantedBy is gentler.
   * systemd.unit(5).
   */
  readonly RequiredBy?: OneOrMore<Values["installUnits"]> | null;
  /**
   * Enabling the unit makes these uphold it: while they are up, it is started again whenever it is found stopped.
   * systemd.unit(5). Since 254.
   */
  readonly UpheldBy?: OneOrMore<Values["installUnits"]> | null;
  /** Units that are enabled and disabled together with this one, as the socket of a service. systemd.unit(5). */
  readonly Also?: OneOrMore<Values["installUnits"]> | null;
  /**
   * For a template: the instance that is enabled when none is named, so that `systemctl enable NAME@.service` enables
   * that one.
   * systemd.unit(5).
   */
  readonly DefaultInstance?: Values["text"] | null;
}

/** The sections of a unit. Each directive may be null, which leaves it out, and a default with it. */
export interface UnitSections {
  readonly unit?: UnitSection;
  readonly service?: ServiceSection;
  readonly socket?: SocketSection;
  readonly mount?: MountSection;
  readonly automount?: AutomountSection;
  readonly swap?: SwapSection;
  readonly timer?: TimerSection;
  readonly path?: PathSection;
  readonly slice?: SliceSection;
  readonly install?: InstallSection;
}
