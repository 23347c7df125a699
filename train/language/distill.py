# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""What a trained model says of sentences, kept as soft labels, so that a smaller one learns from it (Hinton, Vinyals,
Dean 2015) on text that nobody annotated."""
import sys
import time

import torch
import torch.nn.functional as F

from batches import make_batch, plan

KEPT = {"upos": 4, "xpos": 6, "feats": 6, "scripts": 6, "names": 4, "mentions": 4, "arcs": 5, "relations": 5}  # labels of each word


def keep(scores, layer):
    """The likeliest labels of each row and their shares, which sum to one."""
    shares, labels = scores.float().softmax(-1).topk(min(KEPT[layer], scores.shape[-1]), -1)
    return labels.short(), (shares / shares.sum(-1, keepdim=True)).half()


@torch.no_grad()
def label(teacher, examples, budget=3000, bf16=False):
    """Sets `soft` and `sentence` of the examples. The shares of relations are those under the likeliest head, which
    is the first one of "arcs"."""
    teacher.eval()
    began, done = time.time(), 0
    groups = plan(examples, budget)
    for number, group in enumerate(groups):
        batch = make_batch([examples[i] for i in group])
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bf16):
            nodes, means = teacher.encoder.nodes(batch)
            nodes = nodes.float()
            tags = teacher.heads.tags(nodes[:, 1:])
            arcs = teacher.heads.arcs(nodes, batch.node_mask)[:, 1:].float()
            best = arcs.argmax(-1)
            rows = torch.arange(len(nodes))[:, None]
            words = nodes[:, 1:].reshape(-1, nodes.shape[-1])
            relations = teacher.heads.relations(words, nodes[rows, best].reshape(-1, nodes.shape[-1]))
            vectors = F.normalize(teacher.heads.sentence(means.float()).float(), dim=-1)
        kept = {layer: keep(scores, layer) for layer, scores in tags.items()}
        # Scores of places that hold no word of the sentence stay far below: their shares are 0.
        kept["arcs"] = keep(F.pad(arcs, (0, max(0, KEPT["arcs"] - arcs.shape[-1])), value=-1e4), "arcs")
        kept["relations"] = tuple(part.view(*best.shape, -1) for part in keep(relations, "relations"))
        for row, i in enumerate(group):
            size = len(examples[i].words)
            examples[i].soft = {layer: (labels[row, :size].clone(), shares[row, :size].clone())
                                for layer, (labels, shares) in kept.items()}
            examples[i].sentence = vectors[row].clone()
            done += size
        if number % 100 == 0:
            print(f"teacher: {number}/{len(groups)} batches, {done / (time.time() - began):.0f} words/s",
                  file=sys.stderr, flush=True)


def find_soft_losses(network, batch, nodes, scored):
    """{layer: loss} against the teacher's labels. scored: the scores of tags and arcs, sentences x words x labels."""
    losses = {}
    for layer, (places, labels, shares) in batch.soft.items():
        row, word = places[:, 0], places[:, 1]
        if layer == "relations":
            heads = batch.soft["arcs"][1][:, 0]
            scores = network.heads.relations(nodes[row, word + 1], nodes[row, heads])
        else:
            scores = scored[layer][row, word]
        labels = labels.clamp_max(scores.shape[-1] - 1)  # where a sentence has fewer words than labels are kept
        told = scores.float().log_softmax(-1).gather(1, labels)
        losses[layer] = (shares * (shares.clamp_min(1e-6).log() - told.clamp_min(-50))).sum(-1).mean()
    return losses
