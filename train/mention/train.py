#!/usr/bin/env python3
# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Trains the ranker of antecedents (src/mention/antecedents.h): data -> OUT.

    train/mention/train.py --shared ../shared --build BUILD --data data --models models --work WORK
                           --out models/en/antecedents.model [--language full] [--folds 5]

SHARED holds data/language (GUM) and score/; BUILD is a build folder with DEMARCHE_TRAIN=ON; WORK gets what is unpacked
and made on the way. The program finds the mentions and their features (dump_cases); the gold chains say which of the
earlier mentions each takes up. Folds are by document; figures are the shares of right answers on the ones held out,
the scorer's figures come from the program (score/coref.py).
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

ROWS, WIDTH = 16384, 32  # AntecedentModel
RECALL = .7  # taken off the score of "takes up nothing": chains gain more by a link than they lose by a wrong one
EPOCHS, RATE, DECAY, DROPOUT = 8, 4e-3, 2e-2, .25


class Ranker(nn.Module):
    def __init__(self):
        super().__init__()
        self.rows = nn.EmbeddingBag(ROWS, WIDTH, mode="sum")
        nn.init.normal_(self.rows.weight, std=.03)
        self.bias, self.new_bias = nn.Parameter(torch.zeros(WIDTH)), nn.Parameter(torch.zeros(WIDTH))
        self.weights, self.new_weights = nn.Linear(WIDTH, 1), nn.Linear(WIDTH, 1)
        self.dropout = nn.Dropout(DROPOUT)

    def sums(self, bags, rng=None):
        """n x WIDTH, the sum of each bag of rows; with an rng some rows are left out."""
        if rng:
            bags = [[row for row in bag if rng.random() > .1] for bag in bags]
        offsets, flat = [], []
        for bag in bags:
            offsets.append(len(flat))
            flat += bag
        return self.rows(torch.tensor(flat or [0]), torch.tensor(offsets))

    def forward(self, text, rng=None):
        """Scores of all pairs, of "takes up nothing" for each case that looks back."""
        own = self.sums(text.anaphors, rng)
        before = self.sums(text.antecedents, rng)
        pairs = self.sums(text.pair_rows, rng) if text.pair_rows else torch.zeros(0, WIDTH)
        hidden = own[text.pair_anaphor] + before[text.pair_before] + pairs + self.bias
        scores = self.weights(self.dropout(F.relu(hidden))).squeeze(-1)
        new = self.new_weights(self.dropout(F.relu(own + self.new_bias))).squeeze(-1)
        return scores, new


class Text:
    """The cases of one text that look back, with their pairs and what the gold chains say of them."""

    def __init__(self, dump, chains):
        self.id = dump["id"]
        # By the letters of the word that carries a mention: tokens and the scorer's words differ at hyphens.
        chain_of = {at: number for number, chain in enumerate(chains.values()) for start, end in chain
                    for at in range(start, end)}
        cases = dump["cases"]
        chain = [chain_of.get(case[0]) for case in cases]
        self.antecedents = [case[4] for case in cases]
        self.anaphors, self.spans = [], []  # one a span of pairs
        self.pair_rows, pair_anaphor, pair_before, right = [], [], [], []
        for i, (_, _, looks, as_anaphor, _, pairs) in enumerate(cases):
            if not looks:
                continue
            begin = len(self.pair_rows)
            for before, rows in pairs:
                self.pair_rows.append(rows)
                pair_anaphor.append(len(self.anaphors))
                pair_before.append(before)
                right.append(chain[i] is not None and chain[before] == chain[i])
            self.anaphors.append(as_anaphor)
            self.spans.append((begin, len(self.pair_rows)))
        self.pair_anaphor, self.pair_before = torch.tensor(pair_anaphor), torch.tensor(pair_before)
        self.right = torch.tensor(right, dtype=torch.bool)
        starts = {case[0] for case in cases}
        mentions = [mention for chain in chains.values() for mention in chain]
        self.found = sum(any(start <= at < end for at in starts) for start, end in mentions), len(mentions)

    def loss(self, scores, new):
        """The mean over the cases of -log of the share of the right answers."""
        losses = []
        for i, (begin, end) in enumerate(self.spans):
            all_ = torch.cat([new[i:i + 1], scores[begin:end]])
            right = self.right[begin:end]
            told = torch.logsumexp(scores[begin:end][right], 0) if right.any() else new[i]
            losses.append(torch.logsumexp(all_, 0) - told)
        return torch.stack(losses).mean()

    def count(self, scores, new):
        """(answers, right ones, cases with an antecedent, of those the right ones)."""
        answers = right_answers = linked = right_links = 0
        for i, (begin, end) in enumerate(self.spans):
            best = int(scores[begin:end].argmax()) if end > begin else -1
            takes = best >= 0 and bool(scores[begin + best] > new[i])
            has = bool(self.right[begin:end].any())
            good = (takes and bool(self.right[begin + best])) if has else not takes
            answers, right_answers = answers + 1, right_answers + good
            linked, right_links = linked + has, right_links + (has and good)
        return answers, right_answers, linked, right_links


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
        lines, dumped = args.work / f"{part}.jsonl", args.work / f"{part}.cases.jsonl"
        lines.write_text("".join(json.dumps({"id": name, "prose": text}, ensure_ascii=False) + "\n"
                                 for name, (text, _) in gold.items()), encoding="utf-8")
        with open(dumped, "wb") as file:
            subprocess.run([args.build / "train/dump_cases", args.data, args.models, args.language, lines],
                           stdout=file, check=True)
        parts[part] = [Text(dump, gold[dump["id"]][1])
                       for dump in map(json.loads, dumped.read_text(encoding="utf-8").splitlines())]
        parts[part] = [text for text in parts[part] if text.spans]
    return parts


def learn(texts, seed, epochs):
    torch.manual_seed(seed)
    rng = random.Random(seed)
    ranker = Ranker()
    optimizer = torch.optim.AdamW(ranker.parameters(), lr=RATE, weight_decay=DECAY)
    steps, step = epochs * len(texts), 0
    for epoch in range(epochs):
        ranker.train()
        texts = rng.sample(texts, len(texts))
        total = 0.
        for text in texts:
            step += 1
            for group in optimizer.param_groups:
                group["lr"] = RATE * min(1, step / 60) * max(.02, 1 - step / steps)
            loss = text.loss(*ranker(text, rng))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(ranker.parameters(), 2.)
            optimizer.step()
            total += loss.item()
        if epoch % 4 == 3 or epoch + 1 == epochs:
            print(f"epoch {epoch + 1} loss {total / len(texts):.4f}", file=sys.stderr, flush=True)
    return ranker


@torch.no_grad()
def score(ranker, texts):
    ranker.eval()
    sums = [sum(column) for column in zip(*(text.count(*ranker(text)) for text in texts))]
    return {"cases": sums[0], "right": round(sums[1] / sums[0], 4), "with antecedent": sums[2],
            "right of those": round(sums[3] / sums[2], 4)}


def write(ranker, path):
    writer = ModelWriter("antecedents")
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
        print(f"{part}: {len(texts)} texts, {sum(len(t.spans) for t in texts)} cases, {found} of {of} gold mentions")
    for fold in range(args.folds):
        held = [t for t in parts["train"] if zlib.crc32(t.id.encode()) % args.folds == fold]
        rest = [t for t in parts["train"] if zlib.crc32(t.id.encode()) % args.folds != fold]
        ranker = learn(rest, fold, args.epochs)
        print(f"fold {fold}", json.dumps(score(ranker, held)), flush=True)
        write(ranker, args.work / f"fold{fold}.model")
    ranker = learn(parts["train"], 1, args.epochs)
    print("dev", json.dumps(score(ranker, parts["dev"])))
    write(ranker, args.out)


if __name__ == "__main__":
    main()
