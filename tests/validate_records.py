#!/usr/bin/env python3
# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Validates records (JSON Lines) against docs/record.schema.json.

    validate_records.py [FILE...]     (standard input where no file or - is given)

Prints each error as NAME:LINE: KEY: what, and ends with status 1 where there is any; else prints
the number of records.
"""
import json
import pathlib
import sys

from jsonschema import Draft202012Validator

SCHEMA = pathlib.Path(__file__).resolve().parent.parent / "docs" / "record.schema.json"


def make_validator():
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def errors_of(validator, line):
    try:
        record = json.loads(line)
    except ValueError as error:
        return [("", str(error))]
    return [("/".join(map(str, e.absolute_path)), e.message[:300])
            for e in validator.iter_errors(record)]


def main(names):
    validator = make_validator()
    records = errors = 0
    for name in names or ["-"]:
        stream = sys.stdin.buffer if name == "-" else open(name, "rb")
        with stream:
            for number, line in enumerate(stream, 1):
                records += 1
                for key, what in errors_of(validator, line.decode("utf-8", "replace")):
                    errors += 1
                    print(f"{name}:{number}: {key}: {what}")
    print(f"{records} records, {errors} errors" if errors else f"{records} records")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
