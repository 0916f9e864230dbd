// A running command's output as status lines, as `logging` wants it.
import { StringDecoder } from "node:string_decoder";

export interface StatusLines {
  readonly onStdout: (chunk: Buffer) => void;
  readonly onStderr: (chunk: Buffer) => void;
  /** Sends a last line without its newline, and waits until all are sent. */
  readonly end: () => Promise<void>;
}

/**
 * `logging`: "stdout", "stderr", "stdoutAndStderr", or undefined for both; any other word shows nothing.
 * Lines are sent one after the other, so that they stay in order.
 */
export function statusLines(logging: string | undefined, send: (line: string) => Promise<void>): StatusLines {
  const shows = (stream: string) => [undefined, "stdoutAndStderr", stream].includes(logging);
  let sent = Promise.resolve();
  const queue = (line: string) => {
    sent = sent.then(() => send(line.replace(/\r$/, "")));
  };
  const [stdout, stderr] = [lineReader(queue), lineReader(queue)];
  const ignore = () => {};
  return {
    onStdout: shows("stdout") ? stdout.read : ignore,
    onStderr: shows("stderr") ? stderr.read : ignore,
    end: () => {
      stdout.end();
      stderr.end();
      return sent;
    },
  };
}

/** Cuts one stream into lines; what is cut short of a line, or of a character, waits for the stream's next part. */
function lineReader(onLine: (line: string) => void) {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  return {
    read: (chunk: Buffer) => {
      const lines = (rest + decoder.write(chunk)).split("\n");
      rest = lines.pop() ?? "";
      lines.forEach(onLine);
    },
    end: () => {
      if (rest !== "") onLine(rest);
    },
  };
}
