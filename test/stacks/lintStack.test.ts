import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseStack } from "../../stacks/loadStack.ts";
import { type Finding, findingText, StackConfigError } from "../../stacks/stackConfigError.ts";
import { type Rule, rules } from "../../systemd/lint/rules.ts";

const host = (more: string) =>
  `hosts: { vps: { address: 203.0.113.10, user: u, hostKey: { config: k }, agent: true${more} } }\n`;
const usual = ["host: vps", "user: bot", "execStart: /bin/a"];

/** A stack of one bot, `e`: what it needs stands in lines 4 to 6 as far as it isn't given, the given lines follow. */
function stackOf(lines: readonly string[], systemd?: number): string {
  const given = new Set(lines.map((line) => line.split(":")[0]));
  const needed = usual.filter((line) => !given.has(line.split(":")[0]));
  const more = systemd === undefined ? "" : `, systemd: ${systemd}`;
  return `${host(more)}bots:\n  e:\n    ${[...needed, ...lines].join("\n    ")}\n`;
}

function findingsOf(text: string, shared = ""): readonly Finding[] {
  try {
    return parseStack(text, "s", () => shared).warnings;
  } catch (error) {
    assert.ok(error instanceof StackConfigError, String(error));
    return [...error.findings, ...error.warnings];
  }
}

const texts = (findings: readonly Finding[]) => findings.map((found) => `${found.severity}: ${findingText(found)}`);
// In parts, so that no scanner takes this file for a leak.
const token = `${"1234567890"}:${"AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw_".slice(0, 35)}`;

/** Rules about files as text: what they find can't come from YAML. */
const aboutText: readonly Rule[] = [
  ...(["bad-encoding", "bad-header", "long-line", "odd-line-end", "no-section", "no-assignment"] as const),
  ...(["lost-comment", "empty-unit", "unknown-section"] as const),
];

const shown: readonly {
  readonly rule: Rule;
  readonly lines: readonly string[];
  readonly systemd?: number;
  readonly text: string;
}[] = [
  {
    rule: "unknown-directive",
    lines: ["service: { MemoryMaxx: 1G }"],
    text: 'error: s:7:16: bots.e.service.MemoryMaxx: unknown directive MemoryMaxx= in [Service], which systemd ignores; did you mean "MemoryMax"? (unknown-directive)',
  },
  {
    rule: "wrong-section",
    lines: ["unit: { User: x }"],
    text: "error: s:7:13: bots.e.unit.User: User= belongs in [Service]; in [Unit] systemd ignores it (wrong-section)",
  },
  {
    rule: "wrong-value",
    lines: ["memoryMax: lots"],
    text: 'error: s:7:16: bots.e.memoryMax: expected a size like "256M", "50%" or "infinity", received "lots" (wrong-value)',
  },
  {
    rule: "newer-directive",
    lines: ["service: { MemoryZSwapMax: 1G }"],
    systemd: 252,
    text: "error: s:7:16: bots.e.service.MemoryZSwapMax: MemoryZSwapMax= came with systemd 253; the server's 252 ignores it (newer-directive)",
  },
  {
    rule: "newer-directive",
    lines: ["type: notify-reload"],
    systemd: 252,
    text: 'error: s:7:5: bots.e.type: expected simple, forking, oneshot, dbus, notify, idle or exec, received "notify-reload"; systemd 252 does not know it yet (newer-directive)',
  },
  {
    rule: "removed-directive",
    lines: ["service: { BusPolicy: x }"],
    text: "warning: s:7:16: bots.e.service.BusPolicy: BusPolicy= has no effect: systemd gave it up (removed-directive)",
  },
  {
    rule: "obsolete-directive",
    lines: ["unit: { BindTo: a.service }"],
    text: "warning: s:7:13: bots.e.unit.BindTo: BindTo= is replaced by BindsTo= (obsolete-directive)",
  },
  {
    rule: "obsolete-unit",
    lines: ["after: [a.target, syslog.target]"],
    text: "warning: s:7:23: bots.e.after[1]: After=syslog.target names a unit that exists no more: leave it out, as the journal listens before any service starts (obsolete-unit)",
  },
  {
    rule: "obsolete-value",
    lines: ["standardOutput: syslog"],
    text: 'warning: s:7:21: bots.e.standardOutput: expected "journal", "null", "append:/PATH" and the like, received "syslog"; systemd still reads it, but has replaced it by "journal" (obsolete-value)',
  },
  {
    rule: "overridden",
    lines: ["environmentFile: [/a, '']"],
    text: "warning: s:7:23: bots.e.environmentFile[0]: EnvironmentFile=/a has no effect: the empty EnvironmentFile= further down takes it back (overridden)",
  },
  {
    rule: "unusable",
    lines: ["type: oneshot", "restart: always"],
    text: "error: s:8:14: bots.e.restart: Restart=always, which systemd refuses with Type=oneshot: expected no, on-failure, on-abnormal, on-watchdog or on-abort (unusable)",
  },
  {
    rule: "relative-path",
    lines: ["workingDirectory: bot"],
    text: 'error: s:7:23: bots.e.workingDirectory: expected an absolute path, or "~", received "bot" (relative-path)',
  },
  {
    rule: "home-tilde",
    lines: ["execStart: ~/bot.py"],
    text: 'error: s:6:16: bots.e.execStart: has to start with the absolute path of a program, not with "~/bot.py": systemd does not know "~" here, write the whole path (home-tilde)',
  },
  {
    rule: "shell-syntax",
    lines: ["execStartPre: [[/bin/a], /bin/b > /dev/null]"],
    text: 'error: s:7:30: bots.e.execStartPre[1]: has ">", but no shell reads it: a file for the output is StandardOutput=append:/PATH (shell-syntax)',
  },
  {
    rule: "token",
    lines: [`environment: { T: "${token}" }`],
    text: "error: s:7:24: looks like a bot token, which must not stand in this file: keep it in Pulumi's config (pulumi config set --secret NAME) and replace it, as it may have been seen (token)",
  },
  {
    rule: "requires-database",
    lines: ["requires: postgresql.service"],
    text: "warning: s:7:15: bots.e.requires: Requires=postgresql.service stops this unit when that is stopped, and starting it doesn't start this again: use Wants= and After= (requires-database)",
  },
  {
    rule: "no-user",
    lines: ["user: null"],
    text: 'error: s:3:3: bots.e: has no user: give the user to run as, "root" if it has to be root, here or in defaults (no-user)',
  },
  {
    rule: "no-user",
    lines: ["dynamicUser: false", "user: null"],
    text: "warning: s:3:3: bots.e: no User= (nor DynamicUser=yes), so a server runs it as root: name a user, or write User=root if it has to be (no-user)",
  },
  {
    rule: "half-network",
    lines: ["after: network-online.target"],
    text: "warning: s:7:12: bots.e.after: After=network-online.target waits for nothing unless something asks for that target: add Wants=network-online.target (half-network)",
  },
  {
    rule: "start-limit",
    lines: ["startLimitIntervalSec: 0"],
    text: 'warning: s:7:28: bots.e.startLimitIntervalSec: StartLimitIntervalSec=0 switches the start limit off, so a service that can\'t start is restarted for ever: it never is "failed", and OnFailure= never fires (start-limit)',
  },
];

describe("every rule", () => {
  for (const { rule, lines, systemd, text } of shown) {
    it(`${rule} has its place in the YAML: ${lines.join(", ").replace(token, "TOKEN")}`, () => {
      assert.deepEqual(texts(findingsOf(stackOf(lines, systemd))), [text]);
    });
    it(`${rule} is silenced by its name: ${lines.join(", ").replace(token, "TOKEN")}`, () => {
      assert.deepEqual(texts(findingsOf(stackOf([...lines, `allow: [${rule}]`], systemd))), []);
    });
  }

  it("is shown here, or is about files as text", () => {
    assert.deepEqual([...new Set([...shown.map(({ rule }) => rule), ...aboutText])].sort(), Object.keys(rules).sort());
  });
});

describe("findings about units", () => {
  it("stand at the default that they come from, once for all bots that have it", () => {
    const text = `extends: shared.yaml
${host("")}defaults:
  user: u
  execStart: /bin/a
  host: vps
  service: { Nice: a, CPUWeight: b }
bots:
  one: {}
  two: { service: { CPUWeight: 7 } }
  three: { service: { Nice: c } }
`;
    assert.deepEqual(texts(findingsOf(text, "defaults:\n  unit: { Foo: 1 }\n  environmentFile: [a, /b]\n")), [
      'error: s:7:20: defaults.service.Nice: expected a whole number from -20 to 19, received "a" (wrong-value)',
      'error: s:7:34: defaults.service.CPUWeight: expected a whole number from 1 to 10000 or "idle", received "b" (wrong-value)',
      'error: s:11:29: bots.three.service.Nice: expected a whole number from -20 to 19, received "c" (wrong-value)',
      "error: shared.yaml:2:11: defaults.unit.Foo: unknown directive Foo= in [Unit], which systemd ignores (unknown-directive)",
      'error: shared.yaml:3:21: defaults.environmentFile[0]: expected an absolute path, "-" before it or not, received "a" (relative-path)',
    ]);
  });

  it("are made of defaults that no bot uses, too", () => {
    const shared = "defaults: { memoryMax: a, service: { MemoryLow: b, Nice: c } }";
    const text = `extends: shared.yaml
${host("")}defaults: { memoryMax: d, service: { Nice: e } }
bots: { one: { host: vps, user: u, execStart: /bin/a, memoryMax: 1G, service: { Nice: 1 } } }
`;
    assert.deepEqual(texts(findingsOf(text, shared)), [
      'error: s:3:24: defaults.memoryMax: expected a size like "256M", "50%" or "infinity", received "d" (wrong-value)',
      'error: s:3:44: defaults.service.Nice: expected a whole number from -20 to 19, received "e" (wrong-value)',
      'error: shared.yaml:1:24: defaults.memoryMax: expected a size like "256M", "50%" or "infinity", received "a" (wrong-value)',
      'error: shared.yaml:1:49: defaults.service.MemoryLow: expected a size like "256M", "50%" or "infinity", received "b" (wrong-value)',
      'error: shared.yaml:1:58: defaults.service.Nice: expected a whole number from -20 to 19, received "c" (wrong-value)',
    ]);
  });

  it("are not made of defaults whose bots all allow them", () => {
    const text = `${host("")}defaults: { host: vps, user: u, execStart: /bin/a, memoryMax: a, service: { Nice: b } }
bots: { one: { allow: [wrong-value] } }
`;
    assert.deepEqual(texts(findingsOf(text)), []);
  });

  it("are warnings in the order of the file where nothing is wrong", () => {
    const lines = ["service: { BusPolicy: x }", "after: syslog.target", "requires: redis.service"];
    assert.deepEqual(
      findingsOf(stackOf(lines)).map(({ line, rule }) => `${line} ${rule}`),
      ["7 removed-directive", "8 obsolete-unit", "9 requires-database"],
    );
  });

  it("are not made of what YAML could not read", () => {
    assert.deepEqual(texts(findingsOf(stackOf(["after: [a.target, 010]", "service: { Nice: 010 }"]))), [
      "error: s:7:23: bots.e.after[1]: 010 is read as 10: put it in quotes, or write 10",
      "error: s:8:22: bots.e.service.Nice: 010 is read as 10: put it in quotes, or write 10",
    ]);
    assert.deepEqual(texts(findingsOf(stackOf(["execStart: null", "python: { script: 010 }"]))), [
      "error: s:7:23: bots.e.python.script: 010 is read as 10: put it in quotes, or write 10",
    ]);
  });

  it("take a raw directive for the parameter", () => {
    const lines = ["user: null", "execStart: null", "service: { User: u, ExecStart: /bin/a }"];
    assert.deepEqual(texts(findingsOf(stackOf(lines))), []);
  });

  it("say nothing about what is missing while a part of the bot is wrong", () => {
    const lines = ["type: oneshot", "execStart: null", "after: network-online.target", "restart: on-failure"];
    assert.deepEqual(texts(findingsOf(stackOf([...lines, "startLimitBurst: 0"]))), [
      "error: s:3:3: bots.e: no ExecStart=, so systemd refuses the unit (unusable)",
      "warning: s:8:12: bots.e.after: After=network-online.target waits for nothing unless something asks for that target: add Wants=network-online.target (half-network)",
      'warning: s:10:22: bots.e.startLimitBurst: StartLimitBurst=0 switches the start limit off, so a service that can\'t start is restarted for ever: it never is "failed", and OnFailure= never fires (start-limit)',
    ]);
    assert.deepEqual(texts(findingsOf(stackOf([...lines, "startLimitBurst: [0]", "nice: a"]))), [
      "error: s:10:22: bots.e.startLimitBurst: expected a whole number from 0 to 4294967295, received a list",
      'error: s:11:11: bots.e.nice: expected a whole number from -20 to 19, received "a" (wrong-value)',
    ]);
  });

  it("leave out what only follows from another", () => {
    const python = ["execStart: null", "python: { script: bot.py }"];
    const unknown = `"venv" is relative, and workingDirectory is no folder known here: give the whole path, or null for the system's Python`;
    assert.deepEqual(texts(findingsOf(stackOf([...python, "workingDirectory: opt/bot"]))), [
      'error: s:8:23: bots.e.workingDirectory: expected an absolute path, or "~", received "opt/bot" (relative-path)',
    ]);
    assert.deepEqual(texts(findingsOf(stackOf([...python, "service: { WorkingDirectory: ~/bot }"]))), [
      'error: s:8:34: bots.e.service.WorkingDirectory: expected an absolute path, or "~", received "~/bot"; systemd does not know "~" here, write the whole path (home-tilde)',
    ]);
    assert.deepEqual(texts(findingsOf(stackOf([...python, "workingDirectory: [a]"]))), [
      'error: s:8:23: bots.e.workingDirectory: expected an absolute path, or "~", received a list',
    ]);
    assert.deepEqual(texts(findingsOf(stackOf([...python, "workingDirectory: ~/bot", "allow: [home-tilde]"]))), [
      `error: s:7:5: bots.e.python: ${unknown}`,
    ]);
    assert.deepEqual(texts(findingsOf(stackOf([...python, "workingDirectory: '%h'"]))), [
      `error: s:7:5: bots.e.python: ${unknown}`,
    ]);
  });

  it("about the start limit stand at what is given of it, and wait for that to be right", () => {
    const placesOf = (...lines: string[]) =>
      findingsOf(stackOf(lines)).map(({ line, column, path, rule }) => `${line}:${column} ${path} ${rule}`);
    assert.deepEqual(placesOf("startLimitIntervalSec: 0"), ["7:28 bots.e.startLimitIntervalSec start-limit"]);
    assert.deepEqual(placesOf("startLimitBurst: 2", "unit: { StartLimitIntervalSec: 1s }"), [
      "8:36 bots.e.unit.StartLimitIntervalSec start-limit",
    ]);
    assert.deepEqual(placesOf("startLimitBurst: 1", "restartSec: 1"), ["8:17 bots.e.restartSec start-limit"]);
    assert.deepEqual(placesOf("startLimitBurst: 2.5", "restartSec: 1"), ["7:22 bots.e.startLimitBurst wrong-value"]);
    assert.deepEqual(placesOf("restartSec: -1"), ["7:17 bots.e.restartSec wrong-value"]);
  });

  it("warn of a program without a path, in lines and in lists", () => {
    const text = (name: string) =>
      `"${name}" has no path: systemd looks it up in its own few folders, not in PATH; write the whole path (relative-path)`;
    const lines = [
      "execStart: python3 bot.py",
      "execStartPre: [[/bin/a], [-b, c]]",
      "service: { ExecStop: '/bin/a ; b' }",
    ];
    assert.deepEqual(texts(findingsOf(stackOf([...lines, "type: oneshot"]))), [
      `warning: s:6:16: bots.e.execStart: ${text("python3")}`,
      `warning: s:7:30: bots.e.execStartPre[1]: ${text("b")}`,
      `warning: s:8:26: bots.e.service.ExecStop: ${text("b")}`,
    ]);
    assert.deepEqual(texts(findingsOf(stackOf([...lines, "allow: [relative-path]"]))), []);
    assert.deepEqual(texts(findingsOf(stackOf(["execStart: cd /opt"]))).length, 1);
    assert.deepEqual(texts(findingsOf(stackOf(["execStart: '%h/a'"]))), []);
  });

  it("come all at once, warnings with errors, in the order of the file", () => {
    const lines = [
      "after: syslog.target",
      "nice: 20",
      "requires: redis.service",
      "service: { Foo: 1, Slice: x }",
      "foo: 1",
    ];
    assert.deepEqual(texts(findingsOf(stackOf(lines))), [
      'error: s:8:11: bots.e.nice: expected a whole number from -20 to 19, received "20" (wrong-value)',
      "error: s:10:16: bots.e.service.Foo: unknown directive Foo= in [Service], which systemd ignores (unknown-directive)",
      'error: s:10:31: bots.e.service.Slice: expected the name of a slice like "bots.slice", received "x"; did you mean "x.slice"? (wrong-value)',
      "error: s:11:5: bots.e.foo: unknown key",
      "warning: s:7:12: bots.e.after: After=syslog.target names a unit that exists no more: leave it out, as the journal listens before any service starts (obsolete-unit)",
      "warning: s:9:15: bots.e.requires: Requires=redis.service stops this unit when that is stopped, and starting it doesn't start this again: use Wants= and After= (requires-database)",
    ]);
  });

  it("are silenced in the bot that says so, not in others; its own list replaces that of the defaults", () => {
    const text = `${host("")}defaults: { host: vps, user: u, execStart: /bin/a, allow: [wrong-value, obsolete-unit] }
bots:
  one: { nice: a, after: syslog.target }
  two: { nice: a, after: syslog.target, allow: [obsolete-unit] }
  three: { nice: a, after: syslog.target, allow: [] }
`;
    assert.deepEqual(texts(findingsOf(text)), [
      'error: s:5:16: bots.two.nice: expected a whole number from -20 to 19, received "a" (wrong-value)',
      'error: s:6:18: bots.three.nice: expected a whole number from -20 to 19, received "a" (wrong-value)',
      "warning: s:6:28: bots.three.after: After=syslog.target names a unit that exists no more: leave it out, as the journal listens before any service starts (obsolete-unit)",
    ]);
  });

  it("can't be silenced where a unit can't carry it", () => {
    const all = `allow: [${Object.keys(rules).join(", ")}]`;
    assert.deepEqual(texts(findingsOf(stackOf([all, 'nice: "1\\n2"', 'service: { Foo: "a\\0b" }']))), [
      "error: s:8:11: bots.e.nice: has a line break, where a directive is one line",
      "error: s:9:21: bots.e.service.Foo: has a NUL character, which ends the line for systemd",
    ]);
    for (const name of ["A=B", "A\\nB", "#A", "[A", " A", "A\\0"]) {
      assert.deepEqual(texts(findingsOf(stackOf([all, `service: { "${name}": 1 }`]))), [
        `error: s:3:3: bots.e: can't be written as a unit: [Service] "${name.replace("\\0", "\\u0000")}" is no directive name`,
      ]);
    }
  });

  it("name both places of what is given twice", () => {
    const lines = ["memoryMax: 1G", "service: { MemoryMax: 2G, Type: exec, ExecStart: /bin/b }", "type: null"];
    assert.deepEqual(texts(findingsOf(stackOf(lines))), [
      "error: s:8:27: bots.e.service.MemoryMax: is given as memoryMax too: leave one of them out",
      "error: s:8:54: bots.e.service.ExecStart: is given as execStart too: leave one of them out",
    ]);
    assert.deepEqual(texts(findingsOf(stackOf(["python: { script: bot.py }", "workingDirectory: /opt"]))), [
      "error: s:7:5: bots.e.python: can't be given with execStart: a bot runs one command",
    ]);
  });
});

describe("text that looks like a secret", () => {
  it("is silenced in the bot that allows it, comments included, and nowhere else", () => {
    const text = `${host("")}# ${token}
bots:
  one: # ${token}
    # ${token}
    host: vps
    user: u
    execStart: /bin/a ${token} "\\x31${token.slice(1)}"
    allow: [token]
  # ${token}
  two: { host: vps, user: u, execStart: /bin/a ${token} }
`;
    assert.deepEqual(texts(findingsOf(text)), [
      "error: s:2:3: looks like a bot token, which must not stand in this file: keep it in Pulumi's config (pulumi config set --secret NAME) and replace it, as it may have been seen (token)",
      "error: s:10:5: looks like a bot token, which must not stand in this file: keep it in Pulumi's config (pulumi config set --secret NAME) and replace it, as it may have been seen (token)",
      "error: s:11:48: looks like a bot token, which must not stand in this file: keep it in Pulumi's config (pulumi config set --secret NAME) and replace it, as it may have been seen (token)",
    ]);
  });

  it("is silenced in the defaults by the defaults, and in bots that have no list of their own", () => {
    const defaults = `defaults: { allow: [token], host: vps, user: u, execStart: /bin/a ${token} }`;
    const bots = `bots:\n  one: { description: "${token}" }\n  two: { allow: [], description: "${token}" }\n`;
    assert.deepEqual(texts(findingsOf(`extends: x.yaml\n${host("")}${bots}`, defaults)), [
      "error: s:5:35: looks like a bot token, which must not stand in this file: keep it in Pulumi's config (pulumi config set --secret NAME) and replace it, as it may have been seen (token)",
    ]);
  });
});
