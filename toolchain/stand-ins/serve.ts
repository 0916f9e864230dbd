// The part of the plugin protocol that a language host and a provider share: how the engine starts them,
// learns their port, and ends them.

import type { handleUnaryCall, ServiceDefinition, UntypedServiceImplementation } from "@grpc/grpc-js";
import grpc from "@grpc/grpc-js";

/** Both ends of the engine's protocol allow messages up to 400 MiB, grpc-js only 4 by itself. */
export const messageLimits = {
  "grpc.max_receive_message_length": 400 * 1024 * 1024,
  "grpc.max_send_message_length": 400 * 1024 * 1024,
};

export interface ServeOptions {
  /** The engine's address; without one (attached by hand) the plugin outlives its stdin. */
  readonly engineAddress: string | undefined;
  /** Ends what must not outlive the plugin, such as children. Default: nothing. */
  readonly onExit?: () => void | Promise<void>;
}

/**
 * Where the engine listens: the last argument, after `--logtostderr -v=N --tracing URL`.
 * Undefined when the plugin was started by hand.
 */
export function engineAddress(args: readonly string[] = process.argv.slice(2)): string | undefined {
  const last = args.at(-1);
  return last === undefined || last.startsWith("-") || args.at(-2) === "--tracing" ? undefined : last;
}

/**
 * Serves on a free loopback port and prints it: one line, the first that stdout may carry. Ends the process on SIGINT,
 * SIGTERM and, when the engine started it, at the end of stdin: that pipe is all that tells of a killed engine.
 * Methods that `implementation` lacks answer UNIMPLEMENTED.
 */
export async function serve(
  service: ServiceDefinition,
  implementation: UntypedServiceImplementation,
  options: ServeOptions,
): Promise<void> {
  const server = new grpc.Server(messageLimits);
  server.addService(service, implementation);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  exitWithEngine(options);
  process.stdout.write(`${port}\n`);
}

/** Answers a call with one message; what `answer` throws becomes the call's error. */
export function unary<Request, Response>(
  answer: (request: Request) => Response | Promise<Response>,
): handleUnaryCall<Request, Response> {
  return async (call, reply) => {
    try {
      reply(null, await answer(call.request));
    } catch (error) {
      reply({ code: grpc.status.UNKNOWN, details: (error as Error).message });
    }
  };
}

function exitWithEngine({ engineAddress, onExit }: ServeOptions): void {
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    try {
      await onExit?.();
    } finally {
      process.exit(0);
    }
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
  // A killed engine also closes the reading end of stdout and stderr.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", end);
  if (engineAddress === undefined) return;
  process.stdin.on("end", end);
  process.stdin.on("error", end);
  process.stdin.resume();
}
