import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../../toolchain/server/main.ts", import.meta.url));

function server(...args: string[]): { code: number | null; stdout: string; firstLine: string | undefined } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", main, ...args], {
    encoding: "utf8",
  });
  return { code: status, stdout, firstLine: stderr.split("\n")[0] };
}

describe("npm run server", () => {
  const refused = [
    { args: [], code: 2, message: "what to do?" },
    { args: ["boot"], code: 2, message: 'unknown verb "boot"' },
    { args: ["start", "one", "two"], code: 2, message: 'one name at most, not also "two"' },
    { args: ["list", "one"], code: 2, message: '"list" takes no name' },
    { args: ["stop", "one", "--", "ls"], code: 2, message: 'only "shell" takes a command after "--"' },
    {
      args: ["start", "Not_A_Host"],
      code: 1,
      message:
        '"Not_A_Host" can\'t be a server\'s name: up to 30 of a to z, 0 to 9 and "-", and a letter first, like "local"',
    },
    {
      args: ["shell", "never-made"],
      code: 1,
      message: 'there is no server "never-made"; make it: npm run server -- start never-made',
    },
  ];
  for (const { args, code, message } of refused) {
    it(`refuses "${args.join(" ")}": ${message}`, () => {
      assert.deepEqual(server(...args), { code, stdout: "", firstLine: message });
    });
  }
});
