# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""The encoder of the full model: BERT (Devlin et al. 2019) with the shapes of words."""
import json
import math
import struct

import torch
import torch.nn.functional as F
from torch import nn

from network import QuantLinear, mean_of
from pieces import SHAPES


class Layer(nn.Module):
    """A transformer layer of BERT: attention, then two linear layers, each added and normalised."""

    def __init__(self, width, heads, inner, dropout):
        super().__init__()
        self.heads = heads
        self.qkv = QuantLinear(width, 3 * width)
        self.out = QuantLinear(width, width)
        self.up = QuantLinear(width, inner)
        self.down = QuantLinear(inner, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, hidden):
        """x: sentences x pieces x width; hidden: sentences x 1 x 1 x pieces, -inf where there is no piece."""
        size, length, width = x.shape
        q, k, v = self.qkv(x).view(size, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1]) + hidden.to(q.dtype), -1)
        seen = (weights.to(v.dtype) @ v).transpose(1, 2).reshape(size, length, width)
        x = self.norm1(x + self.dropout(self.out(seen)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x), approximate="tanh"))))


class Encoder(nn.Module):
    """BERT over pieces, with a vector for the shape of the word that a piece belongs to."""

    def __init__(self, pieces=30522, width=384, layers=6, heads=12, inner=1536, places=512, dropout=.1):
        super().__init__()
        self.width = width
        self.pieces = nn.Embedding(pieces, width)
        self.places = nn.Embedding(places, width)
        self.shapes = nn.Embedding(len(SHAPES), width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, inner, dropout) for _ in range(layers))
        self.dropout = nn.Dropout(dropout)
        nn.init.zeros_(self.shapes.weight)

    def forward(self, pieces, shapes, mask):
        """All: sentences x pieces. Gives sentences x pieces x width."""
        place = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.pieces(pieces) + self.places(place) + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        hidden = torch.zeros(mask.shape, device=x.device).masked_fill(~mask, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, hidden)
        return x

    def nodes(self, batch):
        """Vectors of the root (the mark before the sentence) and the words: sentences x (1 + words) x width. A word
        is the mean of its first and its last piece. Beside them the mean of all pieces, sentences x width."""
        x = self(batch.pieces, batch.shapes, batch.piece_mask)
        rows = torch.arange(len(x), device=x.device)[:, None]
        return (x[rows, batch.first] + x[rows, batch.last]) / 2, mean_of(x, batch.piece_mask)

    def load_bert(self, path):
        """Weights of a BERT model in the safetensors format."""
        tensors = read_safetensors(path)
        get = lambda name: tensors[name]
        with torch.no_grad():
            self.pieces.weight.copy_(get("embeddings.word_embeddings.weight"))
            self.places.weight.copy_(get("embeddings.position_embeddings.weight")
                                     + get("embeddings.token_type_embeddings.weight")[0])
            copy(self.norm, tensors, "embeddings.LayerNorm")
            for number, layer in enumerate(self.layers):
                base = f"encoder.layer.{number}."
                for part in ("weight", "bias"):
                    getattr(layer.qkv, part).copy_(torch.cat([
                        get(f"{base}attention.self.{name}.{part}") for name in ("query", "key", "value")]))
                copy(layer.out, tensors, base + "attention.output.dense")
                copy(layer.norm1, tensors, base + "attention.output.LayerNorm")
                copy(layer.up, tensors, base + "intermediate.dense")
                copy(layer.down, tensors, base + "output.dense")
                copy(layer.norm2, tensors, base + "output.LayerNorm")


def copy(module, tensors, name):
    module.weight.copy_(tensors[name + ".weight"])
    module.bias.copy_(tensors[name + ".bias"])


def read_safetensors(path):
    """{name: float tensor}. Format: u64 length of a JSON head, the head, the numbers."""
    data = path.read_bytes()
    (size,) = struct.unpack("<Q", data[:8])
    tensors = {}
    for name, about in json.loads(data[8:8 + size]).items():
        if name != "__metadata__" and about["dtype"] == "F32":
            begin, end = (8 + size + offset for offset in about["data_offsets"])
            tensors[name] = torch.frombuffer(bytearray(data[begin:end]), dtype=torch.float32).view(about["shape"])
    return tensors
