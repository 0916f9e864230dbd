import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import fc from "fast-check";
import { loadStack, parseStack } from "../../stacks/loadStack.ts";
import { StackConfigError } from "../../stacks/stackConfigError.ts";
import { renderUnit } from "../../systemd/grammar/renderUnit.ts";
import { botUnit } from "../../systemd/policy/botUnit.ts";

const host = "hosts: { vps: { address: 203.0.113.10, user: deploy, hostKey: { config: k }, agent: true } }\n";
const bot = (lines: string) => `${host}bots:\n  echo:\n    host: vps\n    user: bot\n    execStart: /bin/a\n${lines}\n`;
const inPlace = "each value stands where it is used; share by defaults or extends";

function findings(text: string): string[] {
  try {
    parseStack(text, "s.yaml");
  } catch (error) {
    assert.ok(error instanceof StackConfigError, String(error));
    return error.message.split("\n").map((line) => line.replace(/^s\.yaml:/, ""));
  }
  return [];
}

describe("a stack file as YAML", () => {
  const texts: readonly [rule: string, text: string, ...findings: string[]][] = [
    ["is not empty", "", "1:1: expected a map of hosts and bots, received an empty file"],
    ["is more than comments", "# nothing\n", "1:1: expected a map of hosts and bots, received an empty file"],
    ["is a map", "- a\n", "1:1: expected a map of hosts and bots, received a list"],
    [
      "has hosts as a map",
      `hosts: [a]\nbots: { a: { host: a, user: u, execStart: /bin/a } }`,
      "1:8: hosts: expected a map of hosts, received a list",
    ],
    [
      "has bots as a map",
      `${host}bots: [{ echo: { host: vps } }]`,
      "2:7: bots: expected a map of bots, received a list",
    ],
    [
      "has each bot as a map",
      `${host}bots: { echo: [host: vps] }`,
      "2:15: bots.echo: expected a map of the bot's parameters, received a list",
    ],
    [
      "has defaults as a map",
      `${host}defaults: [user: u]\nbots: {}`,
      "2:11: defaults: expected a map of parameters, received a list",
    ],
    [
      "has defaults as a map, also where bots need them",
      `${host}defaults:\n  - host: vps\nbots: { a: {} }`,
      "3:3: defaults: expected a map of parameters, received a list",
    ],
    ["is not just a word", "abc", '1:1: expected a map of hosts and bots, received "abc"'],
    [
      "has hosts and bots",
      "{}",
      "1:1: hosts: expected a map of hosts, received nothing",
      "1:1: bots: expected a map of bots, received nothing",
    ],
    ["may have no bots", `${host}bots: {}`],
    ["has no value left out by mistake", `${host}bots:\n`, "2:1: bots: has no value (null leaves a setting out)"],
    [
      "has all its syntax errors reported at once",
      'a: `x\nb: "\\q"\n@c: 1',
      "1:4: is no YAML: Plain value cannot start with reserved character `",
      "2:5: is no YAML: Invalid escape sequence \\q",
      "3:1: is no YAML: Plain value cannot start with reserved character @",
    ],
    ["has no tab for indentation", "bots:\n\ta: 1\n", "2:1: is no YAML: Tabs are not allowed as indentation"],
    ["is one document", "a: 1\n---\nb: 1", "2:1: is no YAML: a second document starts here"],
    [
      "has no control characters",
      `${bot("    nice: 1 #\0")}`,
      "7:14: has the character U+0000, which YAML does not allow",
    ],
    ["is not YAML 1.1", `%YAML 1.1\n---\n${bot("")}`, "1:1: is not YAML 1.2: take the %YAML line away"],
    [
      "has no key twice",
      bot("    nice: 1\n    nice: 2"),
      "8:5: bots.echo.nice: is given twice: it already stands at 7:5",
    ],
    [
      "has no aliases",
      bot("    nice: *n"),
      `7:11: bots.echo.nice: is an alias: ${inPlace}; text that starts with * needs quotes`,
    ],
    [
      "has no anchors",
      bot("    nice: &n 1"),
      `7:11: bots.echo.nice: has an anchor: ${inPlace}`.replace("7:11", "7:14"),
    ],
    [
      "has no merge keys",
      bot("    <<: {}"),
      '7:5: bots.echo["<<"]: is a merge key: share by defaults or extends instead',
    ],
    [
      "has an exclamation mark in quotes",
      bot("    conditionPathExists: !/a"),
      "7:29: bots.echo.conditionPathExists: has a tag: write the plain value, in quotes if it starts with !",
    ],
    [
      "has an asterisk in quotes",
      bot("    environmentFile: *.env"),
      `7:22: bots.echo.environmentFile: is an alias: ${inPlace}; text that starts with * needs quotes`,
    ],
    [
      "has a space after a colon",
      `${host}bots:\n  echo:\n    host: vps\n    user:u\n`,
      "5:5: is no YAML: Implicit map keys need to be followed by map values (is a colon missing, or the space after it?)",
    ],
    [
      "has no big number",
      bot("    memoryMax: 99999999999999999999999"),
      "7:16: bots.echo.memoryMax: 99999999999999999999999 is read as 1e+23: put it in quotes",
    ],
    [
      "has no tags",
      bot("    nice: !!int 1"),
      "7:17: bots.echo.nice: has a tag: write the plain value, in quotes if it starts with !",
    ],
    [
      "has no tags of its own",
      bot("    nice: !mine 1"),
      "7:17: bots.echo.nice: has a tag: write the plain value, in quotes if it starts with !",
    ],
    [
      "has rules as words",
      bot("    allow: [{ no-user: true }, [token]]"),
      "7:13: bots.echo.allow[0]: unknown rule a map",
      "7:32: bots.echo.allow[1]: unknown rule a list",
    ],
    ["has plain keys", bot("    ? [a]\n    : 1"), "7:7: bots.echo: has a key that is no plain word"],
    ["has no key of JavaScript's own", bot("    __proto__: {}"), "7:5: bots.echo.__proto__: is no key"],
    ["knows no property of every object", bot("    toString: 1"), "7:5: bots.echo.toString: unknown key"],
    [
      "has numbers as they are read",
      bot("    nice: 010"),
      "7:11: bots.echo.nice: 010 is read as 10: put it in quotes, or write 10",
    ],
    [
      "has versions in quotes",
      bot("    environment: { V: 1.10 }"),
      "7:23: bots.echo.environment.V: 1.10 is read as 1.1: put it in quotes, or write 1.1",
    ],
    [
      "has numbers as precise as they are written",
      bot("    environment: { V: 12345678901234567890 }"),
      "7:23: bots.echo.environment.V: 12345678901234567890 is read as 12345678901234567000: put it in quotes, or write 12345678901234567000",
    ],
    [
      "has true as it is read",
      bot("    privateTmp: True"),
      "7:17: bots.echo.privateTmp: True is read as true: put it in quotes, or write true",
    ],
    [
      "has true and false, or what systemd calls so",
      bot("    noNewPrivileges: yes\n    privateDevices: YES\n    privateTmp: yess"),
      '9:17: bots.echo.privateTmp: expected yes, no, connected or disconnected, received "yess" (wrong-value)',
    ],
    [
      "nests only so deep",
      bot(`    nice: ${"[".repeat(30)}${"]".repeat(30)}`),
      "7:11: bots.echo.nice: expected a whole number from -20 to 19, received a list",
      `7:29: bots.echo.nice${"[0]".repeat(18)}: is nested too deeply`,
    ],
  ];
  for (const [rule, text, ...expected] of texts) it(rule, () => assert.deepEqual(findings(text), expected));

  it("survives brackets nested beyond the parser's stack", () => {
    const deep = 200_000;
    assert.deepEqual(findings("[".repeat(deep) + "]".repeat(deep)), ["1:101: is nested too deeply"]);
    assert.deepEqual(findings("- ".repeat(deep)), ["1:200: is nested too deeply"]);
  });

  it("keeps yes and on as the words they are, where words are wanted", () => {
    const { bots } = parseStack(bot("    environment: { A: yes, B: on, C: no }"), "s.yaml");
    assert.deepEqual({ ...(bots[0]?.parameters.environment as object) }, { A: "yes", B: "on", C: "no" });
  });
});

describe("secrets", () => {
  // In parts, so that no scanner takes this file for a leak.
  const token = `${"1234567890"}:${"AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw_".slice(0, 35)}`;
  const pem = `-----BEGIN OPENSSH ${"PRIVATE"} KEY-----`;
  const advice = (what: string) =>
    `looks like ${what}, which must not stand in this file: keep it in Pulumi's config (pulumi config set --secret NAME) and replace it, as it may have been seen (token)`;
  const onlyByName =
    "expected { secret: NAME } with a name from Pulumi's config (pulumi config set --secret NAME); what stands here is not shown";

  const texts: readonly [rule: string, text: string, ...findings: string[]][] = [
    ["a token in a value", bot(`    environment: { T: "${token}" }`), `7:24: ${advice("a bot token")}`],
    ["a token in a comment", bot(`    # ${token}`), `7:7: ${advice("a bot token")}`],
    [
      "a token hidden by escapes",
      bot(`    environment: { T: "${token.replace(":", "\\x3a")}" }`),
      `7:23: bots.echo.environment.T: ${advice("a bot token")}`,
    ],
    [
      "a token where something else is wanted",
      bot(`    nice: ${token}`),
      "7:11: bots.echo.nice: expected a whole number from -20 to 19, received a secret (not shown) (wrong-value)",
      `7:11: ${advice("a bot token")}`,
    ],
    [
      "a token for a host",
      bot(`    description: a`).replace("host: vps", `host: "${token}"`),
      `4:12: ${advice("a bot token")}`,
      `4:11: bots.echo.host: there is no host "xxxxxxxxxx:${"x".repeat(35)}"; the hosts are vps`,
    ],
    [
      "a token for a key",
      bot(`    ${token}: 1`),
      `7:5: ${advice("a bot token")}`,
      "7:5: bots.echo[not shown]: unknown key",
    ],
    [
      "a token in text that is no YAML",
      `a: "\\q ${token}"`,
      `1:8: ${advice("a bot token")}`,
      "1:5: is no YAML: Invalid escape sequence \\q",
    ],
    [
      "a password in text that is no YAML",
      "- a\nb: hunter2",
      "2:1: is no YAML: Unexpected scalar at node end",
      "2:2: is no YAML: Unexpected map-value-ind token in YAML stream",
      "2:4: is no YAML: Unexpected scalar token in YAML stream",
    ],
    [
      "a private key in a block",
      `hosts:\n  v:\n    address: a\n    user: u\n    hostKey: {config: k}\n    privateKey: |\n      ${pem}\n      x\nbots: {}`,
      `6:17: hosts.v.privateKey: ${onlyByName}`,
      `7:7: ${advice("a private key")}`,
    ],
    [
      "a password in place of its name",
      `hosts: { v: { address: a, user: u, hostKey: {config: k}, password: hunter2 } }\nbots: {}`,
      `1:68: hosts.v.password: ${onlyByName}`,
    ],
    [
      "a password for a name",
      `hosts: { v: { address: a, user: u, hostKey: {config: k}, password: { secret: "hunter 2!" } } }\nbots: {}`,
      `1:78: hosts.v.password.secret: ${onlyByName}`,
    ],
  ];
  for (const [rule, text, ...expected] of texts) {
    it(`${rule} is refused and not shown`, () => {
      const found = findings(text);
      assert.deepEqual([...found].sort(), [...expected].sort());
      assert.doesNotMatch(found.join("\n"), /AAHdq|hunter/);
    });
  }
});

describe("any input at all", () => {
  const harmless = (act: () => unknown) => {
    try {
      act();
    } catch (error) {
      if (!(error instanceof StackConfigError)) throw error;
    }
  };

  it("as text, gives a stack or a StackConfigError", () => {
    const pieces =
      "hosts:|bots:|  |\n|- |{|}|[|]|: |'|\"|&a |*a |!!x |# |<<|null|1e3|\t|\0|? |--- |%YAML 1.1|a|😀|\ud800|__proto__".split(
        "|",
      );
    const soup = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary", maxLength: 3 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(soup, (parts) => harmless(() => parseStack(parts.join(""), "s.yaml"))),
      { numRuns: 3000, seed: 20_261_124 },
    );
  });

  it("as bytes, gives a stack or a StackConfigError", () => {
    const folder = mkdtempSync(join(tmpdir(), "service-unit-bytes-"));
    const file = join(folder, "s.yaml");
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        writeFileSync(file, bytes);
        harmless(() => loadStack(file));
      }),
      { numRuns: 500, seed: 20_261_124 },
    );
    rmSync(folder, { recursive: true });
  });

  it("as values of the right keys, gives units that render, or a StackConfigError", () => {
    const names = [
      "description",
      "execStart",
      "execStop",
      "after",
      "workingDirectory",
      "environment",
      "environmentFile",
    ];
    const more = [
      "stateDirectory",
      "supplementaryGroups",
      "standardOutput",
      "syslogIdentifier",
      "killSignal",
      "umask",
      "slice",
      "service",
      "unit",
      "python",
      "allow",
      "timezone",
    ];
    const start = fc.constantFrom("", "/bin/a ", "/", "a.service", "append:/", "-");
    const text = fc.tuple(start, fc.string({ unit: "binary", maxLength: 8 })).map((parts) => parts.join(""));
    const value = fc.oneof(
      text,
      fc.array(text, { maxLength: 3 }),
      fc.dictionary(fc.constantFrom("A", "b"), text),
      fc.dictionary(fc.constantFrom("Nice", "ExecStop", "Environment", "script", "venv", "X-A", "A\n"), text, {
        maxKeys: 2,
      }),
      fc.subarray(["unknown-directive", "wrong-value", "relative-path"]),
      fc.integer(),
    );
    let rendered = 0;
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names, ...more), value, { maxKeys: 2 }), (given) => {
        const yaml = `${host}bots: { e: ${JSON.stringify({ host: "vps", user: "u", execStart: "/bin/a", ...given })} }`;
        harmless(() => {
          for (const { name, parameters } of parseStack(yaml, "s.yaml").bots) {
            const unit = botUnit(name, parameters);
            const lines = renderUnit(unit)
              .split(/[\n\r\0]/)
              .filter((line) => line.includes("="));
            assert.equal(lines.length, unit.flatMap(({ entries }) => entries).length);
            rendered += 1;
          }
        });
      }),
      { numRuns: 3000, seed: 20_261_124 },
    );
    assert.ok(rendered > 300, `only ${rendered} of 3000 were valid: the property says little`);
  });
});

it("1,000 bots are read and rendered in under a second", () => {
  const bots = Array.from(
    { length: 1000 },
    (_, index) => `  bot${index}: { environment: { N: ${index} }, after: [a.target, b.target] }`,
  );
  const text = `${host}defaults: { host: vps, user: u, execStart: [/bin/a, b c], memoryMax: 256M }\nbots:\n${bots.join("\n")}\n`;
  // Processor time, as others may keep this machine busy; the second run is the one that has no compiling in it.
  const run = () => {
    const before = process.cpuUsage();
    const units = parseStack(text, "s.yaml").bots.map(({ name, parameters }) => renderUnit(botUnit(name, parameters)));
    const { user, system } = process.cpuUsage(before);
    assert.equal(units.length, 1000);
    return (user + system) / 1e6;
  };
  const seconds = Math.min(run(), run());
  assert.ok(seconds < 1, `took ${seconds} s`);
});
