import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { unitCommand } from "../../commands/unitCommand.ts";

const calls: readonly (readonly [args: readonly string[], problem: string])[] = [
  [["format"], 'expected fmt, lint or impact, received "format"'],
  [["toString"], 'expected fmt, lint or impact, received "toString"'],
  [["lint"], "lint: expected a FILE, or - for standard input"],
  [
    ["lint", "--fix", "a.service"],
    "Unknown option '--fix'. To specify a positional argument starting with a '-', place it at the end of the command after '--', as in '-- \"--fix\"",
  ],
  [["lint", "--systemd", "v252", "a.service"], '--systemd: expected a version like 252, received "v252"'],
  [["lint", "--allow", "no-users", "a.service"], '--allow: there is no rule "no-users"; did you mean "no-user"?'],
  [["lint", "--allow", "everything", "a.service"], '--allow: there is no rule "everything"; lint --rules lists them'],
  [["lint", "--name", "echo", "-"], '--name: expected the name of a unit like "echo.timer", received "echo"'],
  [["lint", "-", "x", "-"], "standard input (-) can be read only once"],
  [["fmt", "--check", "-", "-"], "standard input (-) can be read only once"],
  [["impact", "-", "-"], "standard input (-) can be read only once"],
  [["fmt"], "fmt: expected a FILE, or - for standard input"],
  [["fmt", "-w", "--check", "a.service"], "fmt: expected --write or --check, not both"],
  [["fmt", "-w", "-"], "fmt: --write can't write to standard input"],
  [["impact", "a.service"], "impact: expected OLD and NEW, received 1 files"],
  [["impact", "--on-change", "stop", "a", "b"], '--on-change: expected restart, reload or none, received "stop"'],
];

describe("unit", () => {
  for (const [args, problem] of calls) {
    it(`refuses ${args.join(" ")}`, async () => {
      const err = `${problem}\n"npm run -s unit -- --help" shows what there is\n`;
      assert.deepEqual(await unitCommand(args), { out: "", err, code: 2 });
    });
  }

  it("shows its usage when asked, and when nothing is said", async () => {
    const { out, code } = await unitCommand(["lint", "--help"]);
    assert.deepEqual({ code, start: out.split(" …")[0] }, { code: 0, start: "usage: npm run -s unit -- VERB" });
    assert.deepEqual(await unitCommand([]), { out: "", err: out, code: 2 });
  });
});
