# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Where sentences and pieces come from: the treebanks and name sets of a shared folder, or one treebank of one's own;
the vocabulary of a public encoder, or one made from the sentences."""
from pathlib import Path

import corpus
from pieces import CLS, MASK, PAD, SEP, UNK, parts_of

MARKS = {PAD: "[PAD]", UNK: "[UNK]", CLS: "[CLS]", SEP: "[SEP]", MASK: "[MASK]"}
PUBLIC_PIECES = 30522
DEVELOPMENT = ("ewt-dev", "gum-news-dev", "uner-dev", "dev")


def add_arguments(cli):
    """What all trainers take."""
    data = cli.add_mutually_exclusive_group(required=True)
    data.add_argument("--shared", type=Path, help="folder of the treebanks and name sets")
    data.add_argument("--treebank", type=Path, help="folder of train.conllu and dev.conllu")
    cli.add_argument("--work", type=Path, required=True)
    cli.add_argument("--minilm", type=Path, help="the public encoder; without, all begins at random")


def load_data(args):
    """{part: sentences}, see corpus.load; of a treebank: train and dev."""
    if args.shared:
        return corpus.load(args.shared, args.work / "data")
    return {"train": corpus.read_treebank(args.treebank / "train.conllu"), "names": [], "unstated": [],
            "dev": corpus.read_treebank(args.treebank / "dev.conllu")}


def load_vocabulary(args, data):
    """The pieces in the order of their numbers."""
    if args.minilm:
        return (args.minilm / "vocab.txt").read_text(encoding="utf-8").split("\n")[:PUBLIC_PIECES]
    return make_vocabulary(word for sentence in data["train"] for word in sentence.words)


def make_vocabulary(words):
    """The marks where the public vocabulary has them, the words, and letters to spell the others with."""
    parts = {part for word in words for part in parts_of(word)}
    letters = {c for part in parts for c in part} | set("abcdefghijklmnopqrstuvwxyz0123456789")
    marks = [MARKS.get(i, f"[unused{i}]") for i in range(max(MARKS) + 1)]
    return marks + sorted(parts | letters) + sorted("##" + c for c in letters if c.isalnum())
