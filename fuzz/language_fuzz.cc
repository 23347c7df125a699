// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "infer/model_file.h"
#include "parse/word_model.h"
#include "spoil.h"
#include "tiny_model.h"

// Any bytes are a language model or are refused with a reason. One made of a whole model, spoilt
// here and there, still gives each sentence one tree and each word labels that there are; so does
// the whole one for any words, and the same on all sets of instructions.

namespace {

using demarche::ModelFile;
using demarche::SentenceReading;
using demarche::TinyModel;
using demarche::WordModel;
using Sentences = std::vector<std::vector<std::string_view>>;

constexpr size_t kMostWords = 60;

void require(bool holds) {
  if (!holds) std::abort();
}

bool is_tree(const std::vector<uint32_t>& heads) {
  for (const uint32_t head : heads) {
    if (head > heads.size()) return false;
  }
  for (uint32_t start = 1; start <= heads.size(); ++start) {
    uint32_t at = start;
    for (size_t steps = 0; at != 0; ++steps) {
      if (steps > heads.size()) return false;
      at = heads[at - 1];
    }
  }
  return heads.empty() || std::ranges::count(heads, 0U) == 1;
}

std::vector<SentenceReading> read(const WordModel& model, const Sentences& sentences) {
  WordModel::Room room;
  std::vector<SentenceReading> readings;
  model.read(sentences, room, readings);
  require(readings.size() == sentences.size());
  for (size_t i = 0; i < readings.size(); ++i) {
    const SentenceReading& reading = readings[i];
    const size_t words = sentences[i].size();
    require(reading.words == words && reading.heads.size() == words);
    require(is_tree(reading.heads));
    require(reading.relations.size() == words);
    for (const uint16_t relation : reading.relations) require(relation < model.relations().size());
    require(reading.labels.size() == words * model.heads().size());
    for (size_t head = 0; head < model.heads().size(); ++head) {
      for (size_t word = 0; word < words; ++word)
        require(reading.labels[head * words + word] < model.heads()[head].labels.size());
    }
  }
  return readings;
}

const std::array<ModelFile, 2>& whole_models() {
  static const std::array<ModelFile, 2> models = {TinyModel::transformer(), TinyModel::recurrent()};
  return models;
}

void check_file(std::string_view bytes) {
  static const Sentences some = {{"The", "dacades", "said", "."}, {}, {"Norvenia", "'s", "ace"}};
  const auto file = demarche::read_model_file(bytes, "fuzz");
  if (!file) {
    require(!file.error().message.empty());
    return;
  }
  const auto model = WordModel::make(*file, "fuzz");
  if (!model) {
    require(!model.error().code.empty() && !model.error().message.empty());
    return;
  }
  read(*model, some);
}

// Lines are sentences, and spaces part words.
Sentences cut(std::string_view text) {
  Sentences sentences(1);
  size_t words = 0;
  for (size_t at = 0; at <= text.size() && words < kMostWords; ++words) {
    const size_t end = std::min(text.find_first_of(" \n", at), text.size());
    sentences.back().push_back(text.substr(at, end - at));
    if (end < text.size() && text[end] == '\n') sentences.emplace_back();
    at = end + 1;
  }
  return sentences;
}

void check_words(std::string_view text) {
  static std::array<WordModel, 2> models = {*WordModel::make(whole_models()[0], "whole"),
                                            *WordModel::make(whole_models()[1], "whole")};
  const Sentences sentences = cut(text);
  for (WordModel& model : models) {
    model.use(demarche::InstructionSet::kScalar);
    const auto wanted = read(model, sentences);
    for (const auto set : demarche::instruction_sets()) {
      model.use(set);
      const auto got = read(model, sentences);
      for (size_t i = 0; i < got.size(); ++i) {
        require(got[i].heads == wanted[i].heads && got[i].relations == wanted[i].relations &&
                got[i].labels == wanted[i].labels && got[i].vector == wanted[i].vector);
      }
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  static const std::array<std::string, 2> whole = {TinyModel::bytes_of(whole_models()[0]),
                                                   TinyModel::bytes_of(whole_models()[1])};
  check_file(bytes);
  check_file(spoil(whole[size % 2], bytes));
  check_words(bytes);
  return 0;
}
