// What every scenario gets.
import type { Host } from "./host.ts";
import type { Plugins } from "./plugins.ts";

export interface Suite {
  readonly plugins: Plugins;
  readonly host: Host;
}

/** Polls until there is an answer; fails after 20 s, saying what it waited for. */
export async function eventually<T>(what: string, ask: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`waited 20 s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
