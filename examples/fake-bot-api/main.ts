import { parseArgs } from "node:util";
import { startFakeBotApi } from "./fakeBotApi.ts";

const usage = "usage: node --import tsx main.ts --token ID:SECRET [--token ...] [--port 8081] [--until-exit PID]";

try {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "8081" },
      token: { type: "string", multiple: true, default: [] },
      "until-exit": { type: "string" },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`--port must be 0 to 65535, not ${values.port}`);
  if (values.token.length === 0) throw new Error(`--token is missing; ${usage}`);
  const lifeline = values["until-exit"];
  if (lifeline !== undefined && !/^[1-9]\d*$/.test(lifeline))
    throw new Error(`--until-exit must be a process ID, not ${lifeline}`);
  const api = await startFakeBotApi({ port, tokens: values.token });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void api.close());
  if (lifeline !== undefined) endWith(Number(lifeline), () => void api.close());
  const bots = values.token.length === 1 ? "1 bot" : `${values.token.length} bots`;
  console.log(`fake Bot API for ${bots} at ${api.url}`);
} catch (error) {
  console.error(`fake Bot API: ${(error as Error).message}`);
  process.exitCode = 1;
}

/** Ends this process when another one is gone: a detached one must not outlive what it is for. */
function endWith(pid: number, end: () => void): void {
  const timer = setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") return; // EPERM: it runs, as somebody else
      clearInterval(timer);
      end();
    }
  }, 1000);
  timer.unref();
}
