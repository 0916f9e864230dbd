import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it, type TestContext } from "node:test";
import { loadStack, parseStack } from "../../stacks/loadStack.ts";
import { StackConfigError } from "../../stacks/stackConfigError.ts";

const host = "hosts: { vps: { address: 203.0.113.10, user: deploy, hostKey: { config: k }, agent: true } }\n";
const minimal = (bot: string) => `${host}bots:\n  echo: { host: vps, user: bot, execStart: /bin/a${bot} }\n`;

function findings(text: string, read?: (file: string) => string): string {
  try {
    parseStack(text, "s.yaml", read);
  } catch (error) {
    assert.ok(error instanceof StackConfigError, String(error));
    return error.message;
  }
  return "";
}

describe("parseStack", () => {
  it("takes onChange: reload only with something to reload by", () => {
    const found = (more: string) => findings(minimal(`, onChange: reload${more}`));
    const nothing =
      "s.yaml:3:62: bots.echo.onChange: there is nothing to reload it by: give execReload, or type: notify-reload";
    assert.equal(found(""), nothing);
    assert.equal(found(", execReload: null, type: notify"), nothing);
    assert.equal(found(", execReload: /bin/kill -HUP $MAINPID"), "");
    assert.equal(found(", service: { ExecReload: /bin/kill -HUP $MAINPID }"), "");
    assert.equal(found(", type: notify-reload"), "");
    assert.equal(found(", service: { Type: notify-reload }"), "");
  });

  it("gives hosts and bots in the order of the file, with ports, unit names and settle times filled in", () => {
    const { hosts, bots } = parseStack(
      `
hosts:
  b: { address: b.example.net, port: 2222, user: root, hostKey: { config: bKey }, privateKey: { secret: bSecret } }
  a:
    address: { config: aAddress }
    port: { config: aPort }
    user: deploy
    systemd: 252
    hostKey: { config: aKey }
    password: { secret: aPassword }
    jump: { address: 198.51.100.1, user: j, hostKey: { config: jKey }, agent: true }
bots:
  "2": { host: a, user: bot, execStart: [/bin/a, b c] }
  1: { host: b, user: bot, execStart: /bin/a, unitName: one.service, settleSec: 3, onChange: none, allow: [token] }
`,
      "s.yaml",
    );
    assert.deepEqual(structuredClone([...hosts]), [
      [
        "b",
        {
          address: "b.example.net",
          port: 2222,
          user: "root",
          hostKey: { config: "bKey" },
          privateKey: { secret: "bSecret" },
        },
      ],
      [
        "a",
        {
          address: { config: "aAddress" },
          port: { config: "aPort" },
          user: "deploy",
          systemd: 252,
          hostKey: { config: "aKey" },
          password: { secret: "aPassword" },
          jump: { address: "198.51.100.1", port: 22, user: "j", hostKey: { config: "jKey" }, agent: true },
        },
      ],
    ]);
    assert.deepEqual(bots, [
      {
        name: "2",
        host: "a",
        unitName: "2.service",
        settleSec: 10,
        onChange: "restart",
        parameters: { user: "bot", execStart: ["/bin/a", "b c"] },
      },
      {
        name: "1",
        host: "b",
        unitName: "one.service",
        settleSec: 3,
        onChange: "none",
        parameters: { user: "bot", execStart: "/bin/a" },
      },
    ]);
  });

  it("lays a bot over its file's defaults, and these over those of the file it extends", () => {
    const shared =
      "defaults: { user: shared, restart: no, nice: 1, environment: { A: 1, B: 1, C: 1 }, service: { CPUWeight: 1, LimitCORE: 1 }, after: [a.target, b.target] }";
    const text = `extends: ./shared/bots.yaml
${host}defaults: { host: vps, user: file, environment: { B: 2, D: 2 } }
bots: { echo: { execStart: /bin/a, service: { LimitCORE: 2 }, environment: { C: null, D: 3, E: 3 }, after: c.target, nice: null } }
`;
    const asked: string[] = [];
    const { bots } = parseStack(text, "stacks/s.yaml", (file) => {
      asked.push(file);
      return shared;
    });
    assert.deepEqual(asked, ["stacks/shared/bots.yaml"]);
    const parameters = bots[0]?.parameters ?? {};
    assert.deepEqual(structuredClone(parameters), {
      user: "file",
      restart: "no",
      nice: null,
      environment: { A: 1, B: 2, C: null, D: 3, E: 3 },
      service: { CPUWeight: 1, LimitCORE: 2 },
      after: "c.target",
      execStart: "/bin/a",
    });
    assert.deepEqual(Object.keys(parameters), [
      "user",
      "restart",
      "nice",
      "environment",
      "service",
      "after",
      "execStart",
    ]);
  });

  it("lets a bot be called like a property of every object", () => {
    const { bots } = parseStack(`${host}bots: { constructor: { host: vps, user: u, execStart: /bin/a } }`, "s.yaml");
    assert.deepEqual(
      bots.map(({ name, unitName }) => [name, unitName]),
      [["constructor", "constructor.service"]],
    );
  });

  it("reports everything at once, in the order of the file, at line and column", () => {
    const text = `hosts:
  vps: { address: 203.0.113.10, hostKey: { config: k }, agent: true }
bots:
  echo:
    host: vsp
    execStart: ~/bot.py
    memoryMax: 12
    memmoryMax: 12M
  other: {}
`;
    assert.equal(
      findings(text),
      `s.yaml:2:3: hosts.vps.user: expected the user to log in as, received nothing
s.yaml:4:3: bots.echo: has no user: give the user to run as, "root" if it has to be root, here or in defaults (no-user)
s.yaml:5:11: bots.echo.host: there is no host "vsp"; the hosts are vps; did you mean "vps"?
s.yaml:6:16: bots.echo.execStart: has to start with the absolute path of a program, not with "~/bot.py": systemd does not know "~" here, write the whole path (home-tilde)
s.yaml:7:16: bots.echo.memoryMax: expected a size like "256M", "50%" or "infinity", received 12
s.yaml:8:5: bots.echo.memmoryMax: unknown key; did you mean "memoryMax"?
s.yaml:9:3: bots.other: has no host: give one of hosts, here or in defaults
s.yaml:9:3: bots.other: has no user: give the user to run as, "root" if it has to be root, here or in defaults (no-user)
s.yaml:9:3: bots.other: has no execStart: give the command to run, or python or node, here or in defaults`,
    );
  });

  it("reports a wrong host of the defaults once, where it stands, in the extended file, too", () => {
    const text = `extends: shared.yaml\n${host}bots:\n  a: &a\n  b: {}\n`.replace(" &a", " {}");
    const shared = "defaults:\n  user: u\n  execStart: /bin/a\n  host: vsp\n";
    assert.equal(
      findings(text, () => shared),
      'shared.yaml:4:9: defaults.host: there is no host "vsp"; the hosts are vps; did you mean "vps"?',
    );
  });

  it("reports the findings of the extended file after its own, each under its file", () => {
    const text = `extends: shared.yaml\n${host}bots: { a: { host: vps, execStart: /bin/a, nice: x } }`;
    assert.equal(
      findings(text, () => "defaults: { user: u, nice: 99 }\nbots: {}"),
      `s.yaml:3:50: bots.a.nice: expected a whole number from -20 to 19, received "x" (wrong-value)
shared.yaml:1:28: defaults.nice: expected a whole number from -20 to 19, received "99" (wrong-value)
shared.yaml:2:1: bots: unknown key`,
    );
  });

  it("reports a file that can't be extended at the line that names it, and nothing that may follow from it", () => {
    const text = `extends: shared.yaml\n${host}bots: { a: {} }`;
    assert.equal(findings(text), "s.yaml:1:10: extends: shared.yaml can't be read here");
    assert.equal(
      findings(`extends: ../x.yaml\n${host}bots: {}`),
      's.yaml:1:10: extends: expected a file beside this one, like ./shared/bots.yaml, received "../x.yaml"',
    );
    assert.equal(
      findings(text, () => ""),
      "shared.yaml:1:1: expected a map of defaults, received an empty file",
    );
    assert.equal(
      findings(text, () => "a: ["),
      "shared.yaml:1:5: is no YAML: Flow sequence in block collection must be sufficiently indented and end with a ]",
    );
  });

  it("refuses two bots with one unit on one host, and names both places", () => {
    const text = `${host}defaults: { host: vps, user: u, execStart: /bin/a }
bots:
  one: {}
  two: { unitName: one.service }
`;
    assert.equal(
      findings(text),
      's.yaml:5:20: bots.two.unitName: its unit "one.service" on host "vps" is already that of bots.one (s.yaml:4:3)',
    );
  });

  it("takes two names of one address and port for one server, and different servers behind different jumps for two", () => {
    const login = "user: u, hostKey: { config: k }, agent: true";
    const jump = (address: string) => `jump: { address: ${address}, ${login} }`;
    const stack = (a: string, b: string) =>
      `hosts:
  a: { address: 10.0.0.1, ${login}${a} }
  b: { address: 10.0.0.1, ${login}${b} }
defaults: { user: u, execStart: /bin/a, unitName: x.service }
bots:
  one: { host: a, unitName: x.service }
  two: { host: b, unitName: x.service }
`.replace(", unitName: x.service }\nbots", " }\nbots");
    const collision =
      's.yaml:7:29: bots.two.unitName: its unit "x.service" on host "b" is already that of bots.one (s.yaml:6:29)';
    assert.equal(findings(stack("", "")), collision);
    assert.equal(findings(stack("", ", port: 22")), collision);
    assert.equal(findings(stack("", ", port: 2222")), "");
    assert.equal(findings(stack(`, ${jump("j1")}`, `, ${jump("j2")}`)), "");
    assert.equal(findings(stack(`, ${jump("j1")}`, `, ${jump("j1")}`)), collision);
  });

  it("refuses a bot's name that makes no unit name", () => {
    const name = "a".repeat(248);
    const bots = `bots: { ${name}: { host: vps, user: u, execStart: /bin/a } }`;
    assert.equal(
      findings(host + bots),
      `s.yaml:2:9: bots.${name}: its unit "${name}.service" is longer than 255 bytes: give unitName`,
    );
  });

  it("takes null for missing where a setting is required", () => {
    assert.equal(
      findings(minimal(", user: null").replace("user: bot, ", "")),
      's.yaml:3:3: bots.echo: has no user: give the user to run as, "root" if it has to be root, here or in defaults (no-user)',
    );
  });

  it("takes a mistyped key for the one that would be missing", () => {
    const typos = `hosts: { vps: { adress: 203.0.113.10, usr: u, hostKey: { config: k }, agent: true } }
bots:
  a: { hots: vps, usr: u, exceStart: /bin/a }
  b: { host: vps, User: u, phyton: { script: /a } }
`;
    assert.equal(
      findings(typos),
      `s.yaml:1:17: hosts.vps.adress: unknown key; did you mean "address"?
s.yaml:1:39: hosts.vps.usr: unknown key; did you mean "user"?
s.yaml:3:8: bots.a.hots: unknown key; did you mean "host"?
s.yaml:3:19: bots.a.usr: unknown key; did you mean "user"?
s.yaml:3:27: bots.a.exceStart: unknown key; did you mean "execStart"?
s.yaml:4:19: bots.b.User: unknown key; did you mean "user"?
s.yaml:4:28: bots.b.phyton: unknown key; did you mean "python"?`,
    );
  });

  it("takes an empty text for missing where a setting is required", () => {
    assert.equal(
      findings(`${host}bots:\n  echo: { host: vps, user: "", execStart: "" }\n`),
      `s.yaml:3:3: bots.echo: has no user: give the user to run as, "root" if it has to be root, here or in defaults (no-user)
s.yaml:3:3: bots.echo: has no execStart: give the command to run, or python or node, here or in defaults`,
    );
  });

  it("refuses a bot called like a unit, unless its unit has another name", () => {
    const bots = "bots: { a.service: { host: vps, user: u, execStart: /bin/a } }";
    assert.equal(
      findings(host + bots),
      's.yaml:2:9: bots["a.service"]: its unit would be "a.service.service": take .service off, or give unitName',
    );
    assert.equal(findings(host + bots.replace("user: u", "user: u, unitName: a.service")), "");
  });

  it("says once that a host is null", () => {
    assert.equal(
      findings(minimal("").replace("host: vps", "host: null")),
      "s.yaml:3:17: bots.echo.host: expected the name of a host, received null",
    );
  });

  it("refuses a line that is too long for systemd", () => {
    assert.equal(
      findings(minimal(`, after: "${"a.target ".repeat(120_000)}b.target"`)),
      "s.yaml:3:3: bots.echo: can't be written as a unit: [Unit] After: the value makes a line of 1080014 bytes, more than the 1048575 systemd reads",
    );
  });
});

describe("loadStack", () => {
  function folder(t: TestContext): string {
    const path = mkdtempSync(join(tmpdir(), "service-unit-stack-"));
    t.after(() => rmSync(path, { recursive: true }));
    return path;
  }
  const message = (file: string) => {
    try {
      loadStack(file);
    } catch (error) {
      assert.ok(error instanceof StackConfigError, String(error));
      return error.message;
    }
    return "";
  };

  it("reads the file that is extended from beside the file that extends it", (t) => {
    const path = folder(t);
    mkdirSync(join(path, "shared"));
    writeFileSync(join(path, "shared/bots.yaml"), "defaults: { user: u }");
    writeFileSync(
      join(path, "s.yaml"),
      `extends: ./shared/bots.yaml\n${host}bots: { a: { host: vps, execStart: /bin/a } }`,
    );
    assert.deepEqual(loadStack(join(path, "s.yaml")).bots[0]?.parameters, { user: "u", execStart: "/bin/a" });
    rmSync(join(path, "shared/bots.yaml"));
    assert.equal(
      message(join(path, "s.yaml")),
      `${path}/s.yaml:1:10: extends: ${path}/shared/bots.yaml does not exist`,
    );
  });

  it("says what hinders reading", (t) => {
    const path = folder(t);
    assert.equal(message(join(path, "none.yaml")), `${path}/none.yaml: does not exist`);
    assert.equal(message(path), `${path}: can't be read (EISDIR)`);
  });

  it("names the first byte that is no UTF-8", (t) => {
    const file = join(folder(t), "s.yaml");
    writeFileSync(file, Buffer.from("a: é\nb: \u{FFFD} x\xff", "latin1"));
    assert.equal(message(file), `${file}:1:4: is not UTF-8: byte 0xe9 can't stand here`);
    writeFileSync(file, Buffer.concat([Buffer.from("a: é\nb: \u{FFFD} é"), Buffer.from([0xff, 0x41])]));
    assert.equal(message(file), `${file}:2:7: is not UTF-8: byte 0xff can't stand here`);
    writeFileSync(file, Buffer.from(`\u{FEFF}${host}`, "utf16le"));
    assert.equal(message(file), `${file}:1:1: is not UTF-8: byte 0xff can't stand here`);
  });

  it("takes a byte order mark", (t) => {
    const file = join(folder(t), "s.yaml");
    writeFileSync(file, `\u{FEFF}${minimal(", nice: 99")}`);
    assert.equal(
      message(file),
      `${file}:3:58: bots.echo.nice: expected a whole number from -20 to 19, received "99" (wrong-value)`,
    );
  });
});
