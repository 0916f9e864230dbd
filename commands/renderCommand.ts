import { dirname, join, relative } from "node:path";
import { parseArgs } from "node:util";
import { loadStack } from "../stacks/loadStack.ts";
import { type Finding, findingText, StackConfigError } from "../stacks/stackConfigError.ts";
import { stackFile } from "../stacks/stackFile.ts";
import { type RenderedBot, renderBots } from "./renderBots.ts";
import { CallError, isCallError, type Outcome } from "./unitOutcome.ts";

const usage = `usage: npm run -s render -- STACK [BOT] [--why]

  STACK     prints the unit of each bot of stacks/STACK.yaml, as it would stand on the server
  BOT       just that bot's
  --why     a comment above the lines says where they come from: the file's place, or "default"

exit code: 0 printed, 1 something is wrong in the file, 2 a wrong call`;

const options = { why: { type: "boolean", default: false }, help: { type: "boolean", short: "h" } } as const;

/** `render`: the units of a stack, or of one of its bots. */
export function renderCommand(args: readonly string[]): Outcome {
  try {
    return render(args);
  } catch (error) {
    if (error instanceof StackConfigError) {
      return { out: "", err: lines("error", error.findings) + lines("warning", error.warnings), code: 1 };
    }
    if (!isCallError(error)) throw error;
    return { out: "", err: `${error.message}\n\n${usage}\n`, code: 2 };
  }
}

function render(args: readonly string[]): Outcome {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (values.help) return { out: `${usage}\n`, err: "", code: 0 };
  const [stack, bot, ...more] = positionals;
  if (stack === undefined) throw new CallError("expected the name of a stack");
  if (more.length > 0) throw new CallError(`expected one bot or none, received ${positionals.length - 1}`);
  const folder = relative(process.cwd(), join(dirname(import.meta.dirname), "stacks"));
  const file = stackFile(stack, folder);
  const { bots, merged, warnings } = loadStack(file);
  const all = bots.flatMap((declared): RenderedBot[] => {
    const settings = merged.find(({ name }) => name === declared.name);
    return settings ? [{ bot: declared, merged: settings }] : [];
  });
  const wanted = bot === undefined ? all : all.filter(({ bot: { name } }) => name === bot);
  if (bot !== undefined && wanted.length === 0) throw noSuchBot(bot, file, bots);
  return { out: renderBots(wanted, values.why), err: lines("warning", warnings), code: 0 };
}

function noSuchBot(bot: string, file: string, bots: readonly { readonly name: string }[]): StackConfigError {
  const names = bots.length > 0 ? `the bots are ${bots.map(({ name }) => name).join(", ")}` : "there are no bots";
  const place = { file, line: 0, column: 0, path: "", severity: "error" } as const;
  return new StackConfigError([{ ...place, message: `has no bot ${JSON.stringify(bot)}; ${names}` }]);
}

function lines(severity: Finding["severity"], findings: readonly Finding[]): string {
  return findings.map((finding) => `${severity}: ${findingText(finding)}\n`).join("");
}
