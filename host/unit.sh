#!/bin/sh
# service-unit's tool on a server: makes one systemd unit what it is declared to be.
#
#   unit apply NAME SECONDS RUN   install the unit on standard input; up and staying up for SECONDS, or put back
#   unit remove NAME              stop, disable and remove the unit, if it still belongs to the owner on standard input
#   unit facts HASH NAME...       what is there now, read only; HASH is what this tool should be
#   unit uninstall                remove this tool, if no unit is left under its care
#
# It looks at what is there and does what is missing. Being run, or run again after it was cut off at any point, is
# never by itself a reason to restart anything. Exit codes: 0 as declared; 1 refused or put back; 2 wrong call.
set -eu
export LC_ALL=C PATH=/usr/sbin:/usr/bin:/sbin:/bin SYSTEMD_COLORS=0
umask 022

units=/etc/systemd/system
tool=/usr/local/lib/service-unit
records=/var/lib/service-unit
locks=/run/service-unit

say() { printf '%s\n' "$*"; }
die() {
    say "$*" >&2
    exit 1
}
usage() {
    sed -n 's/^#   //p' "$0" >&2
    exit 2
}

work=
clean_up() { if [ -n "$work" ]; then rm -rf "$work"; fi; }
trap clean_up EXIT
# A cut connection must not stop a deployment half-way: it ends here as it would have, and is told to nobody.
trap '' HUP PIPE
trap 'exit 130' INT
trap 'exit 143' TERM

# ---- What comes in -------------------------------------------------------------------------------------------------

# The last two lines are ours: they prove that all of the text arrived, and say who owns the unit and which of its
# lines the running process depends on.
receive() {
    mkdir -p "$records"
    work=$(mktemp -d "$records/.work.XXXXXXXX")
    cat >"$work/input"
    owner=$(tail -n 2 "$work/input" | sed -n '1s/^# service-unit: owner //p')
    process=$(tail -n 1 "$work/input" | sed -n 's/^# service-unit: restarts when this changes: //p')
}

check_name() {
    case $1 in
    '' | -* | .* | *[!A-Za-z0-9:_.@\\-]*) die "not a unit name: $1" ;;
    *.service) ;;
    *) die "not the name of a service unit: $1" ;;
    esac
    unit=$1 file=$units/$1 record=$records/$1
}

# The lock's file goes with the unit: who waited for one that is gone by now takes the next.
lock() {
    mkdir -p "$locks"
    while :; do
        exec 9>"$locks/$unit"
        flock -w 300 9 || die "$unit: another deployment has held its lock for 5 minutes: $locks/$unit"
        if [ "$(stat -L -c %i /proc/self/fd/9)" = "$(stat -c %i "$locks/$unit" 2>/dev/null)" ]; then return; fi
    done
}

# ---- What is there -------------------------------------------------------------------------------------------------

look() {
    seen=$(systemctl show -p Id,Type,LoadState,ActiveState,SubState,Result,MainPID,NRestarts,InvocationID,ExecMainCode,ExecMainStatus,ExecMainStartTimestampMonotonic,ActiveEnterTimestamp,ActiveEnterTimestampMonotonic,NeedDaemonReload,UnitFileState -- "$unit")
}
see() { say "$seen" | sed -n "s/^$1=//p"; }
recorded() { if [ -f "$record" ]; then sed -n "s/^$1=//p" "$record"; fi; }
hash_of() { sha256sum <"$1" | cut -d ' ' -f 1; }
stamp_of_file() { stat -c '%i:%z:%s' -- "$file" 2>/dev/null || say absent; }
microseconds() { sed 's/^\([0-9]*\)\.\([0-9][0-9]\).*/\1\20000/' /proc/uptime; }
boot() { cat /proc/sys/kernel/random/boot_id; }

# Was the running process started from text $1, or from one that means the same to it (fingerprint $2)? Yes, if we
# started it so; also if systemd did later, provided that nobody has touched the file since it was loaded.
process_is_current() {
    [ -f "$record" ] || return 1
    [ "$(recorded text)" = "$1" ] || [ "$(recorded process)" = "$2" ] || return 1
    [ "$(recorded invocation)" != "$(see InvocationID)" ] || return 0
    [ "$(recorded stamp)" = "$(stamp_of_file)" ] || return 1
    [ "$(recorded boot)" != "$(boot)" ] || [ "$(see ExecMainStartTimestampMonotonic)" -gt "$(recorded loaded)" ]
}

is_up() {
    case $(see ActiveState) in
    active | reloading) ;;
    # A oneshot that ran to its end is as up as it gets.
    inactive) [ "$(see Type)" = oneshot ] && [ "$(see Result)" = success ] && [ -n "$(see InvocationID)" ] ;;
    *) return 1 ;;
    esac
}

# $1: the text's hash, $2: its process fingerprint, $3: the run that proved it.
write_record() {
    look
    {
        say "owner=$owner"
        say "text=$1"
        say "process=$2"
        say "run=$3"
        say "invocation=$(see InvocationID)"
        say "stamp=$(stamp_of_file)"
        say "boot=$(boot)"
        say "loaded=$loaded"
    } >"$work/record"
    mv -f "$work/record" "$record"
}

# ---- What is done --------------------------------------------------------------------------------------------------

# The file appears whole or not at all: written beside its place, flushed, renamed.
put() {
    cp "$1" "$units/.$unit.draft"
    chmod 644 "$units/.$unit.draft"
    sync "$units/.$unit.draft"
    mv -f "$units/.$unit.draft" "$file"
    written=yes
}

enable_and_load() {
    systemctl reenable --no-reload --quiet -- "$unit" 2>"$work/enable" || {
        cat "$work/enable" >&2
        return 1
    }
    systemctl daemon-reload || return 1
    loaded=$(microseconds)
}

# Quick restarts count against the start limit: a deployment must not be the one that trips it.
start_afresh() {
    systemctl reset-failed -- "$unit" 2>/dev/null || : # it is not loaded yet: nothing to reset
    systemctl restart -- "$unit"
}

# Green needs the same process, up, without a restart in between, until it is $1 seconds old.
settle() {
    limit=$(($(microseconds) + ($1 + 120) * 1000000))
    while :; do
        look
        [ "$(see InvocationID)" = "$invocation" ] && [ "$(see NRestarts)" = "$restarts" ] || return 1
        case $(see ActiveState):$(see SubState) in
        active:exited) return 0 ;;
        active:* | reloading:*) [ "$(($(microseconds) - $(see ActiveEnterTimestampMonotonic)))" -lt "$(($1 * 1000000))" ] || return 0 ;;
        activating:auto-restart*) return 1 ;;
        activating:*) [ "$(microseconds)" -lt "$limit" ] || return 1 ;;
        *) if is_up; then return 0; else return 1; fi ;;
        esac
        sleep 0.3
    done
}

start_and_settle() {
    begun=$(date +%s)
    start_afresh || return 1
    look
    invocation=$(see InvocationID) restarts=0
    write_record "$text" "$process" "$(recorded run)"
    settle "$1"
}

decoded() {
    case $1 in
    200) say ': WorkingDirectory= can not be entered' ;;
    203) say ': the program of ExecStart= can not be run (missing, not executable, or its interpreter is)' ;;
    216) say ': Group= does not exist' ;;
    217) say ': User= does not exist' ;;
    226) say ': the sandbox could not be set up' ;;
    esac
}

# Anything that looks like a bot token is left out.
explain() {
    look
    say "$unit did not stay up for $1 s: $(see ActiveState) ($(see SubState)), result $(see Result), exit status $(see ExecMainStatus)$(decoded "$(see ExecMainStatus)")"
    say "the last lines of its journal:"
    journalctl --no-pager -q -o short -u "$unit" --since "@$begun" -n 20 2>&1 |
        sed -e 's/[0-9]\{6,\}:[A-Za-z0-9_-]\{30,\}/[token]/g' -e 's/^/    /'
}

# The old unit runs again, or, where there was none, nothing is left of the new one.
put_back() {
    if [ ! -e "$work/before" ]; then
        take_off
        rm -f "$record" "$locks/$unit"
        say "rolled back: there was no unit before, and there is none now"
        return 0
    fi
    put "$work/before"
    enable_and_load
    text=$(hash_of "$file")
    process=
    if [ -f "$work/record-before" ]; then
        cp "$work/record-before" "$record"
        owner=$(recorded owner) process=$(recorded process)
    fi
    if [ "$was_up" = no ]; then
        systemctl stop -- "$unit"
        say "rolled back: the unit that was there before is back, and stopped as it was"
    elif start_and_settle "$1"; then
        say "rolled back: the unit that was there before runs again (PID $(see MainPID))"
    else
        say "ROLLBACK FAILED: the unit that was there before is back, but does not stay up either"
    fi
    if [ ! -f "$work/record-before" ]; then rm -f "$record"; fi
}

take_off() {
    if [ -e "$file" ] || [ -L "$file" ]; then systemctl disable --now --quiet -- "$unit"; fi
    look
    # Its file was removed by hand, but the process runs on.
    if [ "$(see ActiveState)" != inactive ]; then systemctl stop -- "$unit"; fi
    rm -f "$file"
    systemctl daemon-reload
    systemctl reset-failed -- "$unit" 2>/dev/null || : # not loaded any more: as it should be
}

# A bad unit is refused while the live system is untouched. Since 250 a warning (a typo that systemd would ignore)
# can be told apart from the troubles of other units.
verify() {
    version=$(systemctl --version | sed -n '1s/^systemd \([0-9]*\).*/\1/p')
    strict=
    if [ "$version" -ge 250 ]; then strict=--recursive-errors=no; fi
    # shellcheck disable=SC2086 # no option is no word
    systemd-analyze verify --man=no $strict "$work/$unit" >"$work/verify" 2>&1 || {
        sed "s|$work/||g" "$work/verify" >&2
        die "$unit was refused by this server's systemd ($version); nothing was changed"
    }
}

apply() {
    seconds=$1 run=$2
    receive
    if [ -z "$process" ] || [ -z "$owner" ]; then die "$unit: the text did not arrive whole; nothing was changed"; fi
    head -n -2 "$work/input" >"$work/$unit"
    lock
    verify
    look
    text=$(hash_of "$work/$unit")
    written=no did=
    loaded=$(recorded loaded)
    loaded=${loaded:-$(microseconds)}
    if is_up; then was_up=yes; else was_up=no; fi
    if process_is_current "$text" "$process"; then current=yes; else current=no; fi
    if [ -f "$record" ]; then cp "$record" "$work/record-before"; fi
    if [ -e "$file" ]; then cp -L "$file" "$work/before"; fi

    if ! cmp -s "$work/$unit" "$file"; then
        put "$work/$unit"
        did="installed, "
    fi
    if [ "$written" = yes ] || [ "$(see NeedDaemonReload)" != no ] || [ "$(see UnitFileState)" = disabled ]; then
        enable_and_load || {
            if [ "$written" = yes ]; then put_back "$seconds"; fi
            die "$unit could not be enabled"
        }
    fi

    if [ "$was_up" = yes ] && [ "$current" = yes ]; then
        look
        begun=$(date +%s) invocation=$(see InvocationID) restarts=$(see NRestarts)
        write_record "$text" "$process" "$(recorded run)"
        settle "$seconds" && settled=yes || settled=no
        did="${did}not restarted"
    else
        start_and_settle "$seconds" && settled=yes || settled=no
        if [ "$was_up" = yes ]; then did="${did}restarted"; else did="${did}started"; fi
    fi
    if [ "$settled" = no ]; then
        # Told when all is done: a broken pipe must not keep the old unit from coming back.
        explain "$seconds" >"$work/told"
        if [ "$written" = yes ]; then put_back "$seconds" >>"$work/told"; fi
        cat "$work/told" >&2
        exit 1
    fi
    write_record "$text" "$process" "$run"
    say "$unit: $did; $(see ActiveState) ($(see SubState)), PID $(see MainPID)"
}

remove() {
    receive
    lock
    if [ -f "$record" ] && [ "$(recorded owner)" != "$owner" ]; then
        say "$unit: left as it is, it belongs to $(recorded owner) now"
        return 0
    fi
    take_off
    rm -f "$record" "$locks/$unit"
    say "$unit: removed"
}

# A run that is proven and still holds gives its own name back; anything else a new one, which makes the next
# deployment act.
new_run() { cut -c 1-8 /proc/sys/kernel/random/uuid; }

facts() {
    wanted=$1
    shift
    run=$(new_run)
    if [ "$(hash_of "$0")" = "$wanted" ]; then run=$(cat "$tool/run" 2>/dev/null || say "$run"); fi
    say "Run=$run"
    for name; do
        check_name "$name"
        look
        say
        say "$seen"
        text=absent
        if [ -f "$file" ]; then text=$(hash_of "$file"); fi
        if [ ! -f "$record" ]; then drift=unknown; else
            drift=
            if [ "$text" = absent ]; then drift="$drift deleted"; elif [ "$text" != "$(recorded text)" ]; then drift="$drift edited"; fi
            if ! is_up; then drift="$drift stopped"; elif ! process_is_current "$(recorded text)" "$(recorded process)"; then drift="$drift outdated"; fi
            if [ "$(see NeedDaemonReload)" = yes ]; then drift="$drift unloaded"; fi
            case $(see UnitFileState) in disabled | masked*) drift="$drift $(see UnitFileState)" ;; esac
        fi
        say "Drift=${drift# }"
        say "Text=$(recorded text)"
        say "Process=$(recorded process)"
        run=$(new_run)
        if [ -z "$drift" ]; then run=$(recorded run); fi
        say "Run=${run:-$(new_run)}"
        say "LastLine=$(journalctl --no-pager -q -o cat -u "$unit" -n 1 2>/dev/null | tail -n 1 | cut -c 1-400)"
    done
}

uninstall() {
    cat >/dev/null
    if [ -d "$records" ] && ! rmdir "$records" 2>/dev/null; then
        say "left as it is: other units are still under its care"
        return 0
    fi
    rm -rf "$tool" "$locks"
    say "removed"
}

[ $# -ge 1 ] || usage
verb=$1
shift
case $verb:$# in
apply:3)
    check_name "$1"
    apply "$2" "$3"
    ;;
remove:1)
    check_name "$1"
    remove
    ;;
facts:[1-9]*) facts "$@" ;;
uninstall:0) uninstall ;;
*) usage ;;
esac
