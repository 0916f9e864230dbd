import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ValueType } from "../../../systemd/directives/directive.ts";
import type { UnitSections } from "../../../systemd/directives/sections.ts";
import type { Values } from "../../../systemd/directives/valueShapes.ts";
import { inTheEditor } from "./languageService.ts";

// What follows is a test by its types: `npm run check` fails where an error that is expected doesn't come, or another does.
type Same<A, B> = [A, B] extends [B, A] ? true : false;
export const everyKindHasItsShape: Same<keyof Values, Exclude<ValueType, "choice" | "switch">> = true;

export const right: UnitSections = {
  unit: { Description: "a bot", After: ["network-online.target", "nss-lookup.target"], StartLimitBurst: 5 },
  service: {
    ...{ Type: "exec", ExecStart: ["/opt/bot/bin/python", "bot.py"], ExecStartPre: [["/bin/a", "b"], "-/bin/c"] },
    ...{ Environment: { TZ: "UTC", DEBUG: false, OLD: null }, PrivateTmp: true, ProtectSystem: "strict", Nice: "5" },
    ProtectHostname: "private:bot",
    ...{ MemoryMax: "200M", CPUQuota: "50%", RestartSec: 10, TasksMax: null, LimitNOFILE: 1024, SyslogLevel: 3 },
  },
  timer: { OnCalendar: ["daily", "Mon *-*-* 04:00"], Persistent: "yes" },
  socket: { ListenStream: [80, "/run/a.socket"], BindIPv6Only: "both" },
  slice: { CPUWeight: "idle", ManagedOOMSwap: "kill" },
  install: { WantedBy: "multi-user.target" },
};

export const wrong: UnitSections[] = [
  // @ts-expect-error: an unknown directive
  { service: { MemoryMaximum: "200M" } },
  // @ts-expect-error: a directive of another section
  { unit: { MemoryMax: "200M" } },
  // @ts-expect-error: a section of another spelling
  { Service: {} },
  // @ts-expect-error: not a word of the enumeration
  { service: { Type: "daemon" } },
  // @ts-expect-error: not a number
  { service: { Nice: "high" } },
  // @ts-expect-error: not yes or no
  { service: { RemainAfterExit: "maybe" } },
  // @ts-expect-error: not a percentage
  { service: { CPUQuota: "50" } },
  // @ts-expect-error: only one
  { service: { MemoryMax: ["200M"] } },
  // @ts-expect-error: a directive that systemd ignores in this section
  { socket: { Delegate: true } },
  // @ts-expect-error: a word that only CPUWeight= takes
  { service: { IOWeight: "idle" } },
  // @ts-expect-error: a value deeper than one
  { service: { Environment: { TZ: { name: "UTC" } } } },
];

const unit = (body: string) =>
  `import type { UnitSections } from "../../../systemd/directives/sections.ts";\nexport const unit: UnitSections = { ${body} };`;

describe("the types of sections", () => {
  it("complete the name of a directive in the editor", () => {
    const names = inTheEditor(unit("service: { MemoryM| }")).completions();
    const memory = names?.filter((name) => name.startsWith("MemoryM")).sort();
    assert.deepEqual(memory, ["MemoryMax", "MemoryMin"]);
  });

  it("complete the words of an enumeration", () => {
    const words = inTheEditor(unit('service: { Restart: "|" }')).completions();
    const expected = ["always", "no", "on-abnormal", "on-abort", "on-failure", "on-success", "on-watchdog"];
    assert.deepEqual(words?.sort(), expected);
  });

  it("show what a directive means, its man page and since when it is known", () => {
    const { type, doc } = inTheEditor(unit("service: { Memory|Max: null }")).info();
    assert.equal(type, "(property) CgroupContext.MemoryMax?: string | number | null");
    assert.match(doc, /^Most memory the unit's processes may use together;[\s\S]*systemd\.resource-control\(5\)\.\n?$/);
    const steps = inTheEditor(unit("service: { Restart|Steps: 5 }")).info().doc;
    assert.match(steps, /systemd\.service\(5\)\. Since 254\.\n?$/);
  });

  it("mark an obsolete directive, with what to write instead", () => {
    const { doc } = inTheEditor(unit('service: { Memory|Limit: "1M" }')).info();
    assert.match(doc, /Without effect since 258\.\n@deprecated Obsolete: use MemoryMax\.$/);
  });

  it("refuse a wrong name and a wrong value, and say which was meant", () => {
    assert.deepEqual(inTheEditor(unit('|service: { MemoryMaks: "200M" }')).errors(), [
      "Object literal may only specify known properties, but 'MemoryMaks' does not exist in type 'ServiceSection'. " +
        "Did you mean to write 'MemoryMax'?",
    ]);
    assert.deepEqual(inTheEditor(unit('|service: { Restart: "sometimes", MemoryMax: "200M" }')).errors(), [
      `Type '"sometimes"' is not assignable to type ` +
        `'"no" | "on-success" | "on-failure" | "on-abnormal" | "on-watchdog" | "on-abort" | "always" | null | undefined'.`,
    ]);
    assert.deepEqual(inTheEditor(unit('|service: { MemoryMax: "200M" }')).errors(), []);
  });
});
