# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""A law of the whole program (DEMARCHE_BIN): who is called how decides nothing. Where an overlay gives
the invented states other ids, the examples give the same records with those ids; where pages and overlay
give them other names as long, the rules give the same records with those names."""
import json
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

BIN = os.environ["DEMARCHE_BIN"]
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PAGES = sorted(EXAMPLES.glob("*.txt"))
# In another order than those of the states.
IDS = {"KRS": "ZKR", "NOV": "BNV", "OSV": "QSV", "VLM": "AVM"}
NAMES = {"Karsonia": "Tilmoria", "Norvenia": "Dorlania", "Ostravia": "Belmaria",
         "Velmark": "Harmund"}


def with_ids(text):
    return re.sub(rf"\b({'|'.join(IDS)})\b", lambda found: IDS[found[0]], text)


def with_names(text):
    for old, new in NAMES.items():
        text = text.replace(old, new)
    return text


def read(overlay, pages, *flags):
    done = subprocess.run([BIN, "read", "--format", "jsonl", "--actors", overlay, *flags, *pages],
                          capture_output=True, timeout=120, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def comparable(record):
    """Without hashes of the input and of the tables; issues by their number, signals without theirs."""
    for key in ("id", "input", "coder", "text_hash"):
        record.pop(key, None)
    numbers = {issue["id"]: f"issue {number}" for number, issue in enumerate(record["issues"])}
    for signal in record["signals"]:
        signal.pop("id")
    text = re.sub(r"sha256:[0-9a-f]{64}", "document", json.dumps(record, ensure_ascii=False))
    for old, new in numbers.items():
        text = text.replace(old, new)
    return text


class Renaming(unittest.TestCase):
    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = Path(held.name)
        (self.folder / "overlay").mkdir()

    def check(self, rename, pages, *flags):
        overlay = EXAMPLES / "overlay"
        for table in overlay.iterdir():
            (self.folder / "overlay" / table.name).write_text(rename(table.read_text("utf-8")),
                                                              "utf-8")
        wanted = [comparable(record) for record in read(overlay, PAGES, *flags)]
        got = [comparable(record) for record in read(self.folder / "overlay", pages, *flags)]
        self.assertEqual(len(got), len(PAGES))
        for page, before, after in zip(PAGES, wanted, got):
            self.assertGreater(len(json.loads(before)["statements"]), 2, page.name)
            self.assertEqual(json.loads(rename(before)), json.loads(after), page.name)

    def test_other_ids_change_only_ids(self):
        for model in ("full", "lite", "rules"):
            self.check(with_ids, PAGES, "--model", model)

    def test_other_names_change_only_names(self):
        """By rules alone: to a model a name is pieces that it has seen or not."""
        pages = []
        for page in PAGES:
            pages.append(self.folder / page.name)
            pages[-1].write_text(with_names(page.read_text("utf-8")), "utf-8")
        self.check(with_names, pages, "--model", "rules")


if __name__ == "__main__":
    unittest.main()
