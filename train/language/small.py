# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Networks that are trained in seconds, so that a test can run the whole recipe, and what stands in for the public
encoder where there is none."""
import torch
import torch.nn.functional as F

from network import SENTENCE, Network
from recurrent import Recurrent
from transformer import Encoder

# The engine wants widths in whole groups of sixteen, of thirty-two where a layer reads both ways.
HEADS = {"arc": 64, "relation": 32, "dropout": .1}


def make_full(pieces, sizes):
    return Network(Encoder(pieces, width=64, layers=2, heads=4, inner=128, places=128, dropout=.05), sizes, **HEADS)


def make_lite(pieces, sizes):
    return Network(Recurrent(pieces, table=48, width=64, layers=2, dropout=.05), sizes, **HEADS)


def add_bags(examples, pieces, seed=1):
    """Sentence vectors that say which pieces a sentence has: a direction of its own for each piece, summed."""
    directions = torch.randn(pieces, SENTENCE, generator=torch.Generator().manual_seed(seed))
    for example in examples:
        numbers = torch.tensor([number for word in example.words for number in word])
        example.sentence = F.normalize(directions[numbers].sum(0), dim=0)
