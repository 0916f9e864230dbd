import * as z from "zod";
import { suggestion } from "../systemd/closestName.ts";
import { expected } from "./schemaParts.ts";
import { specificIssues } from "./specificIssues.ts";

/**
 * A map in which the key decides about the value. Its schema is looked up when the key is there: there are hundreds of keys, and a
 * stack file has a few of them. An unknown key gives one line of message a key, with what was probably meant.
 */
export function mapByKey(
  what: string,
  schemaOf: (key: string) => z.ZodType | undefined,
  known: readonly string[],
): z.ZodType<Record<string, unknown>> {
  return z.record(z.string(), z.unknown(), expected(what)).check(({ value: map, issues }) => {
    const unknown = Object.keys(map).filter((key) => schemaOf(key) === undefined);
    const message = unknown.map((key) => `unknown key${suggestion(key, known)}`).join("\n");
    if (unknown.length > 0) issues.push({ code: "unrecognized_keys", keys: unknown, input: map, message });
    for (const [key, value] of Object.entries(map)) {
      const found =
        schemaOf(key)
          ?.safeParse(value)
          .error?.issues.flatMap((issue) => specificIssues(issue)) ?? [];
      for (const issue of found) {
        issues.push({ ...issue, path: [key, ...issue.path], input: value } as z.core.$ZodRawIssue);
      }
    }
  });
}
