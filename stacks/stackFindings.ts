import { serviceNameProblem } from "../systemd/grammar/unitName.ts";
import { suggestion } from "./closestName.ts";
import type { MergedBot, Setting } from "./mergeBots.ts";
import type { YamlFile } from "./readYaml.ts";
import { namePattern } from "./schema.ts";
import { pathText, valueAt } from "./valuePath.ts";

const required = [
  ["host", "one of hosts"],
  ["user", 'the user to run as, "root" if it has to be root'],
  ["execStart", "the command to run"],
] as const;

/** Reports what is wrong between the values of a file: missing settings, unknown hosts, units with two owners. */
export function stackFindings(file: YamlFile, bots: readonly MergedBot[]): void {
  const claims = new Map<string, string>();
  const checkedHosts = new Set<Setting["tree"]>();
  for (const bot of bots) {
    // A bot that is no map, or has no right name, is reported already.
    if (!bot.tree.items || !namePattern.test(bot.name)) continue;
    reportMissing(file, bot);
    reportHost(file, bot, checkedHosts);
    reportUnit(file, bot, claims);
    reportRestart(bot);
  }
}

function reportMissing({ report }: YamlFile, { name, tree, settings }: MergedBot): void {
  for (const [key, what] of required) {
    const setting = settings.get(key);
    if (setting && setting.value !== null) continue;
    report(tree.keyAt, ["bots", name], `has no ${key}: give ${what}, here or in defaults`);
  }
}

// A wrong host of the defaults is wrong once, however many bots have it.
function reportHost(file: YamlFile, { settings }: MergedBot, checked: Set<Setting["tree"]>): void {
  const hosts = valueAt(file.tree, ["hosts"])?.items;
  const host = settings.get("host");
  if (!hosts || typeof host?.value !== "string" || checked.has(host.tree)) return;
  checked.add(host.tree);
  if (hosts.has(host.value)) return;
  const names = [...hosts.keys()].map(String);
  const known = names.length > 0 ? `the hosts are ${names.join(", ")}` : "there are no hosts";
  host.file.report(
    host.tree.at,
    host.path,
    `there is no host ${JSON.stringify(host.value)}; ${known}${suggestion(host.value, names)}`,
  );
}

function reportUnit(file: YamlFile, { name, tree, settings }: MergedBot, claims: Map<string, string>): void {
  const given = settings.get("unit");
  const unit = given ? given.value : `${name}.service`;
  if (typeof unit !== "string") return;
  const at = given ? given.tree.at : tree.keyAt;
  const path = given ? given.path : ["bots", name];
  const problem = given ? undefined : serviceNameProblem(unit);
  if (problem) file.report(at, path, `its unit ${JSON.stringify(unit)} ${problem}: give unit`);
  const host = settings.get("host")?.value;
  if (typeof host !== "string") return;
  const claim = JSON.stringify([serverOf(file, host), unit]);
  const owner = claims.get(claim);
  if (owner === undefined) {
    claims.set(claim, `${pathText(["bots", name])} (${file.file}:${file.place(at)})`);
  } else {
    file.report(
      at,
      path,
      `its unit ${JSON.stringify(unit)} on host ${JSON.stringify(host)} is already that of ${owner}`,
    );
  }
}

// Two names for one address and port are one server, unless different jumps lead to it.
function serverOf(file: YamlFile, host: string): unknown {
  const endpoint = (path: readonly string[]) => [
    valueAt(file.tree, ["hosts", host, ...path, "address"])?.value ?? host,
    valueAt(file.tree, ["hosts", host, ...path, "port"])?.value ?? 22,
  ];
  const jump = valueAt(file.tree, ["hosts", host, "jump"]);
  return [endpoint([]), jump ? endpoint(["jump"]) : []];
}

// systemd.service(5), Restart=: systemd refuses the whole unit.
function reportRestart({ settings }: MergedBot): void {
  const restart = settings.get("restart");
  if (settings.get("type")?.value !== "oneshot") return;
  if (restart?.value !== "always" && restart?.value !== "on-success") return;
  restart.file.report(
    restart.tree.at,
    restart.path,
    `can't be ${restart.value} with type: oneshot, which systemd refuses`,
  );
}
