import { type EventEmitter, once } from "node:events";

/** Waits until `look` finds something, looking again at each "change" event; after `timeoutMs` throws what `complaint` says. */
export async function waitFor<T>(
  events: EventEmitter,
  look: () => T | undefined,
  timeoutMs: number,
  complaint: () => string,
): Promise<T> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), timeoutMs);
  try {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      await once(events, "change", { signal: late.signal });
    }
  } catch (error) {
    throw late.signal.aborted ? new Error(complaint()) : error;
  } finally {
    clearTimeout(timer);
  }
}
