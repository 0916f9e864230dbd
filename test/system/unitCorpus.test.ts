// Every unit file that a Debian server has, and every one that this machine has besides: read, rendered, put in its own place on a
// real server; whose systemd then has to know the same of each unit, and to complain about the same.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { parseUnit } from "../../systemd/grammar/parseUnit.ts";
import { renderUnit } from "../../systemd/grammar/renderUnit.ts";
import { removeServer, startServer } from "../../toolchain/server/server.ts";
import { skipWithoutServer } from "./fixture.ts";
import { Guest } from "./guest.ts";
import { UnitManager } from "./unitManager.ts";

const root = "/usr/lib/systemd";
const types = "service|socket|target|timer|path|slice|mount|automount|swap";
const unitFile = new RegExp(`^(?:system|user)/(?:[^/]+\\.(?:${types})|[^/]+\\.d/[^/]+\\.conf)$`);

/** The unit files of this machine, by their path below /usr/lib/systemd. */
function filesHere(): [string, Buffer][] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => unitFile.test(path) && existsSync(join(root, path)) && statSync(join(root, path)).isFile())
    .map((path) => [path, readFileSync(join(root, path))]);
}

describe("the unit files of a Debian server", { skip: skipWithoutServer }, () => {
  const name = "test-corpus";
  const originals = new Map<string, Buffer>();
  let guest: Guest;

  before(async () => {
    await removeServer(name);
    guest = new Guest(await startServer(name));
    await write(filesHere(), '[ -e "$path" ] ||');
    const list = `cd ${root}; find system user -type f -exec sh -c 'for f; do echo "$f $(base64 -w0 "$f")"; done' sh {} +`;
    for (const line of (await guest.sh(list)).trim().split("\n")) {
      const [path = "", data = ""] = line.split(" ");
      if (unitFile.test(path)) originals.set(path, Buffer.from(data, "base64"));
    }
    // Nothing may start or end by itself while we look: not the boot, not the login that showed that the server is up, no timer.
    const settle = "systemctl is-system-running --wait || :; systemctl stop user-1000.slice '*.timer'";
    await guest.sh(`${settle}; systemctl start user@0.service`);
  });
  after(() => removeServer(name));

  /** Writes files below /usr/lib/systemd, each when the condition holds. */
  async function write(files: Iterable<readonly [string, Buffer]>, condition = ""): Promise<void> {
    const lines = Array.from(files, ([path, content]) => `${path} ${content.toString("base64")}\n`).join("");
    const put = `mkdir -p "$(dirname "$path")"; printf %s "$data" | base64 -d >"$path"`;
    await guest.sh(`cd ${root}; while read -r path data; do ${condition} { ${put}; }; done`, lines);
  }

  /** The units of the files, templates with an instance. */
  function unitsOf({ scope }: UnitManager): string[] {
    const files = [...originals.keys()].filter((path) => path.startsWith(`${scope}/`) && !path.endsWith(".conf"));
    return files.map((path) => path.slice(scope.length + 1).replace("@.", "@x."));
  }

  it("mean the same to systemd once they are read and rendered, and draw the same complaints", async (test) => {
    const managers = [new UnitManager(guest, "system"), new UnitManager(guest, "user")];
    const look = async (manager: UnitManager) => ({
      properties: await manager.properties(unitsOf(manager)),
      complaints: await manager.complaints(unitsOf(manager)),
    });
    const first: Awaited<ReturnType<typeof look>>[] = [];
    for (const manager of managers) first.push(await look(manager));
    // Most of them are written as we write them: so each is also spelled in another way in between.
    const spelled = new Map(Array.from(originals, ([path, content]) => [path, otherSpelling(content)] as const));
    const rendered = new Map(Array.from(spelled, ([path, content]) => [path, asRendered(path, content)] as const));
    for (const files of [spelled, rendered]) {
      await write(files);
      for (const [at, manager] of managers.entries()) {
        const { properties, complaints } = await look(manager);
        assert.deepEqual(complaints, first[at]?.complaints);
        for (const [unit, known] of first[at]?.properties ?? [])
          assert.deepEqual(properties.get(unit), known, `${manager.scope} ${unit}`);
      }
    }
    for (const [path, content] of originals) assert.deepEqual(rendered.get(path), asRendered(path, content), path);
    const [system, user] = first.map(({ properties }) => properties.size);
    const said = first.flatMap(({ complaints }) => complaints).length;
    test.diagnostic(
      `${originals.size} files; ${system} system units, ${user} user units; ${said} different complaints`,
    );
    assert.ok(originals.size > 150);
  });

  it("stay as they are when rendered once more, and have nothing wrong in their syntax", () => {
    for (const [path, content] of originals) {
      const text = asRendered(path, content);
      assert.deepEqual(asRendered(path, text), text, path);
      if (content.length > 0) assert.deepEqual(parseUnit(content).problems, [], path);
    }
  });
});

/** The same to systemd: other line ends, more white space, lines cut in two wherever a word ends. */
function otherSpelling(content: Buffer): Buffer {
  const lines = content.toString("utf8").split("\n");
  const spelled = lines.map((line) => {
    if (/^[ \t]*[#;]|\\$|^$/.test(line)) return line;
    return line.replace(/^([^[=\s]+)=/, "  $1\t= ").replace(/(?<![\s\\]) (?=[^\s#;])/g, "\\\r\n");
  });
  return Buffer.from(spelled.join("\r\n"));
}

/** An empty file masks its unit, and stays empty. */
function asRendered(path: string, content: Buffer): Buffer {
  if (content.length === 0) return content;
  const { unit, loads } = parseUnit(content);
  assert.ok(loads, path);
  return Buffer.from(renderUnit(unit));
}
