import type { Fact, SystemdData } from "./systemdData.ts";

/** What a directive does, in one line; undefined if nobody has written that down. */
export function meaningOf(data: SystemdData, fact: Fact): string | undefined {
  const { section, name } = fact;
  return data.meanings.get(`${section}.${name}`) ?? data.meanings.get(name);
}
