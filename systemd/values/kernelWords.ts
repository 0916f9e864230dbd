// Words of the kernel's, each in a list.
import { booleanOr } from "./choices.ts";
import { wholeNumber } from "./numbers.ts";
import { type ValueKind, wrong } from "./valueKind.ts";
import { listCheck, wordList } from "./wordList.ts";
import { words } from "./words.ts";

const capabilityNames =
  "CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID SETPCAP LINUX_IMMUTABLE NET_BIND_SERVICE NET_BROADCAST NET_ADMIN NET_RAW IPC_LOCK IPC_OWNER SYS_MODULE SYS_RAWIO SYS_CHROOT SYS_PTRACE SYS_PACCT SYS_ADMIN SYS_BOOT SYS_NICE SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG MKNOD LEASE AUDIT_WRITE AUDIT_CONTROL SETFCAP MAC_OVERRIDE MAC_ADMIN SYSLOG WAKE_ALARM BLOCK_SUSPEND AUDIT_READ PERFMON BPF CHECKPOINT_RESTORE";

/** capabilities(7), in any case. systemd drops an unknown one without a word. */
export const capabilities = wordList({
  expected: 'capabilities like "CAP_NET_BIND_SERVICE"',
  known: () => capabilityNames.split(" ").map((name) => `CAP_${name}`),
  invertible: true,
  isRight: (word) => {
    const number = wholeNumber(word);
    if (number !== undefined) return number >= 0n && number < 64n;
    return /^cap_/i.test(word) && ` ${capabilityNames} `.includes(` ${word.slice(4).toUpperCase()} `);
  },
});

/** capabilities(7), "The securebits flags". systemd drops an unknown one without a word. */
export const secureBits = wordList({
  expected: 'flags like "noroot" and "noroot-locked"',
  known: () => [
    "keep-caps",
    "keep-caps-locked",
    "no-setuid-fixup",
    "no-setuid-fixup-locked",
    "noroot",
    "noroot-locked",
  ],
});

const familyNames =
  "LOCAL UNIX FILE INET AX25 IPX APPLETALK NETROM BRIDGE ATMPVC X25 INET6 ROSE DECnet NETBEUI SECURITY KEY NETLINK ROUTE PACKET ASH ECONET ATMSVC RDS SNA IRDA PPPOX WANPIPE LLC IB MPLS CAN TIPC BLUETOOTH IUCV RXRPC ISDN PHONET IEEE802154 CAIF ALG NFC VSOCK KCM QIPCRTR SMC XDP MCTP";
const families = 'address families like "AF_INET", or "none"';
const familyList = listCheck({
  expected: families,
  known: () => familyNames.split(" ").map((name) => `AF_${name}`),
  invertible: true,
  isRight: (word) => /^af_/i.test(word) && familyNames.toUpperCase().split(" ").includes(word.slice(3).toUpperCase()),
});

/** address_families(7), in any case. */
export const addressFamilies: ValueKind = {
  expected: families,
  check(text, directive, systemd) {
    if (text !== "none") return familyList(text, directive, systemd);
    if (systemd === undefined || systemd >= 249) return undefined;
    return wrong(families, text, `systemd ${systemd} does not know it yet`, "newer-directive");
  },
};

const kinds = 'yes, no or namespaces like "net user"';

const delegated = 'yes, no or namespaces like "net pid"';
const namespaceNames = ["cgroup", "ipc", "net", "mnt", "pid", "user", "uts", "time"];

/** namespaces(7). One unknown word, and systemd ignores all of them. With the argument "delegated" that of users can't be asked for. */
export const namespaces: ValueKind = {
  expected: ({ args }) => (args.includes("delegated") ? delegated : kinds),
  check(text, directive, systemd) {
    const ofUsers = directive.args.includes("delegated") && !text.startsWith("~") && words(text)?.includes("user");
    if (ofUsers) return wrong(delegated, "user", "the user namespace can't be delegated");
    const expected = directive.args.includes("delegated") ? delegated : kinds;
    const list = { expected, known: () => namespaceNames, splitting: {}, invertible: true };
    return booleanOr(listCheck(list))(text, directive, systemd);
  },
};

const groupNames =
  "@basic-api @anonymous @application @auxiliary-api @common-block @historical-block @network @privileged-api @security @temporary @known";

/** Names of file systems, which the kernel knows, and systemd's groups of them. */
export const fileSystems = wordList({
  expected: 'file systems like "ext4" or groups like "@basic-api"',
  known: () => groupNames.split(" "),
  invertible: true,
  isRight: (word) => /^[^@~]/.test(word) && !word.includes(","),
});

const memoryNames =
  "private-anonymous shared-anonymous private-file-backed shared-file-backed elf-headers private-huge shared-huge private-dax shared-dax default all";

/** core(5), as names or as a mask in hexadecimal. */
export const coredumpFilter = wordList({
  expected: 'kinds of memory like "private-anonymous", or "default" or "all"',
  known: () => memoryNames.split(" "),
  splitting: {},
  isRight: (word) => /^(?:0[xX])?[0-9a-fA-F]{1,16}$/.test(word),
});
