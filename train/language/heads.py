# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Trains a head of its own over a finished encoder, which stays as it is: WORK/NAME.pt -> WORK/NAME.HEAD.pt.

    heads.py --shared ../shared --work WORK --minilm FOLDER --name full-int8 [--layers 1] [--names all] [--choose]

For labels whose data state no licence, so that the model itself ships without them (models/en/README.md), and for
labels that come later: a head needs the words' vectors alone. Recurrent layers of its own (recurrent.py) may stand
between them and its labels.
"""
import argparse
import json
import sys
import time
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

import corpus
import sources
from batches import Example, make_batch, make_rng, plan
from corpus import spans_of
from evaluate import decode_names
from network import QuantLinear
from pieces import WordPiece
from recurrent import Layer
from train import load_network


class Head(nn.Module):
    def __init__(self, width, labels, layers, dropout=.3):
        super().__init__()
        self.width = width
        self.layers = nn.ModuleList(Layer(width, .2) for _ in range(layers))
        self.linear = QuantLinear(width, labels)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask):
        """x: sentences x words x width. Gives sentences x words x labels."""
        x = x.transpose(0, 1)
        mask = mask.t()[..., None].float()
        for layer in self.layers:
            x = layer(x, mask)
        return self.linear(self.dropout(x.transpose(0, 1)))

    def set_mode(self, mode):
        for module in self.modules():
            if isinstance(module, QuantLinear):
                module.mode = mode


@torch.no_grad()
def find_vectors(network, examples, budget=3000, bf16=False):
    """The vectors of the words of each example, words x width, as the engine gives them."""
    network.eval()
    vectors = [None] * len(examples)
    for group in plan(examples, budget):
        batch = make_batch([examples[i] for i in group])
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bf16):
            nodes, _ = network.encoder.nodes(batch)
        for row, i in enumerate(group):
            vectors[i] = nodes[row, 1:1 + len(examples[i].words)].half().clone()
    return vectors


def join(vectors, labels, group):
    length = max(len(vectors[i]) for i in group)
    x = torch.zeros(len(group), length, vectors[group[0]].shape[1])
    mask = torch.zeros(len(group), length, dtype=torch.bool)
    gold = torch.full((len(group), length), corpus.SKIP)
    for row, i in enumerate(group):
        size = len(vectors[i])
        x[row, :size], mask[row, :size] = vectors[i].float(), True
        if labels[i]:
            gold[row, :size] = torch.tensor(labels[i][:size])
    return x, mask, gold


def groups_of(vectors, rng, words=3000):
    order = sorted(range(len(vectors)), key=lambda i: len(vectors[i]) + rng.random() * 4)
    groups, group = [], []
    for i in order:
        if group and len(vectors[i]) * (len(group) + 1) > words:
            groups.append(group)
            group = []
        group.append(i)
    groups.append(group)
    rng.shuffle(groups)
    return groups


@torch.no_grad()
def score(head, vectors, sentences, labels):
    """F1 over exact spans of persons, organizations and places."""
    head.eval()
    right = mine = gold = 0
    for x, sentence in zip(vectors, sentences):
        scores = head(x.float()[None], torch.ones(1, len(x), dtype=torch.bool))[0].float()
        found = {s for s in spans_of(decode_names(scores, labels)) if s[2] != "NAT"}
        wanted = {s for s in spans_of(sentence.names) if s[2] != "NAT"}
        right, mine, gold = right + len(found & wanted), mine + len(found), gold + len(wanted)
    return round(2 * right / max(1, mine + gold), 4)


def main():
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sources.add_arguments(cli)
    cli.add_argument("--name", default="full-int8")
    cli.add_argument("--names", choices=("stated", "all"), default="all")
    cli.add_argument("--layers", type=int, default=1)
    cli.add_argument("--epochs", type=int, default=12)
    cli.add_argument("--rate", type=float, default=1e-3)
    cli.add_argument("--choose", action="store_true")
    cli.add_argument("--bf16", action="store_true")
    cli.add_argument("--threads", type=int, default=1)
    cli.add_argument("--out", default="names")
    args = cli.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(1)
    data = sources.load_data(args)
    network, inventory = load_network(args.work / f"{args.name}.pt")
    network.set_mode("round")
    word_piece = WordPiece(sources.load_vocabulary(args, data))
    rows = data["names"] + [s for s in data["train"] if s.names] + (data["unstated"] if args.names == "all" else [])
    rows = [s for s in rows if s.words]
    corpus.agree_on_names(rows)
    tune = [s for s in rows if args.choose and not s.free and corpus.held_out(s)]
    if args.choose and not tune:
        tune = [s for s in data["unstated"] if corpus.held_out(s)]
    kept = {id(s) for s in tune}
    rows = [s for s in rows if id(s) not in kept]
    began = time.time()
    vectors = {}
    dev = [s for s in data.get("uner-dev", data.get("dev", [])) if s.words]
    for part, sentences in (("train", rows), ("tune", tune), ("dev", dev)):
        vectors[part] = find_vectors(network, [Example(s, word_piece, inventory) for s in sentences], bf16=args.bf16)
    print(f"vectors of {sum(map(len, vectors['train']))} words, {time.time() - began:.0f} s", file=sys.stderr)
    labels = [[inventory.index["names"].get(n, corpus.SKIP) for n in s.names] for s in rows]
    head = Head(network.encoder.width, len(inventory.names), args.layers)
    optimizer = torch.optim.AdamW(head.parameters(), lr=args.rate, weight_decay=.02)
    steps = len(groups_of(vectors["train"], make_rng(0))) * args.epochs
    step = 0
    for epoch in range(args.epochs):
        if epoch == args.epochs - 3:  # the last ones with the engine's rounding
            head.eval()
            head.set_mode("watch")
            with torch.no_grad():
                for group in groups_of(vectors["train"], make_rng(7))[:40]:
                    head(*join(vectors["train"], labels, group)[:2])
            head.set_mode("round")
        head.train()
        losses = []
        for group in groups_of(vectors["train"], make_rng(epoch)):
            step += 1
            for values in optimizer.param_groups:
                values["lr"] = args.rate * min(1, step / (.05 * steps)) * max(.02, 1 - step / steps)
            x, mask, gold = join(vectors["train"], labels, group)
            known = gold >= 0
            if not known.any():
                continue
            loss = F.cross_entropy(head(x, mask)[known], gold[known], label_smoothing=.03)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(head.parameters(), 1.)
            optimizer.step()
            losses.append(loss.item())
        line = f"epoch {epoch + 1} loss {sum(losses) / len(losses):.4f}"
        if tune:
            line += f" held out {score(head, vectors['tune'], tune, inventory.names)}"
        print(line, flush=True)
    torch.save({"head": head.state_dict(), "layer": "names", "kind": "span", "labels": inventory.names,
                "layers": args.layers, "width": head.width},
               args.work / f"{args.name}.{args.out}.pt")
    if not args.choose:
        print("dev", json.dumps({"names": score(head, vectors["dev"], dev, inventory.names)}))


if __name__ == "__main__":
    main()
