// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "parse/word_pieces.h"

#include <gtest/gtest.h>

#include <random>

namespace demarche {
namespace {

std::vector<uint32_t> cut(const WordPieces& pieces, std::string_view word) {
  std::vector<uint32_t> out;
  pieces.cut(word, out);
  return out;
}

WordPieces make_pieces() {
  // 0 [UNK] 1 un 2 ##help 3 ##ful 4 help 5 ##s 6 - 7 ' 8 e 9 ##u 10 中 11 ##e
  return *WordPieces::make("[UNK]\nun\n##help\n##ful\nhelp\n##s\n-\n'\ne\n##u\n中\n##e\n", "test");
}

TEST(WordPieces, AreTheLongestThatMatch) {
  using Numbers = std::vector<uint32_t>;
  const WordPieces pieces = make_pieces();
  EXPECT_EQ(pieces.size(), 12U);
  const std::pair<const char*, Numbers> cases[] = {{"help", {4}},
                                                   {"Unhelpful", {1, 2, 3}},
                                                   {"helps", {4, 5}},
                                                   {"un-help", {1, 6, 4}},
                                                   {"'s", {7, 0}},
                                                   {"ÉÚ", {8, 9}},
                                                   {"e\xCC\x81u", {8, 9}},
                                                   {"中中", {10, 10}},
                                                   {"zebra", {0}},
                                                   {"unzebra", {0}},
                                                   {"", {0}},
                                                   {"\xC2\xAD", {0}},
                                                   {"he\xE2\x80\x8Blp", {0, 0}}};
  for (const auto& [word, numbers] : cases) EXPECT_EQ(cut(pieces, word), numbers) << word;
}

TEST(WordPieces, NeedAPieceForTheUnknown) {
  EXPECT_FALSE(WordPieces::make("a\nb\n", "test").has_value());
  EXPECT_FALSE(WordPieces::make("", "test").has_value());
}

// Any bytes give one to twelve pieces of the vocabulary.
TEST(WordPieces, AreNeverNoneAndNeverTooMany) {
  const WordPieces pieces = make_pieces();
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    std::string word;
    const size_t size = random() % 40;
    for (size_t i = 0; i < size; ++i)
      word += random() % 2 == 0 ? std::string("unhelpfuls-'e中É").substr(random() % 12, 1)
                                : std::string(1, static_cast<char>(random() % 256));
    const auto got = cut(pieces, word);
    ASSERT_FALSE(got.empty());
    ASSERT_LE(got.size(), WordPieces::kMostPieces);
    for (const uint32_t piece : got) ASSERT_LT(piece, pieces.size());
  }
  EXPECT_EQ(cut(pieces, std::string(100000, 'u')).size(), 1U);
  EXPECT_EQ(cut(pieces, std::string(100000, '-')).size(), WordPieces::kMostPieces);
}

TEST(WordShape, SaysWhatLowerCaseHides) {
  using enum WordShape;
  const std::pair<const char*, WordShape> cases[] = {
      {"road", kLower}, {"Road", kCapital}, {"UN", kUpper},     {"A", kLetter},
      {"a", kLower},    {"McBrok", kMixed}, {"eBook", kMixed},  {"1,200", kNumber},
      {"-3", kNumber},  {"T72", kDigits},   {"3rd", kDigits},   {"...", kMark},
      {"$", kMark},     {"U.S.", kUpper},   {"Élan", kCapital}, {"n't", kLower},
      {"'S", kLetter},  {"", kMark},        {"北京", kLower},   {"--3", kMark}};
  for (const auto& [word, shape] : cases) EXPECT_EQ(shape_of(word), shape) << word;
}

}  // namespace
}  // namespace demarche
