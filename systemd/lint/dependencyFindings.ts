import type { UnitFinding } from "./finding.ts";
import { excerpt } from "./safeText.ts";
import type { Assignment, UnitView } from "./unitView.ts";

/** Dependencies on what doesn't exist any more, on databases, and on a network that nobody waits for. */
export function dependencyFindings(view: UnitView): UnitFinding[] {
  return [
    ...view.assignments.flatMap((each) => [...obsoleteUnits(view, each), ...databases(view, each)]),
    ...network(view),
  ];
}

// Part of systemd once, and gone since 245 at the latest. Whoever orders after one of them orders after nothing.
const gone: Readonly<Record<string, string>> = {
  "syslog.target": "leave it out, as the journal listens before any service starts",
  "dbus.target": "leave it out, or write dbus.socket",
  "busnames.target": "leave it out",
  "http-daemon.target": "write the service of the web server",
  "mail-transfer-agent.target": "write the service of the mail server",
  "systemd-timedated-ntp.target": "write time-sync.target",
  "systemd-readahead-collect.service": "leave it out",
  "systemd-readahead-replay.service": "leave it out",
  "systemd-stdout-syslog-bridge.service": "leave it out",
  "systemd-kmsg-syslogd.service": "leave it out",
  "systemd-shutdownd.service": "leave it out",
  "console-shell.service": "leave it out",
};

function obsoleteUnits(view: UnitView, assignment: Assignment): UnitFinding[] {
  const units = unitsIn(assignment).filter((unit) => Object.hasOwn(gone, unit));
  const text = (unit: string) => `${assignment.name}=${unit} names a unit that exists no more: ${gone[unit]}`;
  return units.map((unit) => view.at(assignment, "obsolete-unit", text(unit)));
}

const names = [
  ...["redis", "redis-server", "redis-sentinel", "valkey", "valkey-server", "keydb", "keydb-server", "memcached"],
  ...["postgresql", "postgres", "pgbouncer", "mysql", "mysqld", "mariadb", "mongod", "mongodb", "cassandra", "couchdb"],
  ...[
    "clickhouse-server",
    "influxdb",
    "elasticsearch",
    "opensearch",
    "rabbitmq",
    "rabbitmq-server",
    "nats",
    "nats-server",
  ],
  ...["docker", "podman", "containerd"],
];
// Also an instance, as postgresql@15-main.service, and a version, as postgresql-15.service.
const database = new RegExp(`^(?:${names.join("|")})(?:-[0-9.]+)?(?:@.*)?\\.(?:service|socket)$`);
const requiring = new Set(["Requires", "Requisite", "BindsTo", "BindTo"]);

function databases(view: UnitView, assignment: Assignment): UnitFinding[] {
  const { section, name } = assignment;
  if (section !== "Unit" || !requiring.has(name)) return [];
  const units = unitsIn(assignment).filter((unit) => database.test(unit));
  const text = (unit: string) =>
    `${name}=${excerpt(unit)} stops this unit when that is stopped, and starting it doesn't start this again: use Wants= and After=`;
  return units.map((unit) => view.at(assignment, "requires-database", text(unit)));
}

const online = "network-online.target";
const pulling = ["Wants", "Requires", "Requisite", "BindsTo", "BindTo", "Upholds"];

function network(view: UnitView): UnitFinding[] {
  const after = view.all("Unit", "After").find((each) => unitsIn(each).includes(online));
  if (!after || view.context.dropIn) return [];
  if (view.all("Unit", ...pulling).some((each) => unitsIn(each).includes(online))) return [];
  const text = `After=${online} waits for nothing unless something asks for that target: add Wants=${online}`;
  return [view.at(after, "half-network", text)];
}

function unitsIn({ row, value }: Assignment): string[] {
  return row?.type === "units" || row?.type === "installUnits" ? value.split(/[ \t]+/).filter(Boolean) : [];
}
