// What JavaScript takes for zones besides: names of its own (BST, IST, PST …) that no server has a file for, so that the process
// would be in UTC and call it by that name. These are the ones that do have one, and those of fixed offsets.
const shortNames = /^(?:CET|EET|EST|GMT|HST|MET|MST|PRC|ROC|ROK|UCT|UTC|WET)$/;
const fixedZones =
  /^Etc\/(?:UTC|UCT|GMT|GMT0|GMT[+-]0|GMT\+(?:[1-9]|1[0-2])|GMT-(?:[1-9]|1[0-4])|Greenwich|Universal|Zulu)$/;

// Made when first asked for: it takes longer than all the rest.
let zones: ReadonlyMap<string, string> | undefined;

/** Why this is no time zone; undefined if it is one. The names are those of the IANA database that Node.js has with it. */
export function timezoneProblem(name: string): string | undefined {
  // Asking JavaScript costs milliseconds, and these are what most servers run in.
  if (shortNames.test(name) || fixedZones.test(name)) return undefined;
  zones ??= new Map(Intl.supportedValuesOf("timeZone").map((zone) => [zone.toLowerCase(), zone]));
  const meant = zones.get(name.toLowerCase());
  if (meant === name || (meant === undefined && isKnown(name))) return undefined;
  const problem = `expected a time zone like "Europe/Berlin", received ${JSON.stringify(name)}`;
  return meant === undefined ? problem : `${problem}: did you mean ${JSON.stringify(meant)}?`;
}

// Files have names in upper and lower case, and JavaScript doesn't mind.
function isKnown(name: string): boolean {
  if (!/^[A-Z]/.test(name) || /^[A-Z]{3}$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
