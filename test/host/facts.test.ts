import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { driftOf, parseFacts } from "../../host/facts.ts";

describe("parseFacts", () => {
  it("reads a head and a block a unit, values with = in them too", () => {
    const facts = parseFacts(
      "Run=0a1b2c3d\n\nId=echo.service\nDrift=stopped disabled\nRun=11112222\nLastLine=a=b\n\nId=other.service\nDrift=\nRun=33334444\nLastLine=\n",
    );
    assert.equal(facts?.run, "0a1b2c3d");
    assert.deepEqual(facts?.units.get("echo.service"), {
      Id: "echo.service",
      Drift: "stopped disabled",
      Run: "11112222",
      LastLine: "a=b",
    });
    assert.equal(facts?.units.get("other.service")?.Run, "33334444");
  });

  it("reads the version of systemd, which an older tool doesn't tell", () => {
    assert.equal(parseFacts("Run=0a1b2c3d\nSystemd=252\n")?.systemd, 252);
    for (const head of ["Run=0a1b2c3d\n", "Run=0a1b2c3d\nSystemd=\n", "Run=0a1b2c3d\nSystemd=x\n"]) {
      assert.deepEqual(parseFacts(head), { run: "0a1b2c3d", units: new Map() });
    }
  });

  it("takes silence for a server without the tool", () => assert.equal(parseFacts("\n"), undefined));

  it("refuses an answer that is none of the tool's", () => {
    assert.throws(() => parseFacts("Welcome to box!\n"), new Error('unexpected answer: "Welcome to box!\\n"'));
  });
});

describe("driftOf", () => {
  it("names every difference, in words", () => {
    assert.deepEqual(driftOf({ Drift: "edited stopped disabled" }), [
      "its unit file was edited",
      "it does not run",
      "it is disabled: it would not start at boot",
    ]);
  });

  it("finds none in a unit that is as it was deployed, or was never deployed", () => {
    assert.deepEqual(driftOf({ Drift: "" }), []);
    assert.deepEqual(driftOf({ Drift: "unknown" }), []);
    assert.deepEqual(driftOf(undefined), []);
  });
});
