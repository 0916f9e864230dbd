import { ipVersion } from "./ipAddress.ts";
import { isNumberIn, wholeNumber } from "./numbers.ts";
import { absolutePathProblem } from "./paths.ts";
import { firstProblem, type ValueKind, type ValueProblem, wrong } from "./valueKind.ts";
import { WordReader, words } from "./words.ts";

const prefixes = 'addresses like "10.0.0.0/8", "::1", "localhost" or "any"';

/** Addresses of IP, each maybe with the length of its prefix, and words for the usual ones. */
export const addressPrefixes: ValueKind = {
  expected: prefixes,
  check(text) {
    const list = words(text);
    return list ? firstProblem(list, prefixProblem) : wrong(prefixes, text);
  },
};

function prefixProblem(word: string): ValueProblem | undefined {
  if (/^(?:any|link-local|multicast)$/.test(word) || isLocalhost(word)) return undefined;
  const [, address = "", length] = /^([^/]*)(?:\/(.*))?$/s.exec(word) ?? [];
  const version = ipVersion(address);
  const most = version === 4 ? 32n : 128n;
  if (version !== undefined && (length === undefined || isNumberIn(length, 0n, most))) return undefined;
  return wrong(prefixes, word, word.includes(",") ? "the addresses are separated by spaces" : undefined);
}

function isLocalhost(word: string): boolean {
  return /^(?:.*\.)?(?:localhost|localhost\.localdomain)\.?$/i.test(word);
}

const bind = 'ports like "8080", "tcp:8000-8999", "ipv6:udp:53" or "any"';

/** [FAMILY:][PROTOCOL:]PORTS. */
export const socketBind: ValueKind = {
  expected: bind,
  check(text) {
    const parts = words(text, { separators: ":" }) ?? [""];
    if (/^ipv[46]$/.test(parts[0] ?? "")) parts.shift();
    if (/^(?:tcp|udp)$/i.test(parts[0] ?? "")) parts.shift();
    const right = parts.length === 0 || (parts.length === 1 && isPorts(parts[0] ?? ""));
    return right ? undefined : wrong(bind, text);
  },
};

function isPorts(text: string): boolean {
  const [low = "", high = low, ...rest] = text.split("-");
  if (text === "any") return true;
  if (rest.length > 0 || !isNumberIn(low, 1n, 65_535n) || !isNumberIn(high, 1n, 65_535n)) return false;
  return (wholeNumber(low) ?? 0n) <= (wholeNumber(high) ?? 0n);
}

const sets = 'sets like "cgroup:inet:filter:bots"';

/** SOURCE:FAMILY:TABLE:SET, words. */
export const nftSet: ValueKind = {
  expected: sets,
  check(text) {
    const list = words(text, { quotes: true, backslash: "drop" });
    if (!list) return wrong(sets, text);
    const shape =
      /^(?:cgroup|user|group):(?:arp|bridge|inet|ip|ip6|netdev):[A-Za-z][A-Za-z0-9/_.\\]*:[A-Za-z][A-Za-z0-9/_.\\]*$/;
    return firstProblem(list, (word) => (shape.test(word) ? undefined : wrong(sets, word)));
  },
};

/** Whether the kernel could have an interface of that name. */
export function isInterface(name: string): boolean {
  return (
    /^(?![0-9]+$)(?!all$|default$|\.\.?$)[!-$&-.0-9;-~]{1,15}$/.test(name) && !isNumberIn(name, 1n, 2n ** 31n - 1n)
  );
}

const one = 'the name of a network interface like "eth0"';
const several = 'names of network interfaces like "eth0"';

/** Network interfaces; with the argument "one" just one, or `*`. */
export const networkInterfaces: ValueKind = {
  expected: ({ args }) => (args.includes("one") ? one : several),
  check(text, { args }) {
    if (args.includes("one")) return text === "*" || isInterface(text) ? undefined : wrong(one, text);
    const list = words(text.replace(/^~/, ""), { quotes: true, backslash: "drop" });
    if (!list) return wrong(several, text, "a quote is not closed");
    return firstProblem(list, (word) => (isInterface(word) ? undefined : wrong(several, word)));
  },
};

const program = 'a type and a path like "ingress:/sys/fs/bpf/filter"';
const attachTypes =
  "ingress egress sock_create sock_ops device bind4 bind6 connect4 connect6 post_bind4 post_bind6 sendmsg4 sendmsg6 sysctl recvmsg4 recvmsg6 getsockopt setsockopt";

/** TYPE:PATH. systemd.resource-control(5), BPFProgram=. */
export const bpfProgram: ValueKind = {
  expected: program,
  check(text) {
    const reader = new WordReader(text, { separators: ":", coalesce: true });
    const type = reader.next() || "";
    if (!attachTypes.split(" ").includes(type)) return wrong(program, text);
    return absolutePathProblem(reader.rest, program);
  },
};
