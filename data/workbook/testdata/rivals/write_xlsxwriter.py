"""Writes the rows of a file, a JSON array on each line, as a workbook with XlsxWriter in constant memory.

Prints the seconds that writing takes, without those of reading the rows, and the most memory in MB.
"""

import json
import sys
import time

import xlsxwriter


def rows():
    with open(sys.argv[1], encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


start = time.monotonic()
for row in rows():
    pass
reading = time.monotonic() - start

start = time.monotonic()
book = xlsxwriter.Workbook(sys.argv[2], {"constant_memory": True})
sheet = book.add_worksheet()
for number, row in enumerate(rows()):
    for column, value in enumerate(row):
        if value is None:
            continue
        if isinstance(value, str):
            sheet.write_string(number, column, value)
        else:
            sheet.write_number(number, column, value)
book.close()
seconds = time.monotonic() - start - reading
with open("/proc/self/status", encoding="ascii") as status:
    most = next(line for line in status if line.startswith("VmHWM"))
print(seconds, int(most.split()[1]) // 1024)
