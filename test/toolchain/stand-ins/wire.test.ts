import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  archive,
  asset,
  equal,
  fromStruct,
  isPlainObject,
  isUnknown,
  mapSecret,
  reveal,
  secret,
  toStruct,
  unknown,
  type Value,
} from "../../../toolchain/stand-ins/wire.ts";

describe("the wire format", () => {
  test("is the engine's: a secret, a file asset, an archive", () => {
    assert.deepEqual(secret("x"), {
      "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
      value: "x",
    });
    assert.deepEqual(asset("a/b", "00"), {
      "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17",
      hash: "00",
      path: "a/b",
    });
    assert.deepEqual(archive({ b: asset("a/b", "00") }, "01"), {
      "4dabf18193072939515e22adb298388d": "0def7320c3a5731c473e5ecbe6d01bc7",
      hash: "01",
      assets: { b: asset("a/b", "00") },
    });
  });

  test("goes through a Struct unchanged", () => {
    const properties = { a: secret({ n: 1.5, list: [true, null, "ü"] }), b: unknown, c: {} };
    assert.deepEqual(fromStruct(toStruct(properties)), properties);
    assert.deepEqual(fromStruct(undefined), {});
  });

  test("marks a secret once", () => {
    assert.deepEqual(secret(secret("x")), secret("x"));
  });

  test("reveals secrets at any depth, and leaves the rest", () => {
    const file = asset("p", "00");
    assert.deepEqual(reveal(secret({ a: [secret("x"), 1], f: file })), { a: ["x", 1], f: file });
  });

  test("changes what is below a secret mark, and keeps the mark", () => {
    assert.deepEqual(
      mapSecret(secret("x"), (inner) => `${inner}!`),
      secret("x!"),
    );
    assert.equal(
      mapSecret("x", (inner) => `${inner}!`),
      "x!",
    );
  });

  test("knows an unknown, below a secret mark too", () => {
    assert.equal(isUnknown(unknown), true);
    assert.equal(isUnknown(secret(unknown)), true);
    assert.equal(isUnknown("text"), false);
    assert.equal(isUnknown(undefined), false);
  });

  test("tells the program's objects from marks", () => {
    assert.equal(isPlainObject({ a: 1 }), true);
    assert.equal(isPlainObject(secret("x")), false);
    assert.equal(isPlainObject([]), false);
    assert.equal(isPlainObject(null), false);
  });
});

describe("equal", () => {
  const rows: [string, Value, Value, boolean][] = [
    ["a secret is not its value", secret("x"), "x", false],
    ["secrets by their values", secret({ a: 1 }), secret({ a: 1 }), true],
    ["secrets of other values differ", secret("x"), secret("y"), false],
    ["assets by hash, whatever contents came along", asset("a", "00"), { ...asset("a", "00"), path: "b" }, true],
    ["assets of other hashes differ", asset("a", "00"), asset("a", "01"), false],
    ["an asset is not an archive", asset("a", "00"), archive({}, "00"), false],
    ["lists by order", [1, 2], [2, 1], false],
    ["lists by length", [1], [1, 1], false],
    ["objects without order", { a: 1, b: 2 }, { b: 2, a: 1 }, true],
    ["null in an object is absence", { a: 1, b: null }, { a: 1 }, true],
    ["a longer object differs", { a: 1 }, { a: 1, b: 2 }, false],
    ["a number is not its text", 1, "1", false],
    ["an empty list is not an empty object", [], {}, false],
  ];
  for (const [rule, a, b, expected] of rows) {
    test(rule, () => {
      assert.equal(equal(a, b), expected);
      assert.equal(equal(b, a), expected);
    });
  }
});
