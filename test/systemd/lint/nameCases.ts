import { type RuleCase, serviceWith } from "./ruleCase.ts";

/** Names, and the versions that know them. */
export const nameCases: readonly RuleCase[] = [
  {
    shows: "nothing in a service that is right, with the sections and directives of its own that systemd passes over",
    lines: serviceWith("X-Ours=1", "[X-Ours]", "anything=2", "[Install]", "WantedBy=multi-user.target"),
    findings: [],
  },
  {
    shows: "a section that no unit has, with the one that was meant",
    lines: serviceWith("[Instal]", "WantedBy=multi-user.target"),
    findings: ['6:1: error: unknown-section: unknown section [Instal], which systemd ignores; did you mean "Install"?'],
  },
  {
    shows: "a section in other letters, and doesn't look into it",
    lines: serviceWith("[service]", "Foo=bar"),
    findings: [
      '6:1: error: unknown-section: unknown section [service], which systemd ignores; did you mean "Service"?',
    ],
  },
  {
    shows: "a section of another kind of unit",
    lines: serviceWith("[Timer]", "OnCalendar=daily"),
    findings: ["6:1: error: unknown-section: [Timer] is for timer units; in a service unit systemd ignores it"],
  },
  {
    shows: "a section that is like no other",
    lines: serviceWith("[Kubernetes]"),
    findings: ["6:1: error: unknown-section: unknown section [Kubernetes], which systemd ignores"],
  },
  {
    shows: "a directive that nobody knows, with the one that was meant",
    lines: serviceWith("MemoyMax=1G"),
    findings: [
      '6:1: error: unknown-directive: unknown directive MemoyMax= in [Service], which systemd ignores; did you mean "MemoryMax"?',
    ],
  },
  {
    shows: "a directive in other letters",
    lines: serviceWith("restartsec=10"),
    findings: [
      '6:1: error: unknown-directive: unknown directive restartsec= in [Service], which systemd ignores; did you mean "RestartSec"?',
    ],
  },
  {
    shows: "a directive that is like no other",
    lines: serviceWith("Kubernetes=1"),
    findings: ["6:1: error: unknown-directive: unknown directive Kubernetes= in [Service], which systemd ignores"],
  },
  {
    shows: "a directive of another section of the same unit",
    lines: serviceWith("After=network.target"),
    findings: ["6:1: error: wrong-section: After= belongs in [Unit]; in [Service] systemd ignores it"],
  },
  {
    shows: "a directive of several other sections, of which this kind of unit has one",
    lines: serviceWith("[Install]", "MemoryMax=1G"),
    findings: ["7:1: error: wrong-section: MemoryMax= belongs in [Service]; in [Install] systemd ignores it"],
  },
  {
    shows: "a directive of another kind of unit",
    lines: serviceWith("OnCalendar=daily"),
    findings: ["6:1: error: wrong-section: OnCalendar= belongs in [Timer]; in [Service] systemd ignores it"],
  },
  {
    shows: "the start limit in [Service], where systemd does not know this name of it",
    lines: serviceWith("StartLimitIntervalSec=5min"),
    findings: ["6:1: error: wrong-section: StartLimitIntervalSec= belongs in [Unit]; in [Service] systemd ignores it"],
  },
  {
    shows: "the start limit in [Service], where systemd still reads these names of it",
    lines: serviceWith("StartLimitInterval=5min", "StartLimitBurst=9", "StartLimitAction=none"),
    findings: [
      "6:1: warning: wrong-section: StartLimitInterval= belongs in [Unit] as StartLimitIntervalSec=; systemd still reads it in [Service], for old units",
      "7:1: warning: wrong-section: StartLimitBurst= belongs in [Unit]; systemd still reads it in [Service], for old units",
      "8:1: warning: wrong-section: StartLimitAction= belongs in [Unit]; systemd still reads it in [Service], for old units",
    ],
  },
  {
    shows: "a directive that is newer than the server",
    systemd: 252,
    lines: serviceWith("MemoryZSwapMax=1G", "RestartSteps=3"),
    findings: [
      "6:1: error: newer-directive: MemoryZSwapMax= came with systemd 253; the server's 252 ignores it",
      "7:1: error: newer-directive: RestartSteps= came with systemd 254; the server's 252 ignores it",
    ],
  },
  {
    shows: "no directive that the server knows, or whose server is unknown",
    systemd: 257,
    lines: serviceWith("RestartSteps=3"),
    findings: [],
  },
  {
    shows: "a directive without effect",
    lines: serviceWith("Capabilities=", "[Unit]", "ConditionNull=true"),
    findings: [
      "6:1: warning: removed-directive: Capabilities= has no effect: systemd gave it up",
      "8:1: warning: removed-directive: ConditionNull= has no effect: systemd gave it up with version 247",
    ],
  },
  {
    shows: "nothing in a directive that only a newer systemd has given up, when the server is unknown",
    lines: serviceWith("CPUAccounting=yes"),
    findings: [],
  },
  {
    shows: "a directive that the server's systemd has given up",
    systemd: 262,
    lines: serviceWith("CPUAccounting=yes"),
    findings: ["6:1: warning: removed-directive: CPUAccounting= has no effect: systemd gave it up with version 262"],
  },
  {
    shows: "a directive that has another name today",
    lines: serviceWith("ReadWriteDirectories=/srv", "[Unit]", "BindTo=b.service"),
    findings: [
      "6:1: warning: obsolete-directive: ReadWriteDirectories= is replaced by ReadWritePaths=",
      "8:1: warning: obsolete-directive: BindTo= is replaced by BindsTo=",
    ],
  },
  {
    shows: "what was meant by the first hundred unknown names only, as the search takes its time",
    lines: serviceWith(...Array.from({ length: 101 }, () => "Nicee=1")),
    findings: Array.from({ length: 101 }, (_, index) => {
      const text = "error: unknown-directive: unknown directive Nicee= in [Service], which systemd ignores";
      return `${index + 6}:1: ${text}${index < 100 ? '; did you mean "Nice"?' : ""}`;
    }),
  },
];
