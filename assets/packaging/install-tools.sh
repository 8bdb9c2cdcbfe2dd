#!/bin/sh
# Installs what the machine lacks to build Summit Ledger, and nothing else.
#
#   install-tools.sh            a C compiler and the X11 and OpenGL headers that Fyne needs
#   install-tools.sh test       these, and what the tests drive: a display, a window manager, LibreOffice, Poppler
#   install-tools.sh package    these, and what `make package` needs: the Windows compiler and the archivers
#
# Debian and Ubuntu (apt), Fedora (dnf), Arch (pacman) and macOS (Xcode's tools, Homebrew).
# When everything is there it changes nothing, asks no package manager and takes a fraction of a second.
set -eu

purpose=${1:-build}
case $purpose in
build | test | package) ;;
*)
	echo "install-tools.sh: unknown argument \"$purpose\"; give none, \"test\" or \"package\"" >&2
	exit 2
	;;
esac

say() { echo "install-tools.sh: $*" >&2; }

has() { command -v "$1" >/dev/null 2>&1; }

# any PATTERN...: at least one of the files exists.
any() {
	for file in "$@"; do
		[ -e "$file" ] && return 0
	done
	return 1
}

# header MODULE: pkg-config knows the library together with its headers.
header() { has pkg-config && pkg-config --exists "$1" 2>/dev/null; }

# software_opengl: Mesa's drawing without a graphics card, under the names of its older and newer versions.
software_opengl() {
	any /usr/lib*/dri/swrast_dri.so /usr/lib/*/dri/swrast_dri.so \
		/usr/lib*/libgallium-*.so /usr/lib/*/libgallium-*.so
}

has_fonts() { has fc-list && [ -n "$(fc-list 2>/dev/null | head -n 1)" ]; }

# spreadsheet: LibreOffice with Calc in it, not only its core.
spreadsheet() {
	has soffice && any /usr/lib/libreoffice/program/libsclo.so /usr/lib64/libreoffice/program/libsclo.so \
		/opt/libreoffice*/program/libsclo.so
}

missing=''
# need TEST... -- PACKAGES: adds the packages when the test fails.
need() {
	check=''
	while [ "$1" != -- ]; do
		check="$check $1"
		shift
	done
	shift
	# The test is a function or command of this file with plain words as arguments.
	# shellcheck disable=SC2086
	$check || missing="$missing $*"
}

# run_as_root COMMAND...: directly as root, through sudo for others.
run_as_root() {
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	else
		sudo "$@"
	fi
}

# require_root_way COMMAND: stops with the exact command when we may not install anything.
require_root_way() {
	if [ "$(id -u)" -ne 0 ] && ! has sudo; then
		say "these packages are missing and neither root nor sudo is at hand:$missing"
		say "have an administrator run: $1$missing"
		exit 1
	fi
}

debian() {
	need has cc -- gcc libc6-dev
	need any /usr/include/stdlib.h /usr/include/*/stdlib.h -- libc6-dev
	need has pkg-config -- pkg-config
	need header gl -- libgl1-mesa-dev
	for module in x11 xcursor xrandr xinerama xi xxf86vm; do
		header $module || {
			missing="$missing xorg-dev"
			break
		}
	done
	need header xkbcommon -- libxkbcommon-dev
	if [ "$purpose" = test ]; then
		need has xvfb-run -- xvfb
		need has xauth -- xauth
		need software_opengl -- libgl1-mesa-dri
		need has xdotool -- xdotool
		need has xprop -- x11-utils
		need has identify -- imagemagick
		need has pdftotext -- poppler-utils
		need has dbus-daemon -- dbus
		need spreadsheet -- libreoffice-calc
		need has openbox -- openbox
		need has_fonts -- fontconfig fonts-dejavu-core
		need any /usr/share/fonts/X11/misc/*.pcf.gz -- xfonts-base
	fi
	if [ "$purpose" = package ]; then
		need has x86_64-w64-mingw32-gcc -- gcc-mingw-w64-x86-64-win32
		need has xz -- xz-utils
		need has zip -- zip
		need has objdump -- binutils
	fi
	[ -n "$missing" ] || return 0
	require_root_way 'apt-get install --no-install-recommends'
	say "installing with apt:$missing"
	run_as_root apt-get update -q
	# shellcheck disable=SC2086
	run_as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
}

fedora() {
	need has cc -- gcc
	need any /usr/include/stdlib.h -- glibc-devel
	need has pkg-config -- pkgconf-pkg-config
	need header gl -- mesa-libGL-devel
	need header x11 -- libX11-devel
	need header xcursor -- libXcursor-devel
	need header xrandr -- libXrandr-devel
	need header xinerama -- libXinerama-devel
	need header xi -- libXi-devel
	need header xxf86vm -- libXxf86vm-devel
	need header xkbcommon -- libxkbcommon-devel
	if [ "$purpose" = test ]; then
		need has xvfb-run -- xorg-x11-server-Xvfb
		need has xauth -- xorg-x11-xauth
		need software_opengl -- mesa-dri-drivers
		need has xdotool -- xdotool
		need has xprop -- xprop
		need has identify -- ImageMagick
		need has pdftotext -- poppler-utils
		need has dbus-daemon -- dbus-daemon
		need spreadsheet -- libreoffice-calc
		need has openbox -- openbox
		need has_fonts -- fontconfig dejavu-sans-fonts
	fi
	if [ "$purpose" = package ]; then
		need has x86_64-w64-mingw32-gcc -- mingw64-gcc
		need has xz -- xz
		need has zip -- zip
		need has objdump -- binutils
	fi
	[ -n "$missing" ] || return 0
	require_root_way 'dnf install --setopt=install_weak_deps=False'
	say "installing with dnf:$missing"
	# shellcheck disable=SC2086
	run_as_root dnf install -y --setopt=install_weak_deps=False $missing
}

arch() {
	need has cc -- gcc
	need has pkg-config -- pkgconf
	need header gl -- libglvnd mesa
	need header x11 -- libx11
	need header xcursor -- libxcursor
	need header xrandr -- libxrandr
	need header xinerama -- libxinerama
	need header xi -- libxi
	need header xxf86vm -- libxxf86vm
	need header xkbcommon -- libxkbcommon
	if [ "$purpose" = test ]; then
		need has xvfb-run -- xorg-server-xvfb
		need has xauth -- xorg-xauth
		need software_opengl -- mesa
		need has xdotool -- xdotool
		need has xprop -- xorg-xprop
		need has identify -- imagemagick
		need has pdftotext -- poppler
		need has dbus-daemon -- dbus
		need spreadsheet -- libreoffice-still
		need has openbox -- openbox
		need has_fonts -- fontconfig ttf-dejavu
	fi
	if [ "$purpose" = package ]; then
		need has x86_64-w64-mingw32-gcc -- mingw-w64-gcc
		need has xz -- xz
		need has zip -- zip
		need has objdump -- binutils
	fi
	[ -n "$missing" ] || return 0
	require_root_way 'pacman -S --needed'
	say "installing with pacman:$missing"
	# A new machine has no list of packages yet; fetching one alone would mix old and new packages.
	refresh=''
	any /var/lib/pacman/sync/*.db || refresh=yu
	# shellcheck disable=SC2086
	run_as_root pacman -S$refresh --needed --noconfirm $missing
}

macos() {
	if ! xcode-select -p >/dev/null 2>&1; then
		xcode-select --install || true
		say "Apple's command line tools are missing: finish the installation in the window that opened, then run make again"
		exit 1
	fi
	if [ "$purpose" = test ]; then
		need has identify -- imagemagick
		need has pdftotext -- poppler
		{ has soffice || [ -d /Applications/LibreOffice.app ]; } || missing="$missing libreoffice"
	fi
	if [ "$purpose" = package ]; then
		say 'packages are made on Linux; on a Mac use make build'
		exit 1
	fi
	[ -n "$missing" ] || return 0
	if ! has brew; then
		say "these are missing and Homebrew (https://brew.sh) is not there to install them:$missing"
		exit 1
	fi
	say "installing with Homebrew:$missing"
	# shellcheck disable=SC2086
	brew install $missing
}

case $(uname -s) in
Darwin) macos ;;
Linux)
	if has apt-get; then
		debian
	elif has dnf; then
		fedora
	elif has pacman; then
		arch
	else
		header gl && header x11 && header xcursor && header xrandr && header xinerama && header xi && header xxf86vm && has cc && exit 0
		say 'found neither apt, dnf nor pacman; install with your own package manager: a C compiler, pkg-config, and the'
		say 'headers of OpenGL, X11, Xcursor, Xrandr, Xinerama, Xi, Xxf86vm and xkbcommon, then run make again'
		exit 1
	fi
	;;
*)
	say "$(uname -s) is not supported; install a C compiler and run: go build -tags migrated_fynedo ./cmd/summitledger"
	exit 1
	;;
esac
