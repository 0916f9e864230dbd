// The stand-in for pulumi-resource-command: commands on this machine and over SSH, where the official plugin isn't to be had.
import providerGrpc from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import { engineAddress, serve } from "../serve.ts";
import { CommandProvider } from "./provider.ts";

const engine = engineAddress();
const provider = new CommandProvider(engine);
const onExit = () => provider.cancel();
// Not top-level await: the bundle is CommonJS.
serve(providerGrpc.ResourceProviderService, provider.implementation, { engineAddress: engine, onExit }).catch(
  (error: Error) => {
    process.stderr.write(`pulumi-resource-command: ${error.message}\n`);
    process.exitCode = 1;
  },
);
