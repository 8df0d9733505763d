#!/bin/sh
# Installs the package in a bare system of this release, in a folder, and runs the program there.
#
#   try-deb.sh PACKAGE [MIRROR]
#
# There is no Swift and no header in that system, only what debootstrap and the package bring.
set -eu
umask 022
[ "$(id -u)" -eq 0 ] || exec sudo sh "$0" "$@"
. /etc/os-release

root=$(mktemp -d)
log=$root.log
# Others than root work in it too, when packages are fetched.
chmod 755 "$root"
leave() {
  if mountpoint -q "$root/proc"; then umount "$root/proc"; fi
  rm -rf --one-file-system "$root" "$log"
}
trap leave EXIT
trap 'exit 1' HUP INT TERM

# Runs a command that speaks only when it fails.
quietly() {
  "$@" >"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    exit 1
  }
}
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 "$@"; }
apt() {
  quietly inside DEBIAN_FRONTEND=noninteractive apt-get -o Dpkg::Use-Pty=0 --quiet=2 --yes "$@"
}
# Runs a command inside and looks for a line in its answer.
expect() {
  line=$1
  shift
  echo "$*"
  inside "$@" >"$log" 2>&1 || true
  grep -q -- "$line" "$log" || {
    echo "“$line” is missing in its answer:" >&2
    cat "$log" >&2
    exit 1
  }
}

echo "A bare $VERSION_CODENAME is made in $root."
quietly debootstrap --variant=minbase "$VERSION_CODENAME" "$root" ${2:+"$2"}
# Swift reads the arguments of a program there.
mount -t proc proc "$root/proc"
cp "$1" "$root/tmp/convtui.deb"
apt install --no-install-recommends /tmp/convtui.deb

expect '^[0-9.]*$' convtui --version
expect '3×0 + 4×1 + 6×2 + 7×3 = 37' convtui slide --print --step 3 --size 80x24
inside sh -ec 'cd /tmp
  convtui learn --figure learn.png
  convtui correlate --input learn.png --kernel sobel-x --output y.npy
  convtui maps learn.png --print >maps.txt
  convtui train --epochs 1 --layers "flatten, linear10" --json >train.jsonl
  test -s y.npy -a -s maps.txt -a -s train.jsonl'

echo "convtui in a terminal, ended by q"
printf q | script --quiet --return --command \
  "chroot '$root' env -i PATH=/usr/bin TERM=xterm-256color LC_ALL=C.UTF-8 convtui" /dev/null >"$log"
grep -q 'convtui' "$log"

# The manual page and the completions, where they are looked for.
apt install --no-install-recommends bash-completion fish man-db zsh
expect 'number by number' man -P cat convtui
expect '_convtui convtui' bash -c \
  '. /usr/share/bash-completion/bash_completion; _completion_loader convtui; complete -p convtui'
expect '^_convtui$' zsh -fc 'autoload -U compinit; compinit -D -u; print $_comps[convtui]'
expect '^surface' fish -c 'complete -C "convtui learn --view "'

apt purge convtui
if left=$(find "$root/usr" "$root/etc" -name '*convtui*' | grep .); then
  echo "These files are left after the removal: $left" >&2
  exit 1
fi
echo "The package installs, runs and goes again in a bare $VERSION_CODENAME."
