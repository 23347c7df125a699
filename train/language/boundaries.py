#!/usr/bin/env python3
# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Trains the model of sentence boundaries: which gaps between words end a sentence.

A log-linear model over the gaps that the program writes (dump_boundaries.cc), fitted with L2 by L-BFGS. Choices are
made by five folds over documents; numpy alone, no randomness: the same data give the same file.

    boundaries.py --shared ../shared --build BUILD --work WORK [--choose] [--out models/en/boundaries.model]
"""
import argparse
import json
import subprocess
import sys
import zlib
from pathlib import Path

import numpy as np

import corpus
import model_file

FOLDS = 5
NEWS = ("news", "interview", "speech")
LEAST = 2        # a feature seen in fewer gaps is left out
PENALTY = 1.5    # of the squares of the weights
SMALLEST = 0.12  # a weight below is left out
NEWS_WEIGHT = 4  # of a gap in the genres of news


class Document:
    """One document: its gaps as lists of features, their labels, and the ends of gold sentences and blocks."""

    def __init__(self, source, name):
        self.source, self.name = source, name
        self.gaps, self.places, self.ends, self.gold = [], [], [], []
        self.fold = zlib.crc32(name.encode()) % FOLDS
        self.news = name.startswith(tuple(f"GUM_{genre}_" for genre in NEWS))

    def labels(self):
        gold = set(self.gold)
        return [place in gold for place in self.places]


def gold_ends(paths, scorer):
    """{document: [end of each sentence in bytes of its prose]}, and the prose, as the scorer makes it."""
    ends, proses = {}, {}
    for path in paths:
        proses.update((document["id"], document["prose"].encode()) for document in scorer.raw_text(str(path)))
        name, at = None, 0
        for line in open(path, encoding="utf-8"):
            if line.startswith("# newdoc id = "):
                name, at = line[14:].rstrip("\n"), 0
                ends[name] = []
            elif line.startswith("# text = "):
                text = line[9:].rstrip("\n").encode()
                at = proses[name].index(text, at) + len(text)
                ends[name].append(at)
    return ends, proses


def read_gaps(path, source, gold):
    documents, gap = [], None
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        word, _, rest = line.partition(" ")
        if word == "doc" and rest in gold:
            documents.append(Document(source, rest))
            documents[-1].gold = gold[rest]
        elif word == "gap" and rest.isdigit():
            documents[-1].places.append(int(rest))
            gap = []
            documents[-1].gaps.append(gap)
        elif word == "end" and rest.isdigit():
            documents[-1].ends.append(int(rest))
        else:
            gap.append(line)
    return documents


class Matrix:
    """Gaps as rows of feature numbers; -1 of the vocabulary is a feature that is not in it."""

    def __init__(self, documents, vocabulary):
        rows = [[vocabulary[f] for f in gap if f in vocabulary] for d in documents for gap in d.gaps]
        self.counts = np.array([len(row) for row in rows])
        self.columns = np.array([number for row in rows for number in row], dtype=np.int32)
        self.rows = np.repeat(np.arange(len(rows)), self.counts)
        self.size, self.width = len(rows), len(vocabulary)

    def times(self, weights):
        return np.bincount(self.rows, weights[self.columns], self.size)

    def back(self, errors):
        return np.bincount(self.columns, errors[self.rows], self.width)


def make_vocabulary(documents, least=LEAST):
    counts = {}
    for document in documents:
        for gap in document.gaps:
            for feature in gap:
                counts[feature] = counts.get(feature, 0) + 1
    return {feature: i for i, feature in enumerate(sorted(f for f, n in counts.items() if n >= least))}


def fit(documents, penalty=PENALTY, least=LEAST, news=NEWS_WEIGHT, steps=120):
    """Weights by feature, the bias last ("")."""
    vocabulary = make_vocabulary(documents, least)
    matrix = Matrix(documents, vocabulary)
    wanted = np.array([label for d in documents for label in d.labels()], dtype=float)
    share = np.array([news if d.news else 1. for d in documents for _ in d.gaps])

    def loss(weights):
        scores = matrix.times(weights[:-1]) + weights[-1]
        signs = np.where(wanted > 0, scores, -scores)
        value = (share * np.logaddexp(0, -signs)).sum() + penalty / 2 * (weights[:-1] ** 2).sum()
        errors = share * (1 / (1 + np.exp(-np.clip(scores, -40, 40))) - wanted)
        return value, np.append(matrix.back(errors) + penalty * weights[:-1], errors.sum())

    weights = minimise(loss, np.zeros(len(vocabulary) + 1), steps)
    return dict(zip([*vocabulary, ""], weights))


def minimise(loss, point, steps, memory=10):
    """L-BFGS with a halving search (Nocedal and Wright, algorithm 7.5)."""
    value, slope = loss(point)
    history = []
    for _ in range(steps):
        direction, kept = -slope, []
        for move, change, curve in reversed(history):
            kept.append((move @ direction) * curve)
            direction = direction - kept[-1] * change
        if history:
            move, change, curve = history[-1]
            direction = direction / (curve * (change @ change))
        for (move, change, curve), share in zip(history, reversed(kept)):
            direction = direction + move * (share - (change @ direction) * curve)
        length = 1. if history else 1 / max(1., np.abs(slope).max())
        while True:
            nearer, steeper = loss(point + length * direction)
            if nearer <= value + 1e-4 * length * (slope @ direction) or length < 1e-8:
                break
            length /= 2
        move, change = length * direction, steeper - slope
        if move @ change > 1e-10:
            history = [*history[1 - memory:], (move, change, 1 / (move @ change))]
        point, slope, gain, value = point + move, steeper, value - nearer, nearer
        if gain < 1e-6 * abs(value):
            break
    return point


def prune(weights, smallest=SMALLEST):
    return {f: float(np.float32(w)) for f, w in weights.items() if not f or abs(w) >= smallest}


def predict(weights, document):
    return [weights[""] + sum(weights.get(f, 0.) for f in gap) for gap in document.gaps]


def by_rules(document):
    return [1. if gap[0].startswith("rule=1") else -1. for gap in document.gaps]


def score(documents, scores, least=0.):
    """Right, found and wanted sentences: a sentence is right where both of its ends are."""
    right = found = wanted = 0
    for document, values in zip(documents, scores):
        ends = sorted({p for p, v in zip(document.places, values) if v > least} | set(document.ends))
        spans = set(zip([0, *ends], ends))
        gold = set(zip([0, *document.gold], document.gold))
        right, found, wanted = right + len(spans & gold), found + len(spans), wanted + len(gold)
    return right, found, wanted


def f1(right, found, wanted):
    return 200. * right / (found + wanted)


def groups(documents):
    """Indices of the documents of each set that is reported."""
    yield "EWT", [i for i, d in enumerate(documents) if d.source == "ewt"]
    yield "GUM", [i for i, d in enumerate(documents) if d.source == "gum"]
    yield "GUM news", [i for i, d in enumerate(documents) if d.news]


def report(name, documents, scores):
    parts = []
    for group, inside in groups(documents):
        parts.append(f"{group} {f1(*score([documents[i] for i in inside], [scores[i] for i in inside])):.2f}")
    print(f"{name}: {', '.join(parts)}", flush=True)


def cross(documents, smallest=SMALLEST, **options):
    """The scores of each document by a model that has not seen it."""
    scores = [None] * len(documents)
    for fold in range(FOLDS):
        weights = prune(fit([d for d in documents if d.fold != fold], **options), smallest)
        for i, document in enumerate(documents):
            if document.fold == fold:
                scores[i] = predict(weights, document)
    return scores


def load(shared, build, work):
    sys.path.insert(0, str(shared / "score"))
    import parse as scorer
    corpus.unpack(shared, work)
    documents = []
    for source, paths in (("ewt", [work / "ewt/train.conllu"]), ("gum", sorted((work / "gum/train").glob("*.conllu")))):
        gold, proses = gold_ends(paths, scorer)
        lines = work / f"{source}.prose.jsonl"
        lines.write_text("".join(json.dumps({"id": name, "prose": prose.decode()}) + "\n" for name, prose in proses.items()))
        out = work / f"{source}.gaps"
        with open(out, "wb") as file:
            subprocess.run([build / "train/dump_boundaries", Path(__file__).parents[2] / "data", lines], stdout=file,
                           check=True)
        documents += read_gaps(out, source, gold)
    return documents


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--build", type=Path, required=True, help="a build with -DDEMARCHE_TRAIN=ON")
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--choose", action="store_true", help="score five folds, write no model")
    parser.add_argument("--out", type=Path, default=Path("models/en/boundaries.model"))
    options = parser.parse_args()
    documents = load(options.shared, options.build, options.work)
    covered = [sum(d.labels()) for d in documents]
    inner = [len(set(d.gold) - set(d.ends)) for d in documents]
    print(f"{len(documents)} documents, {sum(len(d.gaps) for d in documents)} gaps, "
          f"{100 * sum(covered) / sum(inner):.2f} % of the ends within blocks are among them")
    report("rules", documents, [by_rules(d) for d in documents])
    if options.choose:
        report("folds", documents, cross(documents))
        return
    weights = prune(fit(documents))
    bias = weights.pop("")
    features = sorted(weights)
    writer = model_file.ModelWriter("boundaries")
    writer.text("features", "\n".join(features))
    numbers = np.array([*(weights[f] for f in features), bias], dtype="<f4")
    writer.arrays.append(model_file.put_array("weights", model_file.FLOATS, numbers.shape, numbers.tobytes()))
    writer.write(options.out)
    print(f"{options.out}: {len(features)} features, {options.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
