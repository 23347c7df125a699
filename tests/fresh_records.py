#!/usr/bin/env python3
# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Reads all examples with the program and validates the records against the schema and the laws of
the contract that a schema cannot say: spans lie in the text, row ids are unique, references lead
somewhere.

    fresh_records.py PROGRAM
"""
import json
import pathlib
import subprocess
import sys

import validate_records

ROOT = pathlib.Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"


def spans_of(value):
    """All [start, end] in a row."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
            yield [value["start"], value["end"]]
        for inner in value.values():
            yield from spans_of(inner)
    elif isinstance(value, list):
        if len(value) == 2 and all(type(part) is int for part in value):
            yield value
        else:
            for inner in value:
                yield from spans_of(inner)


def wrong_of(record):
    size = len(record["text"])
    for key in ("blocks", "sentences", "mentions", "times", "places", "statements", "events",
                "signals"):
        for start, end in spans_of(record[key]):
            if not 0 <= start <= end <= size:
                yield f"{key}: the span [{start}, {end}] is not in the text of {size}"
    ids = {key: [row["id"] for row in record[key]]
           for key in ("actors", "mentions", "times", "places", "statements", "events", "issues")}
    for key, found in ids.items():
        if len(set(found)) != len(found):
            yield f"{key}: an id stands twice"
    known = {key: {*found, None} for key, found in ids.items()}
    for row in record["mentions"]:
        if row["actor"] not in known["actors"] or row["place"] not in known["places"]:
            yield f"mentions: {row['id']} leads nowhere"
    for row in record["statements"]:
        actors = {row["addressee"], row["medium"], row["speaker"], *row["speakers"]}
        rows = {row["nested_in"], row["duplicate_of"], row["said"]["after"]}
        if actors - known["actors"] or rows - known["statements"]:
            yield f"statements: {row['id']} leads nowhere"
        if row["issue"] not in known["issues"]:
            yield f"statements: {row['id']} has an unknown issue {row['issue']}"
    for row in record["events"]:
        actors = {row["claimed_by"], *row["actors"], *row["recipients"]}
        if (actors - known["actors"] or row["place"] not in known["places"]
                or row["said_in"] not in known["statements"]
                or row["duplicate_of"] not in known["events"]):
            yield f"events: {row['id']} leads nowhere"
    rows = known["statements"] | known["events"]
    for row in record["signals"]:
        sides = [side for side in (row["a"], row["b"]) if side]
        if row["issue"] not in known["issues"] or any(side["row"] not in rows for side in sides):
            yield f"signals: {row['id']} leads nowhere"


def main(program):
    names = sorted([*EXAMPLES.glob("*.html"), *EXAMPLES.glob("*.txt"), *EXAMPLES.glob("*.jsonl")])
    done = subprocess.run([program, "read", "--format", "jsonl", "--actors", EXAMPLES / "overlay",
                           *names], capture_output=True, check=False, timeout=300)
    sys.stderr.buffer.write(done.stderr)
    validator = validate_records.make_validator()
    lines = done.stdout.decode("utf-8").splitlines()
    wrong = [(line, *error) for line in lines
             for error in validate_records.errors_of(validator, line)]
    for _, key, what in wrong:
        print(f"{key}: {what}")
    for record in map(json.loads, lines):
        for what in wrong_of(record):
            print(f"{record['id']}: {what}")
            wrong.append(what)
    statements = sum(len(json.loads(line)["statements"]) for line in lines)
    print(f"{len(lines)} records, {statements} statements, {len(wrong)} errors")
    good = done.returncode == 0 and len(lines) >= len(names) and statements > 0
    return 0 if good and not wrong else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
