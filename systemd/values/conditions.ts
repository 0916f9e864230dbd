import { isBoolean } from "./choices.ts";
import { isProblem, resolve } from "./specifiers.ts";
import { type ValueKind, wrong, wrongWord } from "./valueKind.ts";

// What a condition of this name may ask for, where it is one of few words.
const parameters: Readonly<Record<string, string>> = {
  Security: "selinux apparmor tomoyo ima smack audit uefi-secureboot tpm2 cvm measured-uki",
  ACPower: "",
  FirstBoot: "",
};

/** The parameter of a condition or an assertion, after `|` (one of these is enough) and `!` (not). systemd.unit(5). */
export const condition: ValueKind = {
  expected: 'what is asked for, or "!" and that',
  check(text, { name }) {
    const parameter = text.replace(/^\|[ \t]*/, "").replace(/^![ \t]*/, "");
    const resolved = resolve(parameter);
    if (isProblem(resolved)) return resolved;
    const known = parameters[name.replace(/^(?:Condition|Assert)/, "")];
    if (known === undefined || resolved.open) return undefined;
    if (known === "") return isBoolean(parameter) ? undefined : wrong('yes or no, or "!" and one of them', parameter);
    const list = known.split(" ");
    return list.includes(parameter) ? undefined : wrongWord(`one of ${list.join(", ")}`, parameter, list);
  },
};
