#!/bin/sh
# Looks at exported workbooks with programs of others:  check-workbooks.sh PROGRAM
# Every profile in every language, and a saved view, is held against the Open XML standard (the validator of
# @ooxml-tools/validate, Node.js with npm) and read by openpyxl (the Debian packages python3-openpyxl and
# python3-et-xmlfile), which must find formulas, numbers and days as such. What is not installed is put into a folder
# that goes again at the end.
set -eu

program=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT INT TERM

npm install --silent --no-audit --no-fund --prefix "$folder" @ooxml-tools/validate@0.4.6 >/dev/null
validator="$folder/node_modules/@ooxml-tools/validate/dist/npm/bin/ooxml-validate.js"
if ! python3 -c 'import openpyxl' 2>/dev/null; then
	(cd "$folder" && apt-get download -qq python3-openpyxl python3-et-xmlfile && for package in *.deb; do dpkg -x "$package" .; done)
fi
export PYTHONPATH="$folder/usr/lib/python3/dist-packages${PYTHONPATH:+:$PYTHONPATH}"

for language in en ja ru; do
	for profile in working publication; do
		"$program" export -o "$folder/$profile-$language.xlsx" --profile "$profile" --lang "$language"
	done
done
"$program" new "$folder/own.summit" --from bundled >/dev/null
"$program" add view signed name=Signed tab=agreements "query=at_summit:yes" --workspace "$folder/own.summit" >/dev/null
"$program" export -o "$folder/view-en.xlsx" --view Signed --workspace "$folder/own.summit" --lang en

failed=0
for workbook in "$folder"/*.xlsx; do
	found=$(node "$validator" "$workbook" --of json)
	if [ "$found" != "[]" ]; then
		echo "$(basename "$workbook") breaks the standard: $found"
		failed=1
	fi
	python3 - "$workbook" <<'PYTHON' || failed=1
import datetime, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
found = {"formulas": 0, "numbers": 0, "days": 0}
for sheet in book.worksheets:
    for row in sheet.iter_rows():
        for cell in row:
            found["formulas"] += cell.data_type == "f"
            found["numbers"] += cell.data_type == "n" and cell.value is not None
            found["days"] += isinstance(cell.value, (datetime.date, datetime.datetime))
name = sys.argv[1].rsplit("/", 1)[1]
print(name, len(book.worksheets), "sheets,", ", ".join(f"{n} {what}" for what, n in found.items()))
sys.exit(0 if all(found.values()) else f"{name}: openpyxl finds none of some of them")
PYTHON
done
exit "$failed"
