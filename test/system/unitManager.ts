// What the systemd of a server knows and says of units, in a form that can be compared.
import assert from "node:assert/strict";
import type { Guest } from "./guest.ts";

export type Properties = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

// What changes by itself while units run, and what tells of the file and not of its content.
const volatile =
  /Timestamp|^NextElapse|^LastTrigger|Current$|NSec$|^Memory.*Available|^NeedDaemonReload$|^Job$|PID$|^ActivationDetails$/;
const unitName = /\.(?:service|socket|target|timer|path|slice|mount|automount|swap|device|scope)$/;

/** The manager of a server, or of its root user. */
export class UnitManager {
  readonly #guest: Guest;
  readonly scope: "system" | "user";

  constructor(guest: Guest, scope: "system" | "user") {
    this.#guest = guest;
    this.scope = scope;
  }

  /** All that it knows of the units from their files, once it has read these anew. */
  async properties(units: readonly string[]): Promise<Properties> {
    await this.#guest.sh(`${this.#control} daemon-reload`);
    const found = this.scope === "system" ? await this.#fromBus(units) : await this.#shown(units);
    assert.equal(found.length, units.length);
    return new Map(units.map((unit, at) => [unit, stable(found[at] ?? [])]));
  }

  /** What it has to say about the files of the units, without the numbers of the lines. */
  async complaints(units: readonly string[]): Promise<string[]> {
    const options = `--${this.scope} --man=no --recursive-errors=no`;
    const verify = `env XDG_RUNTIME_DIR=/run/user/0 systemd-analyze verify ${options}`;
    const text = await this.#guest.sh(`xargs -d '\\n' ${verify} 2>&1 || :`, units.join("\n"));
    return [...new Set(text.split("\n").map((line) => line.replace(/:[0-9]+: /, ": ")))].sort();
  }

  get #control(): string {
    return this.scope === "system" ? "systemctl" : "env XDG_RUNTIME_DIR=/run/user/0 systemctl --user";
  }

  /** The bus gives every property with its type; systemctl show leaves out the conditions. */
  async #fromBus(units: readonly string[]): Promise<[string, unknown][][]> {
    const paths = units.map((unit) => `/org/freedesktop/systemd1/unit/${busLabel(unit)}\n`).join("");
    const call =
      'busctl --json=short call org.freedesktop.systemd1 "$path" org.freedesktop.DBus.Properties GetAll s ""';
    const text = await this.#guest.sh(`while read -r path; do ${call}; done`, paths);
    return text
      .trim()
      .split("\n")
      .map((line) => Object.entries((JSON.parse(line) as { data: [Record<string, { data: unknown }>] }).data[0]))
      .map((properties) => properties.map(([key, { data }]): [string, unknown] => [key, data]));
  }

  /** A user's manager has no bus here. */
  async #shown(units: readonly string[]): Promise<[string, unknown][][]> {
    const text = await this.#guest.sh(`xargs -d '\\n' ${this.#control} show --all --`, units.join("\n"));
    const blocks = text.trimEnd().split("\n\n");
    return blocks.map((block) =>
      block.split("\n").map((line) => {
        const [key = "", ...value] = line.split("=");
        const words = value.join("=").split(" ");
        return [key, words.every((word) => unitName.test(word)) ? words : value.join("=")];
      }),
    );
  }
}

function stable(properties: readonly [string, unknown][]): Record<string, unknown> {
  const kept = properties.filter(([key]) => !volatile.test(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, inOrder(key, value)]));
}

// Dependencies and some more come in the order of a hash table.
function inOrder(key: string, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const names = value.every((one) => typeof one === "string" && unitName.test(one));
  return names || /^(?:RequiresMountsFor|(?:Load|Set)Credential(?:Encrypted)?)$/.test(key)
    ? value.map((one) => JSON.stringify(one)).sort()
    : value;
}

function busLabel(unit: string): string {
  return unit.replace(/^[0-9]|[^A-Za-z0-9]/g, (letter) => `_${letter.charCodeAt(0).toString(16)}`);
}
