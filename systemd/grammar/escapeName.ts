import { unitNameProblem } from "./unitName.ts";

/**
 * A text as part of a unit name, as systemd-escape(1) writes it: `/` becomes `-`; a dot at the start and all but letters, digits and
 * `:_.` become `\xhh`, byte by byte. {@link unescapeName} is the way back.
 * @throws RangeError for what no file name can hold: NUL, half a surrogate pair
 */
export function escapeName(text: string): string {
  const bytes = latin(text);
  return bytes.replace(/^\.|[^A-Za-z0-9:_./]/g, hex).replaceAll("/", "-");
}

/**
 * An absolute path as part of a unit name, as `systemd-escape --path`: without the slashes around it and doubled ones; the root is `-`.
 * The name of a mount unit is that of its path.
 * @throws RangeError as {@link escapeName}, for a relative path and for one with `..`
 */
export function escapePath(path: string): string {
  const shown = JSON.stringify(path);
  if (!path.startsWith("/")) throw new RangeError(`expected an absolute path, received ${shown}`);
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.includes("..")) throw new RangeError(`expected a path without "..", received ${shown}`);
  return parts.length === 0 ? "-" : escapeName(parts.join("/"));
}

/**
 * What was escaped. A byte that is no UTF-8 is refused, for no text can hold it.
 * @throws RangeError for what {@link escapeName} never writes
 */
export function unescapeName(name: string): string {
  const refused = () => new RangeError(`${JSON.stringify(name)} is no escaped name`);
  if (!/^(?:[^\\]|\\x[0-9a-fA-F]{2})*$/s.test(name) || /\\x00/.test(name)) throw refused();
  const bytes = latin(name.replaceAll("-", "/")).replace(/\\x([0-9a-fA-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  const text = Buffer.from(bytes, "latin1").toString("utf8");
  if (latin(text) !== bytes) throw refused();
  return text;
}

/**
 * The path that was escaped; always absolute.
 * @throws RangeError as {@link unescapeName}, and for what is no path in its shortest form
 */
export function unescapePath(name: string): string {
  const path = name === "-" ? "" : unescapeName(name);
  if (name === "" || path.split("/").some((part) => /^\.{0,2}$/.test(part) && path !== ""))
    throw new RangeError(`${JSON.stringify(name)} is no escaped path`);
  return `/${path}`;
}

/**
 * The name of a template's instance: `bot@.service` and `my bot` make `bot@my\x20bot.service`, as `systemd-escape --template`.
 * @throws RangeError when the first is no template, or the name gets longer than 255 bytes
 */
export function instanceName(template: string, instance: string): string {
  const [, before, after] = /^([^@]+@)(\.[a-z]+)$/.exec(template) ?? [];
  if (before === undefined || unitNameProblem(template)) {
    throw new RangeError(`${JSON.stringify(template)} is no template, as bot@.service is one`);
  }
  if (instance === "") throw new RangeError(`an instance of ${template} needs a name`);
  const name = `${before}${escapeName(instance)}${after}`;
  const problem = unitNameProblem(name);
  if (problem) throw new RangeError(`the instance ${JSON.stringify(instance)} of ${template} ${problem}`);
  return name;
}

function hex(byte: string): string {
  return `\\x${byte.charCodeAt(0).toString(16).padStart(2, "0")}`;
}

/** Its UTF-8, each byte a character. */
function latin(text: string): string {
  if (text.includes("\0")) throw new RangeError("a name can't have a NUL character");
  if (/\p{Surrogate}/u.test(text)) throw new RangeError("a name can't have half of a surrogate pair");
  return Buffer.from(text).toString("latin1");
}
