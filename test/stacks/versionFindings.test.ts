import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseStack } from "../../stacks/loadStack.ts";
import { findingText } from "../../stacks/stackConfigError.ts";
import { versionFindings } from "../../stacks/versionFindings.ts";

const host = (name: string, more = "") =>
  `  ${name}: { address: ${name}.example.net, user: u, hostKey: { config: k }, agent: true${more} }\n`;
const text = `hosts:
${host("old")}${host("new")}${host("declared", ", systemd: 257")}
defaults:
  user: u
  execStart: /bin/a
  service: { MemoryZSwapMax: 1G }
bots:
  one: { host: old, type: notify-reload }
  two: { host: old }
  three: { host: new, type: notify-reload }
  four: { host: declared, type: notify-reload }
  five: { host: old, allow: [newer-directive], type: notify-reload }
`;

describe("versionFindings", () => {
  const found = (versions: readonly (readonly [string, number])[]) =>
    versionFindings(parseStack(text, "s"), new Map(versions)).map(
      (finding) => `${finding.severity}: ${findingText(finding)}`,
    );

  it("are about what is newer than the systemd of the bot's server, each at its place, once", () => {
    assert.deepEqual(
      found([
        ["old", 252],
        ["new", 257],
      ]),
      [
        "error: s:9:14: defaults.service.MemoryZSwapMax: MemoryZSwapMax= came with systemd 253; the server's 252 ignores it (newer-directive)",
        'error: s:11:21: bots.one.type: expected simple, forking, oneshot, dbus, notify, idle or exec, received "notify-reload"; systemd 252 does not know it yet (newer-directive)',
      ],
    );
  });

  it("leave out hosts whose version nobody knows, or whose version the file declares", () => {
    assert.deepEqual(found([]), []);
    assert.deepEqual(
      found([
        ["new", 253],
        ["declared", 245],
      ]),
      [],
    );
  });

  it("repeat nothing that was found before the version was known", () => {
    const stack = parseStack(text.replace("type: notify-reload", "after: syslog.target"), "s");
    assert.equal(stack.warnings.length, 1);
    assert.deepEqual(versionFindings(stack, new Map([["old", 253]])), []);
  });
});
