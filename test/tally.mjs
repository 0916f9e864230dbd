// A reporter of node:test that counts: its output is the last line of a test run.

/** @param {AsyncIterable<import("node:test/reporters").TestEvent>} source */
export default async function* tally(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (type !== "test:pass" && type !== "test:fail") continue;
    const skipped = data.skip !== undefined && data.skip !== false;
    // The tests of a skipped suite are not reported one by one: it counts as one.
    if (data.details.type === "suite" && !skipped) continue;
    if (skipped) counts.skipped += 1;
    else counts[type === "test:pass" ? "passed" : "failed"] += 1;
  }
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
  yield `${counts.passed} passed, ${counts.failed} failed${skipped}\n`;
}
