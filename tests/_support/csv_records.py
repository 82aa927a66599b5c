"""Tells what Python's csv module reads in texts, as JSON.

Reads a JSON list of texts from the file named first, and writes a JSON list
to the one named second: for each text "plain", what csv.reader gives, and
"records", the same record by record, "?" where quotes do not fit. There
reading goes on at the line behind the record's first one.
"""

import csv
import io
import json
import re
import sys

FIELD = r'(?:"(?:[^"]|"")*"|[^",\n]*)'
FITTING = re.compile(f"{FIELD}(?:,{FIELD})*")


def records(text):
    lines = text.split("\n")
    found, at = [], 0
    while at < len(lines):
        if lines[at] == "":
            at += 1
            continue
        rest = (line + "\n" for line in lines[at:])
        reader = csv.reader(rest, strict=True)
        try:
            row = next(reader)
            count = min(reader.line_num, len(lines) - at)
            fits = FITTING.fullmatch("\n".join(lines[at:at + count]))
        except csv.Error:
            fits = None
        found.append(row if fits else "?")
        at += count if fits else 1
    return found


def plain(text):
    return [row for row in csv.reader(io.StringIO(text, newline="")) if row]


with open(sys.argv[1], encoding="utf-8") as file:
    texts = json.load(file)
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(
        [{"plain": plain(t), "records": records(t)} for t in texts], file)
