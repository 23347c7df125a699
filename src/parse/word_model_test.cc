// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "parse/word_model.h"

#include <gtest/gtest.h>

#include <functional>
#include <thread>

#include "tiny_model.h"

namespace demarche {
namespace {

using Words = std::vector<std::string_view>;

const std::vector<ModelFile>& files() {
  static const std::vector<ModelFile> all = {TinyModel::transformer(), TinyModel::recurrent()};
  return all;
}

WordModel make(const ModelFile& file) {
  auto model = WordModel::make(file, "x.model");
  EXPECT_TRUE(model) << model.error().message;
  return model ? std::move(*model) : WordModel();
}

std::string refusal(const ModelFile& file) {
  const auto model = WordModel::make(file, "x.model");
  return model ? "" : model.error().message;
}

std::vector<SentenceReading> read(const WordModel& model, const std::vector<Words>& sentences) {
  WordModel::Room room;
  std::vector<SentenceReading> readings;
  model.read(sentences, room, readings, Vectors::kWords);
  return readings;
}

void expect_same(const SentenceReading& a, const SentenceReading& b) {
  EXPECT_EQ(a.words, b.words);
  EXPECT_EQ(a.heads, b.heads);
  EXPECT_EQ(a.relations, b.relations);
  EXPECT_EQ(a.labels, b.labels);
  EXPECT_EQ(a.vector, b.vector);
  EXPECT_EQ(a.word_vectors, b.word_vectors);
}

// One tree with one root, every label one of its head's.
void expect_whole(const WordModel& model, const SentenceReading& reading) {
  ASSERT_EQ(reading.heads.size(), reading.words);
  ASSERT_EQ(reading.relations.size(), reading.words);
  ASSERT_EQ(reading.labels.size(), reading.words * model.heads().size());
  ASSERT_EQ(reading.word_vectors.size() % std::max<size_t>(1, reading.words), 0U);
  ASSERT_EQ(reading.word_vectors.empty(), reading.words == 0);
  // Every word leads to the root: words that are known to are marked, so that each is walked once.
  std::vector<bool> leads(reading.words + 1, false);
  leads[0] = true;
  for (uint32_t word = 1; word <= reading.words; ++word) {
    std::vector<uint32_t> path;
    uint32_t at = word;
    while (!leads[at] && path.size() <= reading.words) {
      path.push_back(at);
      at = reading.heads[at - 1];
      ASSERT_LE(at, reading.words);
    }
    ASSERT_LE(path.size(), reading.words) << "a circle through word " << word;
    for (const uint32_t node : path) leads[node] = true;
  }
  EXPECT_EQ(std::ranges::count(reading.heads, 0U), reading.words == 0 ? 0 : 1);
  for (const uint16_t relation : reading.relations) EXPECT_LT(relation, model.relations().size());
  for (size_t head = 0; head < model.heads().size(); ++head) {
    for (size_t i = 0; i < reading.words; ++i)
      EXPECT_LT(reading.labels[head * reading.words + i], model.heads()[head].labels.size());
  }
}

const std::vector<Words>& sentences() {
  static const std::vector<Words> all = {
      {"The", "dacades", "said", "."},
      {},
      {"Norvenia"},
      {"\"", "A", "bad", "deed", ",", "\"", "said", "Norvenia", "'s", "ace", "."},
      {"a", "abc", "abcde", "e", "ddd", "a", "b", "c", "d", "e", "abba", "cab", "bee", "dab",
       "said"},
  };
  return all;
}

TEST(WordModel, ReadsTheSameOnAnyProcessor) {
  for (const ModelFile& file : files()) {
    WordModel model = make(file);
    model.use(InstructionSet::kScalar);
    const auto wanted = read(model, sentences());
    for (const SentenceReading& reading : wanted) expect_whole(model, reading);
    for (const InstructionSet set : instruction_sets()) {
      SCOPED_TRACE(name_of(set));
      model.use(set);
      const auto got = read(model, sentences());
      for (size_t i = 0; i < wanted.size(); ++i) expect_same(got[i], wanted[i]);
    }
  }
}

TEST(WordModel, ReadsTheSameInAnyGroup) {
  for (const ModelFile& file : files()) {
    const WordModel model = make(file);
    const auto wanted = read(model, sentences());
    std::vector<Words> turned(sentences().rbegin(), sentences().rend());
    const auto back = read(model, turned);
    for (size_t i = 0; i < wanted.size(); ++i) {
      expect_same(read(model, {sentences()[i]})[0], wanted[i]);
      expect_same(back[back.size() - 1 - i], wanted[i]);
    }
    // More than pass the encoder at once.
    std::vector<Words> many;
    for (int i = 0; i < 100; ++i) many.push_back(sentences()[static_cast<size_t>(i) % 5]);
    const auto all = read(model, many);
    for (size_t i = 0; i < all.size(); ++i) expect_same(all[i], wanted[i % 5]);
  }
}

TEST(WordModel, ServesManyThreads) {
  const WordModel model = make(files()[0]);
  const auto wanted = read(model, sentences());
  std::vector<std::vector<SentenceReading>> got(4);
  {
    std::vector<std::jthread> threads;
    for (auto& readings : got) {
      threads.emplace_back([&] {
        WordModel::Room room;
        for (int i = 0; i < 20; ++i) model.read(sentences(), room, readings, Vectors::kWords);
      });
    }
  }
  for (const auto& readings : got) {
    for (size_t i = 0; i < wanted.size(); ++i) expect_same(readings[i], wanted[i]);
  }
}

TEST(WordModel, ReadsWhatNoOneWrites) {
  const std::string long_word(100'000, 'a');
  const std::string strange_letters = "e\u0301e\u0301\u0327\u200D\uFEFFe";
  const std::string many_marks = "a" + std::string(2000, '.') + "\u0301\u0301\u0301";
  const std::vector<std::pair<const char*, Words>> rows = {
      {"10,000 words", Words(10'000, "abcde")},
      {"a word of 100,000 letters", {"a", long_word, "said"}},
      {"emoji", {"\U0001F1FA\U0001F1F3", "\U0001F469\u200D\U0001F680", "\u2764\uFE0F"}},
      {"combining marks", {strange_letters, "\u0301", many_marks}},
      {"scripts",
       {"\u041D\u043E\u0440\u0432\u0435\u043D\u0438\u044F", "\u4E2D\u56FD", "a\u0411\u4E2D",
        "\u0627\u0644\u0633\u0644\u0627\u0645"}},
      {"broken bytes", {"\xFF\xFE", "a\xC3", "\xED\xA0\x80", std::string_view("\0", 1)}},
      {"words of nothing", {"", " ", "\u200B", "\n"}},
  };
  for (const ModelFile& file : files()) {
    const WordModel model = make(file);
    for (const auto& [name, words] : rows) {
      SCOPED_TRACE(name);
      const auto readings = read(model, {words, {"said", "."}});
      ASSERT_EQ(readings[0].words, words.size());
      expect_whole(model, readings[0]);
      expect_same(readings[1], read(model, {{"said", "."}})[0]);
    }
  }
}

TEST(WordModel, NamesTheArrayThatIsMissingOrAnother) {
  for (const ModelFile& whole : files()) {
    for (size_t i = 0; i < whole.tensors.size(); ++i) {
      const std::string name = whole.tensors[i].name;
      SCOPED_TRACE(name);
      ModelFile file = whole;
      file.tensors.erase(file.tensors.begin() + static_cast<std::ptrdiff_t>(i));
      EXPECT_TRUE(refusal(file).starts_with("x.model: not usable: ")) << refusal(file);
      file = whole;
      file.tensors[i].name = "other";
      EXPECT_NE(refusal(file), "");
      file = whole;
      file.tensors[i].shape.push_back(1);
      EXPECT_NE(refusal(file), "");
      file = whole;
      file.tensors.push_back({.name = name + ".more", .shape = {1}, .floats = {1}});
      EXPECT_EQ(refusal(file), "x.model: not usable: array '" + name + ".more' is unknown");
      if (whole.tensors[i].shape.size() != 2) continue;
      file = whole;  // a row less, and bytes for floats
      Tensor& tensor = file.tensors[i];
      tensor.shape[0] -= 1;
      tensor.bytes.resize(size_t{tensor.shape[0]} * tensor.shape[1]);
      EXPECT_NE(refusal(file), "");
    }
  }
}

TEST(WordModel, SaysWhatItCannotRead) {
  struct Row {
    const char* array;
    std::string_view text, why;
  };
  const std::vector<Row> rows = {
      {"encoder", "pigeon", "an encoder of a kind that the program does not have"},
      {"vocabulary", "a\nb", "its vocabulary has no [UNK]"},
      {"vocabulary", "[UNK]\na", "its vocabulary has no marks of sentences"},
      {"heads", "upos tree\nscripts label\nnames span", "a head that is neither of labels nor of"},
      {"heads", "upos", "a head that is neither of labels nor of spans: upos"},
      {"heads", "upos label 9", "a head with layers that the program cannot run: upos label 9"},
      {"heads", "upos label -1", "a head with layers that the program cannot run: upos label -1"},
      {"heads", "upos label\nscripts label\nnames span\nmore label", "the labels of head 'more'"},
      {"labels.upos", "", "the labels of head 'upos' are missing or too many"},
      {"labels.names", "O\nPER\nB-PER\nE-PER\nS-PER",
       "the labels of head 'names' are not of spans"},
      {"labels.scripts", "k|0|\nl|x|y\n=be", "a lemma script that is none: l|x|y"},
      {"labels.relations", "", "no relations"},
      {"lemmas", "said VERB say", "a broken line of lemmas"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(std::string(row.array) + ": " + std::string(row.text));
    ModelFile file = files()[0];
    TinyModel::set_text(file, row.array, row.text);
    EXPECT_NE(refusal(file).find(row.why), std::string::npos) << refusal(file);
  }
  ModelFile file = files()[0];
  file.kind = "article-html";
  EXPECT_EQ(refusal(file), "x.model: not usable: a model of another kind: article-html");
}

TEST(WordModel, RefusesNumbersThatItCannotRunWith) {
  const std::vector<std::pair<const char*, float>> rows = {
      {"encoder.heads", 0},   {"encoder.heads", 3},      {"encoder.layers", 0},
      {"encoder.layers", 2},  {"heads.upos.input", 0},   {"heads.upos.input", -1},
      {"arcs.from.input", 0}, {"encoder.heads", -1e30F},
  };
  for (const auto& [name, value] : rows) {
    SCOPED_TRACE(name);
    ModelFile file = files()[0];
    TinyModel::find(file, name)->floats = {value};
    EXPECT_NE(refusal(file), "");
  }
  // A word of twelve pieces has no room there.
  EXPECT_NE(refusal(TinyModel::transformer(8)), "");
  // The kernels multiply weights of at most 63 steps; with others each would give another result.
  ModelFile file = files()[0];
  TinyModel::find(file, "heads.upos.weight")->bytes[0] = 64;
  EXPECT_NE(refusal(file), "");
  TinyModel::find(file, "heads.upos.weight")->bytes[0] = -64;
  EXPECT_NE(refusal(file), "");
}

TEST(WordModel, GivesTreesAndLabelsWhateverItsNumbersAre) {
  for (const ModelFile& whole : files()) {
    for (size_t i = 0; i < whole.tensors.size(); ++i) {
      if (whole.tensors[i].floats.empty()) continue;
      for (const float value : {3e38F, -3e38F, 1e-38F, 0.0F}) {
        SCOPED_TRACE(whole.tensors[i].name + ' ' + std::to_string(value));
        ModelFile file = whole;
        std::ranges::fill(file.tensors[i].floats, value);
        const auto model = WordModel::make(file, "x.model");
        if (!model) continue;
        for (const SentenceReading& reading : read(*model, sentences()))
          expect_whole(*model, reading);
      }
    }
  }
}

TEST(WordModel, RefusesAFileThatIsCutOff) {
  const std::string bytes = TinyModel::bytes_of(files()[1]);
  ASSERT_TRUE(read_model_file(bytes, "x.model"));
  for (size_t size = 0; size < bytes.size(); size += 37) {
    const auto file = read_model_file(std::string_view(bytes).substr(0, size), "x.model");
    ASSERT_FALSE(file) << size;
    EXPECT_TRUE(file.error().message.starts_with("x.model: not usable: ")) << file.error().message;
  }
  EXPECT_FALSE(read_model_file(bytes + "x", "x.model"));
}

TEST(WordModel, TakesHeadsOfItsOwnAlone) {
  ModelFile file = files()[1];
  file.hash = "0123";
  WordModel model = make(file);
  ModelFile heads = TinyModel::heads("0123");
  heads.hash = "4567";

  ModelFile other = TinyModel::heads("89ab");
  const auto refused = model.add_heads(other, "y.model");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message,
            "y.model: not usable: its heads were trained over another model");
  other = heads;
  TinyModel::set_text(other, "labels.topic", "war");
  EXPECT_FALSE(model.add_heads(other, "y.model"));
  EXPECT_EQ(model.find_head("topic"), -1);
  EXPECT_EQ(model.hash(), "0123");

  ASSERT_TRUE(model.add_heads(heads, "y.model"));
  EXPECT_EQ(model.find_head("topic"), 3);
  EXPECT_NE(model.hash(), "0123");
  const auto plain = read(make(file), sentences());
  const auto got = read(model, sentences());
  for (size_t i = 0; i < got.size(); ++i) {
    expect_whole(model, got[i]);
    EXPECT_EQ(got[i].heads, plain[i].heads);  // what it said before stays
  }
  ASSERT_TRUE(model.add_heads(heads, "y.model"));  // in the place of the first
  EXPECT_EQ(model.heads().size(), 4U);
}

}  // namespace
}  // namespace demarche
