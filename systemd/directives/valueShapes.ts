// What a value may be in TypeScript and in a stack file, per kind of value. Types only: `systemd/values/` checks the texts.
/** Several items give one line each, in their order. */
export type OneOrMore<T> = T | readonly T[];

export type Scalar = string | number | boolean;

/** true and false are written as yes and no. */
export type Switch = boolean | "yes" | "no";

/** A word, a colon, and a name. */
export type Named = `${string}:${string}`;

/** A command: a string is a command line in systemd's own syntax, a list holds literal words, the program's path first. */
export type Command = string | readonly string[];

/** One command, or a list of commands, each a list of its own or a line; a list of nothing but strings is one command. */
export type Commands = string | readonly Command[];

/** Assignments in systemd's syntax, or variables with literal values; null leaves a variable out. */
export type Variables = OneOrMore<string> | Readonly<Record<string, Scalar | null>>;

/** A number, or its digits. */
export type Numeric = number | `${number}`;

/** Per kind of value, the type of one item; where a directive is a list, {@link OneOrMore} of it. */
export interface Values {
  boolean: Switch;
  integer: Numeric;
  /** A number of seconds, or systemd's own as "1min 30s". */
  timespan: string | number;
  /** A number of nanoseconds, or systemd's own as "50us". */
  nanoseconds: string | number;
  /** "daily", "Mon *-*-* 04:00". */
  calendar: string;
  /** A number of bytes, or "16M". */
  size: string | number;
  /** A number of bytes, "256M", "50%", "infinity". */
  memory: string | number;
  /** "50%". */
  percent: `${number}%` | "";
  /** A number, "10%", "infinity". */
  tasks: string | number;
  weight: Numeric;
  /** A number, "infinity", or "soft:hard"; bytes with a suffix where it is a size. */
  rlimit: string | number;
  /** "10min", "infinity", or "soft:hard". */
  rlimitTime: string | number;
  /** Octal digits in quotes. */
  mode: string;
  signal: string;
  statuses: string | number;
  /** As systemd reads it, `%` specifiers included. */
  text: string;
  /** Literal: no specifiers. */
  string: string;
  regex: string;
  path: string;
  paths: string;
  mountPaths: string;
  pathSpec: string;
  conditionPath: string;
  condition: string | number | boolean;
  /** An absolute path, `-` before it or not, or `~`. */
  workingDirectory: string;
  /** An absolute path, `-` before it or not. */
  environmentFile: string;
  units: string;
  unit: string;
  slice: string;
  service: string;
  sockets: string;
  installUnits: string;
  /** `https://…`, `man:…`, `file:…`, `info:…`. */
  documentation: string;
  exec: Commands;
  environment: Variables;
  environmentNames: string;
  unsetEnvironment: string;
  logFields: string;
  /** A name or a number. */
  account: string | number;
  accounts: string | number;
  busName: string;
  folderNames: string;
  bindPaths: string;
  temporaryFileSystems: string;
  images: string;
  openFile: string;
  symlinks: string;
  searchPath: string;
  input: string;
  inputText: string;
  inputData: string;
  output: string;
  identifier: string;
  loadCredential: string;
  setCredential: string;
  importCredential: string;
  cpuSet: string | number;
  deviceAllow: string;
  deviceWeight: string;
  deviceLatency: string;
  deviceLimit: string;
  delegate: Switch | string;
  controllers: string;
  capabilities: string;
  secureBits: string;
  syscalls: string;
  /** "EPERM", a number, or "kill". */
  errno: string | number;
  architectures: string;
  personality: string;
  addressFamilies: string;
  namespaces: Switch | string;
  fileSystems: string;
  addressPrefixes: string;
  socketBind: string | number;
  nftSet: string;
  bpfProgram: string;
  networkInterfaces: string;
  imagePolicy: string;
  rootHash: string;
  mountOptions: string;
  coredumpFilter: string;
  /** A port, "address:port", a path, or "@" and a name. */
  listenAddress: string | number;
  listenPath: string;
  listenNetlink: string;
  listenMessageQueue: string;
  /** A number of bytes, "256M", "50%", "off". */
  quota: string | number;
  flags: Switch | string;
  bpfDelegate: string;
  fileNames: string;
  /** "user.NAME=VALUE". */
  extendedAttribute: string;
  /** Without effect. */
  removed: Scalar;
}
