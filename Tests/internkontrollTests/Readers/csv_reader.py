"""Reads a CSV file as a spreadsheet of Norwegian Excel, and says what it holds."""

import csv
import json
import sys

with open(sys.argv[1], "rb") as file:
    raw = file.read()
assert raw.startswith(b"\xef\xbb\xbf")
assert raw.count(b"\n") == raw.count(b"\r\n")
rows = list(csv.reader(raw.decode("utf-8-sig").splitlines(keepends=True), delimiter=";", strict=True))
assert len({len(row) for row in rows}) == 1
assert not [cell for row in rows for cell in row if cell[:1] in list("=+-@\t\r")]
print(json.dumps({"header": rows[0], "rows": rows[1:]}))
