/** Whether a time zone of that name exists, letter by letter: for systemd it is the name of a file. */
export function isTimeZone(name: string): boolean {
  if (/^utc$/i.test(name)) return true;
  const canonical = canonicalName(name);
  return canonical !== undefined && (canonical === name || canonical.toLowerCase() !== name.toLowerCase());
}

/** What to say about a word that was probably meant as a time zone. */
export function zoneHint(name: string): string | undefined {
  const canonical = canonicalName(name);
  if (canonical !== undefined && canonical !== name) return `did you mean the time zone ${JSON.stringify(canonical)}?`;
  return /^[A-Za-z]+\/[A-Za-z_/]+$/.test(name) ? `there is no time zone ${JSON.stringify(name)}` : undefined;
}

// Intl has more names of three letters than the files of time zones.
const short = /^(?:CET|EET|EST|GMT|HST|MET|MST|PRC|ROC|ROK|UCT|UTC|WET)$/;

function canonicalName(name: string): string | undefined {
  // Intl also takes offsets like +02:00, which are no names.
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name) || /^SystemV\/|\/Unknown$/.test(name)) return undefined;
  if (/^[A-Za-z]{3}$/.test(name) && !short.test(name.toUpperCase())) return undefined;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
