import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseStack } from "../../stacks/loadStack.ts";
import { StackConfigError } from "../../stacks/stackConfigError.ts";

/** What the loader says to a stack, without places and the value's path. */
function problems(hosts: unknown, bots: unknown, path: string): string[] {
  try {
    parseStack(JSON.stringify({ hosts, bots }), "s.yaml");
  } catch (error) {
    assert.ok(error instanceof StackConfigError, String(error));
    return error.findings.map((finding) =>
      `${finding.path}: ${finding.message}`.replace(path === "" ? path : `${path}: `, ""),
    );
  }
  return [];
}

const vps = { address: "203.0.113.10", user: "deploy", hostKey: { config: "k" }, agent: true };
const bot = { host: "vps", user: "bot", execStart: "/bin/a" };

function expectParameter(name: string, value: unknown, ...expected: string[]): void {
  const title = `${name}: ${JSON.stringify(value).slice(0, 60)} ${expected.length > 0 ? `- ${expected.join("; ").slice(0, 90)}` : "is right"}`;
  it(title, () => assert.deepEqual(problems({ vps }, { e: { ...bot, [name]: value } }, `bots.e.${name}`), expected));
}

describe("a bot's parameters", () => {
  const odd = "has a quote, a backslash or a control character, which no word can hold here";
  const emptyList = "is an empty list (null leaves a setting out)";

  expectParameter("description", "Эхо 👋 100%% of %n");
  expectParameter("description", "", "is empty");
  expectParameter("description", "a\nb", "has a line break, where a directive is one line");
  expectParameter("description", ["a"], "expected a string, received a list");
  expectParameter("description", null);
  for (const value of [0, 2.5, "15min", "1min 30s", "500ms", "2.5 h", "infinity"]) expectParameter("restartSec", value);
  const timespan = 'expected a number of seconds or a string like "1min 30s", received';
  expectParameter("restartSec", -1, `${timespan} -1`);
  expectParameter("restartSec", 1e21, `${timespan} 1e+21`);
  expectParameter("restartSec", "10 parsecs", `${timespan} "10 parsecs"`);
  expectParameter("restartSec", "1min 30", `${timespan} "1min 30"`);
  expectParameter("restartSec", true, `${timespan} true`);
  for (const value of ["256M", "1.5G", "50%", "infinity", "1048576"]) expectParameter("memoryMax", value);
  expectParameter("memoryMax", 12, 'expected a string like "256M", received 12');
  expectParameter("memoryMax", "256 MB", 'expected a string like "256M", received "256 MB"');
  expectParameter("cpuQuota", "150%");
  expectParameter("cpuQuota", "50", 'expected a string like "50%", received "50"');
  for (const value of [100, "10%", "infinity"]) expectParameter("tasksMax", value);
  expectParameter("tasksMax", 0, 'expected a whole number, "10%" or "infinity", received 0');
  expectParameter("tasksMax", 1.5, 'expected a whole number, "10%" or "infinity", received 1.5');
  expectParameter("limitNOFILE", "1024:infinity");
  expectParameter("limitNOFILE", "many", 'expected a whole number, "infinity" or "SOFT:HARD", received "many"');
  expectParameter("startLimitBurst", 30);
  expectParameter("startLimitBurst", "30", 'expected a whole number from 0 to 4294967295, received "30"');
  expectParameter("nice", 20, "expected a whole number from -20 to 19, received 20");
  expectParameter("nice", 1.5, "expected a whole number from -20 to 19, received 1.5");
  expectParameter("umask", "0077");
  expectParameter("umask", 77, 'expected octal digits in quotes like "0077", received 77');
  expectParameter("umask", "0088", 'expected octal digits in quotes like "0077", received "0088"');
  expectParameter("type", "exec");
  const types = "simple, exec, forking, oneshot, dbus, notify, notify-reload, idle";
  expectParameter("type", "Simple", `expected one of ${types}, received "Simple"`);
  expectParameter("protectSystem", "strict");
  expectParameter("protectSystem", false);
  expectParameter("protectSystem", "yes", 'expected true, false, or one of full, strict, received "yes"');
  expectParameter("killSignal", "SIGRTMIN+3");
  expectParameter("killSignal", "SIGFOO", 'expected a signal like "SIGINT", received "SIGFOO"');
  expectParameter("killSignal", 9, 'expected a signal like "SIGINT", received 9');
  expectParameter("group", "1000");
  expectParameter(
    "group",
    1000,
    'expected the name of a user or group (a number in quotes, like "1000"), received 1000',
  );
  expectParameter(
    "group",
    "a b",
    'expected the name of a user or group (a number in quotes, like "1000"), received "a b"',
  );
  for (const value of ["journal", "append:/var/log/a b.log", "fd:stored"]) expectParameter("standardOutput", value);
  const output = 'expected where output goes, like "journal" or "append:/var/log/bot.log", received';
  expectParameter("standardOutput", "syslog", `${output} "syslog"`);
  expectParameter("standardOutput", "append:x.log", `${output} "append:x.log"`);
  for (const value of ["/opt/my bot", "~", "-/opt/x", "%S/x"]) expectParameter("workingDirectory", value);
  expectParameter("workingDirectory", "bot", 'is no absolute path: "bot"');
  expectParameter("workingDirectory", "~/bot", 'is "~/bot", but systemd does not know "~" here: write the whole path');
  expectParameter("workingDirectory", "/a/../b", 'has ".." in it, which systemd refuses: "/a/../b"');
  expectParameter("workingDirectory", `/${"a".repeat(256)}`, "has a name of more than 255 bytes");
  expectParameter("workingDirectory", "/a".repeat(2048), "is longer than 4095 bytes");
  expectParameter("environmentFile", ["/etc/a b.env", "-/etc/b.env"]);
  expectParameter("environmentFile", "b.env", 'is no absolute path: "b.env"');
  expectParameter("readWritePaths", "/a -/b");
  expectParameter("readWritePaths", ["/a", "b"], 'is no absolute path: "b"'.replace(/^/, "bots.e.readWritePaths[1]: "));
  expectParameter("readWritePaths", '/a"b', odd);
  expectParameter("stateDirectory", ["bot", "bot/data"]);
  expectParameter("stateDirectory", "/var/lib/bot", 'is no plain name of a folder: "/var/lib/bot"');
  expectParameter("stateDirectory", "a/../b", 'is no plain name of a folder: "a/../b"');
  expectParameter("after", ["a.target", "b.service c.service", "alert@%n.service"]);
  expectParameter("after", [], emptyList);
  expectParameter("after", "network", '"network" is no full unit name: it needs a name and a type, as in echo.service');
  expectParameter("after", "a.target  b.target", "has white space at an end, or two in a row");
  expectParameter("after", 1, "expected a unit name like redis.service, or a list of them, received 1");
  expectParameter("slice", "a/b.slice", '"a/b.slice" has "/", where only letters, digits and : _ . \\ @ - may stand');
  expectParameter("documentation", ["https://example.org", "man:bot(1)"]);
  expectParameter(
    "documentation",
    "example.org",
    'has "example.org", where https://…, man:…, file:… or info:… is expected',
  );
  expectParameter("capabilityBoundingSet", "");
  expectParameter("restrictAddressFamilies", "AF_INET\nUser=root", odd);
  expectParameter("successExitStatus", [0, 255, "SIGTERM", "TEMPFAIL 1"]);
  const status = "expected an exit status from 0 to 255, or a name like SIGTERM, received";
  expectParameter("successExitStatus", 256, `${status} 256`);
  expectParameter("successExitStatus", [1, true], `bots.e.successExitStatus[1]: ${status} true`);
  expectParameter(
    "successExitStatus",
    "sigterm",
    'has "sigterm", where exit statuses (0 to 255, or names) and signals like SIGTERM are expected',
  );
  expectParameter("environment", { A: "x\n\t%$\"'", _b1: 5, C: false, D: null });
  expectParameter("environment", { "A B": "x" }, 'bots.e.environment["A B"]: expected a variable name, received "A B"');
  expectParameter(
    "environment",
    { A: "\0" },
    "bots.e.environment.A: has a NUL character, which no process can be given",
  );
  const secret =
    "bots.e.environment.A: expected a string, a number, true or false (a secret belongs into environmentFile), received a map";
  expectParameter("environment", { A: { secret: "x" } }, secret);
  expectParameter("environment", ["A=1"], "expected a map of variables, received a list");
  expectParameter("execStart", ["/bin/a", "&&", "x y"]);
  expectParameter("execStart", [], "is empty: it needs at least the path of a program");
  expectParameter("execStart", ["/bin/a", 8080], "bots.e.execStart[1]: expected a word in quotes, received 8080");
  const line = 'a command line like "/usr/bin/python3 /opt/bot/bot.py" or a list of words';
  expectParameter("execStart", 5, `expected ${line}, received 5`);
  expectParameter("execStart", [["/bin/a"]], "bots.e.execStart[0]: expected a word in quotes, received a list");
  expectParameter("execStop", [["/bin/a", "x"], "-/bin/b $MAINPID"]);
  expectParameter("execStop", ["a", "b"], 'has to start with the absolute path of a program, not with "a"');
  expectParameter(
    "execStop",
    [["/bin/a"], "b c"],
    'bots.e.execStop[1]: has to start with the absolute path of a program, not with "b"',
  );
  expectParameter("execStop", [["/bin/a"], 5], "bots.e.execStop[1]: expected a word, or a command, received 5");
  expectParameter(
    "execStop",
    [["/bin/a"], ["/bin/b", 5]],
    "bots.e.execStop[1][1]: expected a word in quotes, received 5",
  );
  expectParameter("execStop", [], "is empty: it needs at least the path of a program");
  expectParameter("settleSec", 300);
  const settle = "expected a whole number of seconds from 1 to 300, received";
  for (const value of [0, 301, 1.5, "10"]) expectParameter("settleSec", value, `${settle} ${JSON.stringify(value)}`);
  expectParameter("unit", "a/b.service", 'has "/", where only letters, digits and : _ . \\ @ - may stand');
  expectParameter("unit", "a.timer", "is no service: the name has to end in .service");
  expectParameter("host", 5, "expected the name of a host, received 5");
  expectParameter("MemoryMax", "1G", 'unknown key; did you mean "memoryMax"?');
  expectParameter("working_directory", "/x", 'unknown key; did you mean "workingDirectory"?');
  expectParameter("xyzzy", 1, "unknown key");
});

function expectHost(given: Record<string, unknown>, ...expected: string[]): void {
  const title = `${JSON.stringify(given).slice(0, 70)} ${expected.length > 0 ? `- ${expected.join("; ").slice(0, 90)}` : "is right"}`;
  const { agent: _, ...noLogin } = vps;
  const host =
    "privateKey" in given || "password" in given || "agent" in given ? { ...noLogin, ...given } : { ...vps, ...given };
  it(title, () => assert.deepEqual(problems({ vps: host }, {}, "hosts.vps"), expected));
}

describe("a host", () => {
  for (const address of ["example.org", "localhost", "2001:db8::1", "a-b.c_d.example.", { config: "x" }])
    expectHost({ address });
  expectHost({ address: "deploy@h" }, "hosts.vps.address: has a user in it: give user on its own");
  expectHost({ address: "h:22" }, "hosts.vps.address: has a port in it: give port on its own");
  expectHost({ address: "1.2.3.256" }, 'hosts.vps.address: is no IP address: "1.2.3.256"');
  expectHost({ address: "-oProxyCommand=x" }, 'hosts.vps.address: is no host name: "-oProxyCommand=x"');
  expectHost(
    { address: 1.5 },
    "hosts.vps.address: expected a host name or an IP address, or { config: NAME }, received 1.5",
  );
  expectHost(
    { address: { confg: "x" } },
    "hosts.vps.address.config: expected a name in Pulumi's config, received nothing",
    'hosts.vps.address.confg: unknown key; did you mean "config"?',
  );
  expectHost({ port: 2222 });
  expectHost({ port: { config: "p" } });
  for (const port of [0, 65536, "22"]) {
    const alternative = typeof port === "string" ? ", or { config: NAME }" : "";
    expectHost(
      { port },
      `hosts.vps.port: expected a port from 1 to 65535${alternative}, received ${JSON.stringify(port)}`,
    );
  }
  expectHost({ user: "a b" }, 'hosts.vps.user: expected the user to log in as, received "a b"');
  expectHost({ user: "-l root" }, 'hosts.vps.user: expected the user to log in as, received "-l root"');
  expectHost(
    { hostKey: "SHA256:abc" },
    "hosts.vps.hostKey: is a fingerprint: give the key itself, as ssh-keyscan prints it",
  );
  expectHost({ hostkey: "x" }, 'hosts.vps.hostkey: unknown key; did you mean "hostKey"?');
  expectHost({ privateKey: { secret: "k" }, privateKeyPassword: { secret: "p" } });
  expectHost({ password: { secret: "p" } });
  expectHost({ privateKey: { secret: "k" }, agent: true }, "has privateKey and agent: give one way to log in");
  expectHost({ agent: undefined }, "has no way to log in: give privateKey, password or agent: true");
  expectHost({ agent: false }, "hosts.vps.agent: expected true, received false");
  expectHost({ privateKeyPassword: { secret: "p" } }, "hosts.vps.privateKeyPassword: is of no use without privateKey");
  const jump = { address: "j", user: "u", hostKey: { config: "jk" }, agent: true };
  expectHost({ jump });
  expectHost(
    { jump: { ...jump, agent: undefined } },
    "hosts.vps.jump: has no way to log in: give privateKey, password or agent: true",
  );
  expectHost({ jump: { ...jump, jump } }, "hosts.vps.jump.jump: unknown key");
  expectHost(
    { jump: { ...jump, hostKey: undefined } },
    'hosts.vps.jump.hostKey: expected the public key of the host, like "ssh-ed25519 AAAA…", or { config: NAME }, received nothing',
  );

  it("that lacks a login is told so together with its other faults", () => {
    const { agent: _, hostKey: __, ...half } = vps;
    assert.deepEqual(problems({ vps: { ...half, port: "x", usr: 1 } }, {}, "hosts.vps").sort(), [
      "has no way to log in: give privateKey, password or agent: true",
      'hosts.vps.hostKey: expected the public key of the host, like "ssh-ed25519 AAAA…", or { config: NAME }, received nothing',
      'hosts.vps.port: expected a port from 1 to 65535, or { config: NAME }, received "x"',
      'hosts.vps.usr: unknown key; did you mean "user"?',
    ]);
  });
});

it("hosts and bots have plain names", () => {
  const message = (path: string, name: string) =>
    `${path}: expected a name of letters, digits and . _ - that starts with a letter or digit, received ${JSON.stringify(name)}`;
  assert.deepEqual(problems({ "-x": vps }, { "../a": bot, "a/b": {} }, ""), [
    message("hosts.-x", "-x"),
    message('bots["../a"]', "../a"),
    message('bots["a/b"]', "a/b"),
  ]);
});
