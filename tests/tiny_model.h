// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "infer/model_file.h"

namespace demarche {

/// A whole language model of a few kilobytes that has learned nothing, for tests and fuzzers of
/// what reads such files: one layer, sentences of 28 pieces, heads of each kind. The numbers of an
/// array follow from its name.
class TinyModel {
 public:
  static ModelFile transformer(uint32_t places = 30) {
    TinyModel made("transformer");
    made.embeddings("encoder.places", places, kWidth);
    made.embeddings("encoder.pieces", kPieces, kWidth);
    made.embeddings("encoder.shapes", kShapes, kWidth);
    made.floats("encoder.heads", {1}, 2);
    const std::string layer = "encoder.layers.0.";
    made.linear(layer + "qkv", 3 * kWidth, kWidth);
    made.linear(layer + "out", kWidth, kWidth);
    made.linear(layer + "up", 48, kWidth);
    made.linear(layer + "down", kWidth, 48);
    made.norm(layer + "norm1");
    made.norm(layer + "norm2");
    return made.file_;
  }
  static ModelFile recurrent() {
    TinyModel made("recurrent");
    made.embeddings("encoder.pieces", kPieces, 16);
    made.embeddings("encoder.shapes", kShapes, 16);
    made.linear("encoder.project", kWidth, 16);
    made.linear("encoder.layers.0.gates", 3 * kWidth, kWidth);
    made.norm("encoder.layers.0.norm");
    return made.file_;
  }
  /// A head with a recurrent layer of its own, for the model with that hash; labels one a line.
  static ModelFile heads(std::string_view of, const std::string& name = "topic",
                         std::string_view labels = "war\npeace") {
    TinyModel made;
    made.file_.kind = "language-heads";
    made.text("of", of);
    made.text("heads", name + " label 1");
    made.text("labels." + name, labels);
    made.linear("heads." + name + ".layers.0.gates", 3 * kWidth, kWidth);
    made.norm("heads." + name + ".layers.0.norm");
    made.linear("heads." + name, static_cast<uint32_t>(std::ranges::count(labels, '\n') + 1),
                kWidth);
    return made.file_;
  }

  static Tensor* find(ModelFile& file, std::string_view name) {
    const auto at = std::ranges::find(file.tensors, name, &Tensor::name);
    return at == file.tensors.end() ? nullptr : &*at;
  }
  static void set_text(ModelFile& file, std::string_view name, std::string_view text) {
    Tensor& tensor = *find(file, name);
    tensor.bytes.assign(text.begin(), text.end());
    tensor.shape = {static_cast<uint32_t>(text.size())};
  }
  /// As it would lie on the disk.
  static std::string bytes_of(const ModelFile& file) {
    std::string out = "DMCHMODL";
    const auto number = [&](uint32_t value, int bytes) {
      for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 255U);
    };
    const auto text = [&](std::string_view words) {
      number(static_cast<uint32_t>(words.size()), 2);
      out += words;
    };
    number(1, 4);
    text(file.kind);
    number(static_cast<uint32_t>(file.tensors.size()), 4);
    for (const Tensor& tensor : file.tensors) {
      text(tensor.name);
      number(tensor.floats.empty() ? 1 : 0, 1);
      number(static_cast<uint32_t>(tensor.shape.size()), 1);
      for (const uint32_t side : tensor.shape) number(side, 4);
      number(std::bit_cast<uint32_t>(tensor.scale), 4);
      for (const float value : tensor.floats) number(std::bit_cast<uint32_t>(value), 4);
      out.append(tensor.bytes.begin(), tensor.bytes.end());
    }
    return out;
  }

 private:
  static constexpr uint32_t kWidth = 32;
  static constexpr uint32_t kShapes = 9;
  static constexpr uint32_t kPieces = 24;

  TinyModel() = default;
  explicit TinyModel(std::string_view encoder) {
    file_.kind = "language";
    text("name", "tiny");
    text("vocabulary",
         "[PAD]\n[UNK]\n[CLS]\n[SEP]\na\nb\nc\nd\ne\ns\nthe\nsaid\n##a\n##b\n##c\n##d\n##e\n##s\n"
         "##aid\n.\n,\n'\n\"\nnorvenia");
    text("encoder", encoder);
    floats("encoder.layers", {1}, 1);
    norm("encoder.norm");
    text("heads", "upos label\nscripts label\nnames span");
    text("labels.upos", "NOUN\nPUNCT\nVERB");
    text("labels.scripts", "k|0|\nl|1|y\n=be");
    text("labels.names", "O\nB-PER\nI-PER\nE-PER\nS-PER");
    linear("heads.upos", 3, kWidth);
    linear("heads.scripts", 3, kWidth);
    linear("heads.names", 5, kWidth);
    linear("arcs.from", 16, kWidth);
    linear("arcs.to", 16, kWidth);
    linear("arcs.matrix", 16, 16);
    text("labels.relations", "nsubj\nobj\nroot");
    linear("relations.from", 16, kWidth);
    linear("relations.to", 16, kWidth);
    linear("relations.matrix", 16 * 16, 16);
    linear("relations.linear", 16, 32);
    linear("sentence", 32, kWidth);
    text("lemmas", "said\tVERB\tsay\nleft\tVERB\tleave");
  }

  // Numbers below `most` that look random, by the name of an array.
  static std::vector<int> numbers(std::string_view name, size_t count, uint32_t most) {
    uint32_t state = 2166136261U;
    for (const char c : name) state = (state ^ static_cast<unsigned char>(c)) * 16777619U;
    std::vector<int> all;
    for (size_t i = 0; i < count; ++i) {
      state = state * 1664525U + 1013904223U;
      all.push_back(static_cast<int>((state >> 8U) % most));
    }
    return all;
  }
  void text(std::string_view name, std::string_view words) {
    file_.tensors.push_back({.name = std::string(name),
                             .shape = {static_cast<uint32_t>(words.size())},
                             .bytes = {words.begin(), words.end()}});
  }
  void floats(const std::string& name, const std::vector<uint32_t>& shape, float value) {
    file_.tensors.push_back(
        {.name = name, .shape = shape, .floats = std::vector<float>(shape[0], value)});
  }
  void bytes(const std::string& name, uint32_t rows, uint32_t width, int most) {
    Tensor tensor{.name = name, .shape = {rows, width}};
    for (const int value : numbers(name, size_t{rows} * width, static_cast<uint32_t>(2 * most + 1)))
      tensor.bytes.push_back(static_cast<int8_t>(value - most));
    file_.tensors.push_back(std::move(tensor));
  }
  void embeddings(const std::string& name, uint32_t rows, uint32_t width) {
    bytes(name + ".weight", rows, width, 127);
    floats(name + ".steps", {rows}, 0.01F);
  }
  void linear(const std::string& name, uint32_t outputs, uint32_t inputs) {
    bytes(name + ".weight", outputs, inputs, 63);
    floats(name + ".steps", {outputs}, 0.01F);
    floats(name + ".bias", {outputs}, 0.125F);
    floats(name + ".input", {1}, 0.02F);
  }
  void norm(const std::string& name) {
    floats(name + ".weight", {kWidth}, 0.75F);
    floats(name + ".bias", {kWidth}, 0.25F);
  }

  ModelFile file_;
};

}  // namespace demarche
