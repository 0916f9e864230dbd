import { ipVersion } from "./ipAddress.ts";
import { isInterface } from "./networks.ts";
import { isNumberIn } from "./numbers.ts";
import { absolute, absolutePathProblem, legacyProblem } from "./paths.ts";
import { afterSpecifiers, isProblem, resolve } from "./specifiers.ts";
import { type ValueKind, wrong, wrongWord } from "./valueKind.ts";

const address = 'an address like "/run/bot.sock", "127.0.0.1:8080" or "8080"';
// sun_path holds 108 bytes, the final NUL among them.
const longest = 107;
const most32 = 2n ** 32n - 1n;

/** Where a socket listens. systemd.socket(5), ListenStream=. */
export const listenAddress: ValueKind = {
  expected: address,
  check(text, { name }) {
    if (/^~|^\.{0,2}\/./.test(text) && !text.startsWith("/")) return absolutePathProblem(text, address);
    return afterSpecifiers(text, (resolved) => {
      const right = isAddress(resolved);
      const unix = /^[/@]/.test(resolved);
      if (right && name === "ListenSequentialPacket" && !unix)
        return wrong('a path like "/run/bot.sock"', text, "packets in sequence are for local sockets only");
      if (right) return legacyProblem(text, address);
      const long = unix && Buffer.byteLength(resolved) > longest;
      return wrong(address, text, long ? `the path of a socket has at most ${longest} bytes` : hint(resolved));
    });
  },
};

function hint(text: string): string | undefined {
  if (/^:[0-9]+$/.test(text)) return `a port alone is written ${JSON.stringify(text.slice(1))}`;
  if (/^localhost:/.test(text)) return "names are not resolved here: write 127.0.0.1 or [::1]";
  return ipVersion(text) ? "a port belongs to it" : undefined;
}

function isAddress(text: string): boolean {
  if (/^[/@]/.test(text)) return text.length > 1 && Buffer.byteLength(text) <= longest;
  if (text.startsWith("vsock:")) return isVsock(text.slice("vsock:".length));
  if (isPort(text)) return true;
  const [, host = "", port = "", scope] = /^(.*):([^:%]*)(?:%(.*))?$/s.exec(text) ?? [];
  if (!isPort(port)) return false;
  const [, six] = /^\[(.*)\]$/s.exec(host) ?? [];
  if (six !== undefined) return ipVersion(six) === 6 && (scope === undefined || isScope(scope));
  return ipVersion(host) === 4 && scope === undefined;
}

function isPort(text: string): boolean {
  return isNumberIn(text, 1n, 65_535n);
}

function isScope(text: string): boolean {
  return isInterface(text) || isNumberIn(text, 1n, 2n ** 31n - 1n);
}

function isVsock(text: string): boolean {
  const [, cid = "", port = ""] = /^([^:]*):(.*)$/s.exec(text) ?? [];
  return isNumberIn(port, 0n, most32) && (cid === "" || isNumberIn(cid, 0n, most32));
}

/** A path in the file system: of a FIFO, a special file, a USB function. */
export const listenPath: ValueKind = {
  expected: absolute,
  check: (text, { name }) =>
    absolutePathProblem(text) ?? (name === "ListenFIFO" ? legacyProblem(text, absolute) : undefined),
};

const families =
  "route firewall inet-diag nflog xfrm selinux iscsi audit fib-lookup connector netfilter ip6-fw dnrtmsg kobject-uevent generic scsitransport ecryptfs rdma";
const netlink = 'a family of netlink, and maybe a group, like "kobject-uevent 1"';

export const listenNetlink: ValueKind = {
  expected: netlink,
  check: (text) =>
    afterSpecifiers(text, (resolved) => {
      const [, family = "", group = ""] = /^(\S+)\s*(.*)$/s.exec(resolved) ?? [];
      if (!families.split(" ").includes(family) && !isNumberIn(family, 0n, 2n ** 31n - 1n))
        return wrongWord(netlink, family, families.split(" "));
      return group === "" || isNumberIn(group, 0n, most32) ? undefined : wrong(netlink, text);
    }),
};

const queue = 'the name of a message queue like "/bot"';

/** mq_overview(7): a slash and a name. */
export const listenMessageQueue: ValueKind = {
  expected: queue,
  check(text) {
    const resolved = resolve(text);
    return isProblem(resolved) ? resolved : absolutePathProblem(text, queue);
  },
};
