// Written by `npm run generate` from systemd/data/: change that instead.
export const enumerationTable: Readonly<Record<string, string>> = {
  cgroup_device_policy: "auto closed strict",
  cgroup_pressure_watch: "no yes auto skip",
  collect_mode: "inactive inactive-or-failed",
  cpuset_partition: "member root isolated",
  emergency_action:
    "none reboot reboot-force reboot-immediate poweroff poweroff-force poweroff-immediate exit exit-force soft-reboot:254 soft-reboot-force:254 kexec:254 kexec-force:254 halt:254 halt-force:254 halt-immediate:254",
  exec_input: "null tty tty-force tty-fail socket fd data file",
  exec_keyring_mode: "inherit private shared",
  exec_output:
    "inherit null tty syslog:::journal syslog+console:::journal+console kmsg kmsg+console journal journal+console socket fd file append truncate:248",
  exec_preserve_mode: "no yes restart on-success:261",
  exec_utmp_mode: "init login user",
  ioprio_class: "none realtime best-effort idle",
  ip_tos: "low-delay throughput reliability low-cost",
  job_mode:
    "fail replace replace-irreversibly isolate flush ignore-dependencies ignore-requirements triggering restart-dependencies:254 lenient:258",
  kill_mode: "control-group process mixed none:::mixed",
  log_facility_unshifted:
    "kern user mail daemon auth syslog lpr news uucp cron authpriv ftp local0 local1 local2 local3 local4 local5 local6 local7",
  log_level: "emerg alert crit err warning notice info debug",
  managed_oom_mode: "auto kill",
  managed_oom_preference: "none avoid omit",
  memory_thp: "inherit disable madvise system",
  mount_propagation_flag: "shared slave private",
  mpol: "default preferred bind interleave local preferred-many:262 weighted-interleave:262",
  notify_access: "none main exec all",
  oom_policy: "continue stop kill",
  private_pids: "no yes",
  private_tmp: "no connected:257 disconnected:257",
  private_users: "no self:257 identity:257 full:258 managed:260",
  proc_subset: "all pid",
  protect_control_groups: "no yes private:257 strict:257",
  protect_home: "no yes read-only tmpfs",
  protect_hostname: "no yes private:258",
  protect_proc: "default noaccess invisible ptraceable",
  protect_system: "no yes full strict",
  sched_policy: "other batch idle fifo rr ext:260",
  service_exit_type: "main cgroup",
  service_restart: "no on-success on-failure on-abnormal on-watchdog on-abort always",
  service_restart_mode: "normal direct debug:257",
  service_timeout_failure_mode: "terminate abort kill",
  service_type: "simple forking oneshot dbus notify idle exec notify-reload:253",
  socket_address_bind_ipv6_only: "default both ipv6-only",
  socket_defer_trigger: "no yes patient",
  socket_protocol: "udplite sctp mptcp:257",
  socket_timestamping: "off us ns usec nsec µs",
  bpf_delegate_map_type:
    "BPFMapTypeUnspec BPFMapTypeHash BPFMapTypeArray BPFMapTypeProgArray BPFMapTypePerfEventArray BPFMapTypePercpuHash BPFMapTypePercpuArray BPFMapTypeStackTrace BPFMapTypeCgroupArray BPFMapTypeLruHash BPFMapTypeLruPercpuHash BPFMapTypeLpmTrie BPFMapTypeArrayOfMaps BPFMapTypeHashOfMaps BPFMapTypeDevmap BPFMapTypeSockmap BPFMapTypeCpumap BPFMapTypeXskmap BPFMapTypeSockhash BPFMapTypeReuseportSockarray BPFMapTypeQueue BPFMapTypeStack BPFMapTypeSkStorage BPFMapTypeDevmapHash BPFMapTypeStructOps BPFMapTypeRingbuf BPFMapTypeInodeStorage BPFMapTypeTaskStorage BPFMapTypeBloomFilter BPFMapTypeUserRingbuf BPFMapTypeCgrpStorage BPFMapTypeArena BPFMapTypeInsnArray BPFMapTypeRhash BPFMapTypeCgroupStorageDeprecated BPFMapTypePercpuCgroupStorageDeprecated",
  bpf_delegate_prog_type:
    "BPFProgTypeUnspec BPFProgTypeSocketFilter BPFProgTypeKprobe BPFProgTypeSchedCls BPFProgTypeSchedAct BPFProgTypeTracepoint BPFProgTypeXdp BPFProgTypePerfEvent BPFProgTypeCgroupSkb BPFProgTypeCgroupSock BPFProgTypeLwtIn BPFProgTypeLwtOut BPFProgTypeLwtXmit BPFProgTypeSockOps BPFProgTypeSkSkb BPFProgTypeCgroupDevice BPFProgTypeSkMsg BPFProgTypeRawTracepoint BPFProgTypeCgroupSockAddr BPFProgTypeLwtSeg6local BPFProgTypeLircMode2 BPFProgTypeSkReuseport BPFProgTypeFlowDissector BPFProgTypeCgroupSysctl BPFProgTypeCgroupSockopt BPFProgTypeTracing BPFProgTypeStructOps BPFProgTypeExt BPFProgTypeLsm BPFProgTypeSkLookup BPFProgTypeNetfilter BPFProgTypeRawTracepointWritable",
  bpf_delegate_cmd:
    "BPFMapCreate BPFMapLookupElem BPFMapUpdateElem BPFMapDeleteElem BPFMapGetNextKey BPFProgLoad BPFObjPin BPFObjGet BPFProgAttach BPFProgDetach BPFProgTestRun BPFProgGetNextId BPFMapGetNextId BPFProgGetFdById BPFMapGetFdById BPFObjGetInfoByFd BPFProgQuery BPFRawTracepointOpen BPFBtfLoad BPFBtfGetFdById BPFTaskFdQuery BPFMapLookupAndDeleteElem BPFMapFreeze BPFBtfGetNextId BPFMapLookupBatch BPFMapLookupAndDeleteBatch BPFMapUpdateBatch BPFMapDeleteBatch BPFLinkCreate BPFLinkUpdate BPFLinkGetFdById BPFLinkGetNextId BPFEnableStats BPFIterCreate BPFLinkDetach BPFProgBindMap BPFTokenCreate BPFProgStreamReadByFd BPFProgAssocStructOps",
  bpf_delegate_attach_type:
    "BPFCgroupInetIngress BPFCgroupInetEgress BPFCgroupInetSockCreate BPFCgroupSockOps BPFSkSkbStreamParser BPFSkSkbStreamVerdict BPFCgroupDevice BPFSkMsgVerdict BPFCgroupInet4Bind BPFCgroupInet6Bind BPFCgroupInet4Connect BPFCgroupInet6Connect BPFCgroupInet4PostBind BPFCgroupInet6PostBind BPFCgroupUdp4Sendmsg BPFCgroupUdp6Sendmsg BPFLircMode2 BPFFlowDissector BPFCgroupSysctl BPFCgroupUdp4Recvmsg BPFCgroupUdp6Recvmsg BPFCgroupGetsockopt BPFCgroupSetsockopt BPFTraceRawTp BPFTraceFentry BPFTraceFexit BPFModifyReturn BPFLsmMac BPFTraceIter BPFCgroupInet4Getpeername BPFCgroupInet6Getpeername BPFCgroupInet4Getsockname BPFCgroupInet6Getsockname BPFXdpDevmap BPFCgroupInetSockRelease BPFXdpCpumap BPFSkLookup BPFXdp BPFSkSkbVerdict BPFSkReuseportSelect BPFSkReuseportSelectOrMigrate BPFPerfEvent BPFTraceKprobeMulti BPFLsmCgroup BPFStructOps BPFNetfilter BPFTcxIngress BPFTcxEgress BPFTraceUprobeMulti BPFCgroupUnixConnect BPFCgroupUnixSendmsg BPFCgroupUnixRecvmsg BPFCgroupUnixGetpeername BPFCgroupUnixGetsockname BPFNetkitPrimary BPFNetkitPeer BPFTraceKprobeSession BPFTraceUprobeSession BPFTraceFsession BPFTraceFentryMulti BPFTraceFexitMulti BPFTraceFsessionMulti",
  service_refresh_on_reload: "extensions credentials",
};
