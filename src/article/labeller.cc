// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/labeller.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/errors.h"
#include "base/sha256.h"
#include "infer/array_reader.h"

namespace demarche {
namespace {

constexpr uint32_t kWidth = Labeller::kWidth;
constexpr uint32_t kParts = 5;
// The states of the chain. A standfirst has three states, one a block, so that it ends.
constexpr uint32_t kStates = 7;
using enum PagePart;
constexpr std::array<PagePart, kStates> kPartOf = {kBefore, kStandfirst, kStandfirst, kStandfirst,
                                                   kBody,   kInner,      kAfter};
constexpr std::array<std::array<bool, kStates>, kStates> kMayFollow = {{
    {true, true, false, false, true, false, false},    // before
    {true, false, true, false, true, true, false},     // standfirst, first block
    {true, false, false, true, true, true, false},     // second
    {true, false, false, false, true, true, false},    // third
    {false, false, false, false, true, true, true},    // body
    {false, false, false, false, true, true, false},   // inner
    {false, false, false, false, false, false, true},  // after
}};
constexpr std::array<bool, kStates> kMayStart = {true, true, false, false, true, false, false};
constexpr std::array<bool, kStates> kMayEnd = {false, false, false, false, true, false, true};
constexpr float kNever = -1e9F;
constexpr uint32_t kMostNets = 16, kMostLayers = 8;

using Column = std::array<float, kStates>;
// Sums over a whole page: they grow with its blocks, and a float of that size has no room for the
// differences that a posterior is made of.
using SumColumn = std::array<double, kStates>;

double log_sum(const SumColumn& values) {
  const double top = *std::ranges::max_element(values);
  if (!(top > kNever / 2)) return kNever;
  double sum = 0;
  for (const double value : values) sum += std::exp(value - top);
  return top + std::log(sum);
}

using Shares = std::array<double, kParts>;  // posteriors of one block

PagePart likeliest(const Shares& shares) {
  const auto of = [&](PagePart part) { return shares[static_cast<size_t>(part)]; };
  const double kept = of(kStandfirst) + of(kBody);
  if (kept > 0.5) return of(kStandfirst) > of(kBody) ? kStandfirst : kBody;
  PagePart best = kBefore;
  for (const PagePart part : {kInner, kAfter}) {
    if (of(part) > of(best)) best = part;
  }
  return best;
}

// The chain over one page: scores of its blocks, and of the steps between them.
class Chain {
 public:
  Chain(const std::vector<float>& scores, const std::vector<float>& steps,
        const std::vector<float>& start, const std::vector<float>& end)
      : scores_(scores), steps_(steps), start_(start), end_(end), size_(scores.size() / kParts) {}

  [[nodiscard]] std::vector<BlockLabel> solve(bool with_confidence) const;
  [[nodiscard]] std::vector<BlockLabel> solve_each() const;

 private:
  [[nodiscard]] float score(size_t i, uint32_t state) const {
    return scores_[i * kParts + static_cast<size_t>(kPartOf[state])];
  }
  [[nodiscard]] float step(uint32_t from, uint32_t to) const {
    return kMayFollow[from][to] ? steps_[from * kStates + to] : kNever;
  }
  [[nodiscard]] Column first() const {
    Column column{};
    for (uint32_t s = 0; s < kStates; ++s)
      column[s] = kMayStart[s] ? start_[s] + score(0, s) : kNever;
    return column;
  }
  [[nodiscard]] float last(uint32_t state) const { return kMayEnd[state] ? end_[state] : kNever; }
  void find_path(std::vector<BlockLabel>& labels) const;
  // With `choose`, the parts of the labels are set to the likeliest ones first.
  void add_confidence(std::vector<BlockLabel>& labels, bool choose) const;

  const std::vector<float>&scores_, &steps_, &start_, &end_;
  size_t size_;
};

void Chain::find_path(std::vector<BlockLabel>& labels) const {
  std::vector<std::array<uint8_t, kStates>> from(size_);
  Column best = first();
  for (size_t i = 1; i < size_; ++i) {
    Column next{};
    for (uint32_t to = 0; to < kStates; ++to) {
      float top = kNever * 4;
      for (uint32_t s = 0; s < kStates; ++s) {
        const float value = best[s] + step(s, to);
        if (value > top) {
          top = value;
          from[i][to] = static_cast<uint8_t>(s);
        }
      }
      next[to] = std::max(kNever, top + score(i, to));
    }
    best = next;
  }
  uint32_t state = 0;
  for (uint32_t s = 1; s < kStates; ++s) {
    if (best[s] + last(s) > best[state] + last(state)) state = s;
  }
  for (size_t i = size_; i > 0; --i) {
    labels[i - 1].part = kPartOf[state];
    state = from[i - 1][state];
  }
}

void Chain::add_confidence(std::vector<BlockLabel>& labels, bool choose) const {
  std::vector<SumColumn> forward(size_);
  std::ranges::copy(first(), forward[0].begin());
  for (size_t i = 1; i < size_; ++i) {
    for (uint32_t to = 0; to < kStates; ++to) {
      SumColumn ways{};
      for (uint32_t s = 0; s < kStates; ++s) ways[s] = forward[i - 1][s] + step(s, to);
      forward[i][to] = std::max<double>(kNever, log_sum(ways) + score(i, to));
    }
  }
  SumColumn back{};
  for (uint32_t s = 0; s < kStates; ++s) back[s] = last(s);
  for (size_t i = size_; i > 0; --i) {
    SumColumn all{};
    for (uint32_t s = 0; s < kStates; ++s) all[s] = forward[i - 1][s] + back[s];
    const double total = log_sum(all);
    Shares shares{};
    for (uint32_t s = 0; s < kStates; ++s)
      shares[static_cast<size_t>(kPartOf[s])] += std::exp(all[s] - total);
    if (choose) labels[i - 1].part = likeliest(shares);
    const double share = shares[static_cast<size_t>(labels[i - 1].part)];
    // Scores of a spoilt model may be no numbers: then nothing is sure.
    labels[i - 1].confidence = share > 0 ? static_cast<float>(std::min(share, 1.0)) : 0.0F;
    SumColumn before{};
    for (uint32_t s = 0; s < kStates; ++s) {
      SumColumn ways{};
      for (uint32_t to = 0; to < kStates; ++to)
        ways[to] = step(s, to) + score(i - 1, to) + back[to];
      before[s] = std::max<double>(kNever, log_sum(ways));
    }
    back = before;
  }
}

std::vector<BlockLabel> Chain::solve(bool with_confidence) const {
  std::vector<BlockLabel> labels(size_);
  if (size_ == 0) return labels;
  find_path(labels);
  if (with_confidence) add_confidence(labels, false);
  return labels;
}

std::vector<BlockLabel> Chain::solve_each() const {
  std::vector<BlockLabel> labels(size_);
  if (size_ > 0) add_confidence(labels, true);
  return labels;
}

// to += from * row of weights, for all of a vector.
void add_product(const float* from, const float* weights, float* to) {
  for (uint32_t a = 0; a < kWidth; ++a) {
    const float x = from[a];
    if (x == 0) continue;
    const float* row = weights + static_cast<size_t>(a) * kWidth;
    for (uint32_t b = 0; b < kWidth; ++b) to[b] += x * row[b];
  }
}

}  // namespace

Result<Labeller> Labeller::make(const ModelFile& file, std::string_view path) {
  ArrayReader arrays(file, path);
  Labeller labeller;
  labeller.steps_ = arrays.floats("steps", {kStates, kStates});
  labeller.start_ = arrays.floats("start", {kStates});
  labeller.end_ = arrays.floats("end", {kStates});
  for (uint32_t n = 0; n < kMostNets; ++n) {
    const std::string prefix = std::to_string(n) + '.';
    if (n > 0 && !arrays.has(prefix)) break;
    Net net{.rows = arrays.bytes(prefix + "rows", {kRows, kWidth}),
            .scale = arrays.scale_of(prefix + "rows"),
            .bias = arrays.floats(prefix + "bias", {kWidth}),
            .out = arrays.floats(prefix + "out", {kWidth, kParts}),
            .out_bias = arrays.floats(prefix + "out_bias", {kParts})};
    for (uint32_t k = 0; k < kMostLayers; ++k) {
      const std::string name = prefix + "layer" + std::to_string(k);
      if (k > 0 && !arrays.has(name)) break;
      net.layers.push_back({.weights = arrays.floats(name, {3, kWidth, kWidth}),
                            .bias = arrays.floats(name + "_bias", {kWidth})});
    }
    labeller.nets_.push_back(std::move(net));
  }
  if (const auto done = arrays.finish(); !done) return fail(done.error());
  return labeller;
}

void Labeller::add_scores(const Net& net, std::span<const Features> blocks,
                          std::vector<float>& scores) const {
  const size_t n = blocks.size();
  std::vector<float> now(n * kWidth);
  for (size_t i = 0; i < n; ++i) {
    std::array<int32_t, kWidth> sum{};
    for (const uint16_t row : blocks[i]) {
      if (row >= kRows) continue;
      const int8_t* values = net.rows.data() + static_cast<size_t>(row) * kWidth;
      for (uint32_t d = 0; d < kWidth; ++d) sum[d] += values[d];
    }
    for (uint32_t d = 0; d < kWidth; ++d)
      now[i * kWidth + d] = std::max(0.0F, static_cast<float>(sum[d]) * net.scale + net.bias[d]);
  }
  std::vector<float> next(n * kWidth);
  for (size_t k = 0; k < net.layers.size(); ++k) {
    const Layer& layer = net.layers[k];
    const size_t reach = size_t{1} << k;
    for (size_t i = 0; i < n; ++i) {
      std::array<float, kWidth> sum{};
      std::ranges::copy(layer.bias, sum.begin());
      const float* weights = layer.weights.data();
      constexpr size_t kSquare = static_cast<size_t>(kWidth) * kWidth;
      if (i >= reach) add_product(&now[(i - reach) * kWidth], weights, sum.data());
      add_product(&now[i * kWidth], weights + kSquare, sum.data());
      if (i + reach < n) add_product(&now[(i + reach) * kWidth], weights + 2 * kSquare, sum.data());
      for (uint32_t d = 0; d < kWidth; ++d)
        next[i * kWidth + d] = now[i * kWidth + d] + std::max(0.0F, sum[d]);
    }
    now.swap(next);
  }
  const float part = 1.0F / static_cast<float>(nets_.size());
  for (size_t i = 0; i < n; ++i) {
    for (uint32_t p = 0; p < kParts; ++p) {
      float sum = net.out_bias[p];
      for (uint32_t d = 0; d < kWidth; ++d) sum += now[i * kWidth + d] * net.out[d * kParts + p];
      scores[i * kParts + p] += sum * part;
    }
  }
}

std::vector<float> Labeller::scores_of(std::span<const Features> blocks) const {
  std::vector<float> scores(blocks.size() * kParts);
  for (const Net& net : nets_) add_scores(net, blocks, scores);
  return scores;
}

std::vector<BlockLabel> Labeller::label(std::span<const Features> blocks,
                                        bool with_confidence) const {
  if (nets_.empty()) return {};  // one that was never made
  return Chain(scores_of(blocks), steps_, start_, end_).solve(with_confidence);
}

std::vector<BlockLabel> Labeller::label_each(std::span<const Features> blocks) const {
  if (nets_.empty()) return {};
  return Chain(scores_of(blocks), steps_, start_, end_).solve_each();
}

Result<ArticleModels> load_article_models(const std::string& folder) {
  ArticleModels models;
  std::string hashes;
  for (const bool html : {true, false}) {
    const std::string path = folder + (html ? "/html.model" : "/text.model");
    auto file = load_model_file(path);
    if (!file) return fail(file.error());
    if (file->kind != (html ? "article-html" : "article-text"))
      return fail(errors::bad_model(path, "a model of another kind: " + file->kind));
    auto labeller = Labeller::make(*file, path);
    if (!labeller) return fail(labeller.error());
    (html ? models.html : models.text) = std::move(*labeller);
    hashes += file->hash;
  }
  models.hash = sha256_hex(hashes);
  return models;
}

std::string_view name_of(PagePart part) {
  switch (part) {
    case kBefore:
      return "before";
    case kStandfirst:
      return "standfirst";
    case kBody:
      return "body";
    case kInner:
      return "inside";
    case kAfter:
      return "after";
  }
  return {};
}

}  // namespace demarche
