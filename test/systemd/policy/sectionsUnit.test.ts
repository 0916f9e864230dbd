import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { UnitSections } from "../../../systemd/directives/sections.ts";
import { renderUnit } from "../../../systemd/grammar/renderUnit.ts";
import { lintUnit } from "../../../systemd/lint/lintUnit.ts";
import type { UnitKind } from "../../../systemd/lint/unitKind.ts";
import { sectionsUnit } from "../../../systemd/policy/sectionsUnit.ts";

const kinds: Readonly<Partial<Record<UnitKind, readonly [UnitSections, string]>>> = {
  service: [
    { service: { User: "bot", ExecStart: ["/bin/a", "b c"], Environment: { A: "x y", B: null }, PrivateTmp: true } },
    '[Service]\nUser=bot\nExecStart=/bin/a "b c"\nEnvironment="A=x y"\nPrivateTmp=yes\n',
  ],
  timer: [
    { unit: { Description: "nightly" }, timer: { OnCalendar: ["daily", "Mon 04:00"], Persistent: true } },
    "[Unit]\nDescription=nightly\n\n[Timer]\nOnCalendar=daily\nOnCalendar=Mon 04:00\nPersistent=yes\n",
  ],
  socket: [
    { socket: { ListenStream: [8080, "/run/a.socket"], SocketMode: "0600" }, install: { WantedBy: "sockets.target" } },
    "[Socket]\nListenStream=8080\nListenStream=/run/a.socket\nSocketMode=0600\n\n[Install]\nWantedBy=sockets.target\n",
  ],
  path: [{ path: { PathChanged: "/etc/bots", Unit: "a.service" } }, "[Path]\nPathChanged=/etc/bots\nUnit=a.service\n"],
  slice: [{ slice: { MemoryMax: "1G", CPUWeight: 50 } }, "[Slice]\nMemoryMax=1G\nCPUWeight=50\n"],
  mount: [
    { mount: { What: "/dev/sdb1", Where: "/srv", Options: "noatime" } },
    "[Mount]\nWhat=/dev/sdb1\nWhere=/srv\nOptions=noatime\n",
  ],
  automount: [
    { automount: { Where: "/srv", TimeoutIdleSec: "5min" } },
    "[Automount]\nWhere=/srv\nTimeoutIdleSec=5min\n",
  ],
  swap: [{ swap: { What: "/swapfile", Priority: 5 } }, "[Swap]\nWhat=/swapfile\nPriority=5\n"],
  target: [
    { unit: { Description: "all bots", After: null }, install: { WantedBy: "multi-user.target" } },
    "[Unit]\nDescription=all bots\n\n[Install]\nWantedBy=multi-user.target\n",
  ],
};

describe("sectionsUnit", () => {
  for (const [kind, [sections, text]] of Object.entries(kinds)) {
    it(`gives a ${kind} just the lines that are declared, and no rule minds them`, () => {
      const unit = sectionsUnit(sections);
      assert.equal(renderUnit(unit), text);
      assert.deepEqual(lintUnit(unit, { kind: kind as UnitKind }), []);
    });
  }

  it("lets no value become a line of its own", () => {
    const unit = sectionsUnit({ unit: { Description: "a\n[Service]\nExecStart=/bin/evil" } });
    assert.throws(() => renderUnit(unit), /Description: the value has a line break/);
  });

  it("is typed by section, directive and value", () => {
    const wrong: UnitSections[] = [
      // @ts-expect-error: a directive of a service
      { timer: { ExecStart: "/bin/a" } },
      // @ts-expect-error: no calendar, but a map
      { timer: { OnCalendar: { daily: true } } },
      // @ts-expect-error: a directive of a path unit
      { mount: { PathChanged: "/a" } },
      // @ts-expect-error: only one
      { automount: { Where: ["/a", "/b"] } },
      // @ts-expect-error: not a number
      { swap: { Priority: "first" } },
      // @ts-expect-error: not yes or no
      { path: { MakeDirectory: "often" } },
      // @ts-expect-error: not a directive of a slice
      { slice: { User: "bot" } },
      // @ts-expect-error: targets have no section of their own
      { target: {} },
    ];
    assert.equal(wrong.length, 8);
  });
});
