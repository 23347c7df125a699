# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""The encoder of the lite model: simple recurrent units in both directions (Lei et al. 2018) over words, each the
mean of its pieces. No matrix product waits for the word before, so that a whole batch passes a layer at once."""
import torch
from torch import nn

from network import QuantLinear, mean_of
from pieces import SHAPES


class Scan(torch.autograd.Function):
    """c[t] = keep[t] * c[t - 1] + new[t] over the first axis."""

    @staticmethod
    def forward(ctx, keep, new):
        states, state = [], torch.zeros_like(new[0])
        for k, n in zip(keep.unbind(0), new.unbind(0)):
            state = torch.addcmul(n, k, state)
            states.append(state)
        states = torch.stack(states)
        ctx.save_for_backward(keep, states)
        return states

    @staticmethod
    def backward(ctx, grad):
        keep, states = ctx.saved_tensors
        grads = list(grad.unbind(0))
        kept = keep.unbind(0)
        for t in range(len(grads) - 2, -1, -1):
            grads[t] = torch.addcmul(grads[t], kept[t + 1], grads[t + 1])
        new = torch.stack(grads)
        before = torch.cat([torch.zeros_like(states[:1]), states[:-1]])
        return new * before, new


class Layer(nn.Module):
    """One linear layer gives what is new, what is kept and what passes by; half of the width reads forwards, half
    backwards."""

    def __init__(self, width, dropout):
        super().__init__()
        self.gates = QuantLinear(width, 3 * width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        with torch.no_grad():
            self.gates.bias[width:2 * width] = 1.  # keep something, to begin with

    def forward(self, x, mask):
        """x: words x sentences x width; mask: words x sentences x 1, 0 where there is no word."""
        new, keep, pass_by = self.gates(self.dropout(x)).chunk(3, -1)
        keep, pass_by = torch.sigmoid(keep.float()), torch.sigmoid(pass_by.float())
        new = new.float() * (1 - keep) * mask
        half = x.shape[-1] // 2
        forwards = Scan.apply(keep[..., :half], new[..., :half])
        backwards = Scan.apply(keep[..., half:].flip(0), new[..., half:].flip(0)).flip(0)
        state = torch.cat([forwards, backwards], -1)
        return self.norm(x + pass_by * (state - x))


class Recurrent(nn.Module):
    def __init__(self, pieces=30522, table=192, width=256, layers=4, dropout=.1):
        super().__init__()
        self.width = width
        self.pieces = nn.Embedding(pieces, table)
        self.shapes = nn.Embedding(len(SHAPES), table)
        self.project = QuantLinear(table, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, dropout) for _ in range(layers))
        self.dropout = nn.Dropout(dropout)
        nn.init.normal_(self.shapes.weight, std=.1)

    def nodes(self, batch):
        """As the transformer's; the mean is over the root and the words."""
        x = self.pieces(batch.pieces)
        sums = torch.cat([torch.zeros_like(x[:, :1]), x.cumsum(1)], 1)
        rows = torch.arange(len(x), device=x.device)[:, None]
        words = (sums[rows, batch.last + 1] - sums[rows, batch.first]) / (batch.last - batch.first + 1)[..., None]
        words = words + self.shapes(batch.shapes[rows, batch.first])
        x = self.norm(self.project(self.dropout(words))).transpose(0, 1)
        mask = batch.node_mask.t()[..., None].float()
        for layer in self.layers:
            x = layer(x, mask)
        x = x.transpose(0, 1)
        return x, mean_of(x, batch.node_mask)

    def load_pieces(self, weight):
        """The vectors of another encoder's pieces, on the axes along which they differ most."""
        with torch.no_grad():
            centred = weight.float() - weight.float().mean(0)
            _, _, axes = torch.linalg.svd(centred[::4], full_matrices=False)
            reduced = centred @ axes[:self.pieces.embedding_dim].t()
            self.pieces.weight.copy_(reduced / reduced.std() * .5)
