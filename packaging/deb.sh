#!/bin/sh
# Builds the package for Debian and Ubuntu from a binary, and lets lintian check it.
#
#   deb.sh VERSION BINARY
#
# The package lies in .build-deb afterwards.
set -eu
umask 022
cd "$(dirname "$0")/.."
version=$1
binary=$2

announced=$(dpkg-parsechangelog -l packaging/changelog -S Version)
if [ "$announced" != "$version" ]; then
  echo "packaging/changelog begins with $announced, and this is $version; both must be equal." >&2
  exit 1
fi

work=.build-deb
root=$work/debian/convtui
documents=$root/usr/share/doc/convtui
rm -rf "$work"
make --no-print-directory install BINARY="$binary" PREFIX=/usr DESTDIR="$root"
gzip -dc "$root/usr/share/man/man1/convtui.1.gz" | mandoc -T lint -W warning
strip --strip-unneeded --remove-section=.comment --remove-section=.note "$root/usr/bin/convtui"

install -d "$documents" "$root/DEBIAN"
gzip -9n <packaging/changelog >"$documents/changelog.gz"
# The licence of the glyphs stands in one place, with the glyphs.
{
  cat packaging/copyright
  sed 's/^$/./; s/^/ /' assets/DejaVu-LICENSE.txt
} >"$documents/copyright"

# dpkg-shlibdeps asks the system's packages which of their versions the binary needs.
printf 'Source: convtui\n\nPackage: convtui\nArchitecture: any\n' >"$work/debian/control"
libraries=$(cd "$work" && dpkg-shlibdeps -O debian/convtui/usr/bin/convtui |
  sed -n 's/^shlibs:Depends=//p')
size=$(du -k -s --apparent-size "$root/usr" | cut -f 1)
architecture=$(dpkg --print-architecture)
{
  echo "Package: convtui"
  echo "Version: $version"
  echo "Architecture: $architecture"
  echo "Maintainer: $(dpkg-parsechangelog -l packaging/changelog -S Maintainer)"
  echo "Installed-Size: $size"
  echo "Depends: $libraries"
  cat packaging/control
} >"$root/DEBIAN/control"
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) \
  >"$root/DEBIAN/md5sums"

# The same binary gives the same package, byte by byte.
SOURCE_DATE_EPOCH=$(dpkg-parsechangelog -l packaging/changelog -S Timestamp)
export SOURCE_DATE_EPOCH
package=$work/convtui_${version}_$architecture.deb
dpkg-deb --build --root-owner-group "$root" "$package"
lintian --allow-root --fail-on error "$package"
