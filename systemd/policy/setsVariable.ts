import type { BotParameters } from "./parameters.ts";

/** Whether a bot names a variable itself, in `environment` or in Environment=. */
export function setsVariable({ environment, service }: BotParameters, name: string): boolean {
  return [environment, service?.Environment].some((value) => {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return Object.hasOwn(value, name);
    const assignment = new RegExp(`(?:^|[ \\t"'])${name}=`);
    return [value].flat().some((text) => typeof text === "string" && assignment.test(text));
  });
}
