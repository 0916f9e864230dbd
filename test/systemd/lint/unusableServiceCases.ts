import { type RuleCase, serviceWith } from "./ruleCase.ts";

const noMore = "which systemd refuses with";

/** What makes systemd refuse a service as a whole. */
export const unusableServiceCases: readonly RuleCase[] = [
  {
    shows: "a service with nothing to run, at its section",
    lines: ["[Unit]", "[Service]", "User=echo", "[Install]"],
    findings: ["2:1: error: unusable: no ExecStart=, so systemd refuses the unit"],
  },
  {
    shows: "a service without its section, at the last one",
    lines: ["[Unit]", "[Install]"],
    findings: ["2:1: error: unusable: no ExecStart=, so systemd refuses the unit"],
  },
  {
    shows: "a service that only stops",
    lines: ["[Service]", "ExecStop=/bin/true"],
    findings: [
      "1:1: error: unusable: no ExecStart=, nor RemainAfterExit=yes or SuccessAction= in its place, so systemd refuses the unit",
    ],
  },
  {
    shows: "a service that only stops, and says that it starts",
    lines: ["[Service]", "Type=exec", "ExecStop=/bin/true", "RemainAfterExit=yes"],
    findings: [
      "1:1: error: unusable: no ExecStart=, which only Type=oneshot may lack, not Type=exec, so systemd refuses the unit",
    ],
  },
  {
    shows: "nothing in a service that only stops and may",
    lines: ["[Service]", "ExecStop=/bin/true", "RemainAfterExit=yes"],
    findings: [],
  },
  {
    shows: "nothing in a service whose end is the point",
    lines: ["[Unit]", "SuccessAction=poweroff", "[Service]", "Type=oneshot"],
    findings: [],
  },
  {
    shows: "a second command",
    lines: serviceWith("ExecStart=/usr/bin/other"),
    findings: [
      "6:11: error: unusable: a second command in ExecStart=, which systemd refuses with Type=simple: only Type=oneshot runs several",
    ],
  },
  {
    shows: "a second command in the same line",
    lines: ["[Service]", "User=echo", "Type=notify", "ExecStart=/bin/a \\; b ; /bin/c"],
    findings: [
      "4:11: error: unusable: a second command in ExecStart=, which systemd refuses with Type=notify: only Type=oneshot runs several",
    ],
  },
  { shows: "no second command in a oneshot", lines: serviceWith("ExecStart=/bin/b", "Type=oneshot"), findings: [] },
  {
    shows: "a drop-in that adds a command where it means to replace one",
    file: "echo.service.d/exec.conf",
    lines: ["[Service]", "ExecStart=/bin/b"],
    findings: [
      "2:11: warning: unusable: ExecStart= of a drop-in adds a command to the unit's own, which systemd refuses unless it is Type=oneshot: put an empty ExecStart= before it",
    ],
  },
  {
    shows: "nothing in a drop-in that replaces the command",
    file: "echo.service.d/exec.conf",
    lines: ["[Service]", "ExecStart=", "ExecStart=/bin/b", "Restart=always", "[Unit]", "After=network-online.target"],
    findings: [],
  },
  {
    shows: "what a oneshot can't have",
    lines: serviceWith(
      "Type=oneshot",
      "Restart=always",
      "RestartForceExitStatus=3",
      "ExitType=cgroup",
      "[Unit]",
      "StartLimitIntervalSec=9h",
      "StartLimitBurst=200",
    ),
    findings: [
      `7:9: error: unusable: Restart=always, ${noMore} Type=oneshot: expected no, on-failure, on-abnormal, on-watchdog or on-abort`,
      `8:24: error: unusable: RestartForceExitStatus=, ${noMore} Type=oneshot`,
      `9:10: error: unusable: ExitType=cgroup, ${noMore} Type=oneshot`,
    ],
  },
  {
    shows: "a bus service without a name on the bus",
    lines: serviceWith("Type=dbus"),
    findings: ["6:6: error: unusable: Type=dbus without BusName=, which systemd refuses"],
  },
  {
    shows: "a forking service in a process namespace",
    systemd: 257,
    lines: serviceWith("Type=forking", "PrivatePIDs=yes"),
    findings: [`7:13: error: unusable: PrivatePIDs=yes, ${noMore} Type=forking`],
  },
  {
    shows: "a session that would outlive its service",
    lines: serviceWith("PAMName=login", "KillMode=process"),
    findings: [`7:10: error: unusable: KillMode=process, ${noMore} PAMName=: expected control-group or mixed`],
  },
  {
    shows: "a failure that isolates two units",
    lines: serviceWith("[Unit]", "OnFailure=a.service b.service", "OnFailureJobMode=isolate"),
    findings: [`8:18: error: unusable: OnFailureJobMode=isolate, ${noMore} 2 units in OnFailure=: expected one`],
  },
  {
    shows: "nothing missing in a drop-in",
    file: "echo.service.d/nice.conf",
    lines: ["[Service]", "Nice=5"],
    findings: [],
  },
  {
    shows: "a second command of a service that a bus name makes one of the bus",
    lines: serviceWith("BusName=org.example.Echo", "ExecStart=/usr/bin/other"),
    findings: [
      "7:11: error: unusable: a second command in ExecStart=, which systemd refuses with Type=dbus: only Type=oneshot runs several",
    ],
  },
  {
    shows: "what a oneshot can't have, also when a later type is none, which systemd ignores",
    lines: serviceWith(
      "Type=oneshot",
      "Type=once",
      "Restart=on-success",
      "RestartSec=3",
      "[Unit]",
      "StartLimitIntervalSec=1h",
    ),
    findings: [
      '7:6: error: wrong-value: Type: expected simple, forking, oneshot, dbus, notify, idle, exec or notify-reload, received "once"',
      `8:9: error: unusable: Restart=on-success, ${noMore} Type=oneshot: expected no, on-failure, on-abnormal, on-watchdog or on-abort`,
    ],
  },
];
