import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type ParameterProblem, parameterProblems } from "../../../systemd/policy/parameterProblems.ts";
import type { BotParameters } from "../../../systemd/policy/parameters.ts";

const problems = (given: BotParameters) =>
  parameterProblems(given).map(({ path, text }: ParameterProblem) => `${path.join(".")} ${text}`);
const folder = { workingDirectory: "/opt/echo" };

describe("parameterProblems", () => {
  it("has nothing to say to what fits together", () => {
    const fitting: readonly BotParameters[] = [
      {},
      { execStart: "/bin/a", service: { MemoryMax: "1G", Future: 1 } as object, memoryHigh: "1G" },
      { memoryMax: null, service: { MemoryMax: "1G" } },
      { ...folder, python: { script: "bot.py", args: [1, "%"] }, node: null, execStart: null },
      { workingDirectory: "~", python: { venv: null, script: "bot.py" } },
      { python: { venv: "/srv/venv", module: "bot" } },
      { node: { entry: "/srv/main.js", program: "/opt/node" }, timezone: "Europe/Berlin", environment: { A: 1 } },
      { node: { entry: "main.js" }, service: { WorkingDirectory: "/srv" } },
    ];
    for (const given of fitting) assert.deepEqual(problems(given), [], JSON.stringify(given));
  });

  const wrong: readonly [rule: string, given: BotParameters, messages: readonly string[]][] = [
    [
      "a directive as a parameter and raw, under its old name too",
      { memoryMax: "1G", startLimitIntervalSec: 1, service: { MemoryMax: null }, unit: { StartLimitInterval: 2 } },
      [
        "unit.StartLimitInterval is given as startLimitIntervalSec too: leave one of them out",
        "service.MemoryMax is given as memoryMax too: leave one of them out",
      ],
    ],
    [
      "more than one command",
      { ...folder, node: { entry: "a.js" }, python: { script: "b.py" }, execStart: "/bin/a" },
      [
        "python can't be given with execStart: a bot runs one command",
        "node can't be given with execStart: a bot runs one command",
      ],
    ],
    [
      "a preset and a raw command",
      { node: { entry: "/a.js" }, service: { ExecStart: "/bin/a" } },
      ["node can't be given with service.ExecStart: a bot runs one command"],
    ],
    ["Python without anything to run", { python: {} }, ["python has no script: give script, or module"]],
    [
      "Python with two things to run",
      { ...folder, python: { script: "a.py", module: "a" } },
      ["python.module can't be given with script"],
    ],
    [
      "a virtual environment that is nowhere",
      { python: { script: "/srv/a.py" } },
      [
        'python.venv "venv" is relative, and workingDirectory is no folder known here: give the whole path, or null for the system\'s Python',
      ],
    ],
    [
      "one below a folder that only the server knows",
      { workingDirectory: "/home/%i", python: { venv: "env", script: "a.py" } },
      [
        'python.venv "env" is relative, and workingDirectory is no folder known here: give the whole path, or null for the system\'s Python',
      ],
    ],
    [
      "a script without a folder",
      { python: { venv: null, script: "a.py" } },
      ['python.script "a.py" is relative, and there is no workingDirectory'],
    ],
    [
      "an entry without a folder",
      { node: { entry: "a.js" } },
      ['node.entry "a.js" is relative, and there is no workingDirectory'],
    ],
    ["a script without a name", { ...folder, python: { script: "" } }, ["python.script is empty"]],
    [
      "an option for a file",
      { ...folder, node: { entry: "-v" } },
      ['node.entry "-v" would be taken for an option: write "./-v"'],
    ],
    [
      "a program that is not one",
      { node: { entry: "/a.js", program: "node" } },
      ['node its command has to start with the absolute path of a program, not with "node"'],
    ],
    [
      "a word that no process can be given",
      { ...folder, python: { script: "a.py", args: ["a\0b"] } },
      ["python its command can't be a command: an argument has a NUL character, which no process can be given"],
    ],
    [
      "a time zone that there isn't",
      { timezone: "Europe/Berln" },
      ['timezone expected a time zone like "Europe/Berlin", received "Europe/Berln"'],
    ],
    [
      "two time zones",
      { timezone: "Europe/Berlin", environment: { TZ: "UTC" } },
      ["timezone is given as the variable TZ too: leave one of them out"],
    ],
  ];
  for (const [rule, given, messages] of wrong) it(`reports ${rule}`, () => assert.deepEqual(problems(given), messages));

  it("passes over values of another type, whatever they are", () => {
    const keys = [
      "python",
      "node",
      "unit",
      "service",
      "install",
      "execStart",
      "timezone",
      "workingDirectory",
      "environment",
    ];
    const value = fc.oneof(
      fc.anything({ maxDepth: 1 }),
      fc.dictionary(fc.constantFrom("venv", "script", "entry", "args"), fc.anything()),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), value), (given) => {
        assert.ok(Array.isArray(parameterProblems(given as BotParameters)));
      }),
      { numRuns: 400, seed: 4 },
    );
  });
});
