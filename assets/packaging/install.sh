#!/bin/sh
# Installs Summit Ledger from this folder, with its menu entry, icons and the file type .summit:
#
#   ./install.sh                     for you alone, in ~/.local; as root for everybody, in /usr/local
#   ./install.sh --prefix FOLDER     somewhere else
#   ./install.sh --uninstall         takes away what it installed (with the same --prefix)
set -eu

usage() { sed -n '2,6s/^# \{0,1\}//p' "$0"; }

if [ "$(id -u)" -eq 0 ]; then
	prefix=/usr/local
else
	prefix=$HOME/.local
fi
action=install
while [ $# -gt 0 ]; do
	case $1 in
	--prefix)
		[ $# -ge 2 ] || {
			echo 'install.sh: --prefix needs a folder' >&2
			exit 2
		}
		prefix=$2
		shift
		;;
	--prefix=*) prefix=${1#--prefix=} ;;
	--uninstall) action=uninstall ;;
	-h | --help)
		usage
		exit 0
		;;
	*)
		echo "install.sh: unknown argument \"$1\"" >&2
		usage >&2
		exit 2
		;;
	esac
	shift
done

cd "$(dirname "$0")"
case $prefix in
/*) ;;
*)
	echo "install.sh: --prefix needs a full path that begins with /, not \"$prefix\"" >&2
	exit 2
	;;
esac
prefix_in_sed=$(printf '%s' "$prefix" | sed 's/[|&\\]/\\&/g')

(cd usr && find . -type f) | sed 's|^\./||' | while IFS= read -r file; do
	target=$prefix/$file
	if [ "$action" = uninstall ]; then
		rm -f "$target"
		continue
	fi
	mkdir -p "$(dirname "$target")"
	# A running program keeps its own file: the new one takes the name, it does not overwrite the old.
	cp "usr/$file" "$target.new"
	case $file in
	bin/*) chmod 755 "$target.new" ;;
	*.desktop)
		# The menu does not search every folder, so the entry names the program by its full path.
		sed -i "s|^Exec=summitledger|Exec=\"$prefix_in_sed/bin/summitledger\"|" "$target.new"
		chmod 644 "$target.new"
		;;
	*) chmod 644 "$target.new" ;;
	esac
	mv -f "$target.new" "$target"
done
if [ "$action" = uninstall ]; then
	rmdir "$prefix/share/doc/summitledger" 2>/dev/null || true
fi

# The desktop finds a new menu entry, file type and icons only after its lists are made again.
refresh() {
	command -v "$1" >/dev/null 2>&1 || return 0
	"$@" >/dev/null 2>&1 || echo "install.sh: $1 failed; the menu may show Summit Ledger only after the next login" >&2
}
refresh update-desktop-database "$prefix/share/applications"
if [ -d "$prefix/share/mime/packages" ]; then
	refresh update-mime-database "$prefix/share/mime"
fi
refresh gtk-update-icon-cache -q -t -f "$prefix/share/icons/hicolor"

if [ "$action" = uninstall ]; then
	echo "Summit Ledger is gone from $prefix; your .summit files are where they were."
	exit 0
fi
echo "Summit Ledger is in $prefix/bin/summitledger"
case :$PATH: in
*:"$prefix/bin":*) ;;
*) echo "To type summitledger in a terminal, add $prefix/bin to your PATH." ;;
esac
