import { wholeNumber } from "./numbers.ts";
import { afterSpecifiers } from "./specifiers.ts";
import { firstProblem, type ValueKind, wrong } from "./valueKind.ts";
import { words } from "./words.ts";

const one = "the name or number of a user or group";
const several = "names or numbers of groups";

/** Whether systemd takes it for a user or group (valid_user_group_name, src/basic/user-util.c); it refuses the unit otherwise. */
export function isAccount(name: string): boolean {
  if (/^[0-9]+$/.test(name)) {
    const number = wholeNumber(name.replace(/^0+(?=.)/, "")) ?? -1n;
    return number < 2n ** 32n - 1n && number !== 65_535n && !/^0./.test(name);
  }
  return name !== "" && !/^ | $|[:/\p{Cc}]|^\.{1,2}$|^-[0-9]*$/u.test(name);
}

export const account: ValueKind = {
  expected: one,
  check: (text) => afterSpecifiers(text, (name) => (isAccount(name) ? undefined : wrong(one, text))),
};

export const accounts: ValueKind = {
  expected: several,
  check(text) {
    const list = words(text);
    if (!list) return wrong(several, text);
    return firstProblem(list, (word) =>
      afterSpecifiers(word, (name) => (isAccount(name) ? undefined : wrong(several, word))),
    );
  },
};
