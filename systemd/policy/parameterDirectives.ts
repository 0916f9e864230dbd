import { resourceParameters } from "./resourceParameters.ts";
import { sandboxParameters } from "./sandboxParameters.ts";
import { serviceParameters } from "./serviceParameters.ts";
import { installParameters, unitParameters } from "./unitParameters.ts";

/** The sections of a bot's unit, in their order. */
export const sections = ["Unit", "Service", "Install"] as const;
export type SectionName = (typeof sections)[number];

/** Per section, the parameters that are one directive each: systemd's name in camelCase, and as systemd spells it. */
export const parametersBySection = {
  Unit: unitParameters,
  Service: { ...serviceParameters, ...resourceParameters, ...sandboxParameters },
  Install: installParameters,
} as const;

/** Where a parameter's lines stand, and which directive they assign. */
export type Place = readonly [section: SectionName, directive: string];

const places = Object.entries(parametersBySection).flatMap(([section, parameters]) =>
  Object.entries(parameters).map(([name, directive]): [string, Place] => [name, [section as SectionName, directive]]),
);

/** The parameters that are one directive each, by name. */
export const parameterDirectives: ReadonlyMap<string, Place> = new Map(places);
