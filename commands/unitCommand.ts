import { safeText } from "../systemd/lint/safeText.ts";
import { fmtCommand } from "./fmtCommand.ts";
import { lintCommand } from "./lintCommand.ts";
import { unitImpact } from "./unitImpact.ts";
import { CallError, isCallError, type Outcome } from "./unitOutcome.ts";

const usage = `usage: npm run -s unit -- VERB …      a FILE may be - for standard input

  fmt FILE…               print the canonical form: same meaning to systemd, always the same bytes; of several files, each
                          under a comment with its name
  fmt --write|-w FILE…    rewrite the files that differ from it, each in one step, with their mode
  fmt --check FILE…       name the files that differ from it, and exit with 1 if there are any

  lint FILE…              print what is wrong, as FILE:LINE:COLUMN: severity: rule: text
    --systemd VERSION     the server's version, as 252: names what it doesn't know yet
    --allow RULE          don't look for this; several with commas between
    --json                print a list of {file, line, column, severity, rule, text}
  lint --rules            list the rules with their severity and meaning

  impact OLD NEW          print what a change needs on the server, and why; /dev/null is "no unit"
    --on-change HOW       restart (unless given), reload or none, where the service would be restarted
    --json                print it as an object

  --name NAME             what standard input is, as echo.timer (lint and impact; a service unless given)

exit code: 0 all is well, 1 errors found (fmt: systemd would load nothing; --check: something differs),
2 a wrong call, or a file that can't be read`;

const verbs: Readonly<Record<string, (args: readonly string[]) => Promise<Outcome>>> = {
  fmt: fmtCommand,
  lint: lintCommand,
  impact: unitImpact,
};

/**
 * What `npm run -s unit -- …` does with these arguments.
 * @throws whatever is no fault of the caller
 */
export async function unitCommand([verb, ...args]: readonly string[]): Promise<Outcome> {
  const help = [verb, ...args.slice(0, args.includes("--") ? args.indexOf("--") : undefined)];
  if (help.includes("--help") || help.includes("-h")) return { out: `${usage}\n`, err: "", code: 0 };
  if (verb === undefined) return { out: "", err: `${usage}\n`, code: 2 };
  try {
    const command = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (!command) throw new CallError(`expected fmt, lint or impact, received ${JSON.stringify(verb)}`);
    return await command(args);
  } catch (error) {
    if (!isCallError(error)) throw error;
    return { out: "", err: `${safeText(error.message)}\n"npm run -s unit -- --help" shows what there is\n`, code: 2 };
  }
}
