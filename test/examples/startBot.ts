import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { waitFor } from "../../examples/fake-bot-api/waitFor.ts";

const folder = fileURLToPath(new URL("../../examples/echo-bot", import.meta.url));

/**
 * Runs the sample bot as a process of its own, with nothing but these variables in its environment.
 *
 * @param change Python code that changes the `bot` module before it starts @default none
 */
export function startBot(environment: Record<string, string>, change?: string) {
  const program =
    change === undefined ? [`${folder}/bot.py`] : ["-c", `import bot, sys\n${change}\nsys.exit(bot.main())`];
  const child = spawn("python3", ["-B", ...program], {
    env: { PATH: process.env.PATH, PYTHONPATH: folder, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const collect = (chunk: string) => {
    output += chunk;
    child.emit("change");
  };
  child.stdout.setEncoding("utf8").on("data", collect);
  child.stderr.setEncoding("utf8").on("data", collect);
  const ended = once(child, "close").then(([code, signal]) => ({ code, signal }));
  return {
    /** Resolves with exit code or signal, once all output is read. */
    ended,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    /** Standard output and standard error, so far. */
    output: () => output,
    /** Waits until the output holds the text. */
    says: (text: string, timeoutMs = 5000) =>
      waitFor(
        child,
        () => output.includes(text) || undefined,
        timeoutMs,
        () => `no ${JSON.stringify(text)} within ${timeoutMs} ms in ${JSON.stringify(output)}`,
      ),
    async stop(): Promise<void> {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
