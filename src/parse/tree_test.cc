// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "parse/tree.h"

#include <gtest/gtest.h>

#include <random>

namespace demarche {
namespace {

// Whether every node but 0 reaches 0, and one node alone has 0 as its head.
bool is_tree(const std::vector<uint32_t>& heads) {
  size_t roots = 0;
  for (size_t i = 1; i < heads.size(); ++i) {
    if (heads[i] == 0) ++roots;
    size_t at = i;
    for (size_t steps = 0; at != 0; ++steps) {
      if (steps > heads.size() || heads[at] >= heads.size()) return false;
      at = heads[at];
    }
  }
  return roots == 1;
}

double total_of(const std::vector<float>& scores, size_t stride,
                const std::vector<uint32_t>& heads) {
  double total = 0;
  for (size_t i = 1; i < heads.size(); ++i) total += scores[i * stride + heads[i]];
  return total;
}

// By looking at every choice of heads.
double best_total(const std::vector<float>& scores, size_t nodes) {
  double best = -1e30;
  std::vector<uint32_t> heads(nodes, 0);
  while (true) {
    if (is_tree(heads)) best = std::max(best, total_of(scores, nodes, heads));
    size_t at = 1;
    while (at < nodes && ++heads[at] == nodes) heads[at++] = 0;
    if (at == nodes) return best;
  }
}

std::vector<float> random_scores(size_t nodes, size_t stride, uint32_t seed) {
  std::mt19937 random(seed);
  std::vector<float> scores(nodes * stride);
  for (float& score : scores) score = static_cast<float>(random() % 41) - 20;
  return scores;
}

TEST(TreeFinder, FindsTheBestTreeOfAll) {
  TreeFinder finder;
  std::vector<uint32_t> heads;
  for (uint32_t seed = 0; seed < 600; ++seed) {
    const size_t nodes = 2 + seed % 5;
    const auto scores = random_scores(nodes, nodes, seed);
    finder.find(scores, nodes, nodes, heads);
    ASSERT_TRUE(is_tree(heads)) << "seed " << seed;
    ASSERT_EQ(total_of(scores, nodes, heads), best_total(scores, nodes)) << "seed " << seed;
  }
}

TEST(TreeFinder, GivesATreeForLongSentences) {
  TreeFinder finder;
  std::vector<uint32_t> heads;
  for (const size_t nodes : {1U, 2U, 17U, 60U, 200U, 500U}) {
    const size_t stride = (nodes + 15) / 16 * 16;
    finder.find(random_scores(nodes, stride, static_cast<uint32_t>(nodes)), nodes, stride, heads);
    ASSERT_EQ(heads.size(), nodes);
    EXPECT_TRUE(nodes == 1 || is_tree(heads)) << nodes;
  }
}

// Nested cycles: each word likes the next best, in pairs, pairs of pairs, and so on.
TEST(TreeFinder, OpensCyclesWithinCycles) {
  constexpr size_t kNodes = 65;
  std::vector<float> scores(kNodes * kNodes, 0);
  for (size_t i = 1; i < kNodes; ++i) {
    for (size_t j = 1; j < kNodes; ++j)
      scores[i * kNodes + j] = 20 - static_cast<float>(std::bit_width((i - 1) ^ (j - 1)));
    scores[i * kNodes] = i == 7 ? -4.0F : -5.0F;
  }
  TreeFinder finder;
  std::vector<uint32_t> heads;
  finder.find(scores, kNodes, kNodes, heads);
  EXPECT_TRUE(is_tree(heads));
  EXPECT_EQ(heads[7], 0U);
  // 32 arcs within pairs, 16 between pairs, and so on; one word is the root.
  EXPECT_EQ(total_of(scores, kNodes, heads),
            32 * 19 + 16 * 18 + 8 * 17 + 4 * 16 + 2 * 15 + 1 * 14 - 4.0);
}

}  // namespace
}  // namespace demarche
