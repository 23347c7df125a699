#!/usr/bin/env python3
# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Speed of the language stages on one core: text to tokens, sentences, tags, lemmas, trees and names.

    language.py --bench build/release/bench/language_bench [--shared ../shared] [--work build/bench] [--words 200000]

Reads news of SHARED/data/language, unpacked under WORK; where there is no such folder, it says so and takes the
example texts again and again.
"""
import argparse
import subprocess
import sys
from pathlib import Path

from articles import ROOT, unpack

ARCHIVE = "data/language/news-unlabelled.tar.xz"


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    options.add_argument("--bench", type=Path, required=True, help="the program language_bench")
    options.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    options.add_argument("--work", type=Path, default=ROOT / "build/bench")
    options.add_argument("--words", type=int, default=200000)
    options.add_argument("--runs", type=int, default=5)
    options = options.parse_args()
    texts = [str(path) for path in sorted((ROOT / "examples").glob("*.txt"))]
    archive = options.shared / ARCHIVE
    if archive.is_file():
        options.work.mkdir(parents=True, exist_ok=True)
        unpack(archive, options.work)
        texts = [str(options.work / "news")]
        print(f"language stages, {options.words} words of news, one core:")
    else:
        print(f"no {archive}: the example texts instead", file=sys.stderr)
        print(f"language stages, {options.words} words of the example texts, one core:")
    sys.stdout.flush()
    done = subprocess.run([options.bench, "--data", ROOT / "data", "--words", str(options.words),
                           "--runs", str(options.runs), *texts], check=False)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
