// The stand-in for pulumi-language-nodejs: serves the engine's LanguageRuntime for Node programs. What it leaves out
// (code generation, packing, plugins written in Node) answers UNIMPLEMENTED.
import type { handleServerStreamingCall, UntypedServiceImplementation } from "@grpc/grpc-js";
import grpc from "@grpc/grpc-js";
import languageGrpc from "@pulumi/pulumi/proto/language_grpc_pb.js";
import language from "@pulumi/pulumi/proto/language_pb.js";
import plugin from "@pulumi/pulumi/proto/plugin_pb.js";
import sdk from "@pulumi/pulumi/version.js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import { engineAddress, serve, unary } from "../serve.ts";
import { installDependencies } from "./installDependencies.ts";
import type { ProgramRun } from "./nodeCommand.ts";
import { installedPackages, programDependencies, providerPackages } from "./packages.ts";
import { ProgramProcess } from "./programProcess.ts";
import { runProgram } from "./runProgram.ts";
import { runtimeOptions } from "./runtimeOptions.ts";

const standInNotice = `pulumi-language-nodejs ${sdk.version}: service-unit's stand-in (the official plugin was not found)`;

const program = new ProgramProcess();
const engine = engineAddress();

const getPluginInfo = unary(() => new plugin.PluginInfo().setVersion(sdk.version));

const getRequiredPackages = unary((request: language.GetRequiredPackagesRequest) => {
  const packages = providerPackages(installedPackages(programDirectoryOf(request))).map(({ name, version, server }) =>
    new plugin.PackageDependency().setName(name).setKind("resource").setVersion(version).setServer(server),
  );
  return new language.GetRequiredPackagesResponse().setPackagesList(packages);
});

// The engine asks this in every preview and update, so the package manager's version is not looked up: that is a
// process of 0.15 s and more for a line that only `pulumi about` shows.
const about = unary(() => {
  const response = new language.AboutResponse().setExecutable(process.execPath).setVersion(process.version);
  response.getMetadataMap().set("packagemanager", "npm").set("language host", standInNotice);
  return response;
});

const getProgramDependencies = unary((request: language.GetProgramDependenciesRequest) => {
  const found = programDependencies(programDirectoryOf(request), request.getTransitivedependencies());
  return new language.GetProgramDependenciesResponse().setDependenciesList(
    found.map(({ name, version }) => new language.DependencyInfo().setName(name).setVersion(version)),
  );
});

const install: handleServerStreamingCall<
  language.InstallDependenciesRequest,
  language.InstallDependenciesResponse
> = async (call) => {
  try {
    const options = runtimeOptions(optionsOf(call.request));
    await installDependencies(programDirectoryOf(call.request), options, (name, piece) => {
      const response = new language.InstallDependenciesResponse();
      call.write(name === "stdout" ? response.setStdout(piece) : response.setStderr(piece));
    });
    call.end();
  } catch (error) {
    call.emit("error", { code: grpc.status.UNKNOWN, details: (error as Error).message });
  }
};

const run = unary(async (request: language.RunRequest) => {
  if (request.getAttachDebugger()) {
    return new language.RunResponse().setError("this stand-in for pulumi-language-nodejs can't attach a debugger");
  }
  // An update runs the program twice, for its preview and for itself: say it once. Lines on stdout become messages.
  if (!request.getDryrun()) process.stdout.write(`${standInNotice}\n`);
  const outcome = await runProgram(programRunOf(request), optionsOf(request), program);
  return new language.RunResponse().setError(outcome.error ?? "").setBail(outcome.bail ?? false);
});

// The engine calls this at every normal end too, when there is nothing left to stop. It doesn't wait for the answer's
// sake: a program that takes its time would hold up everything else that has to be cancelled.
const cancel = unary(() => {
  void program.stop();
  return new empty.Empty();
});

function programRunOf(request: language.RunRequest): ProgramRun {
  return {
    organization: request.getOrganization(),
    project: request.getProject(),
    stack: request.getStack(),
    rootDirectory: request.getInfo()?.getRootDirectory() ?? "",
    programDirectory: programDirectoryOf(request),
    entryPoint: request.getInfo()?.getEntryPoint() ?? ".",
    args: request.getArgsList(),
    dryRun: request.getDryrun(),
    parallel: request.getParallel(),
    monitorAddress: request.getMonitorAddress(),
    engineAddress: engine ?? "",
    config: request.getConfigMap().getEntryList(),
    secretKeys: request.getConfigsecretkeysList(),
  };
}

interface AboutAProgram {
  getInfo(): language.ProgramInfo | undefined;
}

function programDirectoryOf(request: AboutAProgram): string {
  return request.getInfo()?.getProgramDirectory() || process.cwd();
}

function optionsOf(request: AboutAProgram): Readonly<Record<string, unknown>> {
  return request.getInfo()?.getOptions()?.toJavaScript() ?? {};
}

const implementation: UntypedServiceImplementation = {
  getPluginInfo,
  getRequiredPackages,
  about,
  getProgramDependencies,
  installDependencies: install,
  handshake: unary(() => new language.LanguageHandshakeResponse()),
  run,
  cancel,
};

void serve(languageGrpc.LanguageRuntimeService, implementation, {
  engineAddress: engine,
  onExit: () => program.stop(),
});
