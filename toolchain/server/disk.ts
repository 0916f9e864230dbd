import { randomBytes } from "node:crypto";
import { chownSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { diesWithUs, mustRun, run } from "./command.ts";
import { supervise } from "./nspawn.ts";
import { type ServerRecord, serverFiles, writeRecord } from "./record.ts";

/** Fills the folder of a new server: a disk made from the root file system, and an identity of its own. */
export async function makeDisk(name: string, folder: string, port: number, rootfs: string): Promise<void> {
  const shared = await copy(rootfs, folder);
  const disk = serverFiles.disk(folder);
  const login = await makeKey(serverFiles.key(folder), `deploy@${name}`);
  const hostKey = await makeKey(join(disk, "etc/ssh/ssh_host_ed25519_key"), `root@${name}`);
  const authorized = join(disk, "home/deploy/.ssh/authorized_keys");
  writeFileSync(authorized, login, { mode: 0o600 });
  const owner = statSync(join(disk, "home/deploy"));
  chownSync(authorized, owner.uid, owner.gid);
  writeFileSync(join(disk, "etc/machine-id"), `${randomBytes(16).toString("hex")}\n`);
  writeFileSync(join(disk, "etc/hostname"), `${name}\n`);
  writeFileSync(join(disk, "etc/hosts"), `127.0.0.1 localhost ${name}\n::1 localhost\n`);
  setPort(folder, { port, hostKey: hostKey.split(" ").slice(0, 2).join(" "), ...shared });
}

/**
 * Makes a key pair without a passphrase; returns the public line. By ssh-keygen: some of ssh2's
 * Ed25519 pairs can't be loaded by OpenSSH.
 */
async function makeKey(file: string, comment: string): Promise<string> {
  await mustRun(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", comment, "-f", file]);
  return readFileSync(`${file}.pub`, "utf8");
}

/**
 * Copies the root file system, all but /usr: that is nine tenths of it and hardly ever changed, so it is shared
 * by an overlay, which the supervisor mounts at each boot. Where the kernel can't do that here, /usr is copied too.
 */
async function copy(rootfs: string, folder: string): Promise<Pick<ServerRecord, "lower">> {
  const disk = serverFiles.disk(folder);
  const lower = join(rootfs, "usr");
  for (const made of [disk, join(disk, "usr"), serverFiles.usrUpper(folder), serverFiles.usrWork(folder)])
    mkdirSync(made);
  const shared = await canOverlay(lower, folder);
  const names = readdirSync(rootfs).filter((entry) => !shared || entry !== "usr");
  const sources = names.map((entry) => join(rootfs, entry));
  await mustRun([...diesWithUs, "cp", "--archive", "--reflink=auto", ...sources, disk]);
  return shared ? { lower } : {};
}

/** Tries the very mount that a boot will do, in a mount namespace that ends with the attempt. */
async function canOverlay(lower: string, folder: string): Promise<boolean> {
  const attempt = ["unshare", "--mount", "sh", supervise, "--try", lower];
  return (await run([...diesWithUs, ...attempt], { cwd: folder })).code === 0;
}

/** Gives a server that is not running its port: sshd's, and the one in the record. */
export function setPort(folder: string, record: ServerRecord): void {
  const config = join(serverFiles.disk(folder), "etc/ssh/sshd_config.d/server.conf");
  writeFileSync(config, sshdConfig(record.port));
  writeRecord(folder, record);
}

function sshdConfig(port: number): string {
  const lines = [
    // Loopback only: the guest has this machine's network, and a throwaway server is nobody else's business.
    "ListenAddress 127.0.0.1",
    `Port ${port}`,
    "HostKey /etc/ssh/ssh_host_ed25519_key",
    "PermitRootLogin no",
    "PasswordAuthentication no",
    "KbdInteractiveAuthentication no",
    "UseDNS no",
    "PrintMotd no",
    "",
  ];
  return lines.join("\n");
}
