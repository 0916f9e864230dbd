// The table of systemd/impact against the real systemd: what it says has to be done, is done, and nothing else; then the
// service must have the new setting. And what it says needs a restart must really not come without one.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { parseUnit } from "../../systemd/grammar/parseUnit.ts";
import { type Action, impactOf } from "../../systemd/impact/impactOf.ts";
import { removeServer, startServer } from "../../toolchain/server/server.ts";
import { skipWithoutServer } from "./fixture.ts";
import { Guest } from "./guest.ts";
import { actCases, type ImpactCase, reloadCases, restartCases } from "./impactCases.ts";

const service = (lines: string) => `[Service]\nType=exec\nExecStart=/bin/sleep infinity\n${lines}\n`;
const parsed = (text: string) => parseUnit(text).unit;
const actionsOf = (first: string, then: string) => impactOf(parsed(first), parsed(then)).actions;

/** What a service shows of itself. */
interface Answer {
  readonly pid: string;
  readonly text: string;
}

describe("what impact says, on a real server", { skip: skipWithoutServer }, () => {
  const name = "test-impact";
  let guest: Guest;

  /** Writes unit files, in one go. */
  async function write(units: Readonly<Record<string, string>>): Promise<void> {
    const files = Object.entries(units).map(([unit, text]) => `cat >${unit} <<'END'\n${text}END\n`);
    await guest.sh(`cd /etc/systemd/system\n${files.join("")}`);
  }

  /** Asks services by the script of each, all at once. */
  async function ask(scripts: Readonly<Record<string, string>>): Promise<Map<string, Answer>> {
    const questions = Object.entries(scripts).map(
      ([unit, script]) => `(unit=${unit}; pid=$(systemctl show -p MainPID --value $unit)
        text=$({ ${script}; } 2>&1 | tr '\n' '|'); echo "$unit $pid=$text") &`,
    );
    const lines = (await guest.sh(`${questions.join("\n")}\nwait`)).trim().split("\n");
    return new Map(
      lines.map((line) => {
        const [, unit = "", pid = "", text = ""] = /^(\S+) (\d*)=(.*)$/.exec(line) ?? [];
        return [unit, { pid, text: text.replace(/\|$/, "") }];
      }),
    );
  }

  /** Does just what is to be done, with systemctl. */
  async function perform(unit: string, actions: readonly Action[]): Promise<void> {
    for (const action of actions) {
      if (action === "daemon-reload") await guest.sh("systemctl daemon-reload");
      else if (action === "reenable") await guest.sh(`systemctl reenable --no-reload --quiet ${unit}`);
      else if (action === "stop-service") await guest.sh(`systemctl stop ${unit.replace(".socket", ".service")}`);
      else await guest.sh(`systemctl --quiet ${action} ${unit}`);
    }
  }

  /** A unit that runs as `first` becomes one of `then`: the actions that this took. */
  async function become(unit: string, first: string, then: string): Promise<readonly Action[]> {
    await write({ [unit]: first });
    await perform(unit, impactOf(undefined, parsed(first)).actions);
    const { actions } = impactOf(parsed(first), parsed(then));
    await write({ [unit]: then });
    await perform(unit, actions);
    return actions;
  }

  before(async () => {
    await removeServer(name);
    guest = new Guest(await startServer(name));
  });
  after(() => removeServer(name));

  describe("a service", () => {
    const first = new Map<string, Answer>();
    const reloaded = new Map<string, Answer>();
    const restarted = new Map<string, Answer>();
    const acted = new Map<string, Answer>();

    const named = (prefix: string, cases: Readonly<Record<string, ImpactCase>>) =>
      Object.entries(cases).map(([directive, one]) => [`impact-${prefix}-${directive}.service`, one] as const);
    const restarts = named("restart", restartCases);
    const reloads = named("reload", reloadCases);
    const acts = named("act", actCases);
    const twin = (unit: string) => unit.replace("impact-", "impact-twin-");

    // All services take each step at once: one daemon-reload shows for all of them what it does and what it doesn't.
    before(async () => {
      const texts = (which: "before" | "after") =>
        Object.fromEntries([...restarts, ...reloads, ...acts].map(([unit, one]) => [unit, service(one[which])]));
      const twins = Object.fromEntries(acts.map(([unit, one]) => [twin(unit), service(one.before)]));
      const questions = Object.fromEntries([...restarts, ...reloads].map(([unit, one]) => [unit, one.ask]));
      const keep = (all: Map<string, Answer>, answers: Map<string, Answer>) =>
        answers.forEach((answer, unit) => {
          all.set(unit, answer);
        });
      const pids = Object.fromEntries(acts.map(([unit]) => [unit, "true"]));

      await write({ ...texts("before"), ...twins, "impact-owner.service": service("PrivateNetwork=yes") });
      const all = [...Object.keys(texts("before")), ...Object.keys(twins), "impact-owner.service"].join(" ");
      await guest.sh(`systemctl daemon-reload; systemctl start ${all}`);
      keep(first, await ask({ ...questions, ...pids }));
      await write(texts("after"));
      await guest.sh("systemctl daemon-reload");
      keep(reloaded, await ask({ ...questions, ...pids }));
      keep(
        acted,
        await ask(
          Object.fromEntries(
            acts.flatMap(([unit, { ask }]) => [
              [unit, ask],
              [twin(unit), ask],
            ]),
          ),
        ),
      );
      await guest.sh(`systemctl restart ${restarts.map(([unit]) => unit).join(" ")}`);
      keep(restarted, await ask(Object.fromEntries(restarts.map(([unit, one]) => [unit, one.ask]))));
    });

    const said = (unit: string, text: string) => text.replaceAll("$unit", unit);

    for (const [unit, one] of restarts) {
      it(`gets another ${unit.slice(15, -8)} by a restart, and not before`, () => {
        const [was, is] = one.gives.map((text) => said(unit, text));
        assert.deepEqual(actionsOf(service(one.before), service(one.after)), ["daemon-reload", "restart"]);
        if (was !== "") assert.equal(first.get(unit)?.text, was);
        assert.deepEqual(reloaded.get(unit), first.get(unit), "a daemon-reload alone");
        assert.equal(restarted.get(unit)?.text, is);
        assert.notEqual(restarted.get(unit)?.text, first.get(unit)?.text);
        assert.notEqual(restarted.get(unit)?.pid, first.get(unit)?.pid);
      });
    }

    for (const [unit, one] of reloads) {
      it(`gets another ${unit.slice(14, -8)} by a daemon-reload, and keeps its process`, () => {
        const [was, is] = one.gives;
        assert.deepEqual(actionsOf(service(one.before), service(one.after)), ["daemon-reload"]);
        if (was !== "") assert.equal(first.get(unit)?.text, was);
        assert.notEqual(first.get(unit)?.text, is);
        assert.deepEqual(reloaded.get(unit), { pid: first.get(unit)?.pid, text: is });
        assert.notEqual(first.get(unit)?.pid, "0");
      });
    }

    for (const [unit, one] of acts) {
      it(`acts by another ${unit.slice(11, -8)} after a daemon-reload`, () => {
        assert.deepEqual(actionsOf(service(one.before), service(one.after)), ["daemon-reload"]);
        // One that is past its time is gone by now.
        if (!unit.includes("RuntimeMaxSec")) assert.equal(reloaded.get(unit)?.pid, first.get(unit)?.pid);
        assert.equal(acted.get(twin(unit))?.text, one.gives[0], "without the change");
        assert.equal(acted.get(unit)?.text, said(unit, one.gives[1]));
      });
    }
  });

  it("a new unit is enabled and starts, and one that goes away is stopped and leaves no link", async () => {
    const unit = "impact-new.service";
    const text = service("[Install]\nWantedBy=multi-user.target");
    await write({ [unit]: text });
    await perform(unit, impactOf(undefined, parsed(text)).actions);
    assert.equal(await guest.sh(`systemctl is-active ${unit}; systemctl is-enabled ${unit}`), "active\nenabled\n");
    await perform(unit, impactOf(parsed(text), undefined).actions.slice(0, 2));
    await guest.sh(`rm /etc/systemd/system/${unit}; systemctl daemon-reload`);
    assert.deepEqual(await guest.show(unit, "LoadState", "ActiveState"), {
      LoadState: "not-found",
      ActiveState: "inactive",
    });
    assert.equal(await guest.sh(`find /etc/systemd -name ${unit}`), "");
  });

  it("another [Install] moves the link and keeps the process, and a daemon-reload alone moves nothing", async () => {
    const unit = "impact-install.service";
    const [first, then] = ["multi-user.target", "default.target"].map((target) =>
      service(`[Install]\nWantedBy=${target}`),
    );
    const links = () => guest.sh(`cd /etc/systemd/system; ls *.wants/${unit}`);
    await write({ [unit]: first as string });
    await perform(unit, impactOf(undefined, parsed(first as string)).actions);
    const pid = await guest.pid(unit);
    await write({ [unit]: then as string });
    await guest.sh("systemctl daemon-reload");
    assert.equal(await links(), `multi-user.target.wants/${unit}\n`);
    const { actions } = impactOf(parsed(first as string), parsed(then as string));
    assert.deepEqual(actions, ["reenable", "daemon-reload"]);
    await perform(unit, actions);
    assert.equal(await links(), `default.target.wants/${unit}\n`);
    assert.equal(await guest.pid(unit), pid);
  });

  it("another time of a timer that waits is the one it waits for", async () => {
    const timer = (year: number) => `[Timer]\nOnCalendar=${year}-01-01 UTC\nUnit=impact-none.service\n`;
    await write({ "impact-none.service": service("") });
    assert.deepEqual(await become("impact-clock.timer", timer(2098), timer(2099)), ["daemon-reload"]);
    const { NextElapseUSecRealtime } = await guest.show("impact-clock.timer", "NextElapseUSecRealtime");
    assert.equal(NextElapseUSecRealtime, "Thu 2099-01-01 00:00:00 UTC");
  });

  it("another path of a path unit that waits is the one it watches", async () => {
    const watch = (path: string) => `[Path]\nPathExists=${path}\nUnit=impact-found.service\n`;
    await write({ "impact-found.service": service("") });
    const actions = await become("impact-watch.path", watch("/run/impact-one"), watch("/run/impact-two"));
    assert.deepEqual(actions, ["daemon-reload"]);
    await guest.sh("touch /run/impact-two");
    await guest.until("it is found", async () => (await guest.pid("impact-found.service")) > 0);
  });

  it("another port of a socket is open, and a restart alone would have failed", async () => {
    const unit = "impact-port.socket";
    const socket = (port: number) => `[Socket]\nListenStream=127.0.0.1:${port}\n`;
    const open = (port: number) =>
      guest.sh(`echo | timeout 2 bash -c 'cat >/dev/tcp/127.0.0.1/${port}' && echo open || echo shut`);
    await write({ "impact-port.service": service(""), [unit]: socket(7001) });
    await guest.sh(`systemctl daemon-reload; systemctl start ${unit} impact-port.service`);
    assert.equal(await open(7001), "open\n");
    const { actions } = impactOf(parsed(socket(7001)), parsed(socket(7002)));
    assert.deepEqual(actions, ["daemon-reload", "stop-service", "restart"]);
    await write({ [unit]: socket(7002) });
    await perform(unit, ["daemon-reload"]);
    assert.equal((await open(7001)) + (await open(7002)), "open\nshut\n");
    await assert.rejects(perform(unit, ["restart"]));
    await guest.sh(`systemctl stop impact-port.service; systemctl start ${unit} impact-port.service`);
    await perform(unit, actions);
    assert.equal((await open(7001)) + (await open(7002)), "shut\nopen\n");
  });

  it("other options of a mount come by a reload, without an unmount", async () => {
    const mount = (size: string) => `[Mount]\nWhat=tmpfs\nWhere=/run/impact\nType=tmpfs\nOptions=size=${size}\n`;
    const unit = "run-impact.mount";
    await write({ [unit]: mount("1m") });
    await guest.sh(`systemctl daemon-reload; systemctl start ${unit}; touch /run/impact/here`);
    const { actions } = impactOf(parsed(mount("1m")), parsed(mount("2m")));
    assert.deepEqual(actions, ["daemon-reload", "reload"]);
    await write({ [unit]: mount("2m") });
    await perform(unit, ["daemon-reload"]);
    assert.match(await guest.sh("findmnt -no OPTIONS /run/impact"), /size=1024k/);
    await perform(unit, actions);
    assert.match(await guest.sh("findmnt -no OPTIONS /run/impact; ls /run/impact"), /size=2048k.*\nhere\n/);
  });

  it("another limit of a slice is taken over, and what runs in it runs on", async () => {
    const slice = (size: string) => `[Slice]\nMemoryMax=${size}\n`;
    await write({ "impacted.slice": slice("64M"), "impact-inside.service": service("Slice=impacted.slice") });
    await guest.sh("systemctl daemon-reload; systemctl start impact-inside");
    const pid = await guest.pid("impact-inside.service");
    assert.deepEqual(await become("impacted.slice", slice("64M"), slice("96M")), ["daemon-reload"]);
    assert.deepEqual(await guest.show("impacted.slice", "MemoryMax"), { MemoryMax: "100663296" });
    assert.equal(await guest.pid("impact-inside.service"), pid);
  });
});
