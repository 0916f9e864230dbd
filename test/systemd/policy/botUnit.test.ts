import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { renderUnit, UnitError } from "../../../systemd/grammar/renderUnit.ts";
import { botUnit } from "../../../systemd/policy/botUnit.ts";
import { type BotParameters, directives } from "../../../systemd/policy/parameters.ts";

const text = (parameters: BotParameters) => renderUnit(botUnit("echo", parameters));

describe("botUnit", () => {
  it("gives a bot with little more than a command the unit of a good bot", () => {
    assert.equal(
      text({ user: "bot", execStart: "/opt/echo/bot.py" }),
      `[Unit]
Description=echo
Wants=network-online.target
After=network-online.target

[Service]
Type=exec
User=bot
ExecStart=/opt/echo/bot.py
Restart=always
RestartSec=10

[Install]
WantedBy=multi-user.target
`,
    );
  });

  it("keeps the order of the keys within a section, and description and type at its head", () => {
    const given = { execStart: "/bin/a", user: "b", type: "simple", after: "x.target", description: "D" } as const;
    const off = { restart: null, wantedBy: null } as const;
    assert.equal(
      text({ ...given, ...off }),
      "[Unit]\nDescription=D\nAfter=x.target\n\n[Service]\nType=simple\nExecStart=/bin/a\nUser=b\n",
    );
  });

  it("leaves out what is null, a default too", () => {
    const off = { description: null, type: null, restart: null, wantedBy: null, wants: null, memoryMax: null } as const;
    assert.equal(text({ ...off, user: "b" }), "[Service]\nUser=b\n");
  });

  it("orders after the network only where neither after nor wants is given", () => {
    const section = (given: BotParameters) => botUnit("echo", given)[0]?.entries.slice(1);
    assert.deepEqual(section({ wants: "redis.service" }), [["Wants", "redis.service"]]);
    assert.deepEqual(section({ after: ["a.target", "b.target"] }), [
      ["After", "a.target"],
      ["After", "b.target"],
    ]);
    assert.deepEqual(section({ after: null }), []);
  });

  it("pauses before a restart only where there is one, and restarts no oneshot", () => {
    const restarts = (given: BotParameters) =>
      botUnit("echo", given)
        .flatMap(({ entries }) => entries)
        .filter(([directive]) => directive.startsWith("Restart"));
    assert.deepEqual(restarts({ restart: "no" }), [["Restart", "no"]]);
    assert.deepEqual(restarts({ restart: null }), []);
    assert.deepEqual(restarts({ type: "oneshot" }), []);
    assert.deepEqual(restarts({ restartSec: null }), [["Restart", "always"]]);
    assert.deepEqual(restarts({ restart: "on-failure" }), [
      ["Restart", "on-failure"],
      ["RestartSec", "10"],
    ]);
  });

  it("writes each kind of value as systemd reads it", () => {
    const values: BotParameters = {
      noNewPrivileges: true,
      protectHome: false,
      protectSystem: "full",
      cpuQuota: "50%",
      nice: -5,
      timeoutSec: "1min 30s",
      restartPreventExitStatus: [200, "SIGTERM"],
      environment: { A: "x y", B: 1, C: true, D: null },
      execStartPre: ["/bin/mkdir", "-p", "/run/a b"],
      execStopPost: [["-/bin/a", "$x"], "/bin/b $MAINPID"],
    };
    const lines = text({ ...values, restart: null }).split("\n\n")[1];
    assert.equal(
      lines,
      `[Service]
Type=exec
NoNewPrivileges=yes
ProtectHome=no
ProtectSystem=full
CPUQuota=50%
Nice=-5
TimeoutSec=1min 30s
RestartPreventExitStatus=200
RestartPreventExitStatus=SIGTERM
Environment="A=x y"
Environment=B=1
Environment=C=true
ExecStartPre=/bin/mkdir -p "/run/a b"
ExecStopPost=-/bin/a "$$x"
ExecStopPost=/bin/b $MAINPID`,
    );
  });

  it("refuses a key that is no parameter, one of every object too", () => {
    for (const key of ["memmoryMax", "constructor", "toString"]) {
      const message = `${JSON.stringify(key)} is no parameter of a bot`;
      assert.throws(() => botUnit("echo", { [key]: "x" }), new RangeError(message));
    }
  });

  it("gives just the directives of its keys, whatever the values are", () => {
    const names = Object.keys(directives).filter((name) => name !== "environment");
    const value = fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.string({ unit: "binary" }), { minLength: 1 }));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value), fc.string({ unit: "binary" }), (given, variable) => {
        const parameters = { ...given, environment: { A: variable } } as BotParameters;
        let rendered: string;
        try {
          rendered = text(parameters);
        } catch (error) {
          return error instanceof UnitError || error instanceof RangeError;
        }
        const lines = rendered.split(/[\n\r\0]/).filter((line) => !/^(?:\[(?:Unit|Service|Install)\])?$/.test(line));
        assert.deepEqual(
          lines,
          botUnit("echo", parameters).flatMap(({ entries }) => entries.map((entry) => entry.join("="))),
        );
        const known: string[] = Object.values(directives).map(({ directive }) => directive);
        return lines.every((line) => known.includes(line.split("=")[0] ?? ""));
      }),
      { numRuns: 500 },
    );
  });
});

it("the table spells each parameter as its directive, first letters apart", () => {
  for (const [name, { directive }] of Object.entries(directives)) {
    assert.equal(name.toLowerCase(), directive.toLowerCase());
  }
});

it("the table has these parameters in [Unit] and [Install], and all others in [Service]", () => {
  const of = (section: string) =>
    Object.entries(directives)
      .filter(([, spec]) => spec.section === section)
      .map(([name]) => name)
      .join(" ");
  const relations = "after before wants requires requisite bindsTo partOf conflicts onFailure";
  assert.equal(of("Unit"), `description documentation ${relations} startLimitIntervalSec startLimitBurst`);
  assert.equal(of("Install"), "wantedBy requiredBy alias also");
});
