import { closestName, suggestion } from "../systemd/closestName.ts";
import { serviceNameProblem } from "../systemd/grammar/unitName.ts";
import { allowedRules } from "./allowedRules.ts";
import type { MergedBot, Setting } from "./mergeBots.ts";
import type { YamlFile } from "./readYaml.ts";
import { settingNames } from "./schema.ts";
import type { FindingKind } from "./stackConfigError.ts";
import { entriesOf, isMap, pathText, valueAt } from "./valuePath.ts";

/**
 * Reports what is wrong between the values of a file: missing settings, unknown hosts, units with two owners. Gives the bots that
 * lack something.
 */
export function stackFindings(file: YamlFile, bots: readonly MergedBot[]): ReadonlySet<MergedBot> {
  const claims = new Map<string, string>();
  const checkedHosts = new Set<Setting["tree"]>();
  const lacking = new Set<MergedBot>();
  for (const bot of bots) {
    if (reportMissing(bot)) lacking.add(bot);
    reportHost(file, bot, checkedHosts);
    reportUnit(file, bot, claims);
    reportReload(bot);
  }
  return lacking;
}

function reportMissing({ name, tree, file, settings }: MergedBot): boolean {
  const mistyped = new Set(Array.from(settings.keys(), meantBy));
  const given = (...keys: string[]) => keys.some((key) => isGiven(settings.get(key)) || mistyped.has(key));
  const raw = (...keys: string[]) => keys.some((key) => isGiven(settings.get("service")?.parts?.get(key)));
  const report = (what: string, kind?: FindingKind) =>
    file.report(tree.keyAt, ["bots", name], `has no ${what}, here or in defaults`, kind);
  const isOneshot = isOfType(settings, "oneshot");
  const missing = {
    // null is a wrong host, and told.
    host: !settings.has("host") && !given("host"),
    user: !given("user", "dynamicUser") && !raw("User", "DynamicUser"),
    // A oneshot may do without, and lint knows when.
    command: !given("execStart", "python", "node") && !raw("ExecStart") && !isOneshot,
  };
  if (missing.host) report("host: give one of hosts");
  if (missing.user && !allowedRules(settings).includes("no-user"))
    report('user: give the user to run as, "root" if it has to be root', { severity: "error", rule: "no-user" });
  if (missing.command) report("execStart: give the command to run, or python or node");
  return Object.values(missing).includes(true);
}

function isOfType(settings: MergedBot["settings"], type: string): boolean {
  return [settings.get("type"), settings.get("service")?.parts?.get("Type")].some((setting) => setting?.value === type);
}

// The tool on the server refuses it, too; but preview has promised a reload by then.
function reportReload({ settings }: MergedBot): void {
  const setting = settings.get("onChange");
  const raw = settings.get("service")?.parts?.get("ExecReload");
  if (setting?.value !== "reload" || isGiven(settings.get("execReload")) || isGiven(raw)) return;
  if (isOfType(settings, "notify-reload")) return;
  setting.file.report(
    setting.tree.at,
    setting.path,
    "there is nothing to reload it by: give execReload, or type: notify-reload",
  );
}

/** The setting that an unknown key was meant to be; it is reported with that. */
function meantBy(key: string): string | undefined {
  return settingNames.includes(key) ? undefined : closestName(key, settingNames);
}

function isGiven(setting: Setting | undefined): boolean {
  return setting !== undefined && setting.value !== null && setting.value !== "";
}

// A wrong host of the defaults is wrong once, however many bots have it.
function reportHost(file: YamlFile, { settings }: MergedBot, checked: Set<Setting["tree"]>): void {
  const tree = file.tree?.items?.get("hosts");
  const hosts = entriesOf(tree);
  const host = settings.get("host");
  if (!tree || !isMap(tree) || typeof host?.value !== "string" || checked.has(host.tree)) return;
  checked.add(host.tree);
  if (hosts.has(host.value)) return;
  const names = [...hosts.keys()];
  const known = names.length > 0 ? `the hosts are ${names.join(", ")}` : "there are no hosts";
  host.file.report(
    host.tree.at,
    host.path,
    `there is no host ${JSON.stringify(host.value)}; ${known}${suggestion(host.value, names)}`,
  );
}

function reportUnit(file: YamlFile, { name, tree, settings }: MergedBot, claims: Map<string, string>): void {
  const given = settings.get("unitName");
  const unit = given ? given.value : `${name}.service`;
  if (typeof unit !== "string") return;
  const at = given ? given.tree.at : tree.keyAt;
  const path = given ? given.path : ["bots", name];
  const problem = given ? undefined : derivedNameProblem(name, unit);
  if (problem) file.report(at, path, problem);
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

/** Why a bot's name makes no unit name, or not the one that was meant. */
function derivedNameProblem(name: string, unit: string): string | undefined {
  const shown = JSON.stringify(unit);
  if (name.endsWith(".service")) return `its unit would be ${shown}: take .service off, or give unitName`;
  const problem = serviceNameProblem(unit);
  return problem === undefined ? undefined : `its unit ${shown} ${problem}: give unitName`;
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
