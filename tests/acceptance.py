#!/usr/bin/env python3
# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Reads the acceptance page with the program and asks its scorer; then asks whether the project
knows the page.

    acceptance.py PROGRAM SHARED

The page and the scorers lie outside the repository, in SHARED. Where they are not there, nothing
can be asked: it says so and ends with status 77, which ctest counts as skipped.
"""
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FIRST_STEP = ["--at-least", "41", "--signals", "M1,M4", "--forbidden", "0"]
SKIPPED = 77


def main(program, shared):
    page, score = shared / "acceptance" / "page.txt", shared / "score"
    if not page.is_file() or not (score / "page.py").is_file():
        print(f"skipped: the acceptance page is not in {shared}")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        record = pathlib.Path(folder) / "page.jsonl"
        with open(record, "wb") as file:
            read = subprocess.run([program, "read", "--as", "page", "--format", "jsonl", page],
                                  stdout=file, check=False)
        asked = subprocess.run([sys.executable, "-B", score / "page.py", record, *FIRST_STEP],
                               check=False)
    leak = subprocess.run([sys.executable, "-B", score / "leak.py", "data", "src", "tests"],
                          cwd=ROOT, check=False)
    return 1 if read.returncode or asked.returncode or leak.returncode else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2]).resolve()))
