#!/bin/sh
# Boots the guest of one throwaway server, and boots it again when it asks for a reboot: systemd-nspawn with
# --keep-unit can't do that by itself, it ends with exit code 133.
# usage, in the server's folder and in a mount namespace of its own:
#   supervise.sh ID LOWER COMMAND...     TERM: shut the guest down and end
#   supervise.sh --try LOWER             only see whether the mount of /usr works here
set -u
id=$1
lower=$2
shift 2

# The disk of a server that was not copied whole: its /usr is laid over that of the root file system it was made from.
if [ -n "$lower" ]; then
  mount -t overlay overlay -o "lowerdir=$lower,upperdir=usr.upper,workdir=usr.work,redirect_dir=on" disk/usr || exit 1
fi
[ "$id" != --try ] || exit 0

# Guests that share a control group take each other's services for their own, so each one needs a group to itself.
# Under systemd it is the scope that this runs in; elsewhere we make one, in every hierarchy that systemd uses.
if [ ! -d /run/systemd/system ]; then
  for hierarchy in /sys/fs/cgroup /sys/fs/cgroup/unified /sys/fs/cgroup/systemd; do
    [ -w "$hierarchy/cgroup.procs" ] || continue
    mkdir -p "$hierarchy/$id" && echo 0 >"$hierarchy/$id/cgroup.procs" || exit 1
  done
fi

# A systemd-nspawn notes its guests by name there; those of other checkouts, and dead ones, are none of this one's.
# The mount is seen in this mount namespace only and ends with it.
mkdir -p /run/systemd/nspawn && mount -t tmpfs tmpfs /run/systemd/nspawn || exit 1

stopping=
child=
trap 'stopping=1; [ -z "$child" ] || kill -TERM "$child" 2>/dev/null' TERM

while [ -z "$stopping" ]; do
  "$@" &
  child=$!
  [ -z "$stopping" ] || kill -TERM "$child"
  # A trapped signal ends `wait` early, with the command still running.
  while wait "$child"; code=$?; kill -0 "$child" 2>/dev/null; do :; done
  child=
  [ "$code" -eq 133 ] || exit "$code"
done
