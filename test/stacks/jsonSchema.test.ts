import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { Ajv } from "ajv";
import fc from "fast-check";
import { jsonSchemaText } from "../../stacks/jsonSchema.ts";
import { parameterNames } from "../../stacks/parameterSchema.ts";
import { readYaml } from "../../stacks/readYaml.ts";
import { directive, directivesOf } from "../../systemd/directives/directive.ts";
import { checkValue } from "../../systemd/values/checkValue.ts";
import { readSystemdData } from "../../toolchain/generate/systemdData.ts";

const committed = readFileSync("stacks/schema.json", "utf8");
const validate = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true }).compile(
  JSON.parse(committed),
);
const host = { address: "a.example.net", user: "u", hostKey: { config: "k" }, agent: true };

function problems(value: unknown): string[] {
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const stackFiles = ["local", "staging", "production", "shared/bots"].map((name) => `stacks/${name}.yaml`);
const goldenFiles = ["lesson-bot", "lesson-large", "every-parameter"].map((name) => `test/golden/${name}.yaml`);

describe("the JSON Schema of stack files", () => {
  it("is what `npm run generate` makes of the schema", () => {
    // Compared as a whole: a diff of ten thousand lines helps nobody.
    assert.ok(committed === jsonSchemaText(readSystemdData().meanings), "stacks/schema.json: npm run generate");
  });

  for (const file of [...stackFiles, ...goldenFiles]) {
    it(`takes ${file}`, () => {
      assert.deepEqual(problems(structuredClone(readYaml(readFileSync(file, "utf8"), file).tree?.value)), []);
    });
  }

  for (const file of stackFiles) {
    it(`is named at the head of ${file}`, () => {
      const [, schema = ""] =
        /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(file, "utf8")) ?? assert.fail();
      assert.equal(join(dirname(file), schema), join("stacks", "schema.json"));
      assert.ok(existsSync(join(dirname(file), schema)));
    });
  }

  it("knows every parameter, and says of each what it means", () => {
    const { properties, definitions } = JSON.parse(committed);
    const known = properties.bots.additionalProperties.properties;
    for (const name of parameterNames) {
      const { $ref, description = definitions[$ref?.replace("#/definitions/", "")]?.description } = known[name];
      assert.match(description ?? "", /^[A-Z].{10,}/, name);
    }
  });

  it("knows every directive of the three sections", () => {
    const { definitions } = JSON.parse(committed);
    for (const section of ["Unit", "Service", "Install"]) {
      assert.deepEqual(Object.keys(definitions[section].properties), directivesOf(section));
    }
  });
});

describe("what people commonly write by mistake", () => {
  const bots: readonly (readonly [string, unknown])[] = [
    ["an unknown key", { memmoryMax: "1G" }],
    ["a directive's own spelling for a parameter", { MemoryMax: "1G" }],
    ["a number for a size", { memoryMax: 256 }],
    ["a size with MB", { memoryMax: "256 MB" }],
    ["a number for permissions", { umask: 77 }],
    ["a nice value out of range", { nice: 20 }],
    ["a word that is no type", { type: "deamon" }],
    ["a unit without its type", { after: ["network-online.target", "redis"] }],
    ["a relative folder", { workingDirectory: "bot" }],
    ["a tilde", { environmentFile: "~/bot.env" }],
    ["a time in words", { restartSec: "10 parsecs" }],
    ["a share without its percent sign", { cpuQuota: "50" }],
    ["a word for true", { privateTmp: "ja" }],
    ["a unit's name under unit", { unit: "echo.service" }],
    ["a raw directive that systemd doesn't know", { service: { MemoryMaxx: "1G" } }],
    ["a raw directive of another section", { service: { After: "a.target" } }],
    ["a wrong value of a raw directive", { service: { Nice: "high" } }],
    ["an unknown rule", { allow: ["no-usr"] }],
    ["a rule instead of a list", { allow: "no-user" }],
    ["an unknown preset", { hardening: "strict" }],
    ["a script as a word", { python: "bot.py" }],
    ["a list in place of variables", { environment: ["A=1"] }],
    ["a secret in the environment", { environment: { A: { secret: "x" } } }],
    ["too long a settle time", { settleSec: 500 }],
    ["an unknown answer to a change", { onChange: "stop" }],
  ];
  for (const [mistake, bot] of bots) {
    it(`is refused: ${mistake}`, () => {
      assert.deepEqual(problems({ hosts: { vps: host }, bots: { e: { host: "vps" } } }), []);
      assert.notDeepEqual(problems({ hosts: { vps: host }, bots: { e: bot } }), []);
      assert.notDeepEqual(problems({ defaults: bot }), []);
    });
  }

  const { agent: _, hostKey: __, ...half } = host;
  const hosts: readonly (readonly [string, unknown])[] = [
    ["no way to log in", { ...half, hostKey: { config: "k" } }],
    ["two ways to log in", { ...host, password: { secret: "p" } }],
    ["no host key", { ...half, agent: true }],
    ["a password in clear", { ...half, hostKey: { config: "k" }, password: "hunter2" }],
    ["a port as a word", { ...host, port: "22" }],
    ["a version of systemd as a word", { ...host, systemd: "252" }],
    ["a jump without a host key", { ...host, jump: { ...half, agent: true } }],
  ];
  for (const [mistake, wrong] of hosts) {
    it(`is refused: ${mistake}`, () => assert.notDeepEqual(problems({ hosts: { vps: wrong }, bots: {} }), []));
  }

  it("is refused: a file that is neither a stack nor defaults", () => {
    assert.deepEqual(problems({ defaults: {} }), []);
    for (const file of [{}, { hosts: {} }, { bots: {} }, { extends: "./a.yaml", defaults: {} }, [], "a"]) {
      assert.notDeepEqual(problems(file), [], JSON.stringify(file));
    }
  });
});

describe("the patterns", () => {
  const rows = ["Unit", "Service", "Install"].flatMap((section) =>
    directivesOf(section).flatMap((name) => directive(section, name) ?? []),
  );
  const raw = { Unit: "unit", Service: "service", Install: "install" } as Readonly<Record<string, string>>;
  const pieces =
    "infinity 1 0 2.5 +3 -1 0x1f G M K B % ‰ s min h 1h30min us µs 2w M y  /a /b - ~ + ! | : . .. a.service b.target %n %S/x x.slice yes NO true off full strict idle \" ' \\ a b SIGTERM AF_UNIX 0077 é".split(
      " ",
    );
  const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.constant(" ")), { maxLength: 4 });

  it("refuse nothing that systemd takes", () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.constantFrom(...rows), text, (row, parts) => {
        const value = parts.join("").trim();
        if (checkValue(row, value)) return;
        taken += 1;
        assert.deepEqual(problems({ defaults: { [raw[row.section] ?? ""]: { [row.name]: value } } }), []);
      }),
      { numRuns: 20_000, seed: 20_261_124 },
    );
    assert.ok(taken > 2_000, `only ${taken} of 20,000 were right: the property says little`);
  });

  it("don't take long over a hostile text", () => {
    for (const piece of ["1", "1 ", "ms", "a.b ", "M", "%", " "]) {
      const value = `${piece.repeat(5_000)}\u{1F4A5}`;
      const before = process.cpuUsage();
      problems({
        defaults: Object.fromEntries([
          ["restartSec", value],
          ["memoryMax", value],
          ["after", value],
        ]),
      });
      const { user, system } = process.cpuUsage(before);
      assert.ok(user + system < 500_000, `${JSON.stringify(piece)} took ${(user + system) / 1000} ms`);
    }
  });
});
