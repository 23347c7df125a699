// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Internal to the folder; the door is parse.h.

#include <cstdint>
#include <span>
#include <vector>

namespace demarche {

/// Finds the best tree of a matrix of arc scores (Chu, Liu 1965; Edmonds 1967) with one word under
/// the root. Works in place on dense matrices, in time of the square of the words for each cycle.
/// An object keeps its memory between sentences; one for each thread.
class TreeFinder {
 public:
  /// scores: `nodes` rows of `stride` floats, finite; row i holds the score of each head of node i,
  /// node 0 is the root and its own row is not looked at. Writes the head of each node, heads[0]
  /// is 0. Ties go to the smaller number.
  void find(std::span<const float> scores, size_t nodes, size_t stride,
            std::vector<uint32_t>& heads);

 private:
  struct Arc {
    uint16_t from = 0, to = 0;  // words
  };
  void load(std::span<const float> scores, size_t stride, uint32_t only_root);
  void solve(std::vector<uint32_t>& heads);
  [[nodiscard]] uint32_t find_cycle(uint32_t start);
  void contract(uint32_t node);
  float& score(size_t to, size_t from) { return scores_[to * nodes_ + from]; }
  Arc& arc(size_t to, size_t from) { return arcs_[to * nodes_ + from]; }

  size_t nodes_ = 0;
  std::vector<float> scores_;   // of the components that are left, by their first node
  std::vector<Arc> arcs_;       // the best arc between two components
  std::vector<uint32_t> best_;  // head of each component
  std::vector<uint8_t> alive_, state_;
  std::vector<uint32_t> left_, cycle_, path_;
  std::vector<uint32_t> component_;  // of each component's place: its number
  std::vector<uint32_t> parent_;     // of each number
  std::vector<Arc> entry_;           // the arc that enters each number
};

}  // namespace demarche
