#!/bin/sh
# Measures the writing of a workbook against other libraries, in one run and with the same values: a bare stream of
# excelize, XlsxWriter of Python (the Debian package python3-xlsxwriter) and exceljs of Node.js (npm). What is not
# installed is put into a folder that goes again at the end. SUMMITLEDGER_ROWS sets another number of rows than a million.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT INT TERM

if ! python3 -c 'import xlsxwriter' 2>/dev/null; then
	(cd "$folder" && apt-get download -qq python3-xlsxwriter && dpkg -x python3-xlsxwriter_*.deb .)
fi
npm install --silent --no-audit --no-fund --prefix "$folder" exceljs@4.4.0 >/dev/null

PYTHONPATH="$folder/usr/lib/python3/dist-packages${PYTHONPATH:+:$PYTHONPATH}" NODE_PATH="$folder/node_modules" \
	SUMMITLEDGER_RIVALS=yes SUMMITLEDGER_ROWS="${SUMMITLEDGER_ROWS:-1000000}" \
	go test -trimpath -tags "${TAGS:-}" -run '^$' -bench AgainstOthers -benchtime 1x -timeout 60m ./data/workbook
