// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "parse/tree.h"

#include <algorithm>
#include <limits>

namespace demarche {
namespace {

constexpr float kNever = -1e30F;
constexpr uint32_t kNone = 0xFFFFFFFF;
constexpr size_t kMostRoots = 8;  // that are tried where several words want to be the root

}  // namespace

void TreeFinder::load(std::span<const float> scores, size_t stride, uint32_t only_root) {
  const size_t nodes = nodes_;
  scores_.resize(nodes * nodes);
  arcs_.resize(nodes * nodes);
  for (size_t to = 0; to < nodes; ++to) {
    for (size_t from = 0; from < nodes; ++from) {
      const bool never = to == 0 || to == from || (from == 0 && only_root != 0 && to != only_root);
      score(to, from) = never ? kNever : scores[to * stride + from];
      arc(to, from) = {static_cast<uint16_t>(from), static_cast<uint16_t>(to)};
    }
  }
  best_.assign(nodes, 0);
  alive_.assign(nodes, 1);
  left_.resize(nodes);
  component_.resize(nodes);
  for (uint32_t i = 0; i < nodes; ++i) left_[i] = component_[i] = i;
  parent_.assign(nodes, kNone);
  entry_.assign(nodes, {});
}

// The first node of a cycle that is reached from `start` along the best arcs, or kNone.
uint32_t TreeFinder::find_cycle(uint32_t start) {
  uint32_t at = start;
  path_.clear();
  while (at != 0 && state_[at] == 0) {
    state_[at] = 1;
    path_.push_back(at);
    at = best_[at];
  }
  const bool closed = at != 0 && state_[at] == 1;
  for (const uint32_t node : path_) state_[node] = 2;
  return closed ? at : kNone;
}

// Makes one component of the cycle through `node`, in the place of its smallest member.
void TreeFinder::contract(uint32_t node) {
  cycle_.clear();
  for (uint32_t at = node;;) {
    cycle_.push_back(at);
    at = best_[at];
    if (at == node) break;
  }
  const uint32_t place = *std::ranges::min_element(cycle_);
  const auto number = static_cast<uint32_t>(parent_.size());
  for (const uint32_t member : cycle_) {
    entry_[component_[member]] = arc(member, best_[member]);
    parent_[component_[member]] = number;
  }
  parent_.push_back(kNone);
  entry_.push_back({});
  for (const uint32_t member : cycle_) alive_[member] = 2;  // in the cycle
  for (const uint32_t other : left_) {
    if (alive_[other] != 1) continue;
    float enters = kNever;
    float leaves = kNever;
    Arc in;
    Arc out;
    for (const uint32_t member : cycle_) {
      const float gain = score(member, other) - score(member, best_[member]);
      if (score(member, other) > kNever / 2 && gain > enters) {
        enters = gain;
        in = arc(member, other);
      }
      if (score(other, member) > leaves) {
        leaves = score(other, member);
        out = arc(other, member);
      }
    }
    score(place, other) = enters;
    arc(place, other) = in;
    score(other, place) = leaves;
    arc(other, place) = out;
  }
  for (const uint32_t member : cycle_) alive_[member] = 0;
  alive_[place] = 1;
  component_[place] = number;
  std::erase_if(left_, [&](uint32_t at) { return alive_[at] == 0; });
}

void TreeFinder::solve(std::vector<uint32_t>& heads) {
  const auto choose = [&](uint32_t to) {
    uint32_t top = 0;
    for (const uint32_t from : left_) {
      if (from != to && score(to, from) > score(to, top)) top = from;
    }
    best_[to] = top;
  };
  for (const uint32_t at : left_) {
    if (at != 0) choose(at);
  }
  for (bool found = true; found;) {
    found = false;
    state_.assign(nodes_, 0);
    for (size_t i = 0; i < left_.size() && !found; ++i) {
      const uint32_t node = left_[i] == 0 ? kNone : find_cycle(left_[i]);
      if (node == kNone) continue;
      found = true;
      contract(node);
      const uint32_t place = *std::ranges::min_element(cycle_);
      for (const uint32_t at : left_) {
        if (at == 0) continue;
        const bool led_in = std::ranges::find(cycle_, best_[at]) != cycle_.end();
        if (at == place)
          choose(at);
        else if (led_in)
          best_[at] = place;
      }
    }
  }
  for (const uint32_t at : left_) {
    if (at != 0) entry_[component_[at]] = arc(at, best_[at]);
  }
  // Opens the components again, the last first: the arc that enters one replaces the arc of the
  // cycle into the same member.
  for (auto number = static_cast<uint32_t>(parent_.size()); number-- > nodes_;) {
    const Arc enters = entry_[number];
    uint32_t member = enters.to;
    while (parent_[member] != number) member = parent_[member];
    entry_[member] = enters;
  }
  heads.assign(nodes_, 0);
  for (size_t i = 1; i < nodes_; ++i) heads[i] = entry_[i].from;
}

void TreeFinder::find(std::span<const float> scores, size_t nodes, size_t stride,
                      std::vector<uint32_t>& heads) {
  nodes_ = nodes;
  heads.assign(nodes, 0);
  if (nodes < 2) return;
  load(scores, stride, 0);
  solve(heads);
  std::vector<uint32_t> roots;
  for (uint32_t i = 1; i < nodes; ++i) {
    if (heads[i] == 0) roots.push_back(i);
  }
  if (roots.size() < 2) return;
  std::ranges::stable_sort(
      roots, [&](uint32_t a, uint32_t b) { return scores[a * stride] > scores[b * stride]; });
  roots.resize(std::min(roots.size(), kMostRoots));
  double top = -std::numeric_limits<double>::infinity();
  std::vector<uint32_t> tree;
  for (const uint32_t root : roots) {
    load(scores, stride, root);
    solve(tree);
    double total = 0;
    for (size_t i = 1; i < nodes; ++i) total += scores[i * stride + tree[i]];
    if (total > top) {
      top = total;
      heads = tree;
    }
  }
}

}  // namespace demarche
