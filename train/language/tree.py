# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""The best tree of a matrix of arc scores (Chu, Liu 1965; Edmonds 1967), with one word under the root."""


def best_tree(scores):
    """scores[word][head], node 0 is the root; words from 1. Gives the head of each node; heads[0] is -1."""
    size = len(scores)
    if size == 1:
        return [-1]
    heads = find_tree(scores)
    roots = [i for i in range(1, size) if heads[i] == 0]
    if len(roots) <= 1:
        return heads
    best, top = None, None
    for root in roots:
        bent = [row[:] for row in scores]
        for i in range(1, size):
            if i != root:
                bent[i][0] = -1e9
        tree = find_tree(bent)
        total = sum(bent[i][tree[i]] for i in range(1, size))
        if top is None or total > top:
            best, top = tree, total
    return best


def find_tree(scores):
    size = len(scores)
    heads = [-1] + [max((j for j in range(size) if j != i), key=lambda j: scores[i][j]) for i in range(1, size)]
    cycle = find_cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    outside = [i for i in range(size) if i not in inside]
    place = {node: k for k, node in enumerate(outside)}
    new = len(outside)
    total = sum(scores[i][heads[i]] for i in cycle)
    small = [[-1e9] * (new + 1) for _ in range(new + 1)]
    leaves, enters = {}, {}
    for i in outside:
        for j in outside:
            if i != j:
                small[place[i]][place[j]] = scores[i][j]
        if i:
            leaves[i] = max(cycle, key=lambda j: scores[i][j])
            small[place[i]][new] = scores[i][leaves[i]]
        enters[i] = max(cycle, key=lambda j: scores[j][i] - scores[j][heads[j]])
        small[new][place[i]] = total + scores[enters[i]][i] - scores[enters[i]][heads[enters[i]]]
    tree = find_tree(small)
    for i in outside:
        if i:
            head = tree[place[i]]
            heads[i] = leaves[i] if head == new else outside[head]
    source = outside[tree[new]]
    heads[enters[source]] = source
    return heads


def find_cycle(heads):
    state = [0] * len(heads)
    for start in range(1, len(heads)):
        path, node = [], start
        while node > 0 and state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if node > 0 and state[node] == 1 and node in path:
            return path[path.index(node):]
        for node in path:
            state[node] = 2
    return []
