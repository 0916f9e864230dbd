import { absolutePathProblem } from "./paths.ts";
import { isProblem, resolve } from "./specifiers.ts";
import { isBase64 } from "./streams.ts";
import { firstProblem, type ValueKind, type ValueProblem, wrong, wrongWord } from "./valueKind.ts";
import { words } from "./words.ts";

const partitions =
  "root usr home srv esp xbootldr swap root-verity usr-verity root-verity-sig usr-verity-sig tmp var root-secondary root-other usr-secondary usr-other root-secondary-verity root-other-verity usr-secondary-verity usr-other-verity root-secondary-verity-sig root-other-verity-sig usr-secondary-verity-sig usr-other-verity-sig";
const partition = 'a partition like "root"';
const mounted = 'an image and where to mount it, like "/srv/data.img:/data"';
const extension = 'an image like "/srv/extension.raw"';

/** IMAGE:TARGET[:OPTIONS…]; with the argument "extension" IMAGE[:OPTIONS…], `-` before an image that may be missing. */
export const images: ValueKind = {
  expected: ({ args }) => (args.includes("extension") ? extension : mounted),
  check(text, { args }) {
    const expected = args.includes("extension") ? extension : mounted;
    const list = words(text, { quotes: true, backslash: "keep" });
    if (!list) return wrong(expected, text, "a quote is not closed");
    return firstProblem(list, (word) => imageProblem(word, expected));
  },
};

function imageProblem(word: string, expected: string): ValueProblem | undefined {
  const parts = words(word, { backslash: "c", separators: ":", coalesce: true });
  if (!parts) return wrong(expected, word, "a backslash is written \\\\");
  const [source = "", ...more] = parts;
  const problem = absolutePathProblem(source.replace(/^-/, ""), expected);
  if (problem || expected === extension) return problem ?? optionsProblem(more);
  const [target = "", ...options] = more;
  if (target === "") return wrong(expected, word, "where to mount it is missing");
  return absolutePathProblem(target, expected) ?? optionsProblem(options);
}

// Pairs of a partition and its options; one left over is the options of the root partition.
function optionsProblem(parts: readonly string[]): ValueProblem | undefined {
  for (let index = 0; index < parts.length; index += 2) {
    const [name = "", value = name] = parts.slice(index, index + 2);
    const resolved = resolve(value);
    if (isProblem(resolved)) return resolved;
    const known = index + 1 === parts.length || partitions.split(" ").includes(name);
    if (!known) return wrongWord(partition, name, partitions.split(" "));
  }
  return undefined;
}

const options = 'options of mounts like "ro,dev" or "root:ro"';
export const mountOptions: ValueKind = {
  expected: options,
  check(text) {
    const list = words(text, { quotes: true, backslash: "keep" });
    if (!list) return wrong(options, text, "a quote is not closed");
    return firstProblem(list, (word) => {
      const parts = words(word, { backslash: "c", separators: ":", coalesce: true });
      return parts && parts.length <= 2 ? optionsProblem(parts) : wrong(options, word);
    });
  },
};

const hash = "an absolute path or at least 32 hexadecimal digits";
const signature = 'an absolute path or "base64:…"';

/** The root hash of dm-verity, or with the argument "signature" what signs it; in the value, or in a file. */
export const rootHash: ValueKind = {
  expected: ({ args }) => (args.includes("signature") ? signature : hash),
  check(text, { args }) {
    if (text.startsWith("/")) return undefined;
    if (!args.includes("signature")) return /^(?:[0-9a-fA-F]{2}){16,}$/.test(text) ? undefined : wrong(hash, text);
    return text.startsWith("base64:") && isBase64(text.slice("base64:".length)) ? undefined : wrong(signature, text);
  },
};

const policy = 'an image policy like "root=verity+signed:usr=absent" or "*"';
const uses =
  /^(?:unprotected|verity|signed|encrypted|unused|absent|open|ignore|read-only-on|read-only-off|growfs-on|growfs-off)$/;

/** systemd.image-policy(7). */
export const imagePolicy: ValueKind = {
  expected: policy,
  check(text) {
    if (/^[-*~]$/.test(text)) return undefined;
    return firstProblem(text.split(":"), (rule) => {
      const [, name = "", flags = ""] = /^([^=]*)=(.*)$/s.exec(rule.trim()) ?? [];
      if (name !== "" && !partitions.split(" ").includes(name)) return wrongWord(policy, name, partitions.split(" "));
      if (!rule.includes("=")) return wrong(policy, rule);
      const bad = flags.split("+").find((flag) => flag.trim() !== "" && !uses.test(flag.trim()));
      return bad === undefined ? undefined : wrong(policy, bad);
    });
  },
};
