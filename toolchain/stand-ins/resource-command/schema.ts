// What each resource and the function take. The names in quotes are the official provider's Go types, for its wording.
export type Shape =
  | { readonly kind: "string" | "number" | "int" | "bool" | "list" | "strings" | "texts" | "source" }
  | { readonly kind: "struct"; readonly struct: StructShape };

export interface Field {
  readonly shape: Shape;
  readonly required?: true;
  readonly secret?: true;
  readonly default?: string | number;
}

export interface StructShape {
  readonly goName: string;
  readonly fields: Readonly<Record<string, Field>>;
}

const string: Field = { shape: { kind: "string" } };
const bool: Field = { shape: { kind: "bool" } };
const list: Field = { shape: { kind: "list" } };
const strings: Field = { shape: { kind: "strings" } };
/** A map of texts. */
const texts: Field = { shape: { kind: "texts" } };

const endpoint = {
  host: { ...string, required: true },
  user: { ...string, default: "root" },
  port: { shape: { kind: "number" }, default: 22 },
  password: { ...string, secret: true },
  privateKey: { ...string, secret: true },
  privateKeyPassword: { ...string, secret: true },
  agentSocketPath: string,
  dialErrorLimit: { shape: { kind: "int" }, default: 10 },
  perDialTimeout: { shape: { kind: "int" }, default: 15 },
  hostKey: string,
} as const satisfies Record<string, Field>;

const proxy: StructShape = { goName: "remote.ProxyConnection", fields: endpoint };

const connection: Field = {
  shape: {
    kind: "struct",
    struct: {
      goName: "remote.Connection",
      fields: { ...endpoint, proxy: { shape: { kind: "struct", struct: proxy } } },
    },
  },
  required: true,
  secret: true,
};

const lifecycle = { create: string, update: string, delete: string, triggers: list } as const;
const process = { stdin: string, logging: string, environment: texts, addPreviousOutputInEnv: bool } as const;
const local = { ...process, interpreter: strings, dir: string, assetPaths: strings, archivePaths: strings } as const;

export const resources: Readonly<Record<string, StructShape>> = {
  "command:remote:Command": {
    goName: "remote.CommandInputs",
    fields: { ...lifecycle, ...process, connection },
  },
  "command:remote:CopyToRemote": {
    goName: "remote.CopyToRemoteInputs",
    fields: {
      connection,
      triggers: list,
      source: { shape: { kind: "source" }, required: true },
      remotePath: { ...string, required: true },
    },
  },
  "command:local:Command": { goName: "local.CommandInputs", fields: { ...lifecycle, ...local } },
};

export const functions: Readonly<Record<string, StructShape>> = {
  "command:local:run": { goName: "local.RunInputs", fields: { ...local, command: { ...string, required: true } } },
};

/** @throws Error in the official words for a type that there isn't. */
export function shapeOf(shapes: Readonly<Record<string, StructShape>>, what: string, token: string): StructShape {
  const shape = Object.hasOwn(shapes, token) ? shapes[token] : undefined;
  if (shape === undefined) throw new Error(`${what} '${token}' not found`);
  return shape;
}
