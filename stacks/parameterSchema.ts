import type * as z from "zod";
import { directive } from "../systemd/directives/directive.ts";
import { parameterDirectives } from "../systemd/policy/parameterDirectives.ts";
import { directiveSchema, variables } from "./directiveSchema.ts";
import { presetSchemas } from "./presetSchemas.ts";
import { rawSection } from "./rawSection.ts";

const others: Readonly<Record<string, z.ZodType>> = {
  ...presetSchemas,
  // Each variable is a setting of its own, so that it can only be a map.
  environment: variables,
  unit: rawSection("Unit", "a map of directives of [Unit] (the unit's name is given as unitName)"),
  service: rawSection("Service", "a map of directives of [Service]"),
  install: rawSection("Install", "a map of directives of [Install]"),
};

/** The parameters of a bot, by name. */
export const parameterNames: readonly string[] = [...new Set([...parameterDirectives.keys(), ...Object.keys(others)])];

/** The schema of a parameter's value, where null leaves it out; undefined when there is no such parameter. */
export function parameterSchema(name: string): z.ZodType | undefined {
  const other = Object.hasOwn(others, name) ? others[name] : undefined;
  if (other) return other.nullable();
  const place = parameterDirectives.get(name);
  const row = place && directive(...place);
  return row && directiveSchema(row).nullable();
}
