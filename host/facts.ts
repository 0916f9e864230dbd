// What a server says about its units, as values.

/**
 * One unit on a server: the properties of systemctl(1) show, and what the tool adds to them. `Drift`: how it differs from what
 * was deployed, in words; `Text`: the hash of that text; `Origin` and `Process`: the hash of the text that the running process
 * was started from, and the fingerprint of what it was started with, empty when nobody knows; `File`: the unit file in
 * base64, unless it is too long; `Run`: the deployment's name; `LastLine` of the journal.
 */
export interface UnitFacts {
  readonly [property: string]: string | undefined;
}

export interface HostFacts {
  /** Names the installation of the tool that is there; a new name when it isn't the tool it should be. */
  readonly run: string;
  /** The version of its systemd; undefined when the tool that is there is too old to tell. */
  readonly systemd?: number;
  readonly units: ReadonlyMap<string, UnitFacts>;
}

function block(text: string): UnitFacts {
  const facts: Record<string, string> = {};
  for (const line of text.split("\n")) {
    const at = line.indexOf("=");
    if (at > 0) facts[line.slice(0, at)] = line.slice(at + 1);
  }
  return facts;
}

/**
 * Reads the answer to `unit facts`: a head, and a block a unit.
 * @returns undefined when the server has no tool yet, and so said nothing.
 * @throws Error when the answer is none of the tool's.
 */
export function parseFacts(text: string): HostFacts | undefined {
  if (text.trim() === "") return undefined;
  const [head = {}, ...units] = text.split("\n\n").map(block);
  if (!head.Run) throw new Error(`unexpected answer: ${JSON.stringify(text.slice(0, 200))}`);
  const systemd = Number(head.Systemd);
  return {
    run: head.Run,
    ...(systemd > 0 && { systemd }),
    units: new Map(units.map((facts) => [facts.Id ?? "", facts])),
  };
}

const meanings: Readonly<Record<string, string>> = {
  deleted: "its unit file was deleted",
  edited: "its unit file was edited",
  stopped: "it does not run",
  outdated: "the running process was started from another unit",
  unloaded: "systemd has not loaded the file that is there",
  disabled: "it is disabled: it would not start at boot",
  masked: "it is masked: it can not start",
  "masked-runtime": "it is masked until the next boot: it can not start",
};

/** How a unit that was deployed differs from what was declared, in words; empty when it doesn't. */
export function driftOf(facts: UnitFacts | undefined): string[] {
  const words = facts?.Drift?.split(" ").filter((word) => word !== "" && word !== "unknown") ?? [];
  return words.map((word) => meanings[word] ?? word);
}
