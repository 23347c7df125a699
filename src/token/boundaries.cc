// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "token/boundaries.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "infer/array_reader.h"
#include "token/gaps.h"
#include "token/sentences.h"

namespace demarche {
namespace {

constexpr std::string_view kKind = "boundaries";
constexpr size_t kMostFeatures = 1U << 20U;

/// Eight bytes at a time; the same within one run of the program, which is all that is asked of it.
uint64_t hash_of(std::string_view feature) {
  constexpr uint64_t kMix = 0x9E3779B97F4A7C15ULL;
  uint64_t hash = feature.size() * kMix;
  while (!feature.empty()) {
    uint64_t word = 0;
    const size_t size = std::min(feature.size(), sizeof(word));
    std::memcpy(&word, feature.data(), size);
    if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
    hash = (hash ^ word) * kMix;
    hash ^= hash >> 32U;
    feature.remove_prefix(size);
  }
  return hash;
}

/// What is kept of a hash beside its slot; 0 is none.
uint32_t key_of(uint64_t hash) { return std::max(1U, static_cast<uint32_t>(hash >> 32U)); }

}  // namespace

/// The slot of the feature with this hash, or the empty one where it would be. That another feature
/// has the same key and slot is refused at loading; one without a weight has those of one with a
/// weight about once in ten thousand million look-ups.
size_t BoundaryModel::slot_of(uint64_t hash) const {
  const size_t mask = weights_.size() - 1;
  const uint32_t key = key_of(hash);
  size_t slot = hash & mask;
  while (weights_[slot].key != 0 && weights_[slot].key != key) slot = (slot + 1) & mask;
  return slot;
}

Result<BoundaryModel> BoundaryModel::make(const ModelFile& file, std::string_view path) {
  ArrayReader reader(file, path);
  if (file.kind != kKind) reader.complain("a model of another kind: " + file.kind);
  const std::vector<std::string> features = reader.lines("features");
  if (features.empty() || features.size() > kMostFeatures)
    reader.complain("a wrong number of features");
  const auto count = static_cast<uint32_t>(features.size());
  const std::vector<float> weights = reader.floats("weights", {count + 1});
  if (const auto done = reader.finish(); !done) return fail(done.error());
  BoundaryModel model;
  model.weights_.resize(std::bit_ceil(2 * features.size() + 1));
  for (uint32_t i = 0; i < count; ++i) {
    const uint64_t hash = hash_of(features[i]);
    Weight& weight = model.weights_[model.slot_of(hash)];
    if (weight.key != 0) reader.complain("two features of one key: " + features[i]);
    weight = {key_of(hash), weights[i]};
  }
  model.bias_ = weights[count];
  model.hash_ = file.hash;
  if (const auto done = reader.finish(); !done) return fail(done.error());
  return model;
}

double BoundaryModel::score(std::string_view features) const {
  double sum = bias_;
  while (!features.empty()) {
    const size_t end = features.find('\n');
    sum += weights_[slot_of(hash_of(features.substr(0, end)))].value;
    features.remove_prefix(end + 1);
  }
  return sum;
}

std::vector<uint32_t> BoundaryModel::find_ends(std::string_view text, std::span<const Piece> pieces,
                                               std::span<const std::string> lower,
                                               const Language& language) const {
  const std::vector<uint32_t> ruled = find_sentence_ends(text, pieces, lower);
  const Gaps gaps(text, pieces, lower, ruled, language);
  const auto size = static_cast<uint32_t>(pieces.size());
  std::vector<uint32_t> ends;
  std::string features;
  for (uint32_t i = 1; i < size; ++i) {
    if (!gaps.may_end(i)) continue;
    features.clear();
    gaps.write_features(i, features);
    if (score(features) > 0) ends.push_back(i);
  }
  if (size > 0) ends.push_back(size);
  return ends;
}

Result<BoundaryModel> load_boundary_model(const std::string& path) {
  const auto file = load_model_file(path);
  if (!file) return fail(file.error());
  return BoundaryModel::make(*file, path);
}

}  // namespace demarche
