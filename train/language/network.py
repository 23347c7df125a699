# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""The heads over an encoder, and the layer that all is made of. Whatever multiplies large matrices is a QuantLinear,
so that the same graph trains in floats, trains with the engine's rounding, and is exported to it."""
import math

import torch
import torch.nn.functional as F
from torch import nn

WEIGHT_STEPS = 63   # |weight| in steps: two products of a byte and such a weight fit in 16 bits (AVX2)
INPUT_STEPS = 127


class QuantLinear(nn.Linear):
    """A linear layer whose input and weights can be rounded as in the engine: weights by row, the input by one
    static scale. mode: "float", "watch" (float, notes the range of the input), "round"."""

    def __init__(self, size_in, size_out):
        super().__init__(size_in, size_out)
        self.mode = "float"
        self.register_buffer("reach", torch.zeros(()))  # largest input that is told apart

    def forward(self, x):
        if self.mode == "watch":
            seen = x.detach().abs().float().flatten()
            top = torch.quantile(seen[:: max(1, seen.numel() // 200000)], .9997)
            self.reach.copy_(torch.maximum(self.reach * .98 + top * .02, top * .5) if self.reach > 0 else top)
        if self.mode != "round":
            return super().forward(x)
        step = self.reach / INPUT_STEPS
        x = x + (torch.clamp(torch.round(x / step), -INPUT_STEPS, INPUT_STEPS) * step - x).detach() * 1.0
        return F.linear(x, self.rounded(), self.bias)

    def rounded(self):
        step = self.weight.detach().abs().amax(1, keepdim=True).clamp_min(1e-8) / WEIGHT_STEPS
        return self.weight + (torch.round(self.weight / step) * step - self.weight).detach()


def mean_of(x, mask):
    """The mean of the pieces of each sentence."""
    return (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)


SENTENCE = 384  # numbers of a sentence vector


class Heads(nn.Module):
    """Scores for words from word vectors: tags by one linear layer each, trees by a biaffine product
    (Dozat, Manning 2017)."""

    LINEAR = ("upos", "xpos", "feats", "scripts", "names", "mentions")

    def __init__(self, width, sizes, arc=256, relation=64, dropout=.33):
        super().__init__()
        self.linear = nn.ModuleDict({layer: QuantLinear(width, sizes[layer]) for layer in self.LINEAR if layer in sizes})
        self.arc_from, self.arc_to = QuantLinear(width, arc), QuantLinear(width, arc)
        self.arc = QuantLinear(arc, arc)              # biaffine matrix; its bias is the prior of a head
        self.relation_from, self.relation_to = QuantLinear(width, relation), QuantLinear(width, relation)
        self.relation = QuantLinear(relation, sizes["relations"] * relation)
        self.relation_bias = QuantLinear(2 * relation, sizes["relations"])
        self.sentence = QuantLinear(width, SENTENCE)
        self.dropout = nn.Dropout(dropout)
        nn.init.zeros_(self.arc.weight)

    def tags(self, words):
        """words: n x width. {layer: n x labels}."""
        words = self.dropout(words)
        return {layer: head(words) for layer, head in self.linear.items()}

    def arcs(self, nodes, mask):
        """nodes: sentences x (1 + words) x width, the first stands for the root. Gives sentences x word x head."""
        dep = self.dropout(F.relu(self.arc_from(nodes)))
        head = self.dropout(F.relu(self.arc_to(nodes)))
        scores = self.arc(dep) @ head.transpose(-1, -2) / math.sqrt(dep.shape[-1])
        return scores.masked_fill(~mask[:, None, :], -1e4)

    def relations(self, words, heads):
        """Vectors of words and of their heads, n x width each. Gives n x relations."""
        dep = self.dropout(F.relu(self.relation_from(words)))
        head = self.dropout(F.relu(self.relation_to(heads)))
        bilinear = self.relation(dep).view(len(dep), -1, head.shape[-1])
        return (bilinear * head[:, None, :]).sum(-1) / math.sqrt(head.shape[-1]) + \
            self.relation_bias(torch.cat([dep, head], -1))


class Network(nn.Module):
    def __init__(self, encoder, sizes, arc=256, relation=64, dropout=.33):
        super().__init__()
        self.encoder = encoder
        self.heads = Heads(encoder.width, sizes, arc, relation, dropout)

    def set_mode(self, mode):
        for module in self.modules():
            if isinstance(module, QuantLinear):
                module.mode = mode
