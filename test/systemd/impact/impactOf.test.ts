import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Action, type ImpactOptions, impactOf } from "../../../systemd/impact/impactOf.ts";
import { impactText } from "../../../systemd/impact/impactText.ts";
import { processFingerprint } from "../../../systemd/impact/processFingerprint.ts";
import type { Entry, Unit } from "../../../systemd/unit.ts";

const bot: Unit = [
  { name: "Unit", entries: [["Description", "a bot"]] },
  {
    name: "Service",
    entries: [
      ["User", "bot"],
      ["ExecStart", "/opt/bot"],
    ],
  },
  { name: "Install", entries: [["WantedBy", "multi-user.target"]] },
];

/** The unit with one more line at the end of a section, which is made when it isn't there. */
function plus(unit: Unit, name: string, ...added: Entry[]): Unit {
  const there = unit.some((section) => section.name === name);
  return there
    ? unit.map((section) => (section.name === name ? { name, entries: [...section.entries, ...added] } : section))
    : [...unit, { name, entries: added }];
}

const only = (name: string, ...entries: Entry[]): Unit => [{ name, entries }];

describe("impactOf", () => {
  for (const [what, section, entry, actions] of [
    ["a comment", "Service", ["#", " why"], []],
    ["a blank line", "Service", ["", ""], []],
    ["what begins with X-", "Service", ["X-Owner", "me"], []],
    ["a section that begins with X-", "X-Mine", ["Key", "value"], []],
    ["a directive without effect", "Service", ["SysVStartPriority", "5"], []],
    ["a description", "Unit", ["Description", "b"], ["daemon-reload"]],
    ["a dependency", "Unit", ["After", "a.service"], ["daemon-reload"]],
    ["a condition", "Unit", ["ConditionPathExists", "/a"], ["daemon-reload"]],
    ["a condition of tomorrow", "Unit", ["ConditionMoonPhase", "full"], ["daemon-reload"]],
    ["a start limit", "Unit", ["StartLimitBurst", "3"], ["daemon-reload"]],
    ["a shared namespace", "Unit", ["JoinsNamespaceOf", "a.service"], ["daemon-reload", "restart"]],
    ["a restart policy", "Service", ["Restart", "always"], ["daemon-reload"]],
    ["a stop timeout", "Service", ["TimeoutStopSec", "5"], ["daemon-reload"]],
    ["a signal", "Service", ["KillSignal", "SIGINT"], ["daemon-reload"]],
    ["a memory limit", "Service", ["MemoryMax", "1G"], ["daemon-reload"]],
    ["a network filter", "Service", ["IPAddressDeny", "any"], ["daemon-reload"]],
    ["accounting", "Service", ["CPUAccounting", "yes"], ["daemon-reload"]],
    ["a reload command", "Service", ["ExecReload", "/bin/true"], ["daemon-reload"]],
    ["links", "Install", ["Alias", "b.service"], ["reenable", "daemon-reload"]],
    ["links of tomorrow", "Install", ["UpheldUntil", "b.service"], ["reenable", "daemon-reload"]],
    ["the command", "Service", ["ExecStart", "/opt/other"], ["daemon-reload", "restart"]],
    ["a variable", "Service", ["Environment", "A=1"], ["daemon-reload", "restart"]],
    ["a sandbox", "Service", ["ProtectSystem", "strict"], ["daemon-reload", "restart"]],
    ["a resource limit of the process", "Service", ["LimitNOFILE", "5"], ["daemon-reload", "restart"]],
    ["the slice", "Service", ["Slice", "a.slice"], ["daemon-reload", "restart"]],
    ["a delegated control group", "Service", ["Delegate", "yes"], ["daemon-reload", "restart"]],
    ["what nobody knows", "Service", ["Frobnicate", "yes"], ["daemon-reload", "restart"]],
    ["a section that nobody knows", "Sercive", ["User", "a"], ["daemon-reload", "restart"]],
    ["a section of another kind", "Timer", ["OnCalendar", "daily"], ["daemon-reload", "restart"]],
  ] as const) {
    it(`wants for ${what}: ${actions.join(", ") || "nothing"}`, () => {
      assert.deepEqual(impactOf(bot, plus(bot, section, [...entry])).actions, actions);
      assert.deepEqual(impactOf(plus(bot, section, [...entry]), bot).actions, actions, "when it goes away");
    });
  }

  for (const [what, before, after, actions] of [
    ["a socket's port", ["Socket", "ListenStream", "1"], "2", ["daemon-reload", "stop-service", "restart"]],
    ["a socket's limit", ["Socket", "MaxConnections", "1"], "2", ["daemon-reload"]],
    ["a timer's time", ["Timer", "OnCalendar", "daily"], "hourly", ["daemon-reload"]],
    ["a watched path", ["Path", "PathExists", "/a"], "/b", ["daemon-reload"]],
    ["a folder that a path unit makes", ["Path", "MakeDirectory", "no"], "yes", ["daemon-reload", "restart"]],
    ["a mount's options", ["Mount", "Options", "rw"], "ro", ["daemon-reload", "reload"]],
    ["what is mounted", ["Mount", "What", "/dev/a"], "/dev/b", ["daemon-reload", "restart"]],
    ["how it is unmounted", ["Mount", "LazyUnmount", "no"], "yes", ["daemon-reload"]],
    ["an automount's place", ["Automount", "Where", "/a"], "/b", ["daemon-reload", "restart"]],
    ["a swap's priority", ["Swap", "Priority", "1"], "2", ["daemon-reload", "restart"]],
    ["a slice's limit", ["Slice", "MemoryMax", "1G"], "2G", ["daemon-reload"]],
    ["what nobody knows of a slice", ["Slice", "Frobnicate", "1"], "2", ["daemon-reload"]],
    ["a target's dependency", ["Unit", "Wants", "a.service"], "b.service", ["daemon-reload"]],
    ["what nobody knows of a target", ["Unit", "Frobnicate", "1"], "2", ["daemon-reload"]],
  ] as const) {
    it(`wants for ${what}: ${actions.join(", ")}`, () => {
      const [section, directive, value] = before;
      const impact = impactOf(only(section, [directive, value]), only(section, [directive, after]));
      assert.deepEqual(impact.actions, actions);
    });
  }

  it("takes a drop-in without a section of its own for what its name says", () => {
    const change = [only("Unit", ["Frobnicate", "1"]), only("Unit", ["Frobnicate", "2"])] as const;
    assert.deepEqual(impactOf(...change, { kind: "service" }).actions, ["daemon-reload", "restart"]);
  });

  it("does all that several changes want, once each, in the order in which it has to be done", () => {
    const changed = plus(plus(bot, "Install", ["Also", "b.service"]), "Service", ["MemoryMax", "1G"], ["Nice", "5"]);
    assert.deepEqual(impactOf(bot, changed), {
      actions: ["reenable", "daemon-reload", "restart"],
      decidedBy: [
        {
          section: "Service",
          directive: "MemoryMax",
          action: "daemon-reload",
          why: "systemd applies it to the running control group",
        },
        { section: "Service", directive: "Nice", action: "restart", why: "a process gets it at its start" },
        {
          section: "Install",
          directive: "Also",
          action: "reenable",
          why: "the links of an enabled unit come from it",
        },
      ],
    });
  });

  it("installs and starts a unit that was not there, and has no links to make without [Install]", () => {
    assert.deepEqual(impactOf(undefined, bot).actions, ["reenable", "daemon-reload", "start"]);
    assert.deepEqual(impactOf(undefined, only("Service", ["ExecStart", "/a"])).actions, ["daemon-reload", "start"]);
  });

  it("stops and disables a unit that goes away, while its file is still there", () => {
    assert.deepEqual(impactOf(bot, undefined), {
      actions: ["stop", "disable", "daemon-reload"],
      decidedBy: [{ section: "Unit", directive: "", action: "stop", why: "the unit is no longer there" }],
    });
  });

  it("has nothing to do where there was nothing and is nothing", () => {
    assert.deepEqual(impactOf(undefined, undefined), { actions: [], decidedBy: [] });
  });

  for (const [onChange, section, entry, actions] of [
    ["reload", "Service", ["Environment", "A=1"], ["daemon-reload", "reload"]],
    ["none", "Service", ["Environment", "A=1"], ["daemon-reload"]],
    ["reload", "Service", ["MemoryMax", "1G"], ["daemon-reload"]],
    ["none", "Service", ["#", "x"], []],
    ["none", "Install", ["Alias", "b.service"], ["reenable", "daemon-reload"]],
    ["restart", "Service", ["Environment", "A=1"], ["daemon-reload", "restart"]],
  ] as const) {
    it(`with onChange ${onChange} wants for ${entry[0]}: ${actions.join(", ") || "nothing"}`, () => {
      assert.deepEqual(impactOf(bot, plus(bot, section, [...entry]), { onChange }).actions, actions);
    });
  }

  it("says that it was onChange", () => {
    assert.deepEqual(impactOf(bot, plus(bot, "Service", ["Nice", "5"]), { onChange: "none" }).decidedBy, [
      {
        section: "Service",
        directive: "Nice",
        action: "daemon-reload",
        why: "a process gets it at its start, and onChange is none",
      },
    ]);
  });

  it("wants a restart just where the fingerprint of the process is another", () => {
    const sections = fc.constantFrom("Unit", "Service", "Install", "X-A", "Odd");
    const names = ["After", "JoinsNamespaceOf", "User", "MemoryMax", "TimeoutSec", "Environment", "Alias", "X-B", "#"];
    const entries = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom("", "a", "b")), { maxLength: 4 });
    const units = fc.array(fc.record({ name: sections, entries }), { maxLength: 4 });
    // Of one kind, as two texts of one bot are.
    const services = units.map((unit): Unit => [...only("Service", ["ExecStart", "/a"]), ...unit]);
    let restarts = 0;
    fc.assert(
      fc.property(services, services, (before, after) => {
        const restart = impactOf(before, after).actions.includes("restart");
        assert.equal(restart, processFingerprint(before) !== processFingerprint(after));
        restarts += Number(restart);
      }),
      { seed: 20261124, numRuns: 1000 },
    );
    assert.ok(restarts > 200 && restarts < 1000, String(restarts));
  });

  it("finds no difference between a unit and itself", () => {
    for (const options of [{}, { onChange: "none" }, { kind: "timer" }] satisfies ImpactOptions[]) {
      assert.deepEqual(impactOf(bot, bot, options), { actions: [] satisfies Action[], decidedBy: [] });
    }
  });
});

describe("impactText", () => {
  it("tells what there is to do, and under it why", () => {
    const changed = plus(bot, "Service", ["MemoryMax", "1G"], ["Nice", "5"], ["X-A", "b"]);
    assert.equal(
      impactText(impactOf(bot, changed)),
      `daemon-reload, restart
  [Service] MemoryMax: daemon-reload: systemd applies it to the running control group
  [Service] Nice: restart: a process gets it at its start
  [Service] X-A: nothing: systemd skips what begins with X-`,
    );
  });

  it("tells of a unit that goes away", () => {
    assert.equal(
      impactText(impactOf(bot, undefined)),
      "stop, disable, daemon-reload\n  stop: the unit is no longer there",
    );
  });

  it("says so when there is nothing to do", () => {
    assert.equal(impactText(impactOf(bot, bot)), "nothing");
  });
});
