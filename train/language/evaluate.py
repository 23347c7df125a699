# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Scores with the gold words and sentences: for choices while training. The program's own figures come from raw text."""
import torch

from batches import Example, make_batch, plan
from corpus import apply_script, spans_of
from tree import best_tree


def decode_names(scores, labels):
    """The best path of BIOES labels that fits together."""
    def fits(left, right):
        inside = left[0] in "BI"
        return (right[0] in "IE") == inside and (not inside or left[2:] == right[2:])
    allowed = torch.tensor([[0. if fits(a, b) else -1e4 for b in labels] for a in labels])
    best = scores[0] + torch.tensor([-1e4 if l[0] in "IE" else 0. for l in labels])
    back = []
    for row in scores[1:]:
        best, link = (best[:, None] + allowed).max(0)
        best = best + row
        back.append(link)
    best = best + torch.tensor([-1e4 if l[0] in "BI" else 0. for l in labels])
    path = [int(best.argmax())]
    for link in reversed(back):
        path.append(int(link[path[-1]]))
    return [labels[i] for i in reversed(path)]


@torch.no_grad()
def annotate(network, sentences, word_piece, inventory, budget=4000):
    """The program's reading of each sentence as a dict of layers, in order."""
    network.eval()
    examples = [Example(s, word_piece, inventory) for s in sentences]
    results = [None] * len(examples)
    for group in plan(examples, budget):
        batch = make_batch([examples[i] for i in group])
        nodes, _ = network.encoder.nodes(batch)
        tags = {layer: scores.float() for layer, scores in network.heads.tags(nodes[:, 1:]).items()}
        arcs = network.heads.arcs(nodes, batch.node_mask).float().log_softmax(-1)
        for row, i in enumerate(group):
            size = len(examples[i].words)
            heads = best_tree(arcs[row, :size + 1, :size + 1].tolist())[1:]
            relation = network.heads.relations(nodes[row, 1:size + 1], nodes[row, torch.tensor(heads)]).argmax(-1)
            layers = {layer: [getattr(inventory, layer)[k] for k in tags[layer][row, :size].argmax(-1).tolist()]
                      for layer in ("upos", "xpos", "feats", "scripts", "mentions") if layer in tags}
            layers["heads"] = heads
            layers["relations"] = [inventory.relations[k] for k in relation.tolist()]
            layers["names"] = decode_names(tags["names"][row, :size], inventory.names)
            results[i] = layers
    return results


def evaluate(network, sentences, word_piece, inventory):
    sentences = [s for s in sentences if s.words]
    right, words, spans, mentions = {}, 0, [0, 0, 0], [0, 0, 0]
    count = lambda key, n: right.__setitem__(key, right.get(key, 0) + n)
    for sentence, got in zip(sentences, annotate(network, sentences, word_piece, inventory)):
        if sentence.upos:
            for i, word in enumerate(sentence.words[:len(got["heads"])]):
                words += 1
                for layer in ("upos", "xpos", "feats"):
                    count(layer, got[layer][i] == getattr(sentence, layer)[i])
                count("lemma", apply_script(word, got["scripts"][i]) == sentence.lemmas[i])
                attached = got["heads"][i] == sentence.heads[i]
                count("uas", attached)
                count("las", attached and got["relations"][i].split(":")[0] == sentence.relations[i].split(":")[0])
        if sentence.names and None not in sentence.names:
            gold = {s for s in spans_of(sentence.names) if s[2] != "NAT"}
            mine = {s for s in spans_of(got["names"]) if s[2] != "NAT"}
            spans = [spans[0] + len(gold & mine), spans[1] + len(mine), spans[2] + len(gold)]
        if sentence.mentions and "mentions" in got:
            told = [(a != "O" and a == b, a != "O", b != "O") for a, b in zip(got["mentions"], sentence.mentions)]
            mentions = [total + sum(column) for total, column in zip(mentions, zip(*told))]
    figures = {key: round(value / max(1, words), 4) for key, value in right.items()}
    if spans[2]:
        figures["names"] = round(2 * spans[0] / max(1, spans[1] + spans[2]), 4)
    if mentions[2]:
        figures["mentions"] = round(2 * mentions[0] / max(1, mentions[1] + mentions[2]), 4)
    return figures
