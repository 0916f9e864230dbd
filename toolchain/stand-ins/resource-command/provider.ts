// The gRPC side of the provider: requests in, operations on plain properties, replies out. What it leaves out answers
// UNIMPLEMENTED, as the official provider does for Handshake and DiffConfig.
import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import plugin from "@pulumi/pulumi/proto/plugin_pb.js";
import provider from "@pulumi/pulumi/proto/provider_pb.js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import { unary } from "../serve.ts";
import { fromStruct, type Properties, reveal, toStruct } from "../wire.ts";
import { check } from "./check.ts";
import { EngineLog } from "./engineLog.ts";
import { runLocal } from "./localCommand.ts";
import { create, remove, resourceOf, update } from "./operations.ts";
import { checkFailure, checkResource, diffResource, withIgnored } from "./review.ts";
import { functions, shapeOf } from "./schema.ts";
import type { Task } from "./task.ts";

/** The official provider's version that this one stands in for. */
export const version = "1.2.1";

const notice = `pulumi-resource-command ${version}: service-unit's stand-in (the official plugin was not found)`;

export class CommandProvider {
  #log: EngineLog | undefined;
  #noticed = false;
  readonly #cancelled = new AbortController();

  /** `engineAddress`: undefined until the engine attaches. */
  constructor(engineAddress: string | undefined) {
    if (engineAddress !== undefined) this.#log = new EngineLog(engineAddress);
  }

  /** Ends what runs on this machine, and dialling; a remote command that runs already is left to its end. */
  cancel(): void {
    this.#cancelled.abort();
  }

  /** The gRPC service's methods. */
  get implementation(): UntypedServiceImplementation {
    return {
      getPluginInfo: unary(() => new plugin.PluginInfo().setVersion(version)),
      checkConfig: unary((request: provider.CheckRequest) => new provider.CheckResponse().setInputs(request.getNews())),
      configure: unary(configure),
      check: unary(checkResource),
      diff: unary(diffResource),
      create: unary((request: provider.CreateRequest) => this.#create(request)),
      read: unary(read),
      update: unary((request: provider.UpdateRequest) => this.#update(request)),
      delete: unary((request: provider.DeleteRequest) => this.#delete(request)),
      invoke: unary((request: provider.InvokeRequest) => invoke(request, this.#task("", 0))),
      cancel: unary(() => {
        this.cancel();
        return new empty.Empty();
      }),
      attach: unary((request: plugin.PluginAttach) => {
        this.#log = new EngineLog(request.getAddress());
        return new empty.Empty();
      }),
    };
  }

  async #create(request: provider.CreateRequest): Promise<provider.CreateResponse> {
    if (!request.getPreview()) await this.#notice();
    const task = this.#task(request.getUrn(), request.getTimeout());
    const { id, properties } = await create(resourceOf(request), fromStruct(request.getProperties()), task);
    return new provider.CreateResponse().setId(id).setProperties(toStruct(properties));
  }

  async #update(request: provider.UpdateRequest): Promise<provider.UpdateResponse> {
    if (!request.getPreview()) await this.#notice();
    const state = fromStruct(request.getOlds());
    const news = withIgnored(fromStruct(request.getNews()), state, request.getIgnorechangesList());
    const task = this.#task(request.getUrn(), request.getTimeout());
    const properties = await update(resourceOf(request), state, news, task);
    return new provider.UpdateResponse().setProperties(toStruct(properties));
  }

  async #delete(request: provider.DeleteRequest): Promise<empty.Empty> {
    await this.#notice();
    const task = this.#task(request.getUrn(), request.getTimeout());
    await remove(resourceOf(request), fromStruct(request.getProperties()), task);
    return new empty.Empty();
  }

  /** Says once, when the first real thing is done, who does it: silent in previews and in runs that change nothing. */
  async #notice(): Promise<void> {
    if (this.#noticed) return;
    this.#noticed = true;
    await this.#log?.message("info", "", notice);
  }

  /** `seconds`: the resource's custom timeout; 0 = none. */
  #task(urn: string, seconds: number): Task {
    if (this.#log === undefined) throw new Error("no engine is attached");
    const limit = seconds > 0 ? [AbortSignal.timeout(seconds * 1000)] : [];
    return { urn, log: this.#log, signal: AbortSignal.any([this.#cancelled.signal, ...limit]) };
  }
}

const configure = () =>
  new provider.ConfigureResponse()
    .setAcceptsecrets(true)
    .setSupportspreview(true)
    .setAcceptresources(true)
    .setAcceptoutputs(true);

const read = (request: provider.ReadRequest) =>
  new provider.ReadResponse()
    .setId(request.getId())
    .setProperties(request.getProperties())
    .setInputs(request.getInputs());

async function invoke(request: provider.InvokeRequest, task: Task): Promise<provider.InvokeResponse> {
  const { inputs, failures } = check(shapeOf(functions, "Invoke", request.getTok()), fromStruct(request.getArgs()));
  if (failures.length > 0) return new provider.InvokeResponse().setFailuresList(failures.map(checkFailure));
  const revealed = reveal(inputs) as Properties;
  const outputs = await runLocal(String(revealed.command), revealed, { stdout: "", stderr: "" }, task);
  return new provider.InvokeResponse().setReturn(toStruct({ ...inputs, ...outputs }));
}
