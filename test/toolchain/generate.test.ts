import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { coverage } from "../../toolchain/generate/coverage.ts";
import { askSystemd, parseDump } from "../../toolchain/generate/dump.ts";
import { findProblems } from "../../toolchain/generate/findProblems.ts";
import { generatedFiles } from "../../toolchain/generate/generatedFiles.ts";
import { dataFolder, type Fact, readSystemdData, type SystemdData } from "../../toolchain/generate/systemdData.ts";
import { root } from "../../toolchain/paths.mjs";

const data = readSystemdData();
const folder = mkdtempSync(join(tmpdir(), "service-unit-"));
after(() => rmSync(folder, { recursive: true }));

const edited = (name: string, change: Partial<Fact>): SystemdData => ({
  ...data,
  facts: data.facts.map((fact) => (fact.name === name ? { ...fact, ...change } : fact)),
});
const retyped = (reader: string, type: string): SystemdData => ({
  ...data,
  types: new Map(data.types).set(reader, { type, list: false }),
});
const dumped = (text: string): SystemdData => ({ ...data, dumps: new Map([[252, parseDump("dump-252.txt", text)]]) });
const dump252 = readFileSync(join(dataFolder, "dump-252.txt"), "utf8");

it("the documentation has the count of directives as it is", () => {
  assert.ok(readFileSync(join(root, "docs", "unit-language.md"), "utf8").includes(`\n${coverage(data).trim()}\n`));
});

describe("generatedFiles", () => {
  it("are what is committed, byte for byte", () => {
    const files = [...generatedFiles(data)];
    assert.equal(files.length, 4);
    for (const [path, text] of files) assert.ok(readFileSync(join(root, path), "utf8") === text, `${path} differs`);
  });

  it("are refused while the data has problems, which the error lists", () => {
    const worse = retyped("Poem", "text");
    const meanings = new Map(data.meanings).set("Poem", "it rhymes");
    const message = "valueTypes.tsv: Poem is of no use\nmeanings.tsv: Poem is of no use";
    assert.throws(() => generatedFiles({ ...worse, meanings }), new Error(message));
  });
});

describe("findProblems", () => {
  it("finds none in the data", () => {
    assert.deepEqual(findProblems(data), []);
    assert.deepEqual([...data.dumps.keys()], [247, 252, 254, 257, 262]);
  });

  // One change to the data a row, and all that is found then.
  const problems: [what: string, data: SystemdData, ...expected: string[]][] = [
    [
      "a directive that a systemd has before it is said to be known",
      edited("ExitType", { since: 253 }),
      "dump-252.txt: [Service] ExitType: directives.tsv has it from 253 to now",
    ],
    [
      "a directive that a systemd has after it is said to be gone",
      edited("Sockets", { until: 260 }),
      "dump-262.txt: [Service] Sockets: directives.tsv has it from 245 to 260",
    ],
    [
      "a directive that a systemd lacks although it is said to be known",
      edited("ExitType", { since: 245 }),
      "dump-247.txt: [Service] ExitType: it lacks what directives.tsv has",
    ],
    [
      "a directive that all dumps lack",
      edited("NetClass", { parser: "config_parse_bool" }),
      ...[247, 252, 254, 257, 262].flatMap((version) =>
        ["Service", "Socket", "Mount", "Swap", "Slice", "Scope"].map(
          (section) => `dump-${version}.txt: [${section}] NetClass: it lacks what directives.tsv has`,
        ),
      ),
    ],
    [
      "a directive and a section that only a dump has",
      dumped(`${dump252}\n[Poem]\nRhyme=STRING\n`),
      "dump-252.txt: [Poem] Rhyme: directives.tsv lacks it",
    ],
    [
      "a kind of value in a dump that nobody has thought of",
      dumped(dump252.replace("Description=STRING", "Description=POEM")),
      "dump-252.txt: [Unit] Description: expected a kind of value that tokenTypes.ts knows for POEM, received text",
    ],
    [
      "a type that a dump contradicts",
      dumped(dump252.replace("Description=STRING", "Description=BOOLEAN")),
      "dump-252.txt: [Unit] Description: expected boolean or switch for BOOLEAN, received text",
    ],
    [
      "a directive that stands there twice",
      { ...data, facts: [...data.facts, ...data.facts.slice(0, 1)] },
      "directives.tsv: [Unit] Description stands there twice",
    ],
    [
      "a directive of a section that stands in a context of it, too",
      {
        ...data,
        facts: [
          ...data.facts,
          { section: "Slice", name: "MemoryMax", parser: "config_parse_memory_limit", since: 245 },
        ],
      },
      "directives.tsv: [Slice] MemoryMax: stands there and in a context of the section",
    ],
    [
      "a word that stands there twice",
      { ...data, words: [...data.words, ...data.words.slice(0, 1)] },
      "enumerations.tsv: cgroup_device_policy auto stands there twice",
    ],
    [
      "a type that values can't have",
      retyped("Also", "poem"),
      'directives.tsv: [Install] Also: there is no type of value "poem"',
    ],
    [
      "an enumeration without words",
      retyped("Also", "choice poem"),
      "directives.tsv: [Install] Also: enumerations.tsv has no poem",
    ],
    [
      "a replacement that isn't there",
      edited("BindTo", { obsolete: "Poem" }),
      "directives.tsv: [Unit] BindTo: is replaced by Poem, which isn't there",
    ],
    [
      "versions in the wrong order",
      edited("ConditionNull", { until: 245 }),
      "directives.tsv: [Unit] ConditionNull: its versions are 245 to 245",
    ],
    [
      "a version that is no number",
      edited("AssertNull", { since: Number.NaN }),
      "directives.tsv: [Unit] AssertNull: its versions are NaN to 247",
    ],
    [
      "a directive without a meaning",
      { ...data, meanings: new Map([...data.meanings].filter(([key]) => key !== "Also")) },
      "directives.tsv: [Install] Also: meanings.tsv has no meaning of it",
    ],
    [
      "a meaning that would end its comment",
      { ...data, meanings: new Map(data.meanings).set("Also", "as /run/*/a") },
      "directives.tsv: [Install] Also: its meaning would end the comment it stands in",
    ],
    [
      "a meaning of nothing",
      { ...data, meanings: new Map(data.meanings).set("Poem", "it rhymes") },
      "meanings.tsv: Poem is of no use",
    ],
    [
      "a directive that is ignored where nothing shares it",
      { ...data, unheeded: new Map([...data.unheeded, ["Service.PIDFile", "it rhymes"], ["Slice.Poem", "it rhymes"]]) },
      "unheeded.tsv: Service.PIDFile is of no use",
      "unheeded.tsv: Slice.Poem is of no use",
    ],
    ["a type of nothing", retyped("Poem", "text"), "valueTypes.tsv: Poem is of no use"],
  ];
  for (const [what, changed, ...expected] of problems)
    it(`finds ${what}`, () => assert.deepEqual(findProblems(changed), expected));
});

describe("readSystemdData", () => {
  // A copy of the data with one file changed.
  const readWith = (file: string, change: (text: string) => string) => () => {
    const copy = mkdtempSync(join(folder, "data-"));
    cpSync(dataFolder, copy, { recursive: true });
    writeFileSync(join(copy, file), change(readFileSync(join(copy, file), "utf8")));
    return readSystemdData(copy);
  };
  const broken: [what: string, file: string, change: (text: string) => string, message: string][] = [
    [
      "an empty line",
      "enumerations.tsv",
      (text) => text.replace("\n", "\n\n"),
      'enumerations.tsv:2: expected enumeration, word, since, until, obsolete, received ""',
    ],
    [
      "a field too many",
      "valueTypes.tsv",
      (text) => text.replace("\n", "\nAfter\tunits\tyes\tno\n"),
      'valueTypes.tsv:2: expected reader, type, list, received "After\\tunits\\tyes\\tno"',
    ],
    [
      "a system call twice",
      "systemCalls.tsv",
      (text) => `${text}read\t245\n`,
      "systemCalls.tsv: read stands there twice",
    ],
    ["a key twice", "meanings.tsv", (text) => `${text}Also\tTwice.\n`, "meanings.tsv: Also stands there twice"],
    [
      "a line that no dump has",
      "dump-252.txt",
      (text) => text.replace("[Unit]\n", "[Unit]\nNonsense\n"),
      'dump-252.txt:2: expected [Section] or Name=KIND, received "Nonsense"',
    ],
    [
      "a directive before the first section",
      "dump-252.txt",
      (text) => `Early=STRING\n${text}`,
      'dump-252.txt:1: expected [Section] or Name=KIND, received "Early=STRING"',
    ],
    [
      "a directive that nothing gives a type",
      "directives.tsv",
      (text) => `${text}Unit\tPoem\tconfig_parse_poem\t252\n`,
      "valueTypes.tsv has neither Poem nor its parser config_parse_poem",
    ],
  ];
  for (const [what, file, change, message] of broken)
    it(`refuses ${what}`, () => assert.throws(() => findProblems(readWith(file, change)()), new Error(message)));
});

describe("coverage", () => {
  it("counts what each version heeds, by section", () => {
    const few = ["Automount", "Install"];
    const facts = data.facts.filter(({ section }) => few.includes(section));
    assert.deepEqual(coverage({ ...data, facts }).split("\n"), [
      "| section | 245 | 249 | 252 | 255 | 257 | 262 | any |",
      "| --- | --- | --- | --- | --- | --- | --- | --- |",
      "| [Automount] | 3 | 3 | 4 | 4 | 4 | 4 | 4 |",
      "| [Install] | 5 | 5 | 5 | 6 | 6 | 6 | 6 |",
      "| all | 8 | 8 | 9 | 10 | 10 | 10 | 10 |",
    ]);
  });
});

describe("npm run generate", () => {
  const generate = (...args: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", join(root, "toolchain/generate/generate.ts"), ...args], {
      encoding: "utf8",
    });

  it("prints the count", () => {
    const { status, stdout } = generate("--count");
    assert.deepEqual([status, stdout], [0, `${coverage(data)}\n`]);
  });

  it("refuses other arguments", () => {
    for (const args of [["--poem"], ["--count", "more"], ["--dump"]]) {
      const { status, stderr } = generate(...args);
      const advice = "usage: npm run generate [-- --count | -- --dump COMMAND…]";
      assert.deepEqual([status, stderr], [1, `\nerror: unknown arguments: ${args.join(" ")}\nnext:  ${advice}\n`]);
    }
  });
});

describe("askSystemd", () => {
  it("gets version and dump from a command", () => {
    const script = 'case "$1" in --version) echo "systemd 299 (299~rc1)";; *) printf "[Unit]\\nPoem=STRING\\n";; esac';
    assert.deepEqual(askSystemd(["/bin/sh", "-c", script, "systemd"]), { version: 299, text: "[Unit]\nPoem=STRING\n" });
  });

  it("refuses what is no systemd", () => {
    const message = '/bin/echo --version doesn\'t start with "systemd" and a number';
    assert.throws(() => askSystemd(["/bin/echo"]), new Error(message));
  });

  const here = "/lib/systemd/systemd";
  const version = existsSync(here) ? askSystemd([here]).version : undefined;
  const kept = version !== undefined && data.dumps.has(version);
  it("gets from this machine's systemd what is kept as data", {
    skip: !kept && `no dump of ${version ?? "a systemd"} here`,
  }, () => {
    assert.equal(askSystemd([here]).text, readFileSync(join(dataFolder, `dump-${version}.txt`), "utf8"));
  });
});
