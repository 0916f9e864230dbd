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
  const emptyList = "is an empty list (null leaves a setting out)";
  const lineBreak = "has a line break, where a directive is one line";

  expectParameter("description", "Эхо 👋 100%% of %n");
  expectParameter("description", "a\nb", lineBreak);
  expectParameter("description", "\ud800", "has half of a surrogate pair, which is no character");
  expectParameter("description", " a", "starts or ends with white space, which systemd strips");
  expectParameter("description", ["a"], 'expected a text, in which a percent sign is written "%%", received a list');
  expectParameter("description", null);
  for (const value of [0, 2.5, "15min", "1min 30s", "500ms", "2.5 h", "infinity"]) expectParameter("restartSec", value);
  const time = 'expected a time like "90", "1min 30s" or "infinity", received';
  expectParameter("restartSec", -1, `${time} "-1"; a time can't be negative`);
  expectParameter(
    "restartSec",
    "10 parsecs",
    `${time} "10 parsecs"; units are us, ms, s, min, h, d, w, M (months) and y`,
  );
  expectParameter("restartSec", true, `${time} true`);
  for (const value of ["256M", "1.5G", "50%", "infinity", "1048576"]) expectParameter("memoryMax", value);
  const memory = 'expected a size like "256M", "50%" or "infinity", received';
  expectParameter("memoryMax", 12, `${memory} 12`);
  expectParameter("memoryMax", "256MB", `${memory} "256MB"; write "256M": the suffixes are K, M, G, T, P and E`);
  expectParameter("cpuQuota", "150%");
  expectParameter("cpuQuota", 50, 'expected a percentage like "50%" or, for two CPUs, "200%", received 50');
  for (const value of [100, "10%", "infinity"]) expectParameter("tasksMax", value);
  expectParameter("tasksMax", 0, 'expected a whole number, "10%" or "infinity", received "0"');
  expectParameter("limitNOFILE", "1024:infinity");
  for (const value of [30, "30"]) expectParameter("startLimitBurst", value);
  expectParameter("nice", 20, 'expected a whole number from -20 to 19, received "20"');
  expectParameter("nice", [1], "expected a whole number from -20 to 19, received a list");
  expectParameter("umask", "0077");
  expectParameter("umask", 77, 'expected octal digits in quotes like "0750", received 77');
  expectParameter("type", "exec");
  const types = "simple, forking, oneshot, dbus, notify, idle, exec or notify-reload";
  expectParameter("type", "Simple", `expected ${types}, received "Simple"; did you mean "simple"?`);
  expectParameter("type", false, `expected ${types}, received false`);
  for (const value of ["strict", false, "yes"]) expectParameter("protectSystem", value);
  expectParameter("protectSystem", 1, "expected true, false, full or strict, received 1");
  for (const value of [true, "no"]) expectParameter("remainAfterExit", value);
  expectParameter("remainAfterExit", 1, "expected true or false, received 1");
  expectParameter("remainAfterExit", "maybe", 'expected yes or no, received "maybe"');
  expectParameter("killSignal", "SIGRTMIN+3");
  expectParameter("killSignal", { a: 1 }, 'expected a signal like "SIGTERM", received a map');
  for (const value of ["1000", 1000, "bots"]) expectParameter("group", value);
  for (const value of ["journal", "append:/var/log/a b.log", "fd:stored"]) expectParameter("standardOutput", value);
  for (const value of ["/opt/my bot", "~", "-/opt/x", "%S/x"]) expectParameter("workingDirectory", value);
  expectParameter("environmentFile", ["/etc/a b.env", "-/etc/b.env"]);
  const paths = "bots.e.readWritePaths[1]: expected absolute paths, received";
  expectParameter("readWritePaths", ["/a", "b"], `${paths} "b"`);
  expectParameter("readWritePaths", ["/a", 1], `${paths} 1`);
  expectParameter("readWritePaths", 1, "expected absolute paths, or a list of such, received 1");
  expectParameter("after", ["a.target", "b.service c.service", "alert@%n.service"]);
  expectParameter("after", [], emptyList);
  expectParameter("after", 1, 'expected unit names like "redis.service", or a list of such, received 1');
  for (const value of ["", ["CAP_CHOWN", ""]]) expectParameter("capabilityBoundingSet", value);
  expectParameter("restrictAddressFamilies", "AF_INET\nUser=root", lineBreak);
  expectParameter("successExitStatus", [0, 255, "SIGTERM", "TEMPFAIL 1"]);
  const status = 'expected exit statuses (0 to 255, or names like "TEMPFAIL") and signals like "SIGTERM", received';
  expectParameter("successExitStatus", [1, 256], `bots.e.successExitStatus[1]: ${status} "256"`);
  expectParameter("successExitStatus", [1, true], `bots.e.successExitStatus[1]: ${status} true`);
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
  expectParameter("execStart", ["/bin/a", "&&", "x y", "%$\n"]);
  expectParameter("execStart", [], "is empty: it needs at least the path of a program");
  const word = "expected a word in quotes, or a command, received";
  expectParameter("execStart", ["/bin/a", 8080], `bots.e.execStart[1]: ${word} 8080`);
  expectParameter("execStart", "/bin/a\n/bin/b", lineBreak);
  const nul = "can't be a command: an argument has a NUL character, which no process can be given";
  expectParameter("execStart", ["/bin/a", "\0"], nul);
  const line = "a command line, a list of words, or a list of such commands";
  expectParameter("execStart", 5, `expected ${line}, received 5`);
  expectParameter("execStop", [["/bin/a", "x"], "-/bin/b $MAINPID"]);
  expectParameter("execStop", [["/bin/a"], 5], `bots.e.execStop[1]: ${word} 5`);
  expectParameter(
    "execStop",
    [["/bin/a"], ["/bin/b", 5]],
    "bots.e.execStop[1][1]: expected a word in quotes, received 5",
  );
  expectParameter(
    "execStop",
    [["/bin/a"], []],
    "bots.e.execStop[1]: is empty: it needs at least the path of a program",
  );
  expectParameter("execStop", [["/bin/a"], "/bin/b\r"], `bots.e.execStop[1]: ${lineBreak}`);
  expectParameter("MemoryMax", "1G", 'unknown key; did you mean "memoryMax"?');
  expectParameter("working_directory", "/x", 'unknown key; did you mean "workingDirectory"?');
  expectParameter("xyzzy", 1, "unknown key");
});

describe("a bot's presets", () => {
  const command = (name: string) => (name === "python" || name === "node" ? { execStart: null } : {});
  const expectPreset = (name: string, value: unknown, ...expected: string[]) => {
    const title = `${name}: ${JSON.stringify(value)} ${expected.length > 0 ? `- ${expected.join("; ")}` : "is right"}`;
    const found = () =>
      problems(
        { vps },
        { e: { ...bot, workingDirectory: "/opt/bot", ...command(name), [name]: value } },
        `bots.e.${name}`,
      );
    it(title, () => assert.deepEqual(found(), expected));
  };
  expectPreset("python", { script: "bot.py", args: ["-v", 8080] });
  expectPreset("python", { module: "bot", venv: null });
  expectPreset("python", { module: "bot", script: "x" }, "bots.e.python.module: can't be given with script");
  expectPreset("python", {}, "has no script: give script, or module");
  expectPreset("python", "bot.py", 'expected a map of venv, script or module, and args, received "bot.py"');
  expectPreset("python", { scipt: "x" }, 'bots.e.python.scipt: unknown key; did you mean "script"?');
  expectPreset("python", { script: 5 }, "bots.e.python.script: expected a file, received 5");
  expectPreset(
    "python",
    { script: "a", args: [true] },
    "bots.e.python.args[0]: expected a word or a number, received true",
  );
  expectPreset("node", { entry: "dist/main.js", program: "/opt/node/bin/node" });
  expectPreset("node", {}, "bots.e.node.entry: expected the file to run, received nothing");
  expectPreset("node", { entry: "a\nb" }, "bots.e.node.entry: has a line break, where a directive is one line");
  expectPreset("timezone", "Europe/Berlin");
  expectPreset("timezone", "Berlin", 'expected a time zone like "Europe/Berlin", received "Berlin"');
  expectPreset("timezone", 2, 'expected a time zone like "Europe/Berlin", received 2');
  expectPreset("hardening", "safe");
  expectPreset("hardening", "strict", 'expected "safe", received "strict"');
  expectPreset("dependencies", ["redis.service", "postgresql.service"]);
  expectPreset(
    "dependencies",
    "redis",
    'expected unit names like "redis.service", received "redis"; did you mean "redis.service"?',
  );
  expectPreset("dependencies", [1], "bots.e.dependencies[0]: expected a unit name like redis.service, received 1");
  for (const name of ["python", "node", "timezone", "hardening", "dependencies", "unit", "service", "install"]) {
    it(`${name}: null is right`, () => assert.deepEqual(problems({ vps }, { e: { ...bot, [name]: null } }, ""), []));
  }
});

describe("what is said about a bot besides its unit", () => {
  expectParameter("settleSec", 300);
  const settle = "expected a whole number of seconds from 1 to 300, received";
  for (const value of [0, 301, 1.5, "10"]) expectParameter("settleSec", value, `${settle} ${JSON.stringify(value)}`);
  expectParameter("unitName", "a/b.service", 'has "/", where only letters, digits and : _ . \\ @ - may stand');
  expectParameter("unitName", "a.timer", "is no service: the name has to end in .service");
  expectParameter("host", 5, "expected the name of a host, received 5");
  for (const value of ["restart", "none"]) expectParameter("onChange", value);
  expectParameter("onChange", "stop", 'expected one of restart, reload, none, received "stop"');
  for (const value of [[], ["no-user", "token"]]) expectParameter("allow", value);
  expectParameter("allow", "token", 'expected a list of rules like ["no-user"], received "token"');
  expectParameter("allow", ["no-usr"], 'bots.e.allow[0]: unknown rule "no-usr"; did you mean "no-user"?');
  expectParameter("allow", ["toString"], 'bots.e.allow[0]: unknown rule "toString"');
});

describe("a list of strings", () => {
  const trap = (name: string, path: string) =>
    `bots.e.${name}[0]: has white space in the path of a program, ${path}: a list of strings holds the words of one command; a list in a list is several, or means just that path`;
  expectParameter("execStart", ["/usr/bin/python3 bot.py"], trap("execStart", '"/usr/bin/python3 bot.py"'));
  expectParameter("execStartPre", ["/bin/a x", "/bin/b y"], trap("execStartPre", '"/bin/a x"'));
  expectParameter("service", { ExecStop: ["/bin/a\tx"] }, trap("service.ExecStop", '"/bin/a\\tx"'));
  expectParameter("execStartPre", [["/opt/my bot/run", "x y"]]);
  expectParameter("execStartPre", ["/bin/a", "x y"]);
  expectParameter(
    "description",
    "a\n",
    "ends in a line break, where a directive is one line: write >- or |- for the > or | of YAML",
  );
});

describe("raw directives", () => {
  const name = "service";
  expectParameter(name, { MemoryMax: "1G", Nice: -5, PrivateTmp: true, "X-Own": "anything", CPUWeight: "idle" });
  expectParameter(name, { Environment: { A: "x y" }, ExecStop: [["/bin/a", "b c"]], EnvironmentFile: ["/a", "/b"] });
  expectParameter(name, { Environment: ["A=1", "B=2"], LimitNOFILE: null });
  expectParameter(name, "MemoryMax=1G", 'expected a map of directives of [Service], received "MemoryMax=1G"');
  expectParameter(
    "unit",
    "echo.service",
    'expected a map of directives of [Unit] (the unit\'s name is given as unitName), received "echo.service"',
  );
  expectParameter("install", [], "expected a map of directives of [Install], received a list");
  const memory = 'expected a size like "256M", "50%" or "infinity", received';
  expectParameter(name, { MemoryMax: 1 }, `bots.e.service.MemoryMax: ${memory} 1`);
  expectParameter(
    name,
    { Nice: { a: 1 } },
    "bots.e.service.Nice: expected a whole number from -20 to 19, received a map",
  );
  const nul = "has a NUL character, which no process can be given";
  expectParameter(name, { Environment: { A: "\0" } }, `bots.e.service.Environment.A: ${nul}`);
  expectParameter(name, { Slice: "a\nb" }, "bots.e.service.Slice: has a line break, where a directive is one line");
  const unknown = "bots.e.service.Foo: unknown directive Foo= in [Service], which systemd ignores";
  expectParameter(name, { Foo: [1, "a"] }, unknown);
  expectParameter(
    name,
    { Foo: { a: 1 } },
    "bots.e.service.Foo: expected a string, a number, true or false, or a list of such, received a map",
  );
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
  expectHost({ address: { confg: "x" } }, 'hosts.vps.address.confg: unknown key; did you mean "config"?');
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
  for (const systemd of [245, 400]) expectHost({ systemd });
  for (const systemd of [244, 401, "252", 252.5]) {
    const received = JSON.stringify(systemd);
    expectHost({ systemd }, `hosts.vps.systemd: expected a version of systemd from 245 to 400, received ${received}`);
  }
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
