// What systemd itself says to values, and what we say. Needs systemd-analyze of version 252, but no booted systemd.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import fc from "fast-check";
import { type Directive, directive, directivesOf } from "../../../systemd/directives/directive.ts";
import { reasonFor, reasons, type Verdict } from "./onPurpose.ts";
import { samplesOf } from "./samples.ts";
import { systemdMissing, verdictsOn } from "./systemdVerdicts.ts";

const sections = ["Unit", "Service", "Socket", "Timer", "Path", "Mount", "Automount", "Swap", "Slice"];
// Directives that are checked otherwise than the first of their type and arguments.
const special =
  /^(?:Limit(?:FSIZE|NOFILE|NICE|RTTIME)|MemoryMax|MemorySwapMax|MemoryLow|MountAPIVFS|RebootArgument|Listen.*|ConfigurationDirectory|SetCredential.*|Condition(?:Security|ACPower|FirstBoot)|OnBootSec|PIDFile|What)$/;

const known = sections
  .flatMap((section) => directivesOf(section).map((name) => directive(section, name) ?? assert.fail(name)))
  .filter(({ since, until = 999, type }) => since <= 252 && until > 252 && type !== "removed");

/** One directive of each way to check. */
function representatives(): Directive[] {
  const found = new Map<string, Directive>();
  for (const each of known) {
    const key = [each.type, ...each.args, special.test(each.name) ? `${each.section}.${each.name}` : ""].join(" ");
    if (!found.has(key)) found.set(key, each);
  }
  return [...found.values()];
}

// What systemd would not see as this value at all: white space around it, a line that goes on.
const carried = (text: string) => text !== "" && text.trim() === text && !/(?<!\\)(?:\\\\)*\\$/.test(text);

/** Near misses: a sample with a letter more, less or other, or two samples in one. */
function generated(samples: readonly string[]): string[] {
  const letter = fc.constantFrom(..." ,:.-+/%@~!|=\"'\\0195abKMsxzZ*^_");
  const parts = fc.tuple(fc.constantFrom(...samples), fc.constantFrom(...samples), fc.nat(40), letter, fc.nat(5));
  const value = parts.map(([one, other, place, between, way]) => {
    const at = place % (one.length + 1);
    const rest = [one.slice(at + 1), between + one.slice(at), between + one.slice(at + 1), other.slice(at)];
    return rest[way] === undefined ? `${one}${way === 4 ? " " : between}${other}` : one.slice(0, at) + rest[way];
  });
  return fc.sample(value, { numRuns: 15, seed: 252 });
}

describe("systemd", { skip: systemdMissing() }, () => {
  const chosen = representatives();
  let verdicts: Verdict[] = [];
  before(() => {
    const values = chosen.flatMap((each) => {
      const samples = samplesOf(each.type);
      const texts = new Set([...samples, ...generated(samples)].filter(carried));
      return Array.from(texts, (text) => [each, text] as const);
    });
    verdicts = verdictsOn(values);
  });

  const differing = ({ ours, theirs }: Verdict) => (ours === undefined) !== (theirs === undefined);

  for (const each of chosen) {
    it(`says the same as we to values of ${each.name}= (${[each.type, ...each.args].join(" ")})`, () => {
      const own = verdicts.filter((verdict) => verdict.directive === each);
      const differences = own.filter((verdict) => differing(verdict) && reasonFor(verdict) === undefined);
      assert.ok(own.length >= 10);
      assert.deepEqual(differences, []);
    });
  }

  it("differs from us for the reasons that are given, and for each of them", () => {
    const given = new Set(verdicts.filter(differing).map(reasonFor));
    assert.deepEqual(
      reasons.filter((reason) => !given.has(reason)),
      [],
    );
  });

  it("takes the empty value back, or minds it, where we say so", () => {
    const empty = verdictsOn(known.map((each) => [each, ""]));
    const differences = empty.filter((verdict) => differing(verdict) && reasonFor(verdict) === undefined);
    assert.deepEqual(
      differences.map(({ directive: { section, name }, theirs }) => `${section}.${name}: ${theirs}`),
      [],
    );
  });
});
