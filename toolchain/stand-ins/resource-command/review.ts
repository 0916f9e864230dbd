// Check and Diff: what a preview shows.
import provider from "@pulumi/pulumi/proto/provider_pb.js";
import { fromStruct, type Properties, toStruct } from "../wire.ts";
import { check, type Failure } from "./check.ts";
import { sourceFailures } from "./copyToRemote.ts";
import { diff, headOf } from "./diff.ts";
import { resourceOf } from "./operations.ts";
import { resources, shapeOf } from "./schema.ts";

export function checkResource(request: provider.CheckRequest): provider.CheckResponse {
  const shape = shapeOf(resources, "Resource", resourceOf(request).type);
  const { inputs, failures } = check(shape, fromStruct(request.getNews()));
  const all = failures.length === 0 ? sourceFailures(inputs) : failures;
  return new provider.CheckResponse().setInputs(toStruct(inputs)).setFailuresList(all.map(checkFailure));
}

/** Without the property: the engine would print its value, which may be a key. The reason names it. */
export const checkFailure = ({ reason }: Failure) => new provider.CheckFailure().setReason(reason);

const kinds = provider.PropertyDiff.Kind;

export function diffResource(request: provider.DiffRequest): provider.DiffResponse {
  const state = fromStruct(request.getOlds());
  const given = withIgnored(fromStruct(request.getNews()), state, request.getIgnorechangesList());
  const changes = diff(fromStruct(request.getOldInputs()), withoutEngineNames(given));
  const response = new provider.DiffResponse()
    .setChanges(provider.DiffResponse.DiffChanges[changes.size > 0 ? "DIFF_SOME" : "DIFF_NONE"])
    .setDiffsList([...new Set([...changes.keys()].map(headOf))])
    .setHasdetaileddiff(true);
  // Changes within the list become replacements in the engine, by the SDK's replaceOnChanges.
  if (changes.has("triggers")) response.setReplacesList(["triggers"]);
  for (const [path, change] of changes) {
    const name = change.toUpperCase() as "ADD" | "DELETE" | "UPDATE";
    const kind = path === "triggers" ? kinds[`${name}_REPLACE`] : kinds[name];
    response.getDetaileddiffMap().set(path, new provider.PropertyDiff().setKind(kind));
  }
  return response;
}

const withoutEngineNames = (inputs: Properties): Properties =>
  Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== "version" && !name.startsWith("__")));

/** Puts the state's values in place of inputs whose changes are to be ignored. */
export function withIgnored(news: Properties, state: Properties, ignored: readonly string[]): Properties {
  const kept = ignored.filter((name) => Object.hasOwn(state, name)).map((name) => [name, state[name] ?? null]);
  return { ...news, ...Object.fromEntries(kept) };
}
