// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "infer/embeddings.h"
#include "infer/encoder.h"

namespace demarche {
namespace {

// BERT (Devlin et al. 2019): attention, then two linear layers, each added and normalised.
struct Layer {
  Linear qkv, out, up, down;
  Norm norm1, norm2;
};

class Transformer final : public Encoder {
 public:
  Transformer(ArrayReader& reader, const PieceMarks& marks) : marks_(marks) {
    const auto shape = reader.shape_of("encoder.places.weight");
    const auto heads = reader.floats("encoder.heads", {1});
    const auto layers = reader.floats("encoder.layers", {1});
    if (!reader.good() || shape.size() != 2) {
      reader.complain("no array 'encoder.places.weight' of the right shape");
      return;
    }
    width_ = shape[1];
    places_count_ = shape[0];
    heads_ = static_cast<size_t>(std::clamp(heads[0], 0.0F, 64.0F));
    const auto count = static_cast<size_t>(std::clamp(layers[0], 0.0F, 64.0F));
    if (width_ == 0 || width_ > 4096 || heads_ == 0 || width_ % (heads_ * kLanes) != 0 ||
        places_count_ < 8 || places_count_ > kLongestSentence || count == 0) {
      reader.complain("an encoder of sizes that the program cannot run");
      return;
    }
    const auto width = static_cast<uint32_t>(width_);
    pieces_ = Embeddings::read(reader, "encoder.pieces", marks.pieces, width);
    places_ =
        Embeddings::read(reader, "encoder.places", static_cast<uint32_t>(places_count_), width);
    shapes_ = Embeddings::read(reader, "encoder.shapes", marks.shapes, width);
    norm_ = Norm::read(reader, "encoder.norm", width);
    for (size_t i = 0; i < count && reader.good(); ++i) {
      const std::string name = "encoder.layers." + std::to_string(i);
      Layer layer;
      layer.qkv = Linear::read(reader, name + ".qkv", width, 3 * width);
      layer.out = Linear::read(reader, name + ".out", width, width);
      layer.up = Linear::read(reader, name + ".up", width);
      layer.down = Linear::read(reader, name + ".down",
                                static_cast<uint32_t>(layer.up.matrix.outputs), width);
      layer.norm1 = Norm::read(reader, name + ".norm1", width);
      layer.norm2 = Norm::read(reader, name + ".norm2", width);
      layers_.push_back(std::move(layer));
    }
  }

  [[nodiscard]] size_t width() const override { return width_; }
  [[nodiscard]] size_t most_pieces() const override { return places_count_ - 2; }

  void encode(const WordBatch& batch, const Kernels& kernels, Scratch& scratch,
              WordVectors& out) const override {
    const size_t rows = batch.pieces.size() + 2 * batch.sentences.size();
    if (scratch.a.size() < rows * width_) scratch.a.resize(rows * width_);
    if (scratch.room.size() < attention_room(width_ / heads_))
      scratch.room.resize(attention_room(width_ / heads_));
    float* x = scratch.a.data();
    embed(batch, x);
    kernels.add_normalise(x, nullptr, norm_.gain.data(), norm_.bias.data(), rows, width_);
    for (const Layer& layer : layers_) {
      layer.qkv.apply(kernels, x, rows, scratch, scratch.b);
      if (scratch.c.size() < rows * width_) scratch.c.resize(rows * width_);
      size_t first = 0;
      for_sentences(batch, [&](size_t count) {
        kernels.attend(scratch.b.data() + first * 3 * width_, count, heads_, width_ / heads_,
                       scratch.room.data(), scratch.c.data() + first * width_);
        first += count;
      });
      layer.out.apply(kernels, scratch.c.data(), rows, scratch, scratch.b);
      kernels.add_normalise(x, scratch.b.data(), layer.norm1.gain.data(), layer.norm1.bias.data(),
                            rows, width_);
      layer.up.apply(kernels, x, rows, scratch, scratch.b);
      kernels.gelu(scratch.b.data(), rows * layer.up.matrix.width());
      layer.down.apply(kernels, scratch.b.data(), rows, scratch, scratch.c);
      kernels.add_normalise(x, scratch.c.data(), layer.norm2.gain.data(), layer.norm2.bias.data(),
                            rows, width_);
    }
    gather(batch, x, out);
  }

 private:
  // Calls use(rows of the sentence), marks included.
  template <typename Use>
  void for_sentences(const WordBatch& batch, Use use) const {
    size_t before = 0;
    for (const uint32_t end : batch.sentences) {
      const size_t pieces = end == 0 ? 0 : batch.ends[end - 1];
      use(pieces - before + 2);
      before = pieces;
    }
  }

  void embed(const WordBatch& batch, float* x) const {
    std::fill(x, x + (batch.pieces.size() + 2 * batch.sentences.size()) * width_, 0.0F);
    size_t word = 0;
    size_t piece = 0;
    for (const uint32_t end : batch.sentences) {
      size_t place = 0;
      const auto add = [&](uint32_t number, uint8_t shape) {
        pieces_.add_row(number, width_, x);
        places_.add_row(place++, width_, x);
        shapes_.add_row(shape, width_, x);
        x += width_;
      };
      add(marks_.begin, 0);
      for (; word < end; ++word) {
        for (; piece < batch.ends[word]; ++piece) add(batch.pieces[piece], batch.shapes[word]);
      }
      add(marks_.end, 0);
    }
  }

  // A word is the mean of its first and its last piece; the root is the mark before the sentence.
  void gather(const WordBatch& batch, const float* x, WordVectors& out) const {
    out.nodes.resize((batch.ends.size() + batch.sentences.size()) * width_);
    out.means.assign(batch.sentences.size() * width_, 0);
    float* node = out.nodes.data();
    float* mean = out.means.data();
    size_t word = 0;
    size_t piece = 0;
    for (const uint32_t end : batch.sentences) {
      node = std::copy_n(x, width_, node);
      const size_t first = piece;
      for (; word < end; ++word) {
        const float* begin = x + (1 + piece - first) * width_;
        const float* last = x + (batch.ends[word] - first) * width_;
        for (size_t i = 0; i < width_; ++i) node[i] = (begin[i] + last[i]) * 0.5F;
        node += width_;
        piece = batch.ends[word];
      }
      const size_t rows = piece - first + 2;
      for (size_t row = 0; row < rows; ++row, x += width_) {
        for (size_t i = 0; i < width_; ++i) mean[i] = mean[i] + x[i];
      }
      for (size_t i = 0; i < width_; ++i) mean[i] = mean[i] / static_cast<float>(rows);
      mean += width_;
    }
  }

  PieceMarks marks_;
  size_t width_ = 0, places_count_ = 0, heads_ = 0;
  Embeddings pieces_, places_, shapes_;
  Norm norm_;
  std::vector<Layer> layers_;
};

}  // namespace

std::unique_ptr<Encoder> read_transformer(ArrayReader& reader, const PieceMarks& marks) {
  return std::make_unique<Transformer>(reader, marks);
}

}  // namespace demarche
