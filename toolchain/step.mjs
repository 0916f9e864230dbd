// Steps that take time say what they do, how long they have been at it, and, when they fail, what to do next.
import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { createInterface } from "node:readline";

/** Something a person has to mend: `message` says what is wrong, `advice` what to do next. */
export class SetupError extends Error {
  /**
   * @param {string} message
   * @param {string} advice
   */
  constructor(message, advice) {
    super(message);
    this.name = "SetupError";
    this.advice = advice;
  }
}

/** @param {number} since Milliseconds, as Date.now() gives them. */
const elapsed = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** @typedef {(detail: string) => void} Progress Tells what a step is at just now. */

/**
 * Runs `action` and shows `text` with the elapsed time: on a terminal in one line that is kept current,
 * elsewhere (CI logs) as a line at the start, one each half minute, and one at the end.
 * `progress` given to the action adds a detail to that line.
 * @template T
 * @param {string} text
 * @param {(progress: Progress) => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function step(text, action) {
  const out = process.stderr;
  const since = Date.now();
  let detail = "";
  const line = () => `  ${text}${detail && `: ${detail}`} (${elapsed(since)})`;
  if (!out.isTTY) out.write(`  ${text} ...\n`);
  const draw = () => out.write(out.isTTY ? `\r\x1b[K${line().slice(0, (out.columns || 80) - 1)}` : `${line()} ...\n`);
  const timer = setInterval(draw, out.isTTY ? 200 : 30_000);
  const end = (/** @type {string} */ mark) => {
    clearInterval(timer);
    out.write(`${out.isTTY ? "\r\x1b[K" : ""}${mark} ${text} (${elapsed(since)})\n`);
  };
  try {
    const result = await action((news) => {
      detail = news;
    });
    end("✓");
    return result;
  } catch (error) {
    end("✗");
    throw error;
  }
}

/**
 * Runs a program to its end with its output in a log file; what it prints goes line by line to `onLine`. Ctrl-C is for
 * the program, and its end is waited for: a next run must not meet one that is still at work. It gets a second for that.
 * @param {string} command
 * @param {string[]} args
 * @param {{ log: string, advice: string, cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void }} options
 * @returns {Promise<void>}
 * @throws {SetupError} with the end of the log, when the program can't be started or exits with another code than 0.
 */
export function runLogged(command, args, { log, advice, cwd, env, onLine }) {
  mkdirSync(dirname(log), { recursive: true });
  const file = createWriteStream(log);
  const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let interrupted = false;
  const onInterrupt = () => {
    interrupted = true;
    setTimeout(() => child.kill("SIGKILL"), 1000).unref();
  };
  process.on("SIGINT", onInterrupt);
  /** @type {Promise<void>} */
  const ended = new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ why) =>
      file.end(() => {
        const tail = readFileSync(log, "utf8").trimEnd().split("\n").slice(-15).join("\n    ");
        reject(new SetupError(`${command} ${why}. The end of ${log}:\n    ${tail}`, advice));
      });
    for (const stream of [child.stdout, child.stderr]) {
      stream.pipe(file, { end: false });
      if (onLine) createInterface({ input: stream }).on("line", onLine);
    }
    child.on("error", (error) => fail(`could not be started (${error.message})`));
    child.on("close", (code, signal) => {
      if (interrupted) file.end(() => reject(new SetupError("interrupted", "run this again: what is done is done")));
      else if (code === 0) file.end(() => resolve());
      else fail(signal ? `was ended by ${signal}` : `failed with exit code ${code}`);
    });
  });
  return ended.finally(() => process.off("SIGINT", onInterrupt));
}

/**
 * The end of the road for an error: what a person can mend is printed without a stack trace.
 * @param {unknown} error
 * @returns {never}
 */
export function reportAndExit(error) {
  if (error instanceof SetupError) process.stderr.write(`\nerror: ${error.message}\nnext:  ${error.advice}\n`);
  else process.stderr.write(`\n${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
}
