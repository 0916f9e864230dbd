import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { BotParameters } from "../../../systemd/policy/parameters.ts";
import { askedLines as asked } from "./askedLines.ts";

describe("presets", () => {
  it("runs a script of Python in the folder's own environment, unbuffered, where the preset stands", () => {
    assert.deepEqual(
      asked({
        user: "bot",
        workingDirectory: "/opt/echo/",
        python: { script: "bot.py", args: ["--n", 3, "100% $x"] },
        nice: 1,
      }),
      [
        ["User=bot", "user"],
        ["WorkingDirectory=/opt/echo/", "workingDirectory"],
        ["Environment=PYTHONUNBUFFERED=1", "python"],
        ['ExecStart=/opt/echo/venv/bin/python3 bot.py --n 3 "100%% $$x"', "python"],
        ["Nice=1", "nice"],
      ],
    );
  });

  const command = (parameters: BotParameters) => asked(parameters).at(-1)?.[0];
  const folder = { workingDirectory: "/opt/echo" };
  const pythons: readonly [given: BotParameters, line: string][] = [
    [{ ...folder, python: { venv: ".venv", script: "b.py" } }, "/opt/echo/.venv/bin/python3 b.py"],
    [{ ...folder, python: { venv: "../env/./3", module: "echo.bot" } }, "/opt/env/3/bin/python3 -m echo.bot"],
    [{ ...folder, python: { venv: "/srv/env/", script: "/srv/b.py" } }, "/srv/env/bin/python3 /srv/b.py"],
    [{ ...folder, python: { venv: null, script: "b.py" } }, "/usr/bin/python3 b.py"],
    [{ workingDirectory: "-/opt/my 100%%", python: { script: "b.py" } }, '"/opt/my 100%%/venv/bin/python3" b.py'],
    [{ python: { script: "b.py" }, service: { WorkingDirectory: "/srv" } }, "/srv/venv/bin/python3 b.py"],
  ];
  for (const [given, line] of pythons) {
    it(`runs ${JSON.stringify(given)} as ${line}`, () => {
      const own = asked(given).find(([text]) => String(text).startsWith("ExecStart"));
      assert.deepEqual(own, [`ExecStart=${line}`, "python"]);
    });
  }

  it("runs a program of Node.js in production mode", () => {
    assert.deepEqual(asked({ node: { entry: "dist/main.js", args: ["-v"] } }), [
      ["Environment=NODE_ENV=production", "node"],
      ["ExecStart=/usr/bin/node dist/main.js -v", "node"],
    ]);
    assert.equal(
      command({ node: { entry: "m.js", program: "/opt/node/bin/node" } }),
      "ExecStart=/opt/node/bin/node m.js",
    );
  });

  it("leaves a preset's variable to the bot where that names it, and out where it wants none", () => {
    const variables = (parameters: BotParameters) =>
      asked({ node: { entry: "m.js" }, ...parameters }).flatMap(([text]) => (/^Env/.test(String(text)) ? [text] : []));
    assert.deepEqual(variables({ environment: { NODE_ENV: "test" } }), ["Environment=NODE_ENV=test"]);
    assert.deepEqual(variables({ environment: { NODE_ENV: null } }), []);
    assert.deepEqual(variables({ environment: null }), []);
    assert.deepEqual(variables({ service: { Environment: null } }), []);
    assert.deepEqual(variables({ service: { Environment: "NODE_ENV=test A=1" } }), ["Environment=NODE_ENV=test A=1"]);
    assert.deepEqual(variables({ service: { Environment: ["A=1", '"NODE_ENV=test"'] } }), [
      "Environment=A=1",
      'Environment="NODE_ENV=test"',
    ]);
    assert.deepEqual(variables({ service: { Environment: "MY_NODE_ENV=test" } }), [
      "Environment=NODE_ENV=production",
      "Environment=MY_NODE_ENV=test",
    ]);
    assert.deepEqual(variables({ node: null }), []);
  });

  it("sets the time zone as a variable, which no null for the other variables takes away", () => {
    assert.deepEqual(asked({ timezone: "Europe/Berlin", environment: null }), [
      ["Environment=TZ=Europe/Berlin", "timezone"],
    ]);
    assert.deepEqual(asked({ timezone: null }), []);
    assert.deepEqual(asked({ timezone: "Europe/Berlin", environment: { TZ: "UTC" } }), [
      ["Environment=TZ=UTC", "environment", "TZ"],
    ]);
  });
});
