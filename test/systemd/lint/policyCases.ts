import { type RuleCase, serviceWith } from "./ruleCase.ts";

const forEver = 'a service that can\'t start is restarted for ever: it never is "failed", and OnFailure= never fires';

/** What systemd takes, and hardly anybody means. */
export const policyCases: readonly RuleCase[] = [
  {
    shows: "a service without a user, at its section",
    lines: ["[Service]", "ExecStart=/bin/true", "[Install]", "WantedBy=multi-user.target"],
    findings: [
      "1:1: warning: no-user: no User= (nor DynamicUser=yes), so a server runs it as root: name a user, or write User=root if it has to be",
    ],
  },
  { shows: "no user that is root on purpose", lines: ["[Service]", "ExecStart=/bin/true", "User=root"], findings: [] },
  {
    shows: "no user that systemd makes up",
    lines: ["[Service]", "ExecStart=/bin/true", "DynamicUser=on"],
    findings: [],
  },
  {
    shows: "no user missing from a part of the boot",
    lines: ["[Unit]", "DefaultDependencies=no", "[Service]", "ExecStart=/bin/true"],
    findings: [],
  },
  {
    shows: "a network that nothing asks for",
    lines: serviceWith("[Unit]", "After=network-online.target a.service"),
    findings: [
      "7:7: warning: half-network: After=network-online.target waits for nothing unless something asks for that target: add Wants=network-online.target",
    ],
  },
  {
    shows: "no network that is asked for",
    lines: serviceWith("[Unit]", "After=network-online.target", "Wants=a.service network-online.target"),
    findings: [],
  },
  {
    shows: "units that exist no more",
    lines: serviceWith("[Unit]", "After=network.target syslog.target", "[Install]", "WantedBy=dbus.target"),
    findings: [
      "7:7: warning: obsolete-unit: After=syslog.target names a unit that exists no more: leave it out, as the journal listens before any service starts",
      "9:10: warning: obsolete-unit: WantedBy=dbus.target names a unit that exists no more: leave it out, or write dbus.socket",
    ],
  },
  {
    shows: "databases that would take the service down with them",
    lines: serviceWith("[Unit]", "Requires=a.service redis-server.service", "BindsTo=postgresql@15-main.service"),
    findings: [
      "7:10: warning: requires-database: Requires=redis-server.service stops this unit when that is stopped, and starting it doesn't start this again: use Wants= and After=",
      "8:9: warning: requires-database: BindsTo=postgresql@15-main.service stops this unit when that is stopped, and starting it doesn't start this again: use Wants= and After=",
    ],
  },
  {
    shows: "no database that is only wanted, nor a name that starts like one",
    lines: serviceWith("[Unit]", "Wants=redis.service", "Requires=redis-exporter.service"),
    findings: [],
  },
  {
    shows: "restarts too slow for the start limit to count",
    lines: serviceWith("Restart=always", "RestartSec=10"),
    findings: [
      `7:12: warning: start-limit: StartLimitBurst=5 (default) starts with RestartSec=10 between take 50s, so StartLimitIntervalSec=10s (default) never limits them, and ${forEver}; in [Unit], StartLimitIntervalSec=100 would count them`,
    ],
  },
  {
    shows: "a start limit that is switched off",
    lines: serviceWith("Restart=on-failure", "[Unit]", "StartLimitIntervalSec=0"),
    findings: [`6:9: warning: start-limit: StartLimitIntervalSec=0 switches the start limit off, so ${forEver}`],
  },
  {
    shows: "restarts so quick that the first outage uses them up",
    lines: serviceWith("Restart=always", "[Unit]", "StartLimitBurst=7"),
    findings: [
      "6:9: warning: start-limit: StartLimitBurst=7 starts with RestartSec=100ms (default) between are used up in 0.7s: the first short outage stops the service for good; RestartSec=5 and, in [Unit], StartLimitIntervalSec=70 would last longer",
    ],
  },
  {
    shows: "no restarts that last for minutes and end",
    lines: serviceWith(
      "Restart=always",
      "RestartSec=10",
      "[Unit]",
      "StartLimitBurst=30",
      "StartLimitIntervalSec=15min",
    ),
    findings: [],
  },
  { shows: "no start limit without restarts", lines: serviceWith("Restart=no", "RestartSec=10"), findings: [] },
  {
    shows: "restarts just too slow for the start limit to count",
    lines: serviceWith("Restart=always", "RestartSec=2s"),
    findings: [
      `7:12: warning: start-limit: StartLimitBurst=5 (default) starts with RestartSec=2s between take 10s, so StartLimitIntervalSec=10s (default) never limits them, and ${forEver}; in [Unit], StartLimitIntervalSec=20 would count them`,
    ],
  },
  {
    shows: "no restarts that last for ten seconds and end",
    lines: serviceWith("Restart=always", "RestartSec=2s", "[Unit]", "StartLimitIntervalSec=1min"),
    findings: [],
  },
  {
    shows: "no restarts that get slower and slower",
    lines: serviceWith("Restart=always", "RestartSteps=5", "RestartMaxDelaySec=1min"),
    findings: [],
  },
  {
    shows: "no restarts after an endless pause",
    lines: serviceWith("Restart=always", "RestartSec=infinity"),
    findings: [],
  },
  {
    shows: "a start limit that is switched off under its old name",
    lines: serviceWith("Restart=always", "StartLimitInterval=0"),
    findings: [
      `6:9: warning: start-limit: StartLimitInterval=0 switches the start limit off, so ${forEver}`,
      "7:1: warning: wrong-section: StartLimitInterval= belongs in [Unit] as StartLimitIntervalSec=; systemd still reads it in [Service], for old units",
    ],
  },
  {
    shows: "a database with its version in its name",
    lines: serviceWith("[Unit]", "Requires=postgresql-15.service"),
    findings: [
      "7:10: warning: requires-database: Requires=postgresql-15.service stops this unit when that is stopped, and starting it doesn't start this again: use Wants= and After=",
    ],
  },
];
