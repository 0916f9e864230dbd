import assert from "node:assert/strict";
import { describe, test } from "node:test";
import provider from "@pulumi/pulumi/proto/provider_pb.js";
import { checkResource, diffResource } from "../../../../toolchain/stand-ins/resource-command/review.ts";
import { fromStruct, type Properties, secret, toStruct } from "../../../../toolchain/stand-ins/wire.ts";

const urn = "urn:pulumi:dev::p::command:remote:Command::x";
const kinds = provider.PropertyDiff.Kind;

function diffOf(oldInputs: Properties, news: Properties, state: Properties = oldInputs, ignored: string[] = []) {
  const request = new provider.DiffRequest()
    .setUrn(urn)
    .setOldInputs(toStruct(oldInputs))
    .setOlds(toStruct(state))
    .setNews(toStruct(news))
    .setIgnorechangesList(ignored);
  const reply = diffResource(request);
  return {
    changes: reply.getChanges(),
    diffs: reply.getDiffsList(),
    replaces: reply.getReplacesList(),
    detailed: Object.fromEntries([...reply.getDetaileddiffMap().entries()].map(([path, one]) => [path, one.getKind()])),
    hasDetailed: reply.getHasdetaileddiff(),
  };
}

const none = {
  changes: provider.DiffResponse.DiffChanges.DIFF_NONE,
  diffs: [],
  replaces: [],
  detailed: {},
  hasDetailed: true,
};
const some = { ...none, changes: provider.DiffResponse.DiffChanges.DIFF_SOME };

describe("diffResource", () => {
  test("compares inputs with inputs, not with the state", () => {
    assert.deepEqual(diffOf({ stdin: "1" }, { stdin: "1" }, { stdin: "0", stdout: "x" }), none);
  });

  test("updates for every changed input, named once", () => {
    const changed = diffOf({ environment: { A: "1", B: "1" }, dir: "/" }, { environment: { A: "2" }, stdin: "1" });
    assert.deepEqual(changed, {
      ...some,
      diffs: ["dir", "environment", "stdin"],
      detailed: { "environment.A": kinds.UPDATE, "environment.B": kinds.DELETE, dir: kinds.DELETE, stdin: kinds.ADD },
    });
  });

  test("leaves replacement for changed triggers to the SDK", () => {
    const changed = diffOf({ triggers: ["1"] }, { triggers: ["2"] });
    assert.deepEqual(changed, { ...some, diffs: ["triggers"], detailed: { "triggers[0]": kinds.UPDATE } });
  });

  test("replaces when the whole list of triggers comes, goes or becomes secret", () => {
    const replaced = { ...some, diffs: ["triggers"], replaces: ["triggers"] };
    const triggers = ["1"];
    assert.deepEqual(diffOf({}, { triggers }), { ...replaced, detailed: { triggers: kinds.ADD_REPLACE } });
    assert.deepEqual(diffOf({ triggers }, {}), { ...replaced, detailed: { triggers: kinds.DELETE_REPLACE } });
    const hidden = diffOf({ triggers }, { triggers: secret(triggers) });
    assert.deepEqual(hidden, { ...replaced, detailed: { triggers: kinds.UPDATE_REPLACE } });
  });

  test("ignores what it is told to, and the engine's own names", () => {
    assert.deepEqual(diffOf({ stdin: "1" }, { stdin: "2" }, { stdin: "1" }, ["stdin"]), none);
    assert.deepEqual(diffOf({ stdin: "1" }, { stdin: "1", version: "1.2.1", __defaults: [] }), none);
  });
});

describe("checkResource", () => {
  test("names what is wrong without the property, as the engine would print its value", () => {
    const news = toStruct({ connection: { host: "h" }, privateKey: "KEY" });
    const reply = checkResource(new provider.CheckRequest().setUrn(urn).setNews(news));
    assert.deepEqual(
      reply.getFailuresList().map((failure) => failure.toObject()),
      [{ property: "", reason: "Unrecognized field 'privateKey' on 'remote.CommandInputs'" }],
    );
  });

  test("gives back complete inputs", () => {
    const news = toStruct({ connection: secret({ host: "h" }), create: "c" });
    const reply = checkResource(new provider.CheckRequest().setUrn(urn).setNews(news));
    assert.deepEqual(fromStruct(reply.getInputs()), {
      connection: secret({ host: "h", user: "root", port: 22, dialErrorLimit: 10, perDialTimeout: 15 }),
      create: "c",
    });
  });

  test("refuses an asset from a URL", () => {
    const remoteAsset = { "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17", uri: "https://x" };
    const news = toStruct({ connection: { host: "h" }, remotePath: "/x", source: remoteAsset });
    const request = new provider.CheckRequest().setUrn(urn.replace("Command", "CopyToRemote")).setNews(news);
    assert.deepEqual(
      checkResource(request)
        .getFailuresList()
        .map((failure) => failure.getReason()),
      ["asset must be a path-based file asset or a text asset"],
    );
  });
});
