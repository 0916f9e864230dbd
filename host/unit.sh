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
locked=no
clean_up() {
    if [ -n "$work" ]; then rm -rf "$work"; fi
    # The lock's file goes with the unit, and only its holder may take it away.
    if [ "$locked" = yes ] && [ ! -f "$record" ]; then rm -f "$locks/$unit"; fi
}
trap clean_up EXIT
# A cut connection must not stop a deployment half-way: it ends here as it would have, and is told to nobody.
trap '' HUP PIPE
trap 'exit 130' INT
trap 'exit 143' TERM

# ---- What comes in -------------------------------------------------------------------------------------------------

# The last two lines are ours: they prove that all of the text arrived, and say who owns the unit, what a process of it
# is started with, and what becomes of one that was started with something else.
receive() {
    # What a killed run or a power cut left behind would keep this tool on the server for ever.
    for left in "$records"/.work.*; do [ -e "/proc/${left##*.}" ] || rm -rf "$left"; done
    mkdir -p "$records"
    rm -rf "$records/.work.$$"
    work=$records/.work.$$
    mkdir -m 700 "$work"
    cat >"$work/input"
    owner=$(tail -n 2 "$work/input" | sed -n '1s/^# service-unit: owner //p')
    last=$(tail -n 1 "$work/input")
    process=${last##* when this changes: }
    case $last in
    '# service-unit: restarts when this changes: '?*) change=restart ;;
    '# service-unit: reloads when this changes: '?*) change=reload ;;
    '# service-unit: runs on when this changes: '?*) change=none ;;
    *) process='' ;;
    esac
    # A last line without its end is one that was cut.
    if [ -z "$process" ] || [ -z "$owner" ] || [ -n "$(tail -c 1 "$work/input")" ]; then
        die "$unit: the text did not arrive whole; nothing was changed"
    fi
}

check_name() {
    case $1 in
    '' | -* | .* | *[!A-Za-z0-9:_.@\\-]*) die "not a unit name: $1" ;;
    *.service) ;;
    *) die "not the name of a service unit: $1" ;;
    esac
    unit=$1 file=$units/$1 record=$records/$1
}

# Who waited for a lock whose file is gone by now takes the next.
lock() {
    mkdir -p "$locks"
    while :; do
        exec 9>"$locks/$unit"
        flock -w 300 9 || die "$unit: another deployment has held its lock for 5 minutes: $locks/$unit"
        if [ "$(stat -L -c %i /proc/self/fd/9)" = "$(stat -c %i "$locks/$unit" 2>/dev/null)" ]; then break; fi
    done
    locked=yes
}

# ---- What is there -------------------------------------------------------------------------------------------------

# While systemd re-executes itself (its package is upgraded) it answers nobody for a moment.
look() {
    for attempt in 1 2 3 4 5; do
        if ask 2>/dev/null; then return 0; fi
        sleep "0.$attempt"
    done
    ask
}
ask() {
    seen=$(systemctl show -p Id,FragmentPath,Type,LoadState,ActiveState,SubState,Result,MainPID,NRestarts,InvocationID,ExecMainCode,ExecMainStatus,ExecMainStartTimestampMonotonic,ActiveEnterTimestamp,ActiveEnterTimestampMonotonic,NeedDaemonReload,UnitFileState -- "$unit")
}
see() { value "$1" "$seen"; }
recorded() { if [ -f "$record" ]; then value "$1" "$(cat "$record")"; fi; }
# The rest of the line of $2 that begins with $1=. The shell does it alone: of this there is a lot, and programs cost.
value() {
    rest="
$2"
    case $rest in *"
$1="*) ;; *) return 0 ;; esac
    rest=${rest#*"
$1="}
    say "${rest%%"
"*}"
}
hash_of() { sha256sum <"$1" | cut -d ' ' -f 1; }
stamp_of_file() { TZ=UTC0 stat -c '%i:%z:%s' -- "$file" 2>/dev/null || say absent; }
microseconds() { sed 's/^\([0-9]*\)\.\([0-9][0-9]\).*/\1\20000/' /proc/uptime; }
boot() { cat /proc/sys/kernel/random/boot_id; }
systemd_version() { systemctl --version | sed -n '1s/^systemd \([0-9]*\).*/\1/p'; }

# From which text was the running process started, and with what (its fingerprint)? Empty when nobody knows. Known if we
# started it; also if systemd did later, provided that nobody has touched the file since it was loaded.
find_origin() {
    origin_text='' origin_process=''
    [ -f "$record" ] || return 0
    if [ "$(recorded invocation)" != "$(see InvocationID)" ]; then
        [ "$(recorded stamp)" = "$(stamp_of_file)" ] || return 0
        [ "$(recorded boot)" != "$(boot)" ] || [ "$(see ExecMainStartTimestampMonotonic)" -gt "$(recorded loaded)" ] || return 0
    elif [ -n "$(recorded kept_text)" ]; then
        origin_text=$(recorded kept_text) origin_process=$(recorded kept_process)
        return 0
    fi
    origin_text=$(recorded text) origin_process=$(recorded process)
}

# Was it started from text $1, or from one that means the same to it (fingerprint $2)?
process_is_current() {
    find_origin
    [ -n "$origin_text" ] && { [ "$origin_text" = "$1" ] || [ "$origin_process" = "$2" ]; }
}

enabled_for_good() {
    case $(see UnitFileState) in disabled | linked* | enabled-runtime) return 1 ;; esac
}

is_up() {
    case $(see ActiveState) in
    active | reloading) ;;
    # A oneshot that ran to its end is as up as it gets. One that nothing refers to is then forgotten, unless it failed.
    inactive) [ "$(see Type)" = oneshot ] && [ "$(see Result)" = success ] && { [ -n "$(see InvocationID)" ] || [ -f "$record" ]; } ;;
    *) return 1 ;;
    esac
}

# $1: the text's hash, $2: its process fingerprint, $3: the run that proved it. A process that was left with what it was
# started with keeps that in the record, for the day when it may be restarted.
kept_text='' kept_process=''
write_record() {
    look || return 1
    say "owner=$owner
text=$1
process=$2
run=$3
invocation=$(see InvocationID)
stamp=$(stamp_of_file)
boot=$(boot)
loaded=$loaded${kept_text:+
kept_text=$kept_text
kept_process=$kept_process}" >"$work/record" && sync "$work/record" && mv -f "$work/record" "$record"
}

# ---- What is done --------------------------------------------------------------------------------------------------

# The file appears whole or not at all: written beside its place, flushed, renamed.
put() {
    draft=$units/.$unit.draft
    if cp "$1" "$draft" && chmod 644 "$draft" && sync "$draft" && mv -f "$draft" "$file"; then
        written=yes
        return 0
    fi
    rm -f "$draft"
    return 1
}

enable_and_load() {
    systemctl reenable --no-reload --quiet -- "$unit" 2>"$work/enable" || {
        cat "$work/enable" >&2
        return 1
    }
    systemctl daemon-reload || return 1
    # systemd's own clock, which neither a container's /proc/uptime nor a suspended machine shares. Before 250: none.
    loaded=$(systemctl show -p UnitsLoadTimestampMonotonic --value)
    loaded=${loaded:-$(microseconds)}
}

# Quick restarts count against the start limit: a deployment must not be the one that trips it.
start_afresh() {
    systemctl reset-failed -- "$unit" 2>/dev/null || : # it is not loaded yet: nothing to reset
    systemctl restart -- "$unit"
}

# The process stays. $1: the seconds, $2: what it needs (nothing, or reload).
go_on_and_settle() {
    look
    begun=$(date +%s) invocation=$(see InvocationID) restarts=$(see NRestarts)
    if [ "$2" = reload ] && ! systemctl reload -- "$unit" 2>"$work/reload"; then return 1; fi
    write_record "$text" "$process" '' || : # the one at the end decides
    settle "$1"
}

# Green needs the same process, up, without a restart in between, until it is $1 seconds old.
settle() {
    limit=$(($(microseconds) + ($1 + 120) * 1000000)) since=
    while :; do
        look
        [ "$(see InvocationID)" = "$invocation" ] && [ "$(see NRestarts)" = "$restarts" ] || return 1
        case $(see ActiveState):$(see SubState) in
        active:exited) return 0 ;;
        active:* | reloading:*)
            # Only differences of one clock: systemd's is another one in a container, and on a host that slept.
            since=${since:-$(microseconds)}
            [ "$(($(microseconds) - since))" -lt "$(($1 * 1000000))" ] || return 0
            ;;
        activating:auto-restart*) return 1 ;;
        activating:*) [ "$(microseconds)" -lt "$limit" ] || return 1 ;;
        *) if is_up; then return 0; else return 1; fi ;;
        esac
        sleep 0.3
    done
}

start_and_settle() {
    begun=$(date +%s) kept_text='' kept_process=''
    start_afresh || return 1
    look
    invocation=$(see InvocationID) restarts=0
    write_record "$text" "$process" "$2" || : # the one at the end decides
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
without_tokens() { sed 's/[0-9]\{6,\}:[A-Za-z0-9_-]\{30,\}/[token]/g'; }

explain() {
    look
    if [ -s "$work/reload" ]; then
        say "$unit could not be reloaded: $(cat "$work/reload")"
    else
        say "$unit did not stay up for $1 s: $(see ActiveState) ($(see SubState)), result $(see Result), exit status $(see ExecMainStatus)$(decoded "$(see ExecMainStatus)")"
    fi
    say "the last lines of its journal:"
    journalctl --sync 2>/dev/null || : # what it wrote last may still be on its way
    journalctl --no-pager -q -o short -u "$unit" --since "@$begun" -n 20 2>&1 | without_tokens | sed 's/^/    /'
}

# The old unit runs again, or, where there was none, nothing is left of the new one. Called where a failing step ends
# nothing by itself, so that each is looked at.
put_back() {
    if [ ! -e "$work/before" ]; then
        take_off || return 1
        if [ "$masked" = yes ]; then
            ln -s /dev/null "$file" && systemctl daemon-reload || return 1
            if [ -f "$work/record-before" ]; then mv -f "$work/record-before" "$record"; else rm -f "$record"; fi
            say "rolled back: the unit is masked again, as it was before"
            return 0
        fi
        rm -f "$record"
        say "rolled back: there was no unit before, and there is none now"
        return 0
    fi
    put "$work/before" && enable_and_load || return 1
    text=$(hash_of "$file") process='' proven='' had_record=no
    if [ -f "$work/record-before" ]; then
        mv -f "$work/record-before" "$record" # needs no space
        had_record=yes
        owner=$(recorded owner)
        # Edited by hand before this deployment: then its name must not stand for this text.
        if [ "$text" = "$(recorded text)" ]; then process=$(recorded process) proven=$(recorded run); fi
    fi
    look || return 1
    if [ "$was_up" = no ]; then
        systemctl stop -- "$unit" || return 1
        say "rolled back: the unit that was there before is back, and stopped as it was"
    elif is_up && [ "$(see InvocationID)" = "$was_invocation" ]; then
        kept_text=$(recorded kept_text) kept_process=$(recorded kept_process)
        write_record "$text" "$process" "$proven" || :
        say "rolled back: the unit that was there before is back, its process was not restarted (PID $(see MainPID))"
    elif start_and_settle "$1" "$proven"; then
        say "rolled back: the unit that was there before runs again (PID $(see MainPID))"
    else
        say "ROLLBACK FAILED: the unit that was there before is back, but does not stay up either"
    fi
    if [ "$had_record" = no ]; then rm -f "$record"; fi
}

# What could not be put back is kept: it is the only copy.
put_back_or_tell() {
    if put_back "$1"; then return 0; fi
    kept=
    if [ -e "$work/before" ] && mv -f "$work/before" "$records/$unit.before"; then kept="; the unit that was there before: $records/$unit.before"; fi
    say "ROLLBACK FAILED half-way$kept"
}

take_off() {
    look || return 1
    # First, so that links go even if the file is gone by now, or a mask stands in its place.
    if [ "$(see ActiveState)" != inactive ]; then systemctl stop -- "$unit" || return 1; fi
    if [ -L "$file" ]; then rm -f "$file"; fi
    systemctl disable --no-reload --quiet -- "$unit" 2>"$work/disable" ||
        if [ -e "$file" ]; then
            cat "$work/disable" >&2
            return 1
        fi
    rm -f "$file" "$units/.$unit.draft" || return 1
    systemctl daemon-reload || return 1
    systemctl reset-failed -- "$unit" 2>/dev/null || : # not loaded any more: as it should be
}

# A bad unit is refused while the live system is untouched. Since 250 a warning (a typo that systemd would ignore)
# can be told apart from the troubles of other units.
verify() {
    version=$(systemd_version)
    strict=
    if [ "$version" -ge 250 ]; then strict=--recursive-errors=no; fi
    # shellcheck disable=SC2086 # no option is no word
    if ! systemd-analyze verify --man=no $strict "$work/$unit" >"$work/verify" 2>&1; then
        sed "s|$work/||g" "$work/verify" >&2
        die "$unit was refused by this server's systemd ($version); nothing was changed"
    fi
    # A missing one is such a trouble, but with it the bot would not come back from its next crash.
    # shellcheck disable=SC2013 # words are meant: a line may name several
    for need in $(sed -n 's/^Requires=//p; s/^Requisite=//p; s/^BindsTo=//p' "$work/$unit"); do
        case $need in *%*) continue ;; esac
        if [ "$(systemctl show -p LoadState --value -- "$need")" = not-found ]; then
            die "$unit needs $need, which is not on this server; nothing was changed"
        fi
    done
}

# What the process needs: a start, a reload, or nothing. Between two starts, or down, it needs a start in any case.
choose_step() {
    step=start
    if [ "$was_up" = no ] || [ "$(see SubState)" = auto-restart ]; then return 0; fi
    if process_is_current "$text" "$process"; then
        step=nothing
    elif [ "$change" = none ]; then
        step=nothing kept_text=${origin_text:-unknown} kept_process=${origin_process:-unknown}
    elif [ "$change" = reload ]; then
        case $(see ActiveState) in active | reloading) step=reload ;; esac
    fi
}

apply() {
    seconds=$1 run=$2
    case $seconds in '' | 0* | *[!0-9]*) die "not a number of seconds: $seconds" ;; esac
    receive
    head -n -2 "$work/input" >"$work/$unit"
    if [ "$change" = reload ] && ! grep -q -e '^ExecReload=.' -e '^Type=notify-reload$' "$work/$unit"; then
        die "$unit is to be reloaded when it changes, and has neither ExecReload= nor Type=notify-reload; nothing was changed"
    fi
    lock
    verify
    look
    # Not in our place, so it can't be put back: a package's unit, an instance of a template, another name of a unit.
    if [ ! -f "$record" ] && { [ ! -e "$file" ] || [ -L "$file" ]; } && [ "$(see LoadState)" = loaded ]; then
        die "$unit is there already, from $(see FragmentPath); nothing was changed"
    fi
    text=$(hash_of "$work/$unit")
    written=no did=
    # A time of an earlier boot says nothing about this one, in which all was loaded before anything was started.
    loaded=0
    if [ "$(recorded boot)" = "$(boot)" ]; then loaded=$(recorded loaded); fi
    was_invocation=$(see InvocationID)
    # Between two starts (its API is down, say) it is meant to run: then it is not left stopped.
    case $(see ActiveState) in
    activating) was_up=trying ;;
    *) if is_up; then was_up=yes; else was_up=no; fi ;;
    esac
    choose_step
    if [ -f "$record" ]; then cp "$record" "$work/record-before"; fi
    # An empty file or a link to /dev/null is a mask, and nothing to run again.
    masked=no
    if [ -s "$file" ]; then cp -L "$file" "$work/before"; elif [ -e "$file" ]; then masked=yes; fi

    if ! cmp -s "$work/$unit" "$file"; then
        put "$work/$unit" || die "$unit could not be written; nothing was changed"
        did="installed, "
    fi
    if [ "$written" = yes ] || [ "$(see NeedDaemonReload)" != no ] || ! enabled_for_good; then
        enable_and_load || {
            if [ "$written" = yes ]; then put_back_or_tell "$seconds" >&2; fi
            die "$unit could not be enabled"
        }
    fi

    if [ "$step" = start ]; then
        start_and_settle "$seconds" '' && settled=yes || settled=no
        if [ "$was_up" = yes ]; then did="${did}restarted"; else did="${did}started"; fi
    else
        go_on_and_settle "$seconds" "$step" && settled=yes || settled=no
        if [ "$step" = reload ]; then did="${did}reloaded"; else did="${did}not restarted"; fi
        if [ -n "$kept_text" ]; then did="$did, and runs on with what it was started with"; fi
    fi
    if [ "$settled" = yes ] && write_record "$text" "$process" "$run"; then
        rm -f "$records/$unit.before"
    else
        # Told when all is done: a broken pipe or a full disk must not keep the old unit from coming back.
        if [ "$settled" = yes ]; then told="$unit stayed up, but $record could not be written"; else
            told=$(explain "$seconds" 2>&1) || :
        fi
        if [ "$written" = yes ]; then
            told="$told
$(put_back_or_tell "$seconds" 2>&1)"
        fi
        die "$told"
    fi
    say "$unit: $did; $(see ActiveState) ($(see SubState)), PID $(see MainPID)"
}

remove() {
    receive
    lock
    if [ -f "$record" ] && [ -n "$(recorded owner)" ] && [ "$(recorded owner)" != "$owner" ]; then
        say "$unit: left as it is, it belongs to $(recorded owner) now"
        return 0
    fi
    take_off || die "$unit could not be removed"
    rm -f "$record" "$records/$unit.before"
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
    say "Systemd=$(systemd_version)"
    room=1000000 # the asker takes no endless answer
    for name; do
        check_name "$name"
        look
        say
        say "$seen"
        find_origin
        text=absent
        if [ -f "$file" ]; then text=$(hash_of "$file"); fi
        if [ ! -f "$record" ]; then drift=unknown; else
            drift=
            if [ "$text" = absent ]; then drift="$drift deleted"; elif [ "$text" != "$(recorded text)" ]; then drift="$drift edited"; fi
            if ! is_up; then drift="$drift stopped"; elif [ -z "$origin_text" ]; then drift="$drift outdated"; fi
            if [ "$(see NeedDaemonReload)" = yes ]; then drift="$drift unloaded"; fi
            case $(see UnitFileState) in masked*) drift="$drift $(see UnitFileState)" ;; *) enabled_for_good || drift="$drift disabled" ;; esac
        fi
        say "Drift=${drift# }"
        say "Text=$(recorded text)"
        # What the process was started from, which is not always what is there.
        say "Origin=$origin_text"
        say "Process=$origin_process"
        if [ -f "$file" ] && [ ! -L "$file" ] && room=$((room - $(stat -c %s -- "$file") * 4 / 3)) && [ "$room" -gt 0 ]; then
            say "File=$(base64 -w 0 <"$file")"
        fi
        run=$(new_run)
        if [ -z "$drift" ]; then run=$(recorded run); fi
        say "Run=${run:-$(new_run)}"
        say "LastLine=$(journalctl --no-pager -q -o cat -u "$unit" -n 1 2>/dev/null | tail -n 1 | without_tokens | cut -c 1-400)"
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
