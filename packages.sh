#!/bin/sh
# Installs the Debian packages named, those that are missing; says so, and uses sudo where needed.
set -eu

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "There is no apt here. Going on; needed are the equivalents of these Debian packages: $*" >&2
  exit 0
fi

missing=
for package in "$@"; do
  dpkg-query --show --showformat '${Status}\n' "$package" 2>/dev/null |
    grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
  as_root=sudo
  command -v sudo >/dev/null || {
    echo "These Debian packages are missing, and there is no sudo to install them:$missing" >&2
    exit 1
  }
fi
echo "Installing the missing Debian packages${as_root:+ with sudo}:$missing" >&2
$as_root apt-get update --quiet=2
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install --quiet=2 --yes \
  --no-install-recommends $missing >&2
