#!/bin/sh
# The last step of making the root file system: what all servers have in common, done once in the cache.
# mmdebstrap runs it with the new root directory as its argument.
set -eu
root=$1

# Each server gets an identity of its own: machine id, host key, login key, name.
rm -f "$root"/etc/ssh/ssh_host_*
: >"$root/etc/machine-id"

# `deploy` logs in and may do all by sudo; bots may run as `bot`, which has a home and no login.
chroot "$root" useradd --create-home --shell /bin/bash deploy
chroot "$root" useradd --system --create-home --home-dir /home/bot --shell /usr/sbin/nologin bot
install -d -m 0700 "$root/home/deploy/.ssh"
chroot "$root" chown deploy:deploy /home/deploy/.ssh
printf 'deploy ALL=(ALL:ALL) NOPASSWD: ALL\n' >"$root/etc/sudoers.d/deploy"
chmod 0440 "$root/etc/sudoers.d/deploy"
printf 'LANG=C.UTF-8\n' >"$root/etc/default/locale"

# A journal that survives a reboot, and stays small.
mkdir -p "$root/etc/systemd/journald.conf.d"
printf '[Journal]\nStorage=persistent\nSystemMaxUse=64M\n' >"$root/etc/systemd/journald.conf.d/server.conf"

# Logins are refused while systemd-user-sessions has not run, so sshd waits for it: who connects gets in.
mkdir -p "$root/etc/systemd/system/ssh.service.d"
printf '[Unit]\nAfter=systemd-user-sessions.service\n' >"$root/etc/systemd/system/ssh.service.d/logins.conf"

# No console to log in at, and nothing that works by the clock: a test sees only what it did itself.
chroot "$root" systemctl --quiet set-default multi-user.target
chroot "$root" systemctl --quiet mask getty.target console-getty.service apt-daily.timer apt-daily-upgrade.timer \
  dpkg-db-backup.timer e2scrub_all.timer fstrim.timer systemd-tmpfiles-clean.timer \
  dev-hugepages.mount sys-fs-fuse-connections.mount
