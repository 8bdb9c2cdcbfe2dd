#!/bin/sh
# Runs a command beside a CUPS daemon of its own on loopback, with one printer, Office, which keeps what it gets:
#   with-cups.sh COMMAND [ARGUMENT...]
# CUPS is taken from the system, or from the folder CUPS_ROOT in which its packages (cups, cups-daemon, cups-client,
# cups-common, libcups2) are unpacked. The command finds the printer by CUPS_SERVER and what was printed in CUPS_SPOOL.
set -eu

root=${CUPS_ROOT:-}
if [ -n "$root" ]; then
	PATH="$root/usr/sbin:$root/usr/bin:$PATH"
	for libraries in "$root"/usr/lib/*-linux-gnu; do
		LD_LIBRARY_PATH="$libraries${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
	done
	export PATH LD_LIBRARY_PATH
fi
command -v cupsd >/dev/null || {
	echo 'with-cups.sh: there is no cupsd; install cups-daemon and cups-client, or name a folder with them in CUPS_ROOT' >&2
	exit 1
}

home=$(mktemp -d "${TMPDIR:-/tmp}/summitledger-cups-XXXXXX")
daemon=
clean() {
	if [ -n "$daemon" ]; then
		kill "$daemon" 2>/dev/null || true
		wait "$daemon" 2>/dev/null || true
	fi
	rm -rf "$home"
}
trap clean EXIT
mkdir -p "$home/spool/tmp" "$home/cache" "$home/state" "$home/log" "$home/root/ppd"
port=${CUPS_PORT:-18631}
cat >"$home/cupsd.conf" <<END
Listen 127.0.0.1:$port
DefaultAuthType None
WebInterface No
Browsing Off
PreserveJobHistory Yes
PreserveJobFiles Yes
DirtyCleanInterval 0
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
END
user=$(id -un)
group=$(id -gn)
if [ "$(id -u)" = 0 ]; then
	user=nobody # the daemon refuses to run its filters as root
	group=$(id -gn nobody)
fi
cat >"$home/files.conf" <<END
User $user
Group $group
SystemGroup $(id -gn)
FileDevice Yes
ServerRoot $home/root
ServerBin $root/usr/lib/cups
DataDir $root/usr/share/cups
RequestRoot $home/spool
TempDir $home/spool/tmp
CacheDir $home/cache
StateDir $home/state
ErrorLog $home/log/error_log
AccessLog $home/log/access_log
PageLog $home/log/page_log
END
chmod 755 "$home"
if [ "$(id -u)" = 0 ]; then
	chown -R "$user:$group" "$home/spool" "$home/cache" "$home/state" "$home/log" "$home/root"
fi
cupsd -f -c "$home/cupsd.conf" -s "$home/files.conf" &
daemon=$!
export CUPS_SERVER="127.0.0.1:$port" CUPS_SPOOL="$home/spool"
tries=0
until lpstat -r 2>/dev/null | grep -q 'is running'; do
	tries=$((tries + 1))
	if [ "$tries" -gt 100 ]; then
		echo 'with-cups.sh: the CUPS daemon did not start within ten seconds' >&2
		cat "$home/log/error_log" >&2 || true
		exit 1
	fi
	sleep 0.1
done
touch "$home/printed"
chmod 666 "$home/printed"
lpadmin -p Office -v "file://$home/printed" -E -m raw 2>/dev/null
lpadmin -d Office
status=0
"$@" || status=$?
exit "$status"
