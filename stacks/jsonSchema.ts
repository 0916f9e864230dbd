// The JSON Schema of stack files, by which editors complete and check them. Only made when it is written: no run loads this.
import * as z from "zod";
import { directive, directivesOf } from "../systemd/directives/directive.ts";
import { parameterDirectives } from "../systemd/policy/parameterDirectives.ts";
import { rawSections } from "../systemd/policy/parameters.ts";
import { jsonText } from "./jsonText.ts";
import { type Json, jsonValue } from "./jsonValue.ts";
import { botKeys, fileKeys, hostKeys } from "./keyMeanings.ts";
import { parameterNames, parameterSchema } from "./parameterSchema.ts";
import { botSettings, commonSettings, stackSchema } from "./schema.ts";
import { patternOf } from "./schemaParts.ts";

/** What a directive does, by its name or `Section.Directive`, in a line. */
export type Meanings = ReadonlyMap<string, string>;

/** The text of the JSON Schema (draft 7), for stack files and for those they extend. */
export function jsonSchemaText(meanings: Meanings): string {
  return `${jsonText(jsonSchema(meanings))}\n`;
}

function jsonSchema(meanings: Meanings): Json {
  const { properties, $schema } = plainSchema(stackSchema);
  const { hosts, bots } = properties;
  return {
    $schema,
    title: "A stack file of service-unit, or one that stack files extend",
    type: "object",
    properties: described(
      {
        ...properties,
        hosts: { ...hosts, additionalProperties: host(hosts?.additionalProperties as ObjectSchema) },
        defaults: settings(commonSettings, meanings),
        bots: { ...bots, additionalProperties: settings(botSettings, meanings) },
      },
      fileKeys,
    ),
    additionalProperties: false,
    // A file that is extended has defaults only.
    dependencies: { hosts: ["bots"], bots: ["hosts"], extends: ["hosts", "bots"] },
    minProperties: 1,
    definitions: definitions(meanings),
  };
}

interface ObjectSchema extends Json {
  readonly properties: Readonly<Record<string, Json>>;
}

function plainSchema(schema: z.ZodType): ObjectSchema {
  return z.toJSONSchema(schema, {
    target: "draft-7",
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      const pattern = patternOf(zodSchema);
      if (pattern) jsonSchema.pattern = pattern.source;
    },
  }) as Json as ObjectSchema;
}

function host(schema: ObjectSchema): Json {
  const { jump, ...own } = schema.properties;
  const through = { ...jump, ...login, properties: described((jump as ObjectSchema).properties, hostKeys) };
  return { ...schema, ...login, properties: described({ ...own, jump: through }, hostKeys) };
}

const login = {
  oneOf: ["privateKey", "password", "agent"].map((way) => ({ required: [way] })),
  dependencies: { privateKeyPassword: ["privateKey"] },
};

/** The keys of a bot or of defaults, those for directives by reference. */
function settings(own: Readonly<Record<string, z.ZodType>>, meanings: Meanings): Json {
  const all = {
    ...own,
    ...Object.fromEntries(parameterNames.map((name) => [name, parameterSchema(name) as z.ZodType])),
  };
  const { $schema: _, properties, required: __, ...schema } = plainSchema(z.strictObject(all));
  const values = Object.entries(described(properties, botKeys)).map(([key, value]) => {
    const place = parameterDirectives.get(key);
    const section = rawSections[key as keyof typeof rawSections];
    // Of the variables only a map is right, unlike for the directive.
    if (key === "environment") return [key, { description: meanings.get("Environment"), ...value }];
    if (place) return [key, { $ref: `#/definitions/${place.join(".")}` }];
    return [key, section ? { $ref: `#/definitions/${section}` } : value];
  });
  return { ...schema, properties: Object.fromEntries(values) };
}

function definitions(meanings: Meanings): Json {
  const sections = Object.entries(rawSections).map(([key, section]) => {
    const names = directivesOf(section).map((name) => [name, { $ref: `#/definitions/${section}.${name}` }]);
    const own = { description: botKeys[key as keyof typeof rawSections], type: ["object", "null"] };
    // Names of one's own start with X-; what else systemd doesn't know is an error, be it one that `allow` can silence.
    const other = { patternProperties: { "^X-": {} }, additionalProperties: false };
    return [section, { ...own, properties: Object.fromEntries(names), ...other }];
  });
  const values = Object.values(rawSections).flatMap((section) =>
    directivesOf(section).flatMap((name) => {
      const row = directive(section, name);
      const meaning = meanings.get(`${section}.${name}`) ?? meanings.get(name);
      return row ? [[`${section}.${name}`, jsonValue(row, meaning)]] : [];
    }),
  );
  return Object.fromEntries([...sections, ...values]);
}

function described(
  properties: Readonly<Record<string, Json>>,
  meanings: Readonly<Record<string, string>>,
): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(properties).map(([key, schema]) => [
      key,
      Object.hasOwn(meanings, key) ? { description: meanings[key], ...schema } : schema,
    ]),
  );
}
