#!/usr/bin/env python3
# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Trains the ranker of antecedents (src/mention/antecedents.h): data -> OUT.

    train/mention/train.py --shared ../shared --build BUILD --data data --models models --work WORK
                           --out models/en/antecedents-full.model [--language full] [--folds 5]

SHARED holds data/language (GUM) and score/; BUILD is a build folder with DEMARCHE_TRAIN=ON; WORK gets what is unpacked
and made on the way. The program finds the mentions, their features and the vectors of their words by the language model
(dump_cases), for each of which a ranker is trained; the gold chains say which of the earlier mentions each takes up.
Folds are by document; figures are the shares of right answers on the ones held out, the scorer's figures come from the
program (score/coref.py).
"""
import argparse
import json
import random
import subprocess
import sys
import tarfile
import zlib
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "language"))
from model_file import ModelWriter

ROWS, WIDTH, VERSION = 16384, 64, "2"  # AntecedentModel
WEIGHT_STEPS, INPUT_STEPS = 63, 127  # src/infer/kernels.h
VECTOR_STEPS = 64  # dump_cases
RECALL = .7  # taken off the score of "takes up nothing": chains gain more by a link than they lose by a wrong one
EPOCHS, RATE, DECAY, DROPOUT = 12, 4e-3, 2e-2, .25
VECTOR_DROPOUT, VECTOR_RATE = .3, .5  # of the numbers of a vector; of RATE
ROW_DROPOUT = .1
NEVER = -1e9


class Bags:
    """Lists of rows, to be summed each."""

    def __init__(self, lists):
        self.rows = torch.tensor([row for rows in lists for row in rows] or [0])
        ends = torch.tensor([0] + [len(rows) for rows in lists]).cumsum(0)
        self.offsets = ends[:-1]


class Ranker(nn.Module):
    def __init__(self, vector_width):
        super().__init__()
        self.rows = nn.EmbeddingBag(ROWS, WIDTH, mode="sum")
        nn.init.normal_(self.rows.weight, std=.03)
        self.bias, self.new_bias = nn.Parameter(torch.zeros(WIDTH)), nn.Parameter(torch.zeros(WIDTH))
        self.weights, self.new_weights = nn.Linear(WIDTH, 1), nn.Linear(WIDTH, 1)
        # Of the vectors: the first half is added, the second one multiplied with that of the other.
        self.anaphor = nn.Linear(vector_width, 2 * WIDTH, bias=False)
        self.antecedent = nn.Linear(vector_width, 2 * WIDTH, bias=False)
        for layer in (self.anaphor, self.antecedent):
            nn.init.normal_(layer.weight[:WIDTH], std=.01)
            nn.init.normal_(layer.weight[WIDTH:], std=.03)
        self.dropout, self.vector_dropout = nn.Dropout(DROPOUT), nn.Dropout(VECTOR_DROPOUT)

    def sums(self, bags):
        """n x WIDTH, the sum of each bag; in training some rows are left out."""
        if not len(bags.offsets):
            return torch.zeros(0, WIDTH)
        kept = (torch.rand(len(bags.rows)) > ROW_DROPOUT).float() if self.training else None
        return self.rows(bags.rows, bags.offsets, per_sample_weights=kept)

    def forward(self, text):
        """Scores, cases x (1 + most pairs of a case): "takes up nothing", then the pairs."""
        anaphor, factor = self.anaphor(self.vector_dropout(text.vectors[text.looking])).split(WIDTH, 1)
        before, factor_before = self.antecedent(self.vector_dropout(text.vectors)).split(WIDTH, 1)
        own, before = self.sums(text.anaphors) + anaphor, self.sums(text.antecedents) + before
        hidden = (own[text.pair_anaphor] + before[text.pair_before] + self.sums(text.pairs) +
                  factor[text.pair_anaphor] * factor_before[text.pair_before] + self.bias)
        scores = self.weights(self.dropout(F.relu(hidden))).squeeze(-1)
        new = self.new_weights(self.dropout(F.relu(own + self.new_bias)))
        return torch.cat([new, torch.cat([scores, torch.tensor([NEVER])])[text.pairs_of]], 1)


class Text:
    """The cases of one text that look back, with their pairs and what the gold chains say of them."""

    def __init__(self, dump, chains):
        self.id = dump["id"]
        # By the letters of the word that carries a mention: tokens and the scorer's words differ at hyphens.
        chain_of = {at: number for number, chain in enumerate(chains.values()) for start, end in chain
                    for at in range(start, end)}
        cases = dump["cases"]
        chain = [chain_of.get(case[0]) for case in cases]
        width = max((len(case[6]) for case in cases), default=0)
        self.vectors = torch.tensor([case[6] or [0] * width for case in cases]).float() / VECTOR_STEPS
        self.looking = [i for i, case in enumerate(cases) if case[2]]
        self.anaphors = Bags([cases[i][3] for i in self.looking])
        self.antecedents = Bags([case[4] for case in cases])
        pairs = [(n, before, rows, chain[i] is not None and chain[before] == chain[i])
                 for n, i in enumerate(self.looking) for before, rows in cases[i][5]]
        self.pair_anaphor = torch.tensor([pair[0] for pair in pairs], dtype=torch.long)
        self.pair_before = torch.tensor([pair[1] for pair in pairs], dtype=torch.long)
        self.pairs = Bags([pair[2] for pair in pairs])
        # cases x most pairs: the number of a pair, or that behind the last one.
        most, begin = max((len(cases[i][5]) for i in self.looking), default=0), 0
        self.pairs_of = torch.full((len(self.looking), most), len(pairs))
        for n, i in enumerate(self.looking):
            count = len(cases[i][5])
            self.pairs_of[n, :count] = torch.arange(begin, begin + count)
            begin += count
        right = torch.tensor([pair[3] for pair in pairs] + [False])[self.pairs_of]
        self.has = right.any(1)
        self.right = torch.cat([~self.has[:, None], right], 1)  # as the scores of Ranker
        starts = {case[0] for case in cases}
        mentions = [mention for chain in chains.values() for mention in chain]
        self.found = sum(any(start <= at < end for at in starts) for start, end in mentions), len(mentions)

    def loss(self, scores):
        """The mean over the cases of -log of the share of the right answers."""
        return (scores.logsumexp(1) - scores.masked_fill(~self.right, NEVER).logsumexp(1)).mean()

    def count(self, scores):
        """(answers, right ones, cases with an antecedent, of those the right ones)."""
        good = self.right[torch.arange(len(scores)), scores.argmax(1)]
        return len(good), int(good.sum()), int(self.has.sum()), int((good & self.has).sum())


def read_texts(args):
    """All texts of GUM's training and development parts."""
    sys.path.insert(0, str(args.shared / "score"))
    import coref
    gum = args.work / "gum"
    if not gum.is_dir():
        with tarfile.open(args.shared / "data/language/gum.tar.xz") as archive:
            archive.extractall(args.work)
    parts = {}
    for part in ("train", "dev"):
        gold = coref.read_gold(str(gum / part), str(gum / "coref-gum"), "all")
        lines, dumped = args.work / f"{part}.jsonl", args.work / f"{part}.{args.language}.cases.jsonl"
        lines.write_text("".join(json.dumps({"id": name, "prose": text}, ensure_ascii=False) + "\n"
                                 for name, (text, _) in gold.items()), encoding="utf-8")
        with open(dumped, "wb") as file:
            subprocess.run([args.build / "train/dump_cases", args.data, args.models, args.language, lines],
                           stdout=file, check=True)
        parts[part] = [Text(dump, gold[dump["id"]][1])
                       for dump in map(json.loads, dumped.read_text(encoding="utf-8").splitlines())]
        parts[part] = [text for text in parts[part] if text.looking]
    return parts


def learn(texts, seed, epochs):
    torch.manual_seed(seed)
    rng = random.Random(seed)
    ranker = Ranker(texts[0].vectors.shape[1])
    of_vectors = [*ranker.anaphor.parameters(), *ranker.antecedent.parameters()]
    others = [p for p in ranker.parameters() if all(p is not q for q in of_vectors)]
    optimizer = torch.optim.AdamW([{"params": others, "share": 1}, {"params": of_vectors, "share": VECTOR_RATE}],
                                  lr=RATE, weight_decay=DECAY)
    steps, step = epochs * len(texts), 0
    for epoch in range(epochs):
        ranker.train()
        total = 0.
        for text in rng.sample(texts, len(texts)):
            step += 1
            for group in optimizer.param_groups:
                group["lr"] = RATE * group["share"] * min(1, step / 60) * max(.02, 1 - step / steps)
            loss = text.loss(ranker(text))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(ranker.parameters(), 2.)
            optimizer.step()
            total += loss.item()
        if epoch % 4 == 3 or epoch + 1 == epochs:
            print(f"epoch {epoch + 1} loss {total / len(texts):.4f}", file=sys.stderr, flush=True)
    return ranker.eval()


@torch.no_grad()
def score(ranker, texts):
    sums = [sum(column) for column in zip(*(text.count(ranker(text)) for text in texts))]
    return {"cases": sums[0], "right": round(sums[1] / sums[0], 4), "with antecedent": sums[2],
            "right of those": round(sums[3] / sums[2], 4)}


def write(ranker, texts, path):
    writer = ModelWriter("antecedents")
    writer.text("version", VERSION)
    largest = max(float(text.vectors.abs().max()) for text in texts)
    for name in ("anaphor", "antecedent"):
        weight = getattr(ranker, name).weight.detach()
        steps = weight.abs().amax(1) / WEIGHT_STEPS
        writer.bytes(name + ".weight", weight / steps[:, None])
        writer.floats(name + ".steps", steps)
        writer.floats(name + ".bias", torch.zeros(len(weight)))
        writer.floats(name + ".input", torch.tensor([largest / INPUT_STEPS]))
    table = ranker.rows.weight.detach()
    scale = table.abs().max() / 127
    writer.bytes("rows", table / scale)
    writer.floats("scale", scale[None])
    writer.floats("bias", ranker.bias)
    writer.floats("weights", ranker.weights.weight[0])
    writer.floats("new.bias", ranker.new_bias)
    writer.floats("new.weights", ranker.new_weights.weight[0])
    writer.floats("offsets", torch.cat([ranker.weights.bias, ranker.new_weights.bias - RECALL]))
    writer.write(path)


def main():
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("shared", "build", "data", "models", "work", "out"):
        cli.add_argument("--" + name, type=Path, required=True)
    cli.add_argument("--language", default="full")
    cli.add_argument("--folds", type=int, default=0)
    cli.add_argument("--epochs", type=int, default=EPOCHS)
    args = cli.parse_args()
    torch.set_num_threads(1)
    args.work.mkdir(parents=True, exist_ok=True)
    parts = read_texts(args)
    for part, texts in parts.items():
        found, of = (sum(column) for column in zip(*(text.found for text in texts)))
        print(f"{part}: {len(texts)} texts, {sum(len(t.looking) for t in texts)} cases, {found} of {of} gold mentions")
    for fold in range(args.folds):
        held = [t for t in parts["train"] if zlib.crc32(t.id.encode()) % args.folds == fold]
        rest = [t for t in parts["train"] if zlib.crc32(t.id.encode()) % args.folds != fold]
        ranker = learn(rest, fold, args.epochs)
        print(f"fold {fold}", json.dumps(score(ranker, held)), flush=True)
        write(ranker, rest, args.work / f"fold{fold}.model")
    ranker = learn(parts["train"], 1, args.epochs)
    print("dev", json.dumps(score(ranker, parts["dev"])))
    write(ranker, parts["train"], args.out)


if __name__ == "__main__":
    main()
