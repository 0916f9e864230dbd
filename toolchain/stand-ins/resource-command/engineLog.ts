// Messages to the person at the terminal. A provider's own stdout and stderr are hidden, so they go through the engine.
import grpc from "@grpc/grpc-js";
import engineGrpc from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import engine from "@pulumi/pulumi/proto/engine_pb.js";
import { messageLimits } from "../serve.ts";

export type Severity = "info" | "warning" | "error";

const severities = {
  info: engine.LogSeverity.INFO,
  warning: engine.LogSeverity.WARNING,
  error: engine.LogSeverity.ERROR,
} as const;

export interface Log {
  /** Shows a message at the resource `urn`, or at the stack when it is empty. */
  message(severity: Severity, urn: string, text: string): Promise<void>;
  /** Shows a line while it is the newest one of its resource; it isn't kept. */
  status(urn: string, text: string): Promise<void>;
}

export class EngineLog implements Log {
  readonly #client: InstanceType<typeof engineGrpc.EngineClient>;

  constructor(address: string) {
    this.#client = new engineGrpc.EngineClient(address, grpc.credentials.createInsecure(), messageLimits);
  }

  message(severity: Severity, urn: string, text: string): Promise<void> {
    return this.#send(severity, urn, text, false);
  }

  status(urn: string, text: string): Promise<void> {
    return this.#send("info", urn, text, true);
  }

  #send(severity: Severity, urn: string, text: string, ephemeral: boolean): Promise<void> {
    const request = new engine.LogRequest()
      .setSeverity(severities[severity])
      .setUrn(urn)
      .setMessage(text)
      .setEphemeral(ephemeral);
    return new Promise((resolve) => {
      this.#client.log(request, (error) => {
        // The command's own result matters more than a message that an ending engine no longer took.
        if (error) process.stderr.write(`${severity}: ${text} (not shown: ${error.message})\n`);
        resolve();
      });
    });
  }
}
