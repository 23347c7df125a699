// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>
#include <string>

#include "infer/recurrent_layer.h"

namespace demarche {

void RecurrentLayer::apply(const Kernels& kernels, std::span<const size_t> counts, Scratch& scratch,
                           std::vector<float>& room, float* x) const {
  const size_t width = norm.gain.size();
  const size_t rows = std::accumulate(counts.begin(), counts.end(), size_t{0});
  gates.apply(kernels, x, rows, scratch, room);
  size_t first = 0;
  for (const size_t count : counts) {
    kernels.recur(room.data() + first * 3 * width, count, width, x + first * width);
    first += count;
  }
  kernels.add_normalise(x, nullptr, norm.gain.data(), norm.bias.data(), rows, width);
}

namespace {

class Recurrent final : public Encoder {
 public:
  Recurrent(ArrayReader& reader, const PieceMarks& marks) : marks_(marks) {
    const auto project = reader.shape_of("encoder.project.weight");
    const auto layers = reader.floats("encoder.layers", {1});
    if (!reader.good() || project.size() != 2) {
      reader.complain("no array 'encoder.project.weight' of the right shape");
      return;
    }
    width_ = project[0];
    table_ = project[1];
    const auto count = static_cast<size_t>(std::clamp(layers[0], 0.0F, 64.0F));
    if (!may_recur(width_) || table_ == 0 || table_ > 4096 || table_ % kLanes != 0 || count == 0) {
      reader.complain("an encoder of sizes that the program cannot run");
      return;
    }
    const auto width = static_cast<uint32_t>(width_);
    const auto table = static_cast<uint32_t>(table_);
    pieces_ = Embeddings::read(reader, "encoder.pieces", marks.pieces, table);
    shapes_ = Embeddings::read(reader, "encoder.shapes", marks.shapes, table);
    project_ = Linear::read(reader, "encoder.project", table, width);
    norm_ = Norm::read(reader, "encoder.norm", width);
    for (size_t i = 0; i < count && reader.good(); ++i)
      layers_.push_back(RecurrentLayer::read(reader, "encoder.layers." + std::to_string(i), width));
  }

  [[nodiscard]] size_t width() const override { return width_; }
  [[nodiscard]] size_t most_pieces() const override { return kMostPieces; }

  void encode(const WordBatch& batch, const Kernels& kernels, Scratch& scratch,
              WordVectors& out) const override {
    const size_t rows = batch.ends.size() + batch.sentences.size();
    scratch.counts.clear();
    uint32_t before = 0;
    for (const uint32_t end : batch.sentences) {
      scratch.counts.push_back(end - before + 1);
      before = end;
    }
    scratch.a.resize(std::max(scratch.a.size(), rows * table_));
    embed(batch, scratch.a.data());
    project_.apply(kernels, scratch.a.data(), rows, scratch, out.nodes);
    float* x = out.nodes.data();
    kernels.add_normalise(x, nullptr, norm_.gain.data(), norm_.bias.data(), rows, width_);
    for (const RecurrentLayer& layer : layers_)
      layer.apply(kernels, scratch.counts, scratch, scratch.b, x);
    find_means(scratch.counts, out);
  }

 private:
  static constexpr size_t kMostPieces = 510;  // arcs take room by the square of a sentence

  // A word is the mean of its pieces.
  void embed(const WordBatch& batch, float* x) const {
    std::fill(x, x + (batch.ends.size() + batch.sentences.size()) * table_, 0.0F);
    size_t word = 0;
    size_t piece = 0;
    for (const uint32_t end : batch.sentences) {
      pieces_.add_row(marks_.begin, table_, x);
      shapes_.add_row(0, table_, x);
      x += table_;
      for (; word < end; ++word, x += table_) {
        const float share = 1.0F / static_cast<float>(batch.ends[word] - piece);
        for (; piece < batch.ends[word]; ++piece)
          pieces_.add_row(batch.pieces[piece], table_, x, share);
        shapes_.add_row(batch.shapes[word], table_, x);
      }
    }
  }

  void find_means(std::span<const size_t> counts, WordVectors& out) const {
    out.means.assign(counts.size() * width_, 0);
    const float* x = out.nodes.data();
    float* mean = out.means.data();
    for (const size_t count : counts) {
      for (size_t row = 0; row < count; ++row, x += width_) {
        for (size_t i = 0; i < width_; ++i) mean[i] = mean[i] + x[i];
      }
      for (size_t i = 0; i < width_; ++i) mean[i] = mean[i] / static_cast<float>(count);
      mean += width_;
    }
  }

  PieceMarks marks_;
  size_t width_ = 0, table_ = 0;
  Embeddings pieces_, shapes_;
  Linear project_;
  Norm norm_;
  std::vector<RecurrentLayer> layers_;
};

}  // namespace

std::unique_ptr<Encoder> read_recurrent(ArrayReader& reader, const PieceMarks& marks) {
  return std::make_unique<Recurrent>(reader, marks);
}

}  // namespace demarche
