// What goes wrong with a deployment, on a real server: it fails loudly, and costs no bot.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { keyPair } from "../host/keyPair.ts";
import { botYaml, type Fixture, hostsYaml, makeFixture, skipWithoutServer, tokens } from "./fixture.ts";

const unitFile = "/etc/systemd/system/echo.service";

describe("deployments that fail on a real server", { skip: skipWithoutServer }, () => {
  let fixture: Fixture;
  before(async () => {
    fixture = await makeFixture("test-failures");
  });
  after(() => fixture?.close());

  const stack = (...bots: string[]) =>
    fixture.project.writeStack(`${hostsYaml(fixture.server)}bots:\n${bots.join("")}`);
  const crashing = (afterSeconds: number, restart = "always") => {
    const script = `echo using $BOT_TOKEN; sleep ${afterSeconds}; echo last words; exit 7`;
    return `  echo:\n    environmentFile: /opt/echo/bot.env\n    restart: "${restart}"\n    execStart: [/bin/sh, -c, "${script}"]\n`;
  };
  const logins = () => fixture.guest.sh("journalctl -q -o cat -u ssh | grep -c 'Accepted publickey' || :");

  async function answers(text: string, token: string = tokens.echo): Promise<void> {
    fixture.api.push(token, text, 7);
    await fixture.api.waitForMessage(token, (message) => message.text.includes(text), 15_000);
  }

  it("a wrong host key is refused before anything is sent, in preview with a warning, and in up", async () => {
    const other = keyPair().public.trim();
    fixture.project.writeStack(`${hostsYaml(fixture.server, { hostKey: other })}bots:\n${botYaml("echo")}`);
    const loggedIn = await logins();
    const earlier = await fixture.guest.traces();
    const preview = await fixture.project.preview();
    assert.equal(preview.code, 0, preview.output);
    assert.match(preview.output, /box could not be asked \(.*host key mismatch/);
    const up = await fixture.project.up();
    assert.notEqual(up.code, 0);
    assert.match(up.output, /ssh: handshake failed: ssh: host key mismatch/);
    assert.equal(await fixture.guest.traces(), earlier);
    assert.equal(await logins(), loggedIn, "nobody logged in");
  });

  it("a first deployment whose program is missing is refused with the path, and leaves no unit", async () => {
    stack(botYaml("echo").replace("/usr/bin/python3", "/opt/echo/venv/bin/python3"));
    const up = await fixture.project.up();
    assert.notEqual(up.code, 0);
    assert.match(up.output, /\/opt\/echo\/venv\/bin\/python3/);
    assert.match(up.output, /refused by this server's systemd \(\d+\); nothing was changed/);
    assert.equal((await fixture.guest.show("echo.service", "LoadState")).LoadState, "not-found");
    assert.doesNotMatch(await fixture.guest.traces(), /echo\.service/);
  });

  it("a first deployment that crashes after 2 s fails with the journal and is taken off again", async () => {
    stack(crashing(2));
    const up = await fixture.project.up();
    assert.notEqual(up.code, 0);
    assert.match(up.output, /echo\.service did not stay up for 3 s/);
    assert.match(up.output, /last words/);
    assert.match(up.output, /rolled back: there was no unit before, and there is none now/);
    assert.ok(!up.output.includes(tokens.echo), "a token in the journal is not printed");
    assert.match(up.output, /using \[token\]/);
    assert.equal((await fixture.guest.show("echo.service", "LoadState")).LoadState, "not-found");
    assert.ok(!(await fixture.guest.traces()).includes("echo.service"), await fixture.guest.traces());
  });

  it("the corrected stack file converges", async () => {
    stack(botYaml("echo"), botYaml("other"));
    const up = await fixture.project.up();
    assert.equal(up.code, 0, up.output);
    await answers("corrected");
    await answers("and the other one", tokens.other);
  });

  it("an update that crashes after 2 s puts the old unit back, running, and going back changes nothing", async () => {
    const text = await fixture.guest.file(unitFile);
    const other = await fixture.guest.pid("other.service");
    stack(crashing(2, "no"), botYaml("other")); // what comes back was put back: systemd would not restart it
    const up = await fixture.project.up();
    assert.notEqual(up.code, 0);
    assert.match(up.output, /exit status 7/);
    const [, told] = /rolled back: the unit that was there before runs again \(PID (\d+)\)/.exec(up.output) ?? [];
    assert.equal(told, String(await fixture.guest.pid("echo.service")), up.output);
    assert.equal(await fixture.guest.file(unitFile), text);
    await answers("still here");
    assert.equal(await fixture.guest.pid("other.service"), other);
    stack(botYaml("echo"), botYaml("other"));
    const pid = await fixture.guest.pid("echo.service");
    const back = await fixture.project.up("--expect-no-changes");
    assert.equal(back.code, 0, back.output);
    assert.equal(await fixture.guest.pid("echo.service"), pid);
    // The server remembers what the process that came back was started with, too.
    stack(botYaml("echo", ["description: echo again"]), botYaml("other"));
    const described = await fixture.project.up();
    assert.equal(described.code, 0, described.output);
    assert.equal(await fixture.guest.pid("echo.service"), pid);
  });

  it("an update that crashes at once, or exits with 0, fails as well", async () => {
    for (const [command, restart] of [
      ["exit 3", "always"],
      ["exit 0", "always"],
      ["exit 0", "on-failure"], // systemd calls that a success
    ] as const) {
      stack(`  echo:\n    restart: ${restart}\n    execStart: [/bin/sh, -c, "${command}"]\n`, botYaml("other"));
      const up = await fixture.project.up();
      assert.notEqual(up.code, 0, `${command}: ${up.output}`);
      assert.match(up.output, /rolled back: the unit that was there before runs again/, command);
      await answers(`back after ${command} with ${restart}`);
    }
  });

  it("a wrong working directory and a missing user are told by name", async () => {
    for (const [line, reason] of [
      ["workingDirectory: /opt/nowhere", /WorkingDirectory= can not be entered/],
      ["user: nobody-here", /User= does not exist/],
    ] as const) {
      const bot = botYaml("echo").replace("    workingDirectory: /opt/echo\n", "");
      stack(`${bot}    ${line}\n`, botYaml("other"));
      const up = await fixture.project.up();
      assert.notEqual(up.code, 0);
      assert.match(up.output, reason);
      assert.match(up.output, /rolled back/);
    }
  });

  it("a later program of a unit that is missing is refused while the bot runs on", async () => {
    const pid = await fixture.guest.pid("echo.service");
    stack(botYaml("echo", ["execStop: /usr/bin/no-such-program"]), botYaml("other"));
    const up = await fixture.project.up();
    assert.notEqual(up.code, 0);
    assert.match(up.output, /Command \/usr\/bin\/no-such-program is not executable/);
    assert.equal(await fixture.guest.pid("echo.service"), pid);
    assert.ok(!(await fixture.guest.file(unitFile)).includes("no-such-program"));
  });

  it("one broken bot doesn't keep the other one from its change", async () => {
    const other = await fixture.guest.pid("other.service");
    stack(crashing(1), botYaml("other", ["environment: { BOT_VERSION: 3 }"]));
    const up = await fixture.project.up();
    assert.notEqual(up.code, 0);
    assert.notEqual(await fixture.guest.pid("other.service"), other);
    assert.match(await fixture.guest.file("/etc/systemd/system/other.service"), /BOT_VERSION=3/);
  });

  const version = (number: number, ...more: string[]) =>
    stack(
      botYaml("echo", [`environment: { BOT_VERSION: ${number} }`, ...more]),
      botYaml("other", ["environment: { BOT_VERSION: 3 }"]),
    );
  const versionIsInstalled = (number: number) =>
    fixture.guest.until(
      "the new unit is there",
      async () => (await fixture.guest.file(unitFile)).includes(`BOT_VERSION=${number}\n`),
      60,
    );
  async function converges(number: number): Promise<void> {
    const up = await fixture.project.up();
    assert.equal(up.code, 0, up.output);
    const pid = await fixture.guest.pid("echo.service");
    assert.match(
      await fixture.guest.sh(`tr '\\0' '\\n' </proc/${pid}/environ`),
      new RegExp(`^BOT_VERSION=${number}$`, "m"),
    );
    const again = await fixture.project.up("--expect-no-changes");
    assert.equal(again.code, 0, again.output);
    assert.doesNotMatch(again.output, /could not be asked/);
    assert.equal(await fixture.guest.pid("echo.service"), pid);
  }

  it("an engine that is killed leaves a deployment that goes on, and a state from which the next up converges", async () => {
    version(9, "settleSec: 8");
    const engine = fixture.project.start("up", "--yes", "--skip-preview");
    await versionIsInstalled(9);
    engine.kill("SIGKILL");
    await sleep(1000);
    await fixture.project.must(["cancel", "--yes"]);
    // Another version, while the first still proves itself: whoever comes second has to wait.
    version(10);
    await converges(10);
  });

  it("a deployment that is killed on the server before it restarts the bot is finished by the next up", async () => {
    // A slow generator makes the reload take long, and so keeps the new unit and the old process side by side.
    const generators = "/run/systemd/system-generators";
    await fixture.guest.sh(
      `mkdir ${generators}; printf '#!/bin/sh\\nsleep 3\\n' >${generators}/slow; chmod 755 ${generators}/slow`,
    );
    const pid = await fixture.guest.pid("echo.service");
    version(11);
    const cut = fixture.project.up();
    await versionIsInstalled(11);
    await fixture.guest.sh("pkill -9 -f '[u]nit apply echo'"); // no pattern finds its own command line in this
    await fixture.guest.sh(`rm -r ${generators}`);
    assert.notEqual((await cut).code, 0);
    assert.equal(await fixture.guest.pid("echo.service"), pid, "it still is the old process");
    await converges(11);
  });

  it("a host that is not reached is named in preview, and fails up for that host alone", async () => {
    const bots = () => Promise.all([fixture.guest.pid("echo.service"), fixture.guest.pid("other.service")]);
    const earlier = await bots();
    const text = await fixture.guest.file(unitFile);
    const [near = ""] = /^ {2}box:\n(?: {4}.*\n)+/m.exec(hostsYaml(fixture.server)) ?? [];
    const hosts = hostsYaml(fixture.server, { port: 9 }).replace(
      "defaults:\n",
      `${near.replace("box", "near")}defaults:\n`,
    );
    const nearby = "  nearby:\n    host: near\n    execStart: /bin/sleep infinity\n";
    const echo = botYaml("echo", ["environment: { BOT_VERSION: 12 }"]);
    fixture.project.writeStack(`${hosts}bots:\n${echo}${botYaml("other")}${nearby}`);
    const preview = await fixture.project.preview();
    assert.equal(preview.code, 0, preview.output);
    assert.match(preview.output, /box could not be asked \(.*connection refused/);
    const up = await fixture.project.up();
    assert.notEqual(up.code, 0);
    assert.match(up.output, /dial tcp 127\.0\.0\.1:9: connect: connection refused/);
    assert.deepEqual(await bots(), earlier);
    assert.equal(await fixture.guest.file(unitFile), text);
    assert.equal((await fixture.guest.show("nearby.service", "ActiveState")).ActiveState, "active", up.output);
  });

  it("a stack file with mistakes is refused with every place, and nothing is asked or changed", async () => {
    fixture.project.writeStack(
      `${hostsYaml(fixture.server)}bots:\n${botYaml("echo", ["memoryMax: 12", "restrat: always"])}`,
    );
    const earlier = [await fixture.guest.traces(), await fixture.guest.pid("echo.service"), await logins()];
    const up = await fixture.project.up();
    assert.notEqual(up.code, 0);
    assert.match(
      up.output,
      /error: \S*stacks\/test\.yaml:18:16: bots\.echo\.memoryMax: expected a size like "256M", "50%" or "infinity", received 12\n/,
    );
    assert.match(
      up.output,
      /error: \S*stacks\/test\.yaml:19:5: bots\.echo\.restrat: unknown key; did you mean "restart"\?\n/,
    );
    assert.deepEqual(
      [await fixture.guest.traces(), await fixture.guest.pid("echo.service"), await logins()],
      earlier,
      "nobody logged in, nothing changed",
    );
  });

  it("a directive that is newer than the server's systemd is refused in preview and up, once the server has said its version", async () => {
    stack(botYaml("echo", ["service: { MemoryZSwapMax: 1G, RestartSteps: 3 }"]));
    const earlier = [await fixture.guest.traces(), await fixture.guest.pid("echo.service")];
    for (const run of [await fixture.project.preview(), await fixture.project.up()]) {
      assert.notEqual(run.code, 0);
      const findings = run.output.match(/(?<=error: \S*stacks\/)test\.yaml:.*/g);
      assert.deepEqual(
        [...new Set(findings)],
        [
          "test.yaml:18:16: bots.echo.service.MemoryZSwapMax: MemoryZSwapMax= came with systemd 253; the server's 252 ignores it (newer-directive)",
          "test.yaml:18:36: bots.echo.service.RestartSteps: RestartSteps= came with systemd 254; the server's 252 ignores it (newer-directive)",
        ],
      );
    }
    assert.deepEqual([await fixture.guest.traces(), await fixture.guest.pid("echo.service")], earlier);
  });

  it("a value that the stack's config lacks is named with the command that sets it", async () => {
    stack(botYaml("echo"));
    await fixture.project.must(["config", "rm", "loginKey"]);
    const preview = await fixture.project.preview();
    assert.notEqual(preview.code, 0);
    assert.match(
      preview.output,
      /the stack's config has no "loginKey": npx pulumi config set --secret loginKey --stack test < FILE/,
    );
    assert.ok(!preview.output.includes("node_modules"), "no stack trace");
  });
});
