// One server, one stack, from the first up to destroy. The steps build on one another.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { rebootServer, removeServer, startServer } from "../../toolchain/server/server.ts";
import { keyPair } from "../host/keyPair.ts";
import { botYaml, type Fixture, hostsYaml, makeFixture, skipWithoutServer, tokens } from "./fixture.ts";
import { Guest } from "./guest.ts";

const echoUnit = `[Unit]
Description=echo
Wants=network-online.target
After=network-online.target
StartLimitIntervalSec=15min
StartLimitBurst=30

[Service]
Type=exec
User=bot
RestartSec=1
WorkingDirectory=/opt/echo
EnvironmentFile=/opt/echo/bot.env
ExecStart=/usr/bin/python3 -u /opt/echo/bot.py
SyslogIdentifier=%N
Restart=always
RestartPreventExitStatus=200 203 216 217
TimeoutStopSec=20

[Install]
WantedBy=multi-user.target
`;

/** The second server. It outlives the test that needs it: a bot left there by a failure can still be taken off. */
const annexName = "test-lifecycle-annex";

describe("a bot's life on a real server", { skip: skipWithoutServer }, () => {
  let fixture: Fixture;
  before(async () => {
    fixture = await makeFixture("test-lifecycle");
  });
  after(async () => {
    await fixture?.close();
    await removeServer(annexName);
  });

  const stack = (echo: string[] = [], other: string[] = []) =>
    fixture.project.writeStack(`${hostsYaml(fixture.server)}bots:\n${botYaml("echo", echo)}${botYaml("other", other)}`);

  const pids = async () => [await fixture.guest.pid("echo.service"), await fixture.guest.pid("other.service")] as const;

  async function answers(text: string, token: string = tokens.echo): Promise<void> {
    fixture.api.push(token, text, 7);
    await fixture.api.waitForMessage(token, (message) => message.text.includes(text), 15_000);
  }

  /** An `up` that finds all as declared. It must have looked: a server that can't be asked gives no change either. */
  async function upHasNothingToDo(): Promise<void> {
    const earlier = await pids();
    assert.ok(!earlier.includes(0), "both bots run");
    const up = await fixture.project.up("--expect-no-changes");
    assert.equal(up.code, 0, up.output);
    assert.doesNotMatch(up.output, /could not be asked/);
    assert.deepEqual(await pids(), earlier);
  }

  it("previews a unit that is not there yet with its text, and touches nothing", async () => {
    stack();
    const earlier = await fixture.guest.traces();
    const preview = await fixture.project.preview("--show-full-output");
    assert.equal(preview.code, 0, preview.output);
    const shown = preview.output.replace(/^ +/gm, "");
    assert.ok(shown.includes(`echo.service on box: new, start:\n${echoUnit.trimEnd()}\n`), preview.output);
    assert.equal(await fixture.guest.traces(), earlier);
  });

  it("up brings both bots to answer, enabled and running, from the exact unit text", async () => {
    const up = await fixture.project.up();
    assert.equal(up.code, 0, up.output);
    for (const name of ["echo", "other"] as const) {
      assert.deepEqual(
        await fixture.guest.show(`${name}.service`, "ActiveState", "SubState", "UnitFileState", "NRestarts"),
        { NRestarts: "0", ActiveState: "active", SubState: "running", UnitFileState: "enabled" },
      );
      const text = await fixture.guest.file(`/etc/systemd/system/${name}.service`);
      assert.equal(text, echoUnit.replaceAll("echo", name));
      await answers(`first words to ${name}`, tokens[name]);
    }
  });

  it("goes on after the SSH connection is closed", async () => {
    const connections = await fixture.guest.sh("pgrep -c -u deploy sshd || :");
    assert.equal(connections.trim(), "0", "no session of the deployment is left open");
    await answers("nobody is logged in");
  });

  it("a second up changes nothing and keeps every process", async () => {
    await upHasNothingToDo();
  });

  it("keeps the login key out of the state's plain text, and off the server: out of files, command lines and log", async () => {
    const { text, resources } = await fixture.project.state();
    const secret = fixture.server.privateKey.split("\n")[1] ?? "";
    assert.ok(secret.length > 20);
    assert.ok(!text.includes(secret));
    const components = resources.filter(({ type }) => type.startsWith("service-unit:"));
    assert.deepEqual(
      components.map(({ inputs }) => inputs ?? {}),
      [{}, {}, {}],
    );
    const places = "/etc/systemd /usr/local/lib/service-unit /var/lib/service-unit /run/service-unit";
    assert.equal(await fixture.guest.sh(`grep -rlF -f - ${places} || :`, secret), "");
    const log = await fixture.guest.sh("journalctl -q -o cat");
    assert.match(log, /COMMAND=\/usr\/local\/lib\/service-unit\/unit apply echo\.service 3 /);
    assert.ok(!log.includes(secret));
  });

  it("a changed line is shown, and restarts that bot once and no other", async () => {
    stack(["environment: { BOT_VERSION: 2 }"]);
    const [echo, other] = await pids();
    const starts = await fixture.guest.starts("echo.service");
    const preview = await fixture.project.preview();
    assert.match(preview.output, /\+ Environment=BOT_VERSION=2/);
    assert.match(preview.output, /echo\.service on box: restart: the unit changes/);
    assert.equal(preview.output.match(/~ command:remote:Command/g)?.length, 1, preview.output);
    const up = await fixture.project.up();
    assert.equal(up.code, 0, up.output);
    const now = await pids();
    assert.notEqual(now[0], echo);
    assert.equal(now[1], other);
    assert.equal(await fixture.guest.starts("echo.service"), starts + 1);
    fixture.api.push(tokens.echo, "/version", 8);
    assert.match((await fixture.api.waitForMessage(tokens.echo, ({ chatId }) => chatId === 8, 15_000)).text, /2/);
  });

  it("a change that the process need not notice restarts nothing, and is in force", async () => {
    stack(["environment: { BOT_VERSION: 2 }", "description: The echo bot", "tasksMax: 50", "timeoutStopSec: 7"]);
    const earlier = await pids();
    const preview = await fixture.project.preview();
    assert.match(preview.output, /echo\.service on box: no restart: the unit changes/);
    const up = await fixture.project.up();
    assert.equal(up.code, 0, up.output);
    assert.deepEqual(await pids(), earlier);
    assert.deepEqual(
      await fixture.guest.show("echo.service", "Description", "TimeoutStopUSec", "TasksMax", "NeedDaemonReload"),
      {
        Description: "The echo bot",
        TimeoutStopUSec: "7s",
        TasksMax: "50",
        NeedDaemonReload: "no",
      },
    );
  });

  it("a changed [Install] moves the link and restarts nothing", async () => {
    stack(["description: The echo bot", "environment: { BOT_VERSION: 2 }", "tasksMax: 50", "wantedBy: default.target"]);
    const earlier = await pids();
    assert.equal((await fixture.project.up()).code, 0);
    assert.deepEqual(await pids(), earlier);
    const links = await fixture.guest.sh("cd /etc/systemd/system; ls *.wants/echo.service");
    assert.equal(links.trim(), "default.target.wants/echo.service");
  });

  it("a rotated login key restarts nothing, and is the one that counts from then on", async () => {
    const earlier = await pids();
    const key = keyPair();
    const authorized = "/home/deploy/.ssh/authorized_keys";
    await fixture.guest.sh(`cat >>${authorized}`, `${key.public}\n`);
    await fixture.project.must(["config", "set", "--secret", "loginKey"], key.private);
    const preview = await fixture.project.preview("--show-full-output");
    assert.match(preview.output, /~ 3 to update/);
    const up = await fixture.project.up();
    assert.equal(up.code, 0, up.output);
    assert.match(up.output, /~ 3 updated/);
    for (const line of [fixture.server.privateKey, key.private].flatMap((text) => text.split("\n").slice(1, 2)))
      assert.ok(!`${preview.output}${up.output}`.includes(line), "no key is printed");
    assert.deepEqual(await pids(), earlier);
    await fixture.guest.sh(`sed -i 1d ${authorized}`);
    await upHasNothingToDo();
    const own = await readFile(`${fixture.server.privateKeyFile}.pub`, "utf8");
    await fixture.guest.sh(`cat >>${authorized}`, own); // the one that a reboot is watched with
  });

  it("a resource that is renamed keeps its unit's process", async () => {
    fixture.project.writeStack(
      `${hostsYaml(fixture.server)}bots:\n${botYaml("echo", ["wantedBy: default.target", "tasksMax: 50", "environment: { BOT_VERSION: 2 }", "description: The echo bot"])}${botYaml("other").replace("  other:", "  another:\n    description: other\n    unitName: other.service")}`,
    );
    const earlier = await pids();
    const up = await fixture.project.up();
    assert.equal(up.code, 0, up.output);
    assert.match(up.output, /1 deleted|2 deleted/);
    assert.deepEqual(await pids(), earlier);
    stack(["description: The echo bot", "environment: { BOT_VERSION: 2 }", "tasksMax: 50", "wantedBy: default.target"]);
    assert.equal((await fixture.project.up()).code, 0);
    assert.deepEqual(await pids(), earlier);
  });

  it("comes back by itself after kill -9, and up has nothing to do", async () => {
    const pid = await fixture.guest.pid("echo.service");
    await fixture.guest.sh(`kill -9 ${pid}`);
    await fixture.guest.until(
      "echo.service runs again",
      async () => ![0, pid].includes(await fixture.guest.pid("echo.service")),
    );
    await answers("after kill -9");
    await upHasNothingToDo();
  });

  it("comes back by itself after a reboot of the server, and up has nothing to do", async () => {
    // This guest's monotonic clock is the machine's and goes on; a real server's begins anew, and then what was loaded
    // before the reboot seems to be yet to come.
    await fixture.guest.sh("sed -i 's/^loaded=.*/loaded=99999999999999999/' /var/lib/service-unit/*.service");
    await rebootServer(fixture.server);
    await fixture.guest.until("both run", async () => (await pids()).every((pid) => pid > 0), 60);
    await answers("after the reboot");
    await upHasNothingToDo();
  });

  it("a bot stopped and disabled by hand is named in preview and healed by up, once", async () => {
    const [, other] = await pids();
    const starts = await fixture.guest.starts("echo.service");
    await fixture.guest.sh("systemctl disable --now -q echo.service");
    const preview = await fixture.project.preview();
    assert.match(
      preview.output,
      /echo\.service on box: start: it does not run; it is disabled: it would not start at boot/,
    );
    const up = await fixture.project.up();
    assert.equal(up.code, 0, up.output);
    assert.deepEqual(await fixture.guest.show("echo.service", "ActiveState", "UnitFileState"), {
      ActiveState: "active",
      UnitFileState: "enabled",
    });
    await answers("healed");
    assert.equal(await fixture.guest.starts("echo.service"), starts + 1);
    assert.equal(await fixture.guest.pid("other.service"), other);
    await upHasNothingToDo();
  });

  it("a unit edited by hand is put back; its process, which never loaded the edit, is kept", async () => {
    const earlier = await pids();
    const text = await fixture.guest.file("/etc/systemd/system/echo.service");
    await fixture.guest.sh("echo '# a note' >>/etc/systemd/system/echo.service");
    const preview = await fixture.project.preview();
    assert.match(preview.output, /echo\.service on box: no restart: its unit file was edited/);
    assert.equal((await fixture.project.up()).code, 0);
    assert.equal(await fixture.guest.file("/etc/systemd/system/echo.service"), text);
    assert.deepEqual(await pids(), earlier);
  });

  it("a bot that was edited by hand and restarted is restarted from its declared unit", async () => {
    await fixture.guest.sh(`sed -i 's/BOT_VERSION=2/BOT_VERSION=66/' /etc/systemd/system/echo.service
      systemctl daemon-reload; systemctl restart echo.service`);
    assert.equal((await fixture.project.up()).code, 0);
    const pid = await fixture.guest.pid("echo.service");
    assert.match(await fixture.guest.sh(`tr '\\0' '\\n' </proc/${pid}/environ`), /^BOT_VERSION=2$/m);
  });

  it("an edit by hand that is loaded but not started is put back, and its process kept", async () => {
    const earlier = await pids();
    await fixture.guest.sh(
      `sed -i 's/BOT_VERSION=2/BOT_VERSION=66/' /etc/systemd/system/echo.service; systemctl daemon-reload`,
    );
    assert.equal((await fixture.project.up()).code, 0);
    assert.deepEqual(await pids(), earlier);
    assert.match((await fixture.guest.show("echo.service", "Environment")).Environment ?? "", /BOT_VERSION=2$/);
  });

  it("a bot that moves to another server leaves the first before it starts on the second, and the other one stays", async () => {
    await removeServer(annexName);
    const annex = await startServer(annexName);
    const there = new Guest(annex);
    const untouched = await there.traces();
    await there.placeBot("other", tokens.other, fixture.api.url);
    await fixture.project.must(["config", "set", "--secret", "annexKey"], annex.privateKey);
    const [declared = ""] = /^ {2}box:\n(?: {4}.*\n)+/m.exec(hostsYaml(annex)) ?? [];
    const second = declared.replace("box:", "annex:").replace("loginKey", "annexKey");
    const hosts = hostsYaml(fixture.server).replace("defaults:\n", `${second}defaults:\n`);
    const echo = [
      "description: The echo bot",
      "environment: { BOT_VERSION: 2 }",
      "tasksMax: 50",
      "wantedBy: default.target",
    ];
    fixture.project.writeStack(`${hosts}bots:\n${botYaml("echo", echo)}${botYaml("other", ["host: annex"])}`);
    const pid = await fixture.guest.pid("echo.service");
    const up = await fixture.project.up();
    assert.equal(up.code, 0, up.output);
    assert.ok(!(await fixture.guest.traces()).includes("other.service"), await fixture.guest.traces());
    assert.equal(await fixture.guest.pid("other.service"), 0);
    assert.ok((await there.pid("other.service")) > 0);
    await answers("from the annex", tokens.other);
    assert.equal(fixture.api.conflicts, 0, "never were there two pollers of one token");
    stack(echo);
    const back = await fixture.project.up();
    assert.equal(back.code, 0, back.output);
    assert.equal(await there.traces(), untouched);
    await answers("at home again", tokens.other);
    assert.equal(await fixture.guest.pid("echo.service"), pid);
  });

  it("a bot that leaves the stack file is removed, and the other one keeps its process", async () => {
    const other = await fixture.guest.pid("other.service");
    fixture.project.writeStack(`${hostsYaml(fixture.server)}bots:\n${botYaml("other")}`);
    const up = await fixture.project.up();
    assert.equal(up.code, 0, up.output);
    assert.deepEqual(await fixture.guest.show("echo.service", "LoadState", "ActiveState"), {
      LoadState: "not-found",
      ActiveState: "inactive",
    });
    assert.ok(!(await fixture.guest.traces()).includes("echo.service"));
    assert.equal(await fixture.guest.pid("other.service"), other);
  });

  it("destroy leaves nothing on the server but the bots' own files", async () => {
    const fresh = await fixture.guest.sh("ls /etc/systemd/system /etc/systemd/system/*.wants | grep -v other.service");
    const destroyed = await fixture.project.pulumi(["destroy", "--yes", "--skip-preview"]);
    assert.equal(destroyed.code, 0, destroyed.output);
    assert.ok(!/other|echo|service-unit/.test(await fixture.guest.traces()), await fixture.guest.traces());
    assert.equal(await fixture.guest.sh("ls /etc/systemd/system /etc/systemd/system/*.wants"), fresh);
    assert.equal(
      (await fixture.guest.sh("systemctl list-units --all --plain --no-legend 'echo*' 'other*'")).trim(),
      "",
    );
    assert.equal((await fixture.guest.sh("pgrep -c -u bot || :")).trim(), "0");
    assert.equal((await fixture.guest.sh("ls /opt/echo")).trim(), "bot.env\nbot.py");
    assert.equal(fixture.api.conflicts, 0, "never were there two pollers of one token");
  });
});
