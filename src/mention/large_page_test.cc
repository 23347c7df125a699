// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>
#include <set>

#include "mention/invented_world.h"

// Pages with very many names take time in proportion to their length.
namespace demarche::mention {
namespace {

constexpr int kNames = 500;

/// "Balo Retam": another one for each number.
std::string name_of(int number) {
  static const char* const kParts[] = {"ba", "lo", "re", "ta", "mi", "su", "ve", "no", "ki", "du"};
  const std::string first = std::string(kParts[number % 10]) + kParts[number / 10 % 10] + "l";
  const std::string last =
      std::string(kParts[number / 100 % 10]) + kParts[number / 10 % 10] + kParts[number % 10] + "m";
  std::string name = first + " " + last;
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  char& initial = name[first.size() + 1];
  initial = static_cast<char>(initial - 'a' + 'A');
  return name;
}

double seconds_of(const std::vector<std::string>& paragraphs, ReadPage& page) {
  const auto start = std::chrono::steady_clock::now();
  page = read_page_of(paragraphs);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

TEST(LargePage, OfFiveHundredPeopleIsReadAtOnce) {
  std::vector<std::string> paragraphs;
  for (int i = 0; i < kNames; ++i)
    paragraphs.push_back(name_of(i) +
                         ", an analyst, met Ana Brok. He told the Norvenian army that "
                         "they had left it, " +
                         name_of(i) + " said.");
  ReadPage page;
  // A quarter of a second in a release build; what grows with the square of the names does not
  // come near.
  EXPECT_LT(seconds_of(paragraphs, page), 10);
  std::set<uint32_t> people;
  for (int i = 0; i < kNames; ++i) {
    const Mention* mention = page.mention(name_of(i));
    ASSERT_NE(mention, nullptr) << name_of(i);
    people.insert(mention->actor.value);
    EXPECT_EQ(page.mentions.actors[mention->actor.value].name, name_of(i));
  }
  EXPECT_EQ(people.size(), static_cast<size_t>(kNames));
}

TEST(LargePage, OfOneSentenceIsReadAtOnce) {
  std::string sentence = "Ana Brok met";
  for (int i = 0; i < kNames; ++i) sentence += " " + name_of(i) + ",";
  ReadPage page;
  EXPECT_LT(seconds_of({sentence + " and left."}, page), 10);
  EXPECT_NE(page.actor("Ana Brok"), nullptr);
}

}  // namespace
}  // namespace demarche::mention
