# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Trains small language models from the treebank of the examples and reads with them (DEMARCHE_BIN).

Ends with status 77, which ctest counts as skipped, where Python has no torch; the treebank is looked at all the same.
"""
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

BIN = os.environ["DEMARCHE_BIN"]
ROOT = Path(__file__).resolve().parents[2]
TRAINERS = ROOT / "train/language"
TREEBANK = ROOT / "examples/treebank"
SKIPPED = 77
FORM, LEMMA, UPOS, HEAD, RELATION, MISC = 1, 2, 3, 6, 7, 9


def read_trees(text):
    """{text of a sentence: its words as rows of ten cells}."""
    trees = {}
    for block in text.strip().split("\n\n"):
        lines = block.split("\n")
        words = [line.split("\t") for line in lines if line.split("\t")[0].isdigit()]
        trees[next(line[9:] for line in lines if line.startswith("# text = "))] = words
    return trees


def gold(part="train"):
    return read_trees((TREEBANK / f"{part}.conllu").read_text(encoding="utf-8"))


def share_right(wanted, got, *columns):
    """Of all words, those whose cells are right; a sentence that was cut otherwise has none right."""
    right = 0
    for text, words in wanted.items():
        mine = got.get(text, [])
        if len(mine) == len(words):
            right += sum(all(a[c] == b[c] for c in columns) for a, b in zip(words, mine))
    return right / sum(map(len, wanted.values()))


class Treebank(unittest.TestCase):
    def test_every_tree_is_one(self):
        for part in ("train", "dev"):
            for text, words in gold(part).items():
                heads = [0] + [int(word[HEAD]) for word in words]
                with self.subTest(text):
                    self.assertEqual([word[RELATION] for word in words if word[HEAD] == "0"], ["root"])
                    for node in range(1, len(heads)):
                        steps = 0
                        while node and steps <= len(heads):
                            node, steps = heads[node], steps + 1
                        self.assertEqual(node, 0, "a circle")

    def test_words_and_spaces_give_the_text(self):
        for part in ("train", "dev"):
            for block in (TREEBANK / f"{part}.conllu").read_text(encoding="utf-8").strip().split("\n\n"):
                text, made, inside = "", "", 0
                for line in block.split("\n"):
                    if line.startswith("# text = "):
                        text = line[9:]
                    elif not line.startswith("#"):
                        cells = line.split("\t")
                        self.assertEqual(len(cells), 10, line)
                        first, _, last = cells[0].partition("-")
                        if int(first) > inside:
                            made += cells[FORM] + ("" if "SpaceAfter=No" in cells[MISC] else " ")
                            inside = int(last or first)
                self.assertEqual(made.rstrip(), text)


def train(script, *arguments):
    return subprocess.Popen([sys.executable, "-B", "-W", "ignore", TRAINERS / script, f"--treebank={TREEBANK}",
                             *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                            env={**os.environ, "OMP_NUM_THREADS": "1"})


def finish(process):
    _, said = process.communicate(timeout=500)
    if process.returncode:
        raise AssertionError(said.decode()[-3000:])


class Recipe(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        held = tempfile.TemporaryDirectory()
        cls.addClassCleanup(held.cleanup)
        cls.work = Path(held.name)
        cls.models = cls.work / "models/en"  # beside the data, where the program looks for them
        shutil.copytree(ROOT / "data", cls.work / "data")
        shutil.copytree(ROOT / "models", cls.work / "models")
        for names in ("full*", "lite*", "antecedents*"):  # rankers read the vectors of those that ship
            for shipped in cls.models.glob(names):
                shipped.unlink()
        (cls.models / "SHA256SUMS").unlink(missing_ok=True)  # holds the names to the models that ship
        finish(train("recipe.py", "--small", f"--work={cls.work}", f"--out={cls.work}"))

    def read(self, *models):
        """What the program says of the training sentences with these files in the place of the full model."""
        for model in models:
            shutil.copy(model, self.models / model.name.replace("lite", "full"))
        text = self.work / "text.txt"
        text.write_text("\n\n".join(gold()), encoding="utf-8")
        done = subprocess.run([BIN, "read", "--model", "full", "--as", "prose", "--format", "conllu", text],
                              capture_output=True, timeout=120, check=False,
                              env={**os.environ, "DEMARCHE_DATA": str(self.work / "data")})
        for model in self.models.glob("full*"):
            model.unlink()
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return read_trees(done.stdout.decode())

    def test_the_program_reads_as_the_models_learned(self):
        for name, least in (("full", .8), ("lite", .65)):
            with self.subTest(name):
                got = self.read(self.work / f"{name}.model")
                self.assertGreater(share_right(gold(), got, UPOS), .9)
                self.assertGreater(share_right(gold(), got, LEMMA), .9)
                self.assertGreater(share_right(gold(), got, HEAD, RELATION), least)

    def test_a_model_that_learned_nothing_is_told_apart(self):
        finish(train("train.py", "--small", f"--work={self.work}", "--name=none", "--round", "--epochs=1",
                     "--rate=0", "--head-rate=0"))
        self.export("none", "full.none")
        self.assertLess(share_right(gold(), self.read(self.rename("full.none", "full")), HEAD, RELATION), .2)

    def rename(self, name, new_name):
        folder = self.work / "renamed"
        folder.mkdir(exist_ok=True)
        return Path(shutil.copy(self.work / f"{name}.model", folder / f"{new_name}.model"))

    def export(self, name, out):
        finish(train("export.py", f"--work={self.work}", f"--name={name}", f"--out={self.work / out}.model"))
        return (self.work / f"{out}.model").read_bytes()

    def test_the_same_checkpoint_gives_the_same_bytes(self):
        self.assertEqual(self.export("full-int8", "again"), (self.work / "full.model").read_bytes())

    def test_goes_on_where_it_was_cut_off(self):
        steps = ["--small", f"--work={self.work}", "--round", "--epochs=4", "--budget=400"]
        finish(train("train.py", *steps, "--name=some-whole"))
        cut = train("train.py", *steps, "--name=some-cut")
        begun = time.monotonic()
        while not (self.work / "some-cut.pt").exists() and cut.poll() is None and time.monotonic() - begun < 120:
            time.sleep(.01)
        cut.kill()
        cut.communicate()
        self.assertTrue((self.work / "some-cut.pt").exists())
        finish(train("train.py", *steps, "--name=some-cut"))
        self.assertEqual(self.export("some-cut", "cut"), self.export("some-whole", "whole"))

    def test_a_head_of_its_own_is_read_beside_its_model(self):
        finish(train("heads.py", f"--work={self.work}", "--name=full-int8"))
        beside = self.work / "full.names.model"
        finish(train("export.py", f"--work={self.work}", "--name=full-int8.names",
                     f"--beside={self.work / 'full.model'}", f"--out={beside}"))
        got = self.read(self.work / "full.model", beside)
        self.assertGreater(share_right(gold(), got, UPOS), .9)


if __name__ == "__main__":
    if importlib.util.find_spec("torch"):
        unittest.main()
    result = unittest.main(defaultTest="Treebank", exit=False).result
    print("skipped: this Python has no torch (tools/setup train)")
    sys.exit(SKIPPED if result.wasSuccessful() else 1)
