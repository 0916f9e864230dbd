import type * as z from "zod";
import { directive } from "../systemd/directives/directive.ts";
import { anyValue, directiveSchema } from "./directiveSchema.ts";
import { mapByKey } from "./mapByKey.ts";

/** A map of directives as systemd spells them. A name that it doesn't know passes here: lint knows what was meant. */
export function rawSection(section: string, what: string): z.ZodType {
  return mapByKey(what, (name) => schemaOf(section, name).nullable(), []);
}

function schemaOf(section: string, name: string): z.ZodType {
  const row = directive(section, name);
  return row ? directiveSchema(row) : anyValue;
}
