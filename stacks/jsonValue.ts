import * as z from "zod";
import type { Directive, ValueType } from "../systemd/directives/directive.ts";
import { enumeration } from "../systemd/directives/enumerations.ts";
import { directiveSchema } from "./directiveSchema.ts";

/** A part of a JSON Schema. */
export type Json = Readonly<Record<string, unknown>>;

const yesOrNo = "[yY]([eE][sS])?|[nN][oO]?|[tT]([rR][uU][eE])?|[fF]([aA][lL][sS][eE])?|[oO][nN]|[oO][fF][fF]|0|1";
const number = "[ \\t]*[+-]?[0-9][0-9a-fA-FxXoO]*";
const share = `${number}(\\.[0-9]+)?[%‰‱]`;
const timeUnits =
  "seconds?|sec|s|minutes?|min|months?|M|msec|ms|m|hours?|hr|h|days?|d|weeks?|w|years?|y|[uµμ]s|usec|nsec|ns";

/**
 * What a text of a type looks like. It never refuses what systemd takes, and catches what people commonly write instead: systemd's
 * own rules are checked by `systemd/values/`. An editor tries them while one types, so none may take long to fail.
 */
const patterns: { readonly [Type in ValueType]?: string } = {
  boolean: `^(${yesOrNo}|)$`,
  integer: `^(${number}|)$`,
  timespan: `^([ \\t]*infinity[ \\t]*|[ \\t+]*[0-9]([0-9.+ \\t]|(${timeUnits})(?![a-zA-Zµμ]))*|.*%.*|)$`,
  memory: `^(infinity|(?!.*[A-Z]{2})[ \\t]*\\+?[0-9][0-9.+ \\tBKMGTPE]*|${share}|)$`,
  size: "^((?!.*[A-Z]{2})[ \\t]*\\+?[0-9][0-9.+ \\tBKMGTPE]*|)$",
  percent: `^(${share}|)$`,
  mode: "^[0-7]*$",
  units: "^(?!(.*[ \\t])?[^ \\t.%]+([ \\t]|$))",
  slice: "^(.*\\.slice|.*%.*|)$",
  path: "^([/%].*|)$",
  workingDirectory: "^(-?([/%].*|~)|)$",
  environmentFile: "^(-?[/%].*|)$",
};

/** The values of a directive, with its meaning if there is one; null leaves it out. */
export function jsonValue(row: Directive, meaning: string | undefined): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(directiveSchema(row).nullable(), {
    target: "draft-7",
    io: "input",
    override: ({ jsonSchema }) => {
      if (jsonSchema.type === "string") Object.assign(jsonSchema, textRules(row));
      if (jsonSchema.type === "number") Object.assign(jsonSchema, numberRules(row));
    },
  });
  const deprecated = row.obsolete !== undefined || row.type === "removed";
  return { description: description(row, meaning), ...(deprecated && { deprecated }), ...flat(schema) };
}

/** Alternatives of alternatives are alternatives: one list is easier to read, and shorter. */
function flat(schema: Json): Json {
  if (!Array.isArray(schema.anyOf)) return schema;
  const anyOf = schema.anyOf.map((each: Json) => flat(each));
  return { ...schema, anyOf: anyOf.flatMap((each) => (Object.keys(each).join() === "anyOf" ? each.anyOf : [each])) };
}

function textRules({ type, args }: Directive): Json {
  const [name = ""] = args;
  // Some enumerations have numbers, too.
  const others = { choice: `^(${number}|)$`, switch: patterns.boolean };
  if (type === "choice" || type === "switch") {
    // With `hostname`, as for ProtectHostname=, a word may have a name after it.
    const named = args.includes("hostname") ? [{ pattern: "^[a-z]+:." }] : [];
    return { anyOf: [{ enum: enumeration(name).map(({ word }) => word) }, { pattern: others[type] }, ...named] };
  }
  // With `relative`, as for PIDFile=, a path may be anything.
  const pattern = args.includes("relative") ? undefined : patterns[type];
  return pattern === undefined ? {} : { pattern };
}

function numberRules({ type, args: [least, most] }: Directive): Json {
  if (type === "integer" || type === "weight")
    return { type: "integer", minimum: Number(least), maximum: Number(most) };
  return { minimum: 0 };
}

function description({ name, man, since, obsolete }: Directive, meaning: string | undefined): string {
  const [first, second] = [since > 245 ? `From systemd ${since} on.` : "", man === undefined ? "" : `${name}=, ${man}`];
  const replaced = obsolete ? `Replaced by ${obsolete}=.` : obsolete === "" ? "Has no effect." : "";
  return [meaning ?? "", replaced, first, second].filter((part) => part !== "").join("\n");
}
