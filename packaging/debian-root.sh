# Makes a Debian 13 root under build/ and runs a command inside it. Sourced by packaging/dev, on systems
# whose own packages are too old. Expects $top (the checkout), $packaging and the functions say, die.
#
# Every mount lives in a mount namespace of its own and vanishes with the last process in it, so nothing
# stays mounted, whatever ends the script.

root=${DEV_ROOT:-$top/build/debian13}   # DEV_ROOT: lets several checkouts share one root

# A namespace in which we are root and own our mounts; as an ordinary user by way of a user namespace.
in_namespace() {
    if [ "$(id -u)" = 0 ]; then
        unshare --mount --propagation private -- "$@"
    else
        unshare --user --map-root-user --map-auto --mount --propagation private -- "$@"
    fi
}

need_mmdebstrap() {
    command -v mmdebstrap >/dev/null && { [ "$(id -u)" = 0 ] || command -v newuidmap >/dev/null; } && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "Installing mmdebstrap"
        { apt-get update -qq && apt-get install -y -qq mmdebstrap; } >/dev/null || die "apt-get could not install mmdebstrap"
    else
        die "This system's packages are too old for the project, so it works inside a Debian 13 root. Needed for that:
    sudo apt-get install mmdebstrap uidmap"
    fi
}

root_is_current() { [ -f "$root/etc/project-packages" ] && cmp -s <(package_list) "$root/etc/project-packages"; }

make_root() {
    root_is_current && return
    need_mmdebstrap
    mkdir -p "$(dirname "$root")"
    exec 8>"$root.lock"
    flock 8
    root_is_current && return
    # Others may be at work in a shared root: it is not taken from under them.
    if [ -n "${DEV_ROOT:-}" ] && [ -e "$root" ]; then
        die "The shared root $root was made for another package list. Remove it, or unset DEV_ROOT."
    fi
    say "Making a Debian 13 root in $root (about 2 GB, a minute or two)"
    rm -rf --one-file-system "$root" "$root.new"
    local list mode=root log=$root.log
    list=$(package_list | paste -sd,)
    mkdir "$root.new"
    if [ "$(id -u)" = 0 ]; then
        mmdebstrap --mode=root --variant=apt --include="$list" trixie "$root.new" >"$log" 2>&1 || root_failed
    else
        mmdebstrap --mode=unshare --variant=apt --include="$list" --format=tar trixie - 2>"$log" \
            | in_namespace tar -C "$root.new" -x --exclude='./dev/*' || root_failed
    fi
    in_namespace sh -c 'cat >"$1/etc/project-packages"' sh "$root.new" < <(package_list)
    mv "$root.new" "$root"
    exec 8>&-
}

root_failed() {
    tail -n 15 "$root.log" >&2
    rm -rf --one-file-system "$root.new" 2>/dev/null || true
    die "mmdebstrap could not make the Debian 13 root; the whole log is $root.log"
}

# Runs "$@" in the current folder inside the root, with the checkout, the home folder and the X socket there.
enter_root() {
    make_root
    in_namespace bash -s -- "$root" "$top" "$PWD" "$@" 3<&0 <<'INNER'
set -eu
root=$1 top=$2 cwd=$3; shift 3
bind() { [ -e "$1" ] || return 0
         if [ -d "$1" ]; then mkdir -p "$root$1"; else mkdir -p "$root${1%/*}"; [ -e "$root$1" ] || : >"$root$1"; fi
         mount --rbind "$1" "$root$1"; }
mount --rbind "$root" "$root"
for place in /proc /dev /sys /tmp "${HOME:-/root}" "$top" ${DEV_BIND:-} "${XDG_RUNTIME_DIR:-/nonexistent}" "${XAUTHORITY:-/nonexistent}"; do
    bind "$place"
done
case $cwd/ in "$top"/*|/tmp/*|"${HOME:-/root}"/*) ;; *) bind "$cwd" ;; esac
cp -L /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
export LC_ALL=${LC_ALL:-C.UTF-8} PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
unset LD_LIBRARY_PATH LD_PRELOAD
exec chroot "$root" /bin/sh -c 'cd "$1" && shift && exec "$@"' sh "$cwd" "$@" <&3 3<&-
INNER
}
