#!/usr/bin/env python3
# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""A checkpoint as a model file of the program: WORK/NAME.pt -> OUT (see src/parse/word_model.h).

    export.py --shared ../shared --work WORK --minilm FOLDER --name full --out models/en/full.model
    export.py --treebank examples/treebank --work WORK --name full --out FILE
    export.py ... --name full.names --beside models/en/full.model --out models/en/full.names.model
"""
import argparse
import hashlib
from collections import Counter, defaultdict
from pathlib import Path

import torch

import sources
from model_file import ModelWriter
from network import INPUT_STEPS, WEIGHT_STEPS
from recurrent import Recurrent
from train import load_network

LANES = 16        # rows of the relations are padded to whole groups of so many
LEAST_SHARE = .75  # of a lemma among those of its form and tag, for the list of lemmas


def put_rows(writer, name, weight, steps=INPUT_STEPS):
    """A matrix as bytes, each row with its own step."""
    step = weight.detach().abs().amax(1).clamp_min(1e-8) / steps
    writer.bytes(name + ".weight", (weight / step[:, None]).round())
    writer.floats(name + ".steps", step)


def put_linear(writer, name, layer, rows=None):
    """rows: an order of the outputs, -1 for one that is always 0."""
    weight, bias = layer.weight.detach(), layer.bias.detach()
    if rows is not None:
        pick = torch.tensor(rows)
        none = pick < 0
        weight, bias = weight[pick.clamp_min(0)].clone(), bias[pick.clamp_min(0)].clone()
        weight[none], bias[none] = 0, 0
    if layer.reach <= 0:
        raise SystemExit(f"layer {name} has no range of its input: train with --round first")
    put_rows(writer, name, weight, WEIGHT_STEPS)
    writer.floats(name + ".bias", bias)
    writer.floats(name + ".input", (layer.reach / INPUT_STEPS)[None])


def put_norm(writer, name, norm):
    writer.floats(name + ".weight", norm.weight)
    writer.floats(name + ".bias", norm.bias)


def put_transformer(writer, encoder):
    writer.text("encoder", "transformer")
    put_rows(writer, "encoder.pieces", encoder.pieces.weight)
    put_rows(writer, "encoder.places", encoder.places.weight)
    put_rows(writer, "encoder.shapes", encoder.shapes.weight)
    put_norm(writer, "encoder.norm", encoder.norm)
    writer.floats("encoder.heads", torch.tensor([encoder.layers[0].heads]))
    writer.floats("encoder.layers", torch.tensor([len(encoder.layers)]))
    for number, layer in enumerate(encoder.layers):
        for part in ("qkv", "out", "up", "down"):
            put_linear(writer, f"encoder.layers.{number}.{part}", getattr(layer, part))
        put_norm(writer, f"encoder.layers.{number}.norm1", layer.norm1)
        put_norm(writer, f"encoder.layers.{number}.norm2", layer.norm2)


def put_recurrent(writer, encoder):
    writer.text("encoder", "recurrent")
    put_rows(writer, "encoder.pieces", encoder.pieces.weight)
    put_rows(writer, "encoder.shapes", encoder.shapes.weight)
    put_linear(writer, "encoder.project", encoder.project)
    put_norm(writer, "encoder.norm", encoder.norm)
    writer.floats("encoder.layers", torch.tensor([len(encoder.layers)]))
    for number, layer in enumerate(encoder.layers):
        put_linear(writer, f"encoder.layers.{number}.gates", layer.gates)
        put_norm(writer, f"encoder.layers.{number}.norm", layer.norm)


def put_heads(writer, heads, inventory):
    kinds = {layer: "span" if layer == "names" else "label" for layer in heads.linear}
    writer.text("heads", "\n".join(f"{layer} {kind}" for layer, kind in kinds.items()))
    for layer, head in heads.linear.items():
        writer.text("labels." + layer, "\n".join(getattr(inventory, layer)))
        put_linear(writer, "heads." + layer, head)
    put_linear(writer, "arcs.from", heads.arc_from)
    put_linear(writer, "arcs.to", heads.arc_to)
    put_linear(writer, "arcs.matrix", heads.arc)
    relations, width = len(inventory.relations), heads.relation_to.out_features
    padded = (relations + LANES - 1) // LANES * LANES
    writer.text("labels.relations", "\n".join(inventory.relations))
    put_linear(writer, "relations.from", heads.relation_from)
    put_linear(writer, "relations.to", heads.relation_to)
    # The program sums over the numbers of the head, all relations side by side.
    put_linear(writer, "relations.matrix", heads.relation,
               [r * width + d if r < relations else -1 for d in range(width) for r in range(padded)])
    put_linear(writer, "relations.linear", heads.relation_bias,
               [r if r < relations else -1 for r in range(padded)])
    put_linear(writer, "sentence", heads.sentence)


def export_head(args):
    """WORK/NAME.pt of heads.py as a file of heads beside the model that it was trained over."""
    from heads import Head
    state = torch.load(args.work / f"{args.name}.pt", map_location="cpu")
    head = Head(state["width"], len(state["labels"]), state["layers"])
    head.load_state_dict(state["head"])
    writer = ModelWriter("language-heads")
    writer.text("of", hashlib.sha256(args.beside.read_bytes()).hexdigest())
    writer.text("heads", f"{state['layer']} {state['kind']} {state['layers']}")
    writer.text("labels." + state["layer"], "\n".join(state["labels"]))
    for number, layer in enumerate(head.layers):
        put_linear(writer, f"heads.{state['layer']}.layers.{number}.gates", layer.gates)
        put_norm(writer, f"heads.{state['layer']}.layers.{number}.norm", layer.norm)
    put_linear(writer, "heads." + state["layer"], head.linear)
    writer.write(args.out)


def lemma_lines(sentences):
    """FORM TAG LEMMA of what was seen: all that change but by case, and what was seen twice to stay."""
    seen = defaultdict(Counter)
    for sentence in sentences:
        for form, tag, lemma in zip(sentence.words, sentence.upos, sentence.lemmas):
            if tag not in ("PROPN", "X", "PUNCT", "NUM", "SYM") and lemma != "_":
                seen[form.lower().replace("’", "'"), tag][lemma] += 1
    lines = []
    for (form, tag), lemmas in sorted(seen.items()):
        lemma, count = sorted(lemmas.items(), key=lambda item: (-item[1], item[0]))[0]
        total = sum(lemmas.values())
        if count / total >= LEAST_SHARE and (lemma != form or total > 1) and "\t" not in form + lemma:
            lines.append(f"{form}\t{tag}\t{lemma}")
    return lines


def main(arguments=None):
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sources.add_arguments(cli)
    cli.add_argument("--name", default="full")
    cli.add_argument("--out", type=Path, required=True)
    cli.add_argument("--beside", type=Path, help="the model file that a head (heads.py) was trained over")
    args = cli.parse_args(arguments)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    if args.beside:
        export_head(args)
    else:
        export_model(args)
    print(f"{args.out}: {args.out.stat().st_size} bytes")


def export_model(args):
    network, inventory = load_network(args.work / f"{args.name}.pt")
    data = sources.load_data(args)
    writer = ModelWriter("language")
    writer.text("name", args.name.split("-")[0])
    writer.text("vocabulary", "\n".join(sources.load_vocabulary(args, data)))
    put = put_recurrent if isinstance(network.encoder, Recurrent) else put_transformer
    put(writer, network.encoder)
    put_heads(writer, network.heads, inventory)
    writer.text("lemmas", "\n".join(lemma_lines([s for s in data["train"] if s.upos])))
    writer.write(args.out)


if __name__ == "__main__":
    main()
