import { execLineProblem } from "../grammar/execProblem.ts";
import { readable, type ValueKind } from "./valueKind.ts";

/** A command, or several with ";" between them. systemd.service(5), "Command lines". */
export const exec: ValueKind = {
  expected: 'a command line like "/usr/bin/python3 /opt/bot/bot.py"',
  check(text) {
    const problem = execLineProblem(text);
    return problem && { rule: problem.rule, text: readable(problem.text) };
  },
};
