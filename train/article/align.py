# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Which blocks of a page are its gold text: the labels that the labeller is trained on."""
import re
from collections import defaultdict

TOKEN = re.compile(r"\w+", re.UNICODE)
GRAM = 4          # tokens in a row that count as the same words
LEAST_COVER = .5  # of a block's tokens, for a block of the gold text
DIAGONALS = 6     # places in the gold text that are tried for one block
REACH = 400       # nodes that are looked back for the chain
EDGE = 12         # blocks before the first and after the last in which short ones are looked for


def find_nodes(blocks, gold):
    """(block, first gold token, end, tokens in place) for each place where a block may stand."""
    index = defaultdict(list)
    for i in range(len(gold) - GRAM + 1):
        index[tuple(gold[i:i + GRAM])].append(i)
    nodes = []
    for number, tokens in enumerate(blocks):
        size = len(tokens)
        covered, starts = [False] * size, defaultdict(int)
        for k in range(size - GRAM + 1):
            for place in index.get(tuple(tokens[k:k + GRAM]), ()):
                starts[place - k] += 1
                covered[k:k + GRAM] = [True] * GRAM
        if size < GRAM or sum(covered) < LEAST_COVER * size:
            continue
        for start in sorted(starts, key=lambda s: (-starts[s], s))[:DIAGONALS]:
            same = sum(gold[start + j] == tokens[j]
                       for j in range(max(0, -start), min(size, len(gold) - start)))
            nodes.append((number, max(0, start), min(len(gold), start + size),
                          same + .01 * (sum(covered) - same)))
    return sorted(nodes, key=lambda node: node[:2])


def find_chain(nodes):
    """The heaviest chain of nodes whose blocks and gold places both ascend: {block: (from, to)}."""
    best, before = [], []
    for i, (number, start, _, weight) in enumerate(nodes):
        top, link = weight, -1
        for j in range(max(0, i - REACH), i):
            if nodes[j][0] < number and nodes[j][2] <= start + 2 and best[j] + weight > top:
                top, link = best[j] + weight, j
        best.append(top)
        before.append(link)
    chain = {}
    i = max(range(len(nodes)), key=best.__getitem__, default=-1)
    while i >= 0:
        chain[nodes[i][0]] = nodes[i][1:3]
        i = before[i]
    return chain


def align(texts, gold_text):
    """{block: (first gold token, end)} of the blocks that make the gold text."""
    gold = TOKEN.findall(gold_text)
    blocks = [TOKEN.findall(text) for text in texts]
    chain = find_chain(find_nodes(blocks, gold))
    # Blocks of a few words, where the gold text has just these words between two others.
    order = sorted(chain)
    marks = [(-1, 0, 0)] + [(b, *chain[b]) for b in order] + [(len(texts), len(gold), len(gold))]
    for (above, _, cursor), (below, start, _) in zip(marks, marks[1:]):
        first = above + 1 if above >= 0 else max(0, below - EDGE)
        last = below if below < len(texts) else min(below, above + EDGE + 1)
        for number in range(first, last):
            tokens = blocks[number]
            if tokens and cursor + len(tokens) <= start and gold[cursor:cursor + len(tokens)] == tokens:
                chain[number] = (cursor, cursor + len(tokens))
                cursor += len(tokens)
    return chain
