#!/bin/sh
# Runs a command with an X display of its own and a window manager on it, so that real windows open, take the
# focus and close as on a desk, whatever the machine shows:  with-display.sh COMMAND [ARGUMENT...]
# OpenGL is drawn by the processor. On a Mac the command runs as it is.
set -eu

if [ "$(uname -s)" = Darwin ]; then
	exec "$@"
fi

if [ "${SUMMITLEDGER_DISPLAY_READY:-}" != yes ]; then
	unset WAYLAND_DISPLAY
	SUMMITLEDGER_DISPLAY_READY=yes LIBGL_ALWAYS_SOFTWARE=1 \
		exec xvfb-run --auto-servernum --server-args='-screen 0 1600x1000x24 -dpi 96' "$0" "$@"
fi

openbox --sm-disable >/dev/null 2>&1 &
manager=$!
trap 'kill "$manager" 2>/dev/null || true' EXIT
tries=0
until xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id'; do
	tries=$((tries + 1))
	if [ "$tries" -gt 100 ]; then
		echo 'with-display.sh: the window manager openbox did not start within ten seconds' >&2
		exit 1
	fi
	sleep 0.1
done
status=0
"$@" || status=$?
exit "$status"
