import type { BotParameters } from "./parameters.ts";

type Hardening = NonNullable<BotParameters["hardening"]>;

/**
 * Per set of restrictions, its directives of [Service]. `safe` leaves out what breaks bots: MemoryDenyWriteExecute and
 * SystemCallFilter kill Node.js, ProtectHome hides a bot in its user's home, ProtectSystem=strict makes /opt and /srv read-only.
 * What it does break is sudo, and turning off NoNewPrivileges alone does not help: others of the set imply it (systemd.exec(5)).
 */
export const hardeningLines: Readonly<Record<Hardening, readonly (readonly [directive: string, value: string])[]>> = {
  safe: [
    ["NoNewPrivileges", "yes"],
    ["PrivateTmp", "yes"],
    ["PrivateDevices", "yes"],
    ["ProtectSystem", "full"],
    ["ProtectKernelTunables", "yes"],
    ["ProtectKernelModules", "yes"],
    ["ProtectKernelLogs", "yes"],
    ["ProtectControlGroups", "yes"],
    ["ProtectClock", "yes"],
    ["ProtectHostname", "yes"],
    ["RestrictSUIDSGID", "yes"],
    ["RestrictRealtime", "yes"],
    ["RestrictNamespaces", "yes"],
    ["LockPersonality", "yes"],
    ["RestrictAddressFamilies", "AF_INET AF_INET6 AF_UNIX"],
    ["SystemCallArchitectures", "native"],
    ["CapabilityBoundingSet", ""],
    ["UMask", "0077"],
  ],
};
