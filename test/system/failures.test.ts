// What goes wrong with a deployment, on a real server: it fails loudly, and costs no bot.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { keyPair } from "../../host/keyPair.ts";
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
  const crashing = (afterSeconds: number) => {
    const script = `echo using $BOT_TOKEN; sleep ${afterSeconds}; echo last words; exit 7`;
    return `  echo:\n    environmentFile: /opt/echo/bot.env\n    execStart: [/bin/sh, -c, "${script}"]\n`;
  };

  it("a wrong host key is refused before anything is sent, in preview with a warning, and in up", async () => {
    const other = keyPair().public.trim();
    fixture.project.writeStack(`${hostsYaml(fixture.server, { hostKey: other })}bots:\n${botYaml("echo")}`);
    const logins = () => fixture.guest.sh("journalctl -q -o cat -u ssh | grep -c 'Accepted publickey' || :");
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
    fixture.api.push(tokens.echo, "corrected", 1);
    await fixture.api.waitForMessage(tokens.echo, ({ text }) => text.includes("corrected"), 15_000);
  });

  it("an update that crashes after 2 s puts the old unit back, running, and going back changes nothing", async () => {
    const text = await fixture.guest.file(unitFile);
    const other = await fixture.guest.pid("other.service");
    stack(crashing(2), botYaml("other"));
    const up = await fixture.project.up();
    assert.notEqual(up.code, 0);
    assert.match(up.output, /exit status 7/);
    assert.match(up.output, /rolled back: the unit that was there before runs again \(PID \d+\)/);
    assert.equal(await fixture.guest.file(unitFile), text);
    fixture.api.push(tokens.echo, "still here", 2);
    await fixture.api.waitForMessage(tokens.echo, ({ text: said }) => said.includes("still here"), 15_000);
    assert.equal(await fixture.guest.pid("other.service"), other);
    stack(botYaml("echo"), botYaml("other"));
    const pid = await fixture.guest.pid("echo.service");
    const back = await fixture.project.up("--expect-no-changes");
    assert.equal(back.code, 0, back.output);
    assert.equal(await fixture.guest.pid("echo.service"), pid);
  });

  it("an update that crashes at once, or exits with 0, fails as well", async () => {
    for (const command of ["exit 3", "exit 0"]) {
      stack(`  echo:\n    execStart: [/bin/sh, -c, "${command}"]\n`, botYaml("other"));
      const up = await fixture.project.up();
      assert.notEqual(up.code, 0, `${command}: ${up.output}`);
      assert.match(up.output, /rolled back: the unit that was there before runs again/, command);
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

  it("an engine that is killed in the middle leaves a state from which the next up converges", async () => {
    stack(botYaml("echo", ["environment: { BOT_VERSION: 9 }"]), botYaml("other", ["environment: { BOT_VERSION: 3 }"]));
    const engine = fixture.project.start("up", "--yes", "--skip-preview");
    await fixture.guest.until(
      "the new unit is there",
      async () => (await fixture.guest.file(unitFile)).includes("=9"),
      60,
    );
    engine.kill("SIGKILL");
    await sleep(1000);
    await fixture.project.must(["cancel", "--yes"]);
    const up = await fixture.project.up();
    assert.equal(up.code, 0, up.output);
    const pid = await fixture.guest.pid("echo.service");
    assert.match(await fixture.guest.sh(`tr '\\0' '\\n' </proc/${pid}/environ`), /^BOT_VERSION=9$/m);
    const again = await fixture.project.up("--expect-no-changes");
    assert.equal(again.code, 0, again.output);
    assert.equal(await fixture.guest.pid("echo.service"), pid);
  });

  it("a host that is not reached is named in preview, and fails up for that host", async () => {
    const text = `${hostsYaml(fixture.server, { port: 9 })}bots:\n${botYaml("echo", ["environment: { BOT_VERSION: 10 }"])}`;
    fixture.project.writeStack(text);
    const preview = await fixture.project.preview();
    assert.equal(preview.code, 0, preview.output);
    assert.match(preview.output, /box could not be asked \(.*connection refused/);
  });

  it("a stack file with mistakes is refused with every place, and nothing is asked or changed", async () => {
    fixture.project.writeStack(
      `${hostsYaml(fixture.server)}bots:\n${botYaml("echo", ["memoryMax: 12", "restrat: always"])}`,
    );
    const up = await fixture.project.up();
    assert.notEqual(up.code, 0);
    assert.match(up.output, /test\.yaml:18:16: bots\.echo\.memoryMax: expected .*, received 12/);
    assert.match(up.output, /test\.yaml:19:5: bots\.echo\.restrat: .*did you mean "restart"/);
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
