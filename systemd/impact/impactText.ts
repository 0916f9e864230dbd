import type { Impact } from "./impactOf.ts";

/** What has to be done, in the first line, and then a line a directive that decides it, with the reason. */
export function impactText({ actions, decidedBy }: Impact): string {
  const lines = decidedBy.map(({ section, directive, action, why }) => {
    const what = directive === "" ? "" : `[${section}] ${directive}: `;
    return `  ${what}${action}: ${why}`;
  });
  return [actions.join(", ") || "nothing", ...lines].join("\n");
}
