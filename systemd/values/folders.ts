import { absolutePathProblem, shapeProblem } from "./paths.ts";
import { isProblem, resolve } from "./specifiers.ts";
import { firstProblem, type ValueKind, type ValueProblem, wrong } from "./valueKind.ts";
import { WordReader, words } from "./words.ts";

const names = 'names of folders like "bot" or "bot/cache"';

/** Folders that systemd makes below /run, /var/lib and so on, each maybe with a second name after a colon. */
export const folderNames: ValueKind = {
  expected: names,
  check(text, { name }) {
    const list = words(text, { quotes: true, backslash: "keep" });
    if (!list) return wrong(names, text, "a quote is not closed");
    return firstProblem(list, (word) => folderProblem(word, name));
  },
};

function folderProblem(word: string, directive: string): ValueProblem | undefined {
  const [source = "", ...more] = words(word, { backslash: "c", separators: ":", coalesce: true }) ?? [""];
  if (source === "") return wrong(names, word);
  if (more.length > 0 && directive === "ConfigurationDirectory")
    return wrong(names, word, "a second name is not possible here");
  if (more.length > 2) return wrong(names, word, "one colon at most");
  return nameProblem(source, true) ?? (more[0] ? nameProblem(more[0], false) : undefined);
}

function nameProblem(name: string, isSource: boolean): ValueProblem | undefined {
  const resolved = resolve(name);
  if (isProblem(resolved)) return resolved;
  const path = resolved.text;
  if (path.startsWith("/")) return wrong(names, name, "it is a name below the folder of all services, not a path");
  if (isSource && /^(?:\.\/+)*private(?:\/|$)/.test(path)) return wrong(names, name, '"private" is systemd\'s own');
  if (/^\.?(?:\/+\.?)*$/.test(path)) return wrong("the name of a folder", name);
  return shapeProblem(path, "the name of a folder");
}

const bindOptions = '"rbind" or "norbind" after the second colon';
const binds = 'paths like "/srv/data" or "/srv/data:/data"';

/** SOURCE[:TARGET[:OPTIONS]], `-` before a source that may be missing. */
export const bindPaths: ValueKind = {
  expected: binds,
  check(text, _directive, systemd) {
    const reader = new WordReader(text, { quotes: true, backslash: "drop" });
    for (;;) {
      const source = reader.next(": \t\n\r", false);
      if (source === undefined) return undefined;
      if (source === false) return wrong(binds, text, "a quote is not closed");
      const problem = absolutePathProblem(source.replace(/^-/, ""), binds) ?? targetProblem(reader, text, systemd);
      if (problem) return problem;
    }
  },
};

function targetProblem(reader: WordReader, text: string, systemd: number | undefined): ValueProblem | undefined {
  if (reader.separator !== ":") return undefined;
  const problem = absolutePathProblem(reader.next(": \t\n\r", false) || "", binds);
  if (problem || reader.separator !== ":") return problem;
  const options = reader.next();
  if (options === false) return wrong(binds, text, "a quote is not closed");
  return firstProblem((options ?? "").split(","), (option) => {
    if (/^(?:no)?idmap$/.test(option) && systemd !== undefined && systemd <= 255)
      return wrong(bindOptions, option, `systemd ${systemd} does not know it yet`, "newer-directive");
    return /^(?:(?:no)?(?:rbind|idmap))?$/.test(option) ? undefined : wrong(bindOptions, option);
  });
}

const temporary = 'paths like "/var" or "/var:ro,size=1M"';
export const temporaryFileSystems: ValueKind = {
  expected: temporary,
  check(text) {
    const list = words(text, { quotes: true, backslash: "drop" });
    if (!list) return wrong(temporary, text, "a quote is not closed");
    return firstProblem(list, (word) => {
      const [path = ""] = words(word, { separators: ":" }) ?? [];
      return absolutePathProblem(path, temporary);
    });
  },
};

const opened = 'a path like "/srv/data.db" or "/srv/data.db:data:read-only"';

/** PATH[:NAME[:OPTIONS]]. systemd.service(5), OpenFile=. */
export const openFile: ValueKind = {
  expected: opened,
  check(text) {
    const parts = words(text, { backslash: "c", separators: ":" });
    const [path = "", , options = ""] = parts ?? [];
    if (!parts || parts.length > 3) return wrong(opened, text);
    const problem = absolutePathProblem(path, opened);
    if (problem || options === "") return problem;
    return firstProblem(options.split(","), (option) =>
      /^(?:read-only|append|truncate|graceful)$/.test(option)
        ? undefined
        : wrong('options like "read-only", "append", "truncate" or "graceful"', option),
    );
  },
};
