import type { InstallSection, ServiceSection, UnitSection } from "../directives/sections.ts";
import type { OneOrMore, Scalar } from "../directives/valueShapes.ts";
import type { parametersBySection } from "./parameterDirectives.ts";

/** Its words are literal: no quoting, no specifiers, no variables. */
interface PresetArguments {
  /** What follows on the command line. Default: nothing. */
  readonly args?: readonly (string | number)[] | null;
}

/** A script or a module of Python. Relative paths are below workingDirectory. Its output is not buffered. */
export interface PythonPreset extends PresetArguments {
  /** The folder of the virtual environment. Default: `venv`. null: none, the system's /usr/bin/python3. */
  readonly venv?: string | null;
  /** The file to run; either this or module. */
  readonly script?: string | null;
  /** The module to run, as `python3 -m` does. */
  readonly module?: string | null;
}

/** A program of Node.js, run with NODE_ENV=production. Relative paths are below workingDirectory. */
export interface NodePreset extends PresetArguments {
  /** The file to run. */
  readonly entry: string;
  /** Node.js itself, by its absolute path. Default: /usr/bin/node. */
  readonly program?: string | null;
}

/** The sets of restrictions there are. */
export const hardenings = ["safe"] as const;

/** The parameters that hold directives as systemd spells them, each with its section. */
export const rawSections = { unit: "Unit", service: "Service", install: "Install" } as const;

/** Where in the parameters a value stands: keys and indexes. */
export type ValuePath = readonly (string | number)[];

/** Any value of a directive: one line, one per item, per command or per variable. */
export type DirectiveValue = Scalar | readonly (Scalar | readonly string[])[] | Readonly<Record<string, Scalar | null>>;

/** What is more than one directive, or not a directive of its own. */
interface Presets {
  /** Runs Python instead of execStart. Default: none. */
  readonly python?: PythonPreset | null;
  /** Runs Node.js instead of execStart. Default: none. */
  readonly node?: NodePreset | null;
  /** Starts after these and along with them, but runs on when they stop: Wants= and After=. Default: none. */
  readonly dependencies?: OneOrMore<string> | null;
  /** The time zone of the process, as `Europe/Berlin`: its variable TZ. Default: the server's. */
  readonly timezone?: string | null;
  /**
   * A set of restrictions that bots in Python and Node.js can live with; a directive of it that is given, null too, is left out of
   * it. sudo doesn't work under it, whatever noNewPrivileges says. Default: none.
   */
  readonly hardening?: (typeof hardenings)[number] | null;
  /** Further directives of [Unit], as systemd spells them. null leaves a default out. */
  readonly unit?: UnitSection | null;
  /** Further directives of [Service], as systemd spells them. null leaves a default out. */
  readonly service?: ServiceSection | null;
  /** Further directives of [Install], as systemd spells them. null leaves a default out. */
  readonly install?: InstallSection | null;
}

type Values<Parameters extends Readonly<Record<string, string>>, Section> = {
  readonly [Name in keyof Parameters]?: Exclude<Section[Parameters[Name] & keyof Section], undefined> | null;
};
type Parameters = typeof parametersBySection;

/**
 * What a bot's unit says, in systemd's words: each parameter is a directive in camelCase, or one of those above. The order of the
 * keys is the order of the lines within a section. null leaves the directive out, and its default.
 */
export type BotParameters = Values<Parameters["Unit"], UnitSection> &
  Values<Parameters["Service"], ServiceSection> &
  Values<Parameters["Install"], InstallSection> &
  Presets;
