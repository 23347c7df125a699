# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Sentences as tensors."""
import random
from dataclasses import dataclass

import torch

from corpus import SKIP, script_of
from pieces import CLS, MASK, PAD, SEP, shape_of

LAYERS = ("upos", "xpos", "feats", "scripts", "names", "mentions", "relations")
MAX_PIECES = 500  # of one sentence, below the encoder's 512 places


@dataclass
class Batch:
    pieces: torch.Tensor      # sentences x pieces
    shapes: torch.Tensor
    piece_mask: torch.Tensor
    first: torch.Tensor       # sentences x (1 + words): the first piece of each node; node 0 is the mark before
    last: torch.Tensor
    node_mask: torch.Tensor
    heads: torch.Tensor       # sentences x words, SKIP where there is none
    labels: dict              # layer: sentences x words
    sentences: torch.Tensor   # sentences x numbers: what the public encoder says of each; none outside training
    soft: dict                # layer: (words, labels, shares) of the teacher, see distill.py; none without one


class Example:
    """A sentence as numbers, made once."""

    def __init__(self, sentence, word_piece, inventory):
        self.words, self.shapes = [], []
        pieces = 2
        for word in sentence.words:
            cut = word_piece.cut(word)
            if pieces + len(cut) > MAX_PIECES:
                break
            pieces += len(cut)
            self.words.append(cut)
            self.shapes.append(shape_of(word))
        size = len(self.words)
        self.size = pieces
        whole = size == len(sentence.words)
        self.heads = sentence.heads if whole else []
        self.sentence = None  # its vector by the public encoder
        self.soft = None      # what a teacher says of its words
        find = lambda layer, values: [inventory.index[layer].get(value, SKIP) for value in values[:size]]
        scripts = [script_of(f, l) for f, l in zip(sentence.words, sentence.lemmas)]
        self.labels = {"upos": find("upos", sentence.upos), "xpos": find("xpos", sentence.xpos),
                       "feats": find("feats", sentence.feats), "scripts": find("scripts", scripts),
                       "names": find("names", sentence.names), "mentions": find("mentions", sentence.mentions),
                       "relations": find("relations", sentence.relations) if whole else []}


def disturb(example, rng, rate):
    """Words with masks, and whole sentences without capitals, or all in capitals, as headlines and web texts are."""
    words = [[MASK] if rng.random() < rate else word for word in example.words]
    shapes, chance = example.shapes, rng.random()
    if chance < .06:
        shapes = [1 if shape in (2, 3, 4, 5) else shape for shape in shapes]
    elif chance < .09:
        shapes = [3 if shape in (1, 2, 5) else shape for shape in shapes]
    return words, shapes


def make_batch(examples, rng=None, rate=0.):
    length = max(e.size for e in examples)
    nodes = 1 + max(len(e.words) for e in examples)
    size = len(examples)
    pieces, shapes = torch.full((size, length), PAD), torch.zeros((size, length), dtype=torch.long)
    piece_mask = torch.zeros((size, length), dtype=torch.bool)
    first, last = torch.zeros((size, nodes), dtype=torch.long), torch.zeros((size, nodes), dtype=torch.long)
    node_mask = torch.zeros((size, nodes), dtype=torch.bool)
    heads = torch.full((size, nodes - 1), SKIP)
    labels = {layer: torch.full((size, nodes - 1), SKIP) for layer in LAYERS}
    for row, example in enumerate(examples):
        words, word_shapes = disturb(example, rng, rate) if rng else (example.words, example.shapes)
        numbers, forms, begins, ends = [CLS], [0], [0], [0]
        for word, shape in zip(words, word_shapes):
            begins.append(len(numbers))
            numbers += word
            forms += [shape] * len(word)
            ends.append(len(numbers) - 1)
        numbers.append(SEP)
        forms.append(0)
        pieces[row, :len(numbers)] = torch.tensor(numbers)
        shapes[row, :len(forms)] = torch.tensor(forms)
        piece_mask[row, :len(numbers)] = True
        first[row, :len(begins)] = torch.tensor(begins)
        last[row, :len(ends)] = torch.tensor(ends)
        node_mask[row, :len(begins)] = True
        if example.heads:
            heads[row, :len(example.heads)] = torch.tensor(example.heads)
        for layer, values in example.labels.items():
            if values:
                labels[layer][row, :len(values)] = torch.tensor(values)
    sentences = torch.stack([e.sentence for e in examples]) if examples[0].sentence is not None else None
    soft = join_soft(examples) if examples[0].soft else None
    return Batch(pieces, shapes, piece_mask, first, last, node_mask, heads, labels, sentences, soft)


def join_soft(examples):
    """{layer: (words, labels, shares)}: row and place of each word, n x 2; labels and their shares, n x k."""
    places = torch.cat([torch.stack([torch.full((len(e.words),), row), torch.arange(len(e.words))], 1)
                        for row, e in enumerate(examples)])
    return {layer: (places, torch.cat([e.soft[layer][0] for e in examples]).long(),
                    torch.cat([e.soft[layer][1] for e in examples]).float()) for layer in examples[0].soft}


def plan(examples, budget, rng=None):
    """Groups of like length with at most `budget` pieces, in random order with an rng."""
    keys = [(e.size + (rng.random() * 4 if rng else 0), i) for i, e in enumerate(examples)]
    groups, group, longest = [], [], 0
    for _, i in sorted(keys):
        longest = max(longest, examples[i].size)
        if group and longest * (len(group) + 1) > budget:
            groups.append(group)
            group, longest = [], examples[i].size
        group.append(i)
    if group:
        groups.append(group)
    if rng:
        rng.shuffle(groups)
    return groups


def make_rng(seed):
    return random.Random(seed)
