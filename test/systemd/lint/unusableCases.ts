import type { RuleCase } from "./ruleCase.ts";

const noMore = "which systemd refuses with";

/** What makes systemd refuse a unit other than a service as a whole. */
export const unusableCases: readonly RuleCase[] = [
  {
    shows: "a timer without a time",
    file: "echo.timer",
    lines: ["[Timer]", "OnCalendar=daily", "OnCalendar=", "OnClockChange=no"],
    findings: [
      "1:1: error: unusable: none of OnCalendar=, OnActiveSec=, OnBootSec=, OnStartupSec=, OnUnitActiveSec=, OnUnitInactiveSec=, OnClockChange=yes and OnTimezoneChange=yes, so systemd refuses the unit",
      "2:1: warning: overridden: OnCalendar=daily has no effect: the empty OnCalendar= further down takes it back",
    ],
  },
  {
    shows: "nothing in a timer that follows the clock",
    file: "echo.timer",
    lines: ["[Timer]", "OnClockChange=1"],
    findings: [],
  },
  {
    shows: "a path unit without a path",
    file: "echo.path",
    lines: ["[Path]", "Unit=echo.service"],
    findings: [
      "1:1: error: unusable: none of PathExists=, PathExistsGlob=, PathChanged=, PathModified= and DirectoryNotEmpty=, so systemd refuses the unit",
    ],
  },
  {
    shows: "a socket that listens to nothing",
    file: "echo.socket",
    lines: ["[Socket]", "Backlog=5"],
    findings: [
      "1:1: error: unusable: none of ListenStream=, ListenDatagram=, ListenSequentialPacket=, ListenFIFO=, ListenNetlink=, ListenSpecial=, ListenMessageQueue= and ListenUSBFunction=, so systemd refuses the unit",
    ],
  },
  {
    shows: "what a socket with an instance a connection can't have",
    file: "echo.socket",
    lines: ["[Socket]", "ListenStream=80", "ListenDatagram=80", "Accept=yes", "Service=a.service", "MaxConnections=0"],
    findings: [
      `3:16: error: unusable: ListenDatagram=, ${noMore} Accept=yes`,
      `5:9: error: unusable: Service=, ${noMore} Accept=yes`,
      `6:16: error: unusable: MaxConnections=0, ${noMore} Accept=yes`,
    ],
  },
  {
    shows: "a mount of nothing",
    file: "srv.mount",
    lines: ["[Mount]", "Where=/srv"],
    findings: ["1:1: error: unusable: no What=, so systemd refuses the unit"],
  },
  {
    shows: "a root that would have to mount itself",
    file: "-.automount",
    lines: ["[Automount]", "Where=/"],
    findings: ["2:7: error: unusable: Where=/, which systemd refuses: the root can't be mounted on demand"],
  },
  {
    shows: "a mount that is not called as its path",
    file: "data.mount",
    lines: ["[Mount]", "What=/dev/sdb", "Where=/srv/my data/"],
    findings: [
      "3:7: error: unusable: Where=/srv/my data/, which systemd refuses in data.mount: the unit of that path is srv-my\\x20data.mount",
    ],
  },
  {
    shows: "nothing in a mount that is called as its path",
    file: "srv-my\\x20data.mount",
    lines: ["[Mount]", "What=/dev/sdb", "Where=/srv/my data/"],
    findings: [],
  },
  {
    shows: "a swap that is not called as its device",
    file: "swap.swap",
    lines: ["[Swap]", "What=/swapfile"],
    findings: [
      "2:6: error: unusable: What=/swapfile, which systemd refuses in swap.swap: the unit of that path is swapfile.swap",
    ],
  },
  {
    shows: "a timer whose only time an empty one of another kind takes back",
    file: "echo.timer",
    lines: ["[Timer]", "OnBootSec=5min", "OnCalendar="],
    findings: [
      "1:1: error: unusable: none of OnCalendar=, OnActiveSec=, OnBootSec=, OnStartupSec=, OnUnitActiveSec=, OnUnitInactiveSec=, OnClockChange=yes and OnTimezoneChange=yes, so systemd refuses the unit",
      "2:1: warning: overridden: OnBootSec=5min has no effect: the empty OnCalendar= further down takes it back",
    ],
  },
  {
    shows: "no path that only the server knows",
    file: "data.mount",
    lines: ["[Mount]", "What=/dev/sdb", "Where=/%p"],
    findings: [],
  },
  {
    shows: "no name of a path that has none",
    file: "swap.swap",
    lines: ["[Swap]", "What=/srv/../swap"],
    findings: ['2:6: error: wrong-value: What: expected an absolute path without "..", received "/srv/../swap"'],
  },
  {
    shows: "a success that isolates two units",
    file: "echo.target",
    lines: ["[Unit]", "OnSuccess=a.service", "OnSuccess=b.service", "OnSuccessJobMode=isolate"],
    findings: [`4:18: error: unusable: OnSuccessJobMode=isolate, ${noMore} 2 units in OnSuccess=: expected one`],
  },
];
