import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Change, diff, headOf } from "../../../../toolchain/stand-ins/resource-command/diff.ts";
import { asset, type Properties, secret, unknown } from "../../../../toolchain/stand-ins/wire.ts";

describe("diff", () => {
  const rows: [string, Properties, Properties, Record<string, Change>][] = [
    ["nothing for the same", { a: "1", b: { c: [1] } }, { b: { c: [1] }, a: "1" }, {}],
    ["a changed text", { stdin: "1" }, { stdin: "2" }, { stdin: "update" }],
    ["an added and a removed input", { a: "1" }, { b: "1" }, { a: "delete", b: "add" }],
    ["null as absence", { a: null, b: "1", c: null }, { a: "1", b: null }, { a: "add", b: "delete" }],
    [
      "keys of a map",
      { environment: { A: "1", B: "1", C: "1" } },
      { environment: { A: "2", C: "1", D: "1" } },
      { "environment.A": "update", "environment.B": "delete", "environment.D": "add" },
    ],
    [
      "places of a list",
      { triggers: ["a", "b"] },
      { triggers: ["a", "c", "d"] },
      { "triggers[1]": "update", "triggers[2]": "add" },
    ],
    ["a list that gets shorter", { triggers: ["a", "b"] }, { triggers: ["a"] }, { "triggers[1]": "delete" }],
    ["the whole list, new", {}, { triggers: ["a"] }, { triggers: "add" }],
    [
      "a secret as one value",
      { connection: secret({ host: "a" }) },
      { connection: secret({ host: "b" }) },
      { connection: "update" },
    ],
    ["secretness itself", { stdin: "1" }, { stdin: secret("1") }, { stdin: "update" }],
    ["a list that becomes secret, whole", { triggers: ["a"] }, { triggers: secret(["a"]) }, { triggers: "update" }],
    ["an asset by its hash", { source: asset("a", "0") }, { source: asset("a", "1") }, { source: "update" }],
    ["a value that becomes unknown", { stdin: "1" }, { stdin: unknown }, { stdin: "update" }],
    ["another kind of value", { a: { b: 1 } }, { a: [1] }, { a: "update" }],
    [
      "names that need quotes",
      { e: { "a.b": 1 }, 'x"y': 1 },
      { e: { "a.b": 2 }, 'x"y': 2 },
      { 'e["a.b"]': "update", '["x\\"y"]': "update" },
    ],
  ];
  for (const [rule, before, after, expected] of rows) {
    test(`shows ${rule}`, () => assert.deepEqual(Object.fromEntries(diff(before, after)), expected));
  }
});

describe("headOf", () => {
  for (const [path, head] of [
    ["stdin", "stdin"],
    ["environment.A", "environment"],
    ['environment["a.b"]', "environment"],
    ["triggers[0]", "triggers"],
    ['["x\\"y"].z', 'x"y'],
    ['["a.b"][0]', "a.b"],
  ] as const) {
    test(`of ${path} is ${head}`, () => assert.equal(headOf(path), head));
  }
});
