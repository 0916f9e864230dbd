import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { UnitError } from "../../../systemd/grammar/renderUnit.ts";
import { botUnit } from "../../../systemd/policy/botUnit.ts";
import { parameterDirectives } from "../../../systemd/policy/parameterDirectives.ts";
import type { BotParameters } from "../../../systemd/policy/parameters.ts";
import { bare, text, without } from "./withoutDefaults.ts";

describe("botUnit", () => {
  it("gives a bot with little more than a command the unit of a good bot", () => {
    assert.equal(
      text({ user: "bot", execStart: "/opt/echo/bot.py" }),
      `[Unit]
Description=echo
Wants=network-online.target
After=network-online.target
StartLimitIntervalSec=15min
StartLimitBurst=30

[Service]
Type=exec
User=bot
ExecStart=/opt/echo/bot.py
SyslogIdentifier=%N
Restart=always
RestartSec=10
RestartPreventExitStatus=200 203 216 217
TimeoutStopSec=20

[Install]
WantedBy=multi-user.target
`,
    );
  });

  it("keeps the order of the keys within a section, and description and type at its head", () => {
    const given = { execStart: "/bin/a", user: "b", type: "simple", after: "x.target", description: "D" } as const;
    assert.equal(
      text({ ...without("description", "wants", "type"), ...given }),
      "[Unit]\nDescription=D\nAfter=x.target\n\n[Service]\nType=simple\nExecStart=/bin/a\nUser=b\n",
    );
  });

  it("leaves out what is null, a default too", () => {
    assert.equal(text({ ...bare, user: "b", memoryMax: null }), "[Service]\nUser=b\n");
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
      service: { Environment: { E: "%" }, ExecReload: [["/bin/c", "%"]] },
    };
    assert.equal(
      text({ ...bare, ...values }),
      `[Service]
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
ExecStopPost=/bin/b $MAINPID
Environment="E=%%"
ExecReload=/bin/c "%%"
`,
    );
  });

  it("refuses a key that is no parameter, one of every object too", () => {
    for (const key of ["memmoryMax", "constructor", "toString"]) {
      const message = `${JSON.stringify(key)} is no parameter of a bot`;
      assert.throws(() => botUnit("echo", { [key]: "x" }), new RangeError(message));
    }
  });

  it("refuses a value that is no text", () => {
    const wrong = { service: { Future: [{ a: 1 }] } as object };
    const message = 'expected a string, a number, true or false, received {"a":1}';
    assert.throws(() => botUnit("echo", wrong), new RangeError(message));
    assert.throws(() => botUnit("echo", { memoryMax: [null] } as object), {
      message: "expected a string, a number, true or false, received null",
    });
  });

  it("gives just the directives of its keys, whatever the values are", () => {
    const names = [...parameterDirectives.keys()].filter((name) => name !== "environment");
    const any = fc.string({ unit: "binary" });
    const value = fc.oneof(any, fc.array(any, { minLength: 1 }));
    const preset = fc.record({ script: any, venv: any, args: fc.array(any) }, { requiredKeys: ["script"] });
    const sections = fc.record({
      parameters: fc.dictionary(fc.constantFrom(...names), value),
      variable: any,
      python: preset,
    });
    const known = new Set(Array.from(parameterDirectives.values(), ([, directive]) => directive));
    fc.assert(
      fc.property(sections, fc.dictionary(any, value, { maxKeys: 2 }), ({ parameters, variable, python }, service) => {
        const given = {
          ...parameters,
          environment: { A: variable },
          python,
          timezone: variable,
          service,
        } as BotParameters;
        let rendered: string;
        try {
          rendered = text(given);
        } catch (error) {
          return error instanceof UnitError || error instanceof RangeError;
        }
        const lines = rendered.split(/[\n\r\0]/).filter((line) => !/^(?:\[(?:Unit|Service|Install)\])?$/.test(line));
        assert.deepEqual(
          lines,
          botUnit("echo", given).flatMap(({ entries }) => entries.map((entry) => entry.join("="))),
        );
        return lines.every((line) => {
          const directive = line.split("=")[0] ?? "";
          return known.has(directive) || Object.hasOwn(service, directive);
        });
      }),
      { numRuns: 200, seed: 4 },
    );
  });
});
