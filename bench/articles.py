#!/usr/bin/env python3
# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Speed of the article stage on one core: bytes to article with all metadata.

    articles.py --bench build/release/bench/article_bench [--shared ../shared] [--work build/bench] [--runs 5]

Runs the program on each set of pages of SHARED/data/extraction, unpacked under WORK; where there is no
such folder, it says so and takes invented pages (synthetic.py).
"""
import argparse
import subprocess
import sys
import tarfile
from pathlib import Path

import synthetic

ROOT = Path(__file__).resolve().parent.parent
INVENTED = 500  # pages


def unpack(archive, work):
    """The folder of an archive's pages; made once."""
    name = archive.name.removesuffix(".tar.xz")
    done = work / f"{name}.done"
    if not done.exists():
        with tarfile.open(archive) as file:
            if hasattr(tarfile, "data_filter"):
                file.extractall(work, filter="data")
            else:
                file.extractall(work)
        done.touch()
    return work / name


def find_pages(folder):
    """What a bench reads of a set: its folder of pages, or the pages among other files."""
    if (folder / "html").is_dir():
        return [folder / "html"]
    return sorted(folder.glob("*/source.html"))


def find_sets(shared, work):
    sets = {}
    for archive in sorted((shared / "data/extraction").glob("*.tar.xz")):
        pages = find_pages(unpack(archive, work))
        if pages:
            sets[archive.name.removesuffix(".tar.xz")] = pages
    return sets


def make_invented(work):
    folder = work / "invented"
    synthetic.make_pages(folder, INVENTED, seed=7)
    return {"invented pages": [folder]}


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    options.add_argument("--bench", required=True)
    options.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    options.add_argument("--work", type=Path, default=ROOT / "build/bench")
    options.add_argument("--runs", type=int, default=5)
    options = options.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    sets = find_sets(options.shared, options.work)
    if not sets:
        print(f"no pages under {options.shared}/data/extraction: measured on invented pages")
        sets = make_invented(options.work)
    failed = False
    for name, pages in sets.items():
        done = subprocess.run([options.bench, "--runs", str(options.runs), "--name", name,
                               "--models", ROOT / "models/article", *pages], check=False)
        failed = failed or done.returncode != 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
