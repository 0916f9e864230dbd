import * as z from "zod";
import { valueProblem } from "../systemd/grammar/valueProblem.ts";
import { hardenings } from "../systemd/policy/parameters.ts";
import { expected, items, oneOf, strictMap, textWith } from "./schemaParts.ts";

const text = (what: string) => textWith(what, valueProblem);
const word = z.union([text("a word"), z.number()], expected("a word or a number"));
const args = z.array(word, expected("a list of words")).nullable().optional();

const python = strictMap("a map of venv, script or module, and args", {
  venv: text("the folder of the virtual environment").nullable().optional(),
  script: text("a file").nullable().optional(),
  module: text("the name of a module").nullable().optional(),
  args,
});

const node = strictMap("a map of entry, program and args", {
  entry: text("the file to run"),
  program: text("the absolute path of Node.js").nullable().optional(),
  args,
});

const unit = "a unit name like redis.service";

/** The parameters that stand for several directives, or none of their own. */
export const presetSchemas = {
  python,
  node,
  dependencies: items(`${unit}, or a list of them`, text(unit)),
  timezone: text('a time zone like "Europe/Berlin"'),
  hardening: oneOf(hardenings),
};
