// What systemd knows about its directives. The facts are in table.ts, which `npm run generate` writes.
import { directiveTable } from "./table.ts";

/** The kinds of values, by how systemd reads them; `systemd/values/` checks each. */
export const valueTypes = [
  ...["boolean", "switch", "choice", "integer", "timespan", "nanoseconds", "calendar", "size", "memory", "percent"],
  ...["tasks", "weight", "rlimit", "rlimitTime", "mode", "signal", "statuses", "text", "string", "regex"],
  ...["path", "paths", "mountPaths", "pathSpec", "conditionPath", "condition", "workingDirectory", "environmentFile"],
  ...["units", "unit", "slice", "service", "sockets", "installUnits", "documentation"],
  ...["exec", "environment", "environmentNames", "unsetEnvironment", "logFields", "account", "accounts", "busName"],
  ...["folderNames", "bindPaths", "temporaryFileSystems", "images", "openFile", "symlinks", "searchPath"],
  ...["input", "inputText", "inputData", "output", "identifier", "loadCredential", "setCredential", "importCredential"],
  ...["cpuSet", "deviceAllow", "deviceWeight", "deviceLatency", "deviceLimit", "delegate", "controllers"],
  ...["capabilities", "secureBits", "syscalls", "errno", "architectures", "personality", "addressFamilies"],
  ...["namespaces", "fileSystems", "addressPrefixes", "socketBind", "nftSet", "bpfProgram", "networkInterfaces"],
  ...["imagePolicy", "rootHash", "mountOptions", "coredumpFilter", "listenAddress", "listenPath", "listenNetlink"],
  ...["listenMessageQueue", "quota", "flags", "bpfDelegate", "fileNames", "extendedAttribute", "removed"],
] as const;
export type ValueType = (typeof valueTypes)[number];

export interface Directive {
  /** Without brackets, as `Service`. */
  readonly section: string;
  readonly name: string;
  readonly type: ValueType;
  /** What the type needs besides: the least and the most of an integer, the name of an enumeration. */
  readonly args: readonly string[];
  /** Whether several assignments add up; otherwise the last one counts. */
  readonly list: boolean;
  /** The first version of systemd that knows it; 245 also stands for all before. */
  readonly since: number;
  /** The first version that doesn't know it any more, if there is one. */
  readonly until?: number;
  /** The man page, as `systemd.exec(5)`; undefined where systemd documents it no more. */
  readonly man?: string;
  /** For a name that systemd still reads but has replaced: the one to write instead; "" when it has no effect at all. */
  readonly obsolete?: string;
}

/** The directive of a section; undefined when no systemd from 245 on knows it, or heeds it, there. */
export function directive(section: string, name: string): Directive | undefined {
  const row = partsOf(section).find((part) => Object.hasOwn(part, name))?.[name];
  return row ? read(section, name, row) : undefined;
}

/** The name a directive has now: an old spelling is the same directive to systemd. */
export function currentName(section: string, name: string): string {
  return directive(section, name)?.obsolete || name;
}

/** The sections that have directives, in the order of the table. */
export function sectionNames(): string[] {
  return Object.keys(directiveTable);
}

/** The directives of a section: its own in systemd's order, then those it has in common with other sections. */
export function directivesOf(section: string): string[] {
  const [own = {}, ...shared] = partsOf(section);
  return [own, ...shared].flatMap((part) => Object.keys(part).filter((name) => own[name] !== ""));
}

function partsOf(section: string) {
  return (Object.hasOwn(directiveTable, section) && directiveTable[section]) || [];
}

// A row is "TYPE ARGS…|FLAGS|SINCE|UNTIL|MAN|OBSOLETE", empty fields at its end left out; flags: * for a list; the man page
// without its "systemd.". Read when asked for, not when loaded. An empty row stands for what the section
// has in common with others, but systemd ignores there.
function read(section: string, name: string, row: string): Directive {
  const [kind = "", flags = "", since = "", until = "", man = "", obsolete = ""] = row.split("|");
  const [type = "", ...args] = kind.split(" ");
  return {
    ...{ section, name, type: type as ValueType, args, list: flags.includes("*"), since: Number(since || "245") },
    ...(until !== "" && { until: Number(until) }),
    ...(man !== "" && { man: `systemd.${man}(5)` }),
    ...((obsolete !== "" || type === "removed") && { obsolete }),
  };
}
