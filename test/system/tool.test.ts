// The tool itself on a real systemd, without engine and SSH: each test has a unit of its own, and believes what the
// server shows, not what the tool printed.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { applyCommand, removeCommand } from "../../host/tool.ts";
import type { BotParameters } from "../../systemd/policy/parameters.ts";
import { removeServer, startServer } from "../../toolchain/server/server.ts";
import { skipWithoutServer } from "./fixture.ts";
import { Guest } from "./guest.ts";
import { hashOf, type Outcome, ToolOnServer, textOf } from "./toolOnServer.ts";

const sh = (script: string) => ["/bin/sh", "-c", script] as const;

/** A bot that stays up; another version is another process. */
const bot = (version: number, changes: BotParameters = {}): BotParameters => ({
  execStart: sh("exec sleep infinity"),
  environment: { V: version },
  restartSec: 1,
  ...changes,
});

/** A bot that ends by itself after so many seconds. */
const dying = (version: number, seconds: number): BotParameters =>
  bot(version, { execStart: sh(`sleep ${seconds}; exit 1`) });

/** What ToolOnServer.remains finds of a unit that isn't there. */
const nothing = "not-found\ninactive\n";

/** The run of a unit whose last deployment is not proven, or no longer holds: a name nobody gave. */
const unproven = /^[0-9a-f]{8}$/;

describe("the tool on a real server", { skip: skipWithoutServer }, () => {
  const name = "test-tool";
  let guest: Guest;
  let tool: ToolOnServer;

  before(async () => {
    await removeServer(name);
    const server = await startServer(name);
    guest = new Guest(server);
    tool = new ToolOnServer(server, guest);
    green(await tool.install("installed"));
  });
  after(() => removeServer(name));

  function green({ code, output }: Outcome): void {
    assert.equal(code, 0, output);
  }

  function red({ code, output }: Outcome, message: RegExp | string): void {
    assert.equal(code, 1, output);
    if (typeof message === "string") assert.equal(output, message);
    else assert.match(output, message);
  }

  describe("side by side", { concurrency: 8 }, () => {
    for (const [unit, wantedBy] of [
      ["oneshot-bare", null],
      ["oneshot-installed", "multi-user.target"],
    ] as const) {
      it(`a oneshot wanted by ${wantedBy} is green, and another apply does not run it again`, async () => {
        const job = (text: string): BotParameters => ({
          type: "oneshot",
          execStart: sh(`echo ${text} >>/run/${unit}.runs`),
          wantedBy,
        });
        green(await tool.apply(unit, job("ran")));
        green(await tool.apply(unit, job("ran"), { run: "r2" }));
        assert.equal(await guest.file(`/run/${unit}.runs`), "ran\n");
        assert.equal((await tool.facts(unit)).Drift, "");
        green(await tool.apply(unit, job("changed"), { run: "r3" }));
        assert.equal(await guest.file(`/run/${unit}.runs`), "ran\nchanged\n");
      });
    }

    it("a notify service on its slow way up is waited for, not restarted, and green", async () => {
      const slow = (description: string): BotParameters => ({
        type: "notify",
        notifyAccess: "all",
        description,
        execStart: sh("sleep 4; systemd-notify --ready; exec sleep infinity"),
        restartSec: "100ms",
      });
      green(await tool.apply("slow", slow("one")));
      await guest.sh("systemctl kill --signal=KILL slow");
      await guest.until("slow comes up again", async () => (await tool.live("slow")).SubState === "start");
      const starting = await tool.live("slow");
      green(await tool.apply("slow", slow("two"), { run: "r2" }));
      assert.deepEqual(await tool.live("slow"), { ...starting, ActiveState: "active", SubState: "running" });
      assert.equal((await tool.facts("slow")).Run, "r2");
    });

    it("a forking service with a PID file is green, and another apply leaves it alone", async () => {
      const daemon: BotParameters = {
        type: "forking",
        pidFile: "/run/forking.pid",
        execStart: sh("sleep infinity & echo $! >/run/forking.pid"),
      };
      green(await tool.apply("forking", daemon));
      const first = await tool.live("forking");
      assert.equal(first.MainPID, (await guest.file("/run/forking.pid")).trim());
      green(await tool.apply("forking", daemon, { run: "r2" }));
      assert.deepEqual(await tool.live("forking"), first);
    });

    it("an instance of somebody else's template is refused, and keeps its process", async () => {
      const template = "/etc/systemd/system/their@.service";
      await guest.sh(`cat >${template}; systemctl start their@echo`, "[Service]\nExecStart=/bin/sleep infinity\n");
      const first = await tool.live("their@echo");
      red(
        await tool.apply("their@echo", bot(1)),
        `their@echo.service is there already, from ${template}; nothing was changed\n`,
      );
      assert.deepEqual(await tool.live("their@echo"), first);
      assert.equal(await guest.sh("find /etc/systemd /var/lib/service-unit -name '*their@echo*'"), "");
    });

    it("a missing Requires= is refused, and the bot runs on", async () => {
      green(await tool.apply("needy", bot(1)));
      const first = await tool.live("needy");
      red(
        await tool.apply("needy", bot(1, { requires: "nowhere.service" }), { run: "r2" }),
        "needy.service needs nowhere.service, which is not on this server; nothing was changed\n",
      );
      assert.deepEqual(await tool.live("needy"), first);
      assert.equal(await tool.fileOf("needy"), textOf("needy", bot(1)));
    });

    it("a mask is named, outlives a failing deployment, and is healed by a good one", async () => {
      const file = "/etc/systemd/system/masked.service";
      green(await tool.apply("masked", bot(1)));
      await guest.sh(`rm ${file}; systemctl mask --now masked`);
      assert.equal((await tool.facts("masked")).Drift, "deleted stopped masked");
      red(await tool.apply("masked", dying(2, 0), { run: "r2" }), /rolled back/);
      assert.equal((await guest.sh(`readlink ${file}`)).trim(), "/dev/null");
      assert.equal((await tool.live("masked")).ActiveState, "inactive");
      green(await tool.apply("masked", bot(1), { run: "r3" }));
      assert.equal(await tool.version("masked"), "1");
      const { Drift, Run } = await tool.facts("masked");
      assert.deepEqual({ Drift, Run }, { Drift: "", Run: "r3" });
    });

    it("a unit enabled for this boot only has drifted, and is enabled for good without a restart", async () => {
      green(await tool.apply("runtime", bot(1)));
      await guest.sh("systemctl disable --quiet runtime; systemctl enable --runtime --quiet runtime");
      const first = await tool.live("runtime");
      assert.equal((await tool.facts("runtime")).Drift, "disabled");
      green(await tool.apply("runtime", bot(1), { run: "r2" }));
      assert.equal(await guest.sh("systemctl is-enabled runtime"), "enabled\n");
      assert.deepEqual(await tool.live("runtime"), first);
    });

    it("an emptied record keeps neither bot nor link from removal", async () => {
      green(await tool.apply("emptied", bot(1)));
      assert.match(await tool.remains("emptied"), /multi-user\.target\.wants\/emptied\.service/);
      await guest.sh(": >/var/lib/service-unit/emptied.service");
      green(await tool.remove("emptied"));
      assert.equal(await tool.remains("emptied"), nothing);
    });

    it("a unit file deleted by hand leaves no link behind after removal", async () => {
      for (const then of [":", "systemctl daemon-reload"]) {
        green(await tool.apply("deleted", bot(1)));
        await guest.sh(`rm /etc/systemd/system/deleted.service; ${then}`);
        assert.equal(await tool.version("deleted"), "1");
        green(await tool.remove("deleted"));
        assert.equal(await tool.remains("deleted"), nothing);
      }
    });

    it("a tool killed while v2 settles has no proven run, and v1 comes back by the next deployment", async () => {
      green(await tool.apply("killed", bot(1), { run: "r1" }));
      const second = tool.apply("killed", bot(2), { run: "r2", settleSec: 20 });
      await tool.settling("killed", bot(2));
      const pid = await tool.pidOfApply("killed");
      await guest.sh(`kill -9 ${pid}`);
      assert.equal((await second).code, 137);
      assert.equal(await tool.version("killed"), "2");
      const { Drift, Run } = await tool.facts("killed");
      assert.equal(Drift, "");
      assert.match(Run ?? "", unproven);
      green(await tool.apply("killed", bot(1), { run: "r3" }));
      assert.equal(await tool.version("killed"), "1");
      assert.equal(await tool.fileOf("killed"), textOf("killed", bot(1)));
      assert.equal((await tool.facts("killed")).Run, "r3");
      await guest.sh(`test ! -e /var/lib/service-unit/.work.${pid}`);
    });

    for (const pages of [2, 4, 5, 6]) {
      it(`with room for ${pages} files among the records, a failing v2 ends with v1`, async () => {
        const unit = `full${pages}`;
        green(await tool.apply(unit, bot(1)));
        // Only this run of the tool sees the small disk.
        const around = (command: string) => `unshare --mount sh -ec '
          cp /var/lib/service-unit/${unit}.service /run/${unit}.record
          mount -t tmpfs -o size=${4 * (pages + 1)}k tmpfs /var/lib/service-unit
          cp /run/${unit}.record /var/lib/service-unit/${unit}.service
          ${command}'`;
        const { code, output } = await tool.apply(unit, dying(2, 0), { run: "r2", around });
        assert.equal(code, 1, output);
        assert.equal(await tool.version(unit), "1");
        assert.equal(await tool.fileOf(unit), textOf(unit, bot(1)));
        assert.equal(await guest.sh(`systemctl is-enabled ${unit}`), "enabled\n");
      });
    }

    it("a link that can't be made fails the deployment, and the bot is not restarted", async () => {
      const taken = "/etc/systemd/system/taken.service";
      await guest.sh(`cat >${taken}`, "[Service]\nExecStart=/bin/true\n");
      green(await tool.apply("linking", bot(1)));
      const first = await tool.live("linking");
      red(await tool.apply("linking", bot(2, { alias: "taken.service" }), { run: "r2" }), /could not be enabled/);
      assert.deepEqual(await tool.live("linking"), first);
      assert.equal(await tool.fileOf("linking"), textOf("linking", bot(1)));
      assert.equal(await guest.sh("systemctl is-enabled linking"), "enabled\n");
      assert.equal(await guest.file(taken), "[Service]\nExecStart=/bin/true\n");
    });

    it("a bot between two starts goes on trying after a failed deployment", async () => {
      const fragile: BotParameters = bot(1, {
        execStart: sh("test -e /run/fragile.ok && exec sleep infinity"),
        restartSec: 3,
      });
      await guest.sh("touch /run/fragile.ok");
      green(await tool.apply("fragile", fragile));
      await guest.sh("rm /run/fragile.ok; systemctl kill --signal=KILL fragile");
      await guest.until("fragile waits", async () => (await tool.live("fragile")).SubState === "auto-restart");
      red(await tool.apply("fragile", dying(2, 0), { run: "r2" }), /ROLLBACK FAILED/);
      assert.equal(await tool.fileOf("fragile"), textOf("fragile", fragile));
      await guest.sh("touch /run/fragile.ok");
      await guest.until("fragile is up", async () => (await tool.version("fragile")) === "1");
    });

    for (const [kind, uptime] of [
      ["ages", 1e9],
      ["a moment", 5],
    ] as const) {
      it(`where /proc/uptime says ${kind}, a bot that dies after 1 s is red and a good one green`, async () => {
        const unit = `clock${uptime}`;
        // A container's clock: it runs as fast, from another beginning, and only this run of the tool sees it.
        const around = (command: string) => `unshare --mount sh -ec '
          clock=/run/${unit}.$$ begin=$(date +%s)
          tick() { date "+$((${uptime} + $(date +%s) - begin)).%2N 1.00" 1<>$clock; }
          tick; mount --bind $clock /proc/uptime
          while :; do sleep 0.1; tick; done & ticks=$!
          ${command} && code=0 || code=$?
          kill $ticks; exit $code'`;
        red(await tool.apply(unit, dying(1, 1), { settleSec: 3, around }), /did not stay up for 3 s/);
        assert.equal(await tool.remains(unit), nothing);
        green(await tool.apply(unit, bot(1), { settleSec: 3, around }));
        assert.equal(await tool.version(unit), "1");
      });
    }

    it("another time zone is no drift after a restart by systemd", async () => {
      green(await tool.apply("zone", bot(1)));
      const earlier = await guest.sh("date +%Z");
      await guest.sh("ln -sf /usr/share/zoneinfo/Asia/Tokyo /etc/localtime");
      assert.notEqual(await guest.sh("date +%Z"), earlier);
      await tool.selfRestart("zone");
      assert.equal((await tool.facts("zone")).Drift, "");
    });

    it("a reboot is no drift, and the next deployment leaves the bot alone", async () => {
      green(await tool.apply("booted", bot(1)));
      // As after a reboot: what was recorded is of another boot, whose clock had come further.
      const otherBoot = "s/^boot=.*/boot=11111111-2222-3333-4444-555555555555/; s/^loaded=.*/loaded=99999999999999/";
      await guest.sh(`sed -i '${otherBoot}' /var/lib/service-unit/booted.service`);
      await tool.selfRestart("booted");
      const first = await tool.live("booted");
      const { Drift, Run } = await tool.facts("booted");
      assert.deepEqual({ Drift, Run }, { Drift: "", Run: "r1" });
      green(await tool.apply("booted", bot(1), { run: "r2" }));
      assert.deepEqual(await tool.live("booted"), first);
      await tool.selfRestart("booted");
      assert.equal((await tool.facts("booted")).Drift, "");
    });

    it("two deployments of one unit at once come one after the other, and both are green", async () => {
      const twice = (number: number) => bot(number, { environment: { V: number, ONLY: "twice" } });
      const both = await Promise.all([
        tool.apply("twice", twice(1), { run: "r1" }),
        tool.apply("twice", twice(2), { run: "r2" }),
      ]);
      both.forEach(green);
      const last = await tool.version("twice");
      assert.equal(await tool.fileOf("twice"), textOf("twice", twice(Number(last))));
      assert.equal((await tool.facts("twice")).Run, `r${last}`);
      assert.equal(await guest.starts("twice.service"), 2);
      assert.equal(await guest.sh("grep -lsz '^ONLY=twice$' /proc/[0-9]*/environ | wc -l"), "1\n");
    });

    for (const [what, arrives] of [
      ["without its last line", (all: string) => all.split("\n").slice(0, -2).join("\n").concat("\n")],
      ["with half of its last line", (all: string) => all.slice(0, -30)],
      ["without the end of its last line", (all: string) => all.slice(0, -3)],
      ["half", (all: string) => all.slice(0, all.length / 2)],
      ["not at all", () => ""],
    ] as const) {
      it(`a text that arrives ${what} is refused, and nothing is written`, async () => {
        const unit = `cut-${what.replaceAll(" ", "-").replaceAll(/[^a-z-]/g, "")}`;
        red(
          await tool.apply(unit, bot(1), { arrives }),
          `${unit}.service: the text did not arrive whole; nothing was changed\n`,
        );
        assert.equal(await tool.remains(unit), nothing);
      });
    }

    it("a removal whose text does not arrive is refused, and the bot runs on", async () => {
      green(await tool.apply("unsaid", bot(1)));
      const first = await tool.live("unsaid");
      red(
        await tool.run(removeCommand("root", "unsaid.service")),
        "unsaid.service: the text did not arrive whole; nothing was changed\n",
      );
      assert.deepEqual(await tool.live("unsaid"), first);
    });

    it("seconds that are no whole number are refused before anything is written", async () => {
      for (const seconds of ["2.5", "08", "0", "-1", "1s", "''"]) {
        const around = (line: string) => line.replace(" 1 r1", ` ${seconds} r1`);
        red(await tool.apply("seconds", bot(1), { around }), `not a number of seconds: ${seconds.replace("''", "")}\n`);
      }
      assert.equal(await tool.remains("seconds"), nothing);
    });

    it("a unit belongs to whoever deployed it last: only that one removes it", async () => {
      green(await tool.apply("owned", bot(1), { owner: "urn:first" }));
      green(await tool.apply("owned", bot(1), { owner: "urn:second" }));
      const first = await tool.live("owned");
      green(await tool.remove("owned", "urn:first"));
      assert.deepEqual(await tool.live("owned"), first);
      assert.equal(await guest.sh("systemctl is-enabled owned"), "enabled\n");
      green(await tool.remove("owned", "urn:second"));
      assert.equal(await tool.remains("owned"), nothing);
    });

    /** Notes each reload. */
    const reloading = (unit: string, version: number): BotParameters =>
      bot(version, { execReload: sh(`echo reloaded >>/run/${unit}.reloads`) });

    it("with onChange reload a change reloads the process, once, and it counts as current from then on", async () => {
      const onChange = "reload";
      green(await tool.apply("reload", reloading("reload", 1), { onChange }));
      const first = await tool.live("reload");
      const done = await tool.apply("reload", reloading("reload", 2), { run: "r2", onChange });
      assert.deepEqual(done, {
        code: 0,
        output: `reload.service: installed, reloaded; active (running), PID ${first.MainPID}\n`,
      });
      green(await tool.apply("reload", reloading("reload", 2), { run: "r3", onChange }));
      green(await tool.apply("reload", { ...reloading("reload", 2), tasksMax: 50 }, { run: "r4", onChange }));
      assert.deepEqual(await tool.live("reload"), first);
      assert.equal(await guest.file("/run/reload.reloads"), "reloaded\n");
      const { Drift, Run } = await tool.facts("reload");
      assert.deepEqual({ Drift, Run }, { Drift: "", Run: "r4" });
    });

    it("another onChange alone does nothing to the process", async () => {
      for (const [index, onChange] of (["restart", "reload", "none", "restart"] as const).entries()) {
        green(await tool.apply("switched", reloading("switched", 1), { run: `r${index}`, onChange }));
        assert.equal(await guest.starts("switched.service"), 1, onChange);
      }
      assert.equal(await guest.sh("ls /run/switched.reloads 2>/dev/null || echo none"), "none\n");
    });

    it("with onChange reload a bot that nothing can reload is refused, and left as it is", async () => {
      const message = "has neither ExecReload= nor Type=notify-reload; nothing was changed\n";
      red(
        await tool.apply("unable", bot(1), { onChange: "reload" }),
        `unable.service is to be reloaded when it changes, and ${message}`,
      );
      assert.equal(await tool.remains("unable"), nothing);
      green(await tool.apply("unable", bot(1)));
      const first = await tool.live("unable");
      red(await tool.apply("unable", bot(2), { run: "r2", onChange: "reload" }), /has neither ExecReload=/);
      assert.deepEqual(await tool.live("unable"), first);
      assert.equal(await tool.fileOf("unable"), textOf("unable", bot(1)));
      assert.equal((await tool.facts("unable")).Run, "r1");
    });

    it("a reload that fails puts the old unit back, and the process runs on", async () => {
      green(await tool.apply("unloaded", bot(1)));
      const first = await tool.live("unloaded");
      const { code, output } = await tool.apply(
        "unloaded",
        bot(2, { execReload: "/bin/sh -c 'echo can not; exit 7'" }),
        { run: "r2", onChange: "reload" },
      );
      assert.equal(code, 1);
      assert.match(output, /^unloaded\.service could not be reloaded: Job for unloaded\.service failed\./);
      assert.match(output, / can not\n/);
      const back = `its process was not restarted (PID ${first.MainPID})\n`;
      assert.ok(output.endsWith(`rolled back: the unit that was there before is back, ${back}`), output);
      assert.deepEqual(await tool.live("unloaded"), first);
      assert.equal(await tool.fileOf("unloaded"), textOf("unloaded", bot(1)));
      const { Drift, Run } = await tool.facts("unloaded");
      assert.deepEqual({ Drift, Run }, { Drift: "", Run: "r1" });
    });

    it("a process that dies of its reload is noticed, and the old unit runs again", async () => {
      green(await tool.apply("deadly", bot(1)));
      const deadly = bot(2, { execReload: "/bin/kill -KILL $MAINPID", restart: "no", restartSec: null });
      red(await tool.apply("deadly", deadly, { run: "r2", onChange: "reload" }), /rolled back: .* runs again/);
      assert.equal(await tool.version("deadly"), "1");
      assert.equal(await tool.fileOf("deadly"), textOf("deadly", bot(1)));
    });

    it("with onChange none the process runs on, which is no drift, until it may be restarted", async () => {
      const onChange = "none";
      green(await tool.apply("kept", bot(1), { onChange }));
      const first = await tool.live("kept");
      const done = await tool.apply("kept", bot(2), { run: "r2", onChange });
      const what = "installed, not restarted, and runs on with what it was started with";
      assert.deepEqual(done, { code: 0, output: `kept.service: ${what}; active (running), PID ${first.MainPID}\n` });
      assert.equal(await tool.fileOf("kept"), textOf("kept", bot(2)));
      const facts = await tool.facts("kept");
      assert.equal(facts.Drift, "");
      assert.equal(facts.Run, "r2");
      assert.equal(facts.Text, hashOf(textOf("kept", bot(2))));
      assert.equal(facts.Origin, hashOf(textOf("kept", bot(1))));
      green(await tool.apply("kept", bot(3), { run: "r3", onChange }));
      assert.equal((await tool.facts("kept")).Origin, hashOf(textOf("kept", bot(1))));
      assert.deepEqual(await tool.live("kept"), first);
      green(await tool.apply("kept", bot(3), { run: "r4" }));
      assert.equal(await tool.version("kept"), "3");
      assert.equal(await guest.starts("kept.service"), 2);
      const { Origin, Text } = await tool.facts("kept");
      assert.equal(Origin, Text);
    });

    it("a process that runs on is current again when the unit goes back to what it was started with", async () => {
      green(await tool.apply("returned", bot(1)));
      const first = await tool.live("returned");
      green(await tool.apply("returned", bot(2), { run: "r2", onChange: "none" }));
      green(await tool.apply("returned", bot(1), { run: "r3" }));
      assert.deepEqual(await tool.live("returned"), first);
    });

    it("a process that ran on, and that systemd started anew, is one of the unit that is there", async () => {
      green(await tool.apply("anew", bot(1)));
      green(await tool.apply("anew", bot(2), { run: "r2", onChange: "none" }));
      assert.equal(await tool.version("anew"), "1");
      await tool.selfRestart("anew");
      assert.equal(await tool.version("anew"), "2");
      const second = await tool.live("anew");
      assert.equal((await tool.facts("anew")).Drift, "");
      green(await tool.apply("anew", bot(2), { run: "r3" }));
      assert.deepEqual(await tool.live("anew"), second);
    });

    it("a failed deployment remembers that a process ran on with what it was started with", async () => {
      green(await tool.apply("memory", bot(1)));
      green(await tool.apply("memory", bot(2), { run: "r2", onChange: "none" }));
      const first = await tool.live("memory");
      const bad = bot(2, { execReload: "/bin/false", description: "other" });
      red(await tool.apply("memory", bad, { run: "r3", onChange: "reload" }), /was not restarted/);
      assert.deepEqual(await tool.live("memory"), first);
      green(await tool.apply("memory", bot(2), { run: "r4" }));
      assert.equal(await tool.version("memory"), "2");
    });

    it("a process that ran on and dies while a deployment settles is started from the unit that comes back", async () => {
      const onChange = "none";
      green(await tool.apply("relapse", bot(1)));
      green(await tool.apply("relapse", bot(2), { run: "r2", onChange }));
      const third = tool.apply("relapse", bot(3), { run: "r3", onChange, settleSec: 20 });
      await tool.settling("relapse", bot(3));
      await guest.sh("systemctl kill --signal=KILL relapse");
      red(await third, /rolled back: .* runs again/);
      assert.equal(await tool.version("relapse"), "2");
      const second = await tool.live("relapse");
      green(await tool.apply("relapse", bot(2), { run: "r4" }));
      assert.deepEqual(await tool.live("relapse"), second);
    });

    it("with onChange none a process that somebody started from another unit is left, and that drift is healed", async () => {
      green(await tool.apply("foreign", bot(1)));
      const file = "/etc/systemd/system/foreign.service";
      await guest.sh(`sed -i s/V=1/V=7/ ${file}; systemctl daemon-reload; systemctl restart foreign`);
      assert.equal((await tool.facts("foreign")).Drift, "edited outdated");
      const theirs = await tool.live("foreign");
      green(await tool.apply("foreign", bot(1), { run: "r2", onChange: "none" }));
      assert.deepEqual(await tool.live("foreign"), theirs);
      assert.equal((await tool.facts("foreign")).Drift, "");
      green(await tool.apply("foreign", bot(1), { run: "r3" }));
      assert.equal(await tool.version("foreign"), "1");
    });

    for (const onChange of ["reload", "none"] as const) {
      it(`with onChange ${onChange} a stopped bot is started`, async () => {
        const unit = `stopped-${onChange}`;
        green(await tool.apply(unit, reloading(unit, 1), { onChange }));
        await guest.sh(`systemctl stop ${unit}`);
        green(await tool.apply(unit, reloading(unit, 2), { run: "r2", onChange }));
        assert.equal(await tool.version(unit), "2");
        assert.equal(await guest.sh(`ls /run/${unit}.reloads 2>/dev/null || echo none`), "none\n");
      });
    }

    it("a unit whose text is the same is not restarted when this program sees it in another way", async () => {
      green(await tool.apply("upgraded", bot(1)));
      const first = await tool.live("upgraded");
      const arrives = (all: string) => all.replace(/: [0-9a-f]{12}\n$/, ": aaaabbbbcccc\n");
      assert.notEqual(arrives(tool.input("upgraded", bot(1))), tool.input("upgraded", bot(1)));
      green(await tool.apply("upgraded", bot(1), { run: "r2", arrives }));
      assert.deepEqual(await tool.live("upgraded"), first);
      assert.equal((await tool.facts("upgraded")).Process, "aaaabbbbcccc");
    });

    it("facts tell systemd's version and the files, but of no link, and not of more than an answer may hold", async () => {
      green(await tool.apply("told", bot(1)));
      const folder = "/etc/systemd/system";
      const links = `ln -s /etc/shadow ${folder}/shadow.service; ln -s ${folder}/told.service ${folder}/linked.service`;
      const long = (letter: string) =>
        `head -c 400000 /dev/zero | tr '\\0' '${letter}' >${folder}/long-${letter}.service`;
      await guest.sh(`${links}; ${long("a")}; ${long("b")}`);
      const answer = await tool.allFacts(["told", "shadow", "linked", "long-a", "long-b", "told"]);
      assert.equal(answer?.systemd, 252);
      const fileOf = (name: string) => answer?.units.get(`${name}.service`)?.File;
      assert.equal(fileOf("told"), undefined, "asked for again after the room was used up");
      assert.equal(Buffer.from((await tool.facts("told")).File ?? "", "base64").toString(), textOf("told", bot(1)));
      assert.equal(fileOf("shadow"), undefined);
      assert.equal(fileOf("linked"), undefined);
      assert.equal(fileOf("long-a"), Buffer.from("a".repeat(400_000)).toString("base64"));
      assert.equal(fileOf("long-b"), undefined);
      await guest.sh(`cd ${folder}; rm shadow.service linked.service long-?.service; systemctl daemon-reload`);
    });

    it("a hung-up session does not keep the tool from ending its work", async () => {
      const line = applyCommand("root", "hungup.service", 5, "r1");
      await guest.sh("cat >/run/hungup.in", tool.input("hungup", bot(1)));
      const script = `setsid sh -c '${line} </run/hungup.in 2>&1 | cat' >/dev/null 2>&1 & echo $!`;
      const group = (await guest.sh(script)).trim();
      await tool.settling("hungup", bot(1));
      const pid = await tool.pidOfApply("hungup");
      assert.match((await tool.facts("hungup")).Run ?? "", unproven);
      await guest.sh(`/bin/kill -HUP -- -${group}`);
      await guest.until(
        "the parent is gone",
        async () => (await guest.sh(`test -e /proc/${group} || echo gone`)) !== "",
      );
      await guest.sh(`test -e /proc/${pid}`);
      const first = await tool.live("hungup");
      await guest.until("the tool has ended", async () => (await guest.sh(`test -e /proc/${pid} || echo gone`)) !== "");
      assert.equal((await tool.facts("hungup")).Run, "r1");
      assert.deepEqual(await tool.live("hungup"), first);
    });
  });

  it("twelve units at once are all green, and removed at once leave nothing", async () => {
    const units = Array.from({ length: 12 }, (_, index) => `many${index + 10}`);
    (await Promise.all(units.map((unit) => tool.apply(unit, bot(1))))).forEach(green);
    for (const unit of units) assert.equal(await tool.version(unit), "1", unit);
    (await Promise.all(units.map((unit) => tool.remove(unit)))).forEach(green);
    assert.equal(await guest.sh("find /etc/systemd /run /var/lib/service-unit -name '*many*'"), "");
    assert.equal(await guest.sh("systemctl list-units --all --plain --no-legend 'many*'"), "");
  });

  it("uninstall leaves the tool while a unit is under its care, and nothing when none is", async () => {
    const units = (await guest.sh("ls /var/lib/service-unit")).trim().split("\n");
    assert.notEqual(units.length, 0);
    const earlier = await guest.traces();
    green(await tool.uninstall());
    assert.equal(await guest.traces(), earlier);
    for (const unit of units) green(await tool.remove(unit.replace(/\.service$/, "")));
    green(await tool.uninstall());
    assert.equal(await guest.sh("ls -d /usr/local/lib/service-unit /var/lib/service-unit /run/service-unit || :"), "");
  });
});
