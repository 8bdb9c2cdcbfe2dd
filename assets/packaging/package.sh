#!/bin/sh
# Makes dist/: a Linux archive, a Debian package and a zip with the Windows program. Called by `make package`, which
# builds bin/summitledger first and sets VERSION, TAGS, SOURCE_DATE_EPOCH, NFPM and GO_WINRES.
# The same commit gives the same Linux archive and the same .deb, byte for byte.
set -eu
cd "$(dirname "$0")/../.."
export LC_ALL=C TZ=UTC SOURCE_DATE_EPOCH
umask 022

id=org.summitledger.SummitLedger
arch=$(go env GOARCH)
numbers=$(printf '%s' "$VERSION" | sed 's/[^0-9.].*//')
stage=dist/stage
archive=summitledger-$VERSION-linux-$arch
resource=cmd/summitledger/rsrc_windows_amd64.syso

rm -rf dist
mkdir -p dist
trap 'rm -rf dist/stage "dist/$archive" dist/windows "$resource"' EXIT
trap 'exit 130' INT TERM

# put MODE FILE TARGET: one file of the installed tree.
put() { install -D -m "$1" "$2" "$stage/usr/$3"; }

# date_tree FOLDER: every file in it as old as the commit.
date_tree() { find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +; }

# The tree that all Linux packages share.
put 755 bin/summitledger bin/summitledger
put 644 assets/packaging/$id.desktop share/applications/$id.desktop
put 644 assets/packaging/$id.xml share/mime/packages/$id.xml
put 644 assets/packaging/$id.metainfo.xml share/metainfo/$id.metainfo.xml
put 644 assets/icons/icon.svg share/icons/hicolor/scalable/apps/$id.svg
for size in 16 24 32 48 64 128 256 512; do
	put 644 assets/icons/icon-$size.png share/icons/hicolor/${size}x$size/apps/$id.png
done
mkdir -p $stage/usr/share/doc/summitledger
{
	printf 'summitledger (%s) unstable; urgency=medium\n\n' "$VERSION"
	printf '  * Built from the commit of this date.\n\n'
	printf ' -- %s  %s\n' "$(sed -n 's/^maintainer: //p' assets/packaging/nfpm.yaml)" "$(date -R -d "@$SOURCE_DATE_EPOCH")"
} | gzip -9n >$stage/usr/share/doc/summitledger/changelog.gz
find $stage -type d -exec chmod 755 {} +
date_tree $stage

# The Debian package. It needs at least the C library whose functions the program calls.
LIBC_VERSION=$(objdump -T bin/summitledger | sed -n 's/.*GLIBC_\([0-9.]*\).*/\1/p' | sort -V | tail -n 1)
PACKAGE_VERSION=$VERSION PACKAGE_ARCH=$arch
export LIBC_VERSION PACKAGE_VERSION PACKAGE_ARCH
go run "$NFPM" package --config assets/packaging/nfpm.yaml --packager deb --target "dist/summitledger_${VERSION}_$arch.deb"

# The Linux archive.
mkdir -p "dist/$archive"
cp -a $stage/usr "dist/$archive/usr"
rm "dist/$archive/usr/share/doc/summitledger/changelog.gz"
install -m 644 LICENSE assets/packaging/copyright "dist/$archive/usr/share/doc/summitledger/"
install -m 644 assets/fonts/LICENSE-OFL.txt "dist/$archive/usr/share/doc/summitledger/"
install -m 644 LICENSE "dist/$archive/LICENSE"
install -m 755 assets/packaging/install.sh "dist/$archive/install.sh"
find "dist/$archive" -type d -exec chmod 755 {} +
date_tree "dist/$archive"
tar -C dist --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --format=gnu -cf - "$archive" |
	xz -T1 -6 >"dist/$archive.tar.xz"

# The Windows program, with its icon, version and manifest inside.
go run "$GO_WINRES" make --in assets/packaging/windows.json --arch amd64 --out cmd/summitledger/rsrc \
	--file-version "$numbers.0" --product-version "$VERSION"
mkdir -p dist/windows/SummitLedger
CGO_ENABLED=1 GOOS=windows GOARCH=amd64 CC=x86_64-w64-mingw32-gcc go build -trimpath -buildvcs=false -tags "$TAGS" \
	-ldflags "-s -w -H=windowsgui -X main.version=$VERSION" -o dist/windows/SummitLedger/summitledger.exe ./cmd/summitledger
rm -f "$resource"
install -m 644 LICENSE dist/windows/SummitLedger/LICENSE.txt
install -m 644 assets/packaging/copyright dist/windows/SummitLedger/COPYRIGHT.txt
install -m 644 assets/fonts/LICENSE-OFL.txt dist/windows/SummitLedger/LICENSE-OFL.txt
date_tree dist/windows
(cd dist/windows && find SummitLedger -type f | sort | zip -q -X -9 -@ "../summitledger-$VERSION-windows-amd64.zip")

rm -rf $stage "dist/$archive" dist/windows
(cd dist && sha256sum -- * >SHA256SUMS)
ls -l dist
