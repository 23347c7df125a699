// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/target.h"

#include <gtest/gtest.h>

namespace demarche::serve {
namespace {

using Path = std::vector<std::string>;

TEST(Target, IsTakenApart) {
  const auto target =
      read_target("/documents/a%20b%2Fc/?side=NOV&words=cease+fire&words=x&e=&=v&f");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, (Path{"documents", "a b/c"}));
  EXPECT_EQ(target->field("side"), "NOV");
  EXPECT_EQ(target->field("words"), "cease fire");
  EXPECT_EQ(target->field("e"), "");
  EXPECT_EQ(target->field("f"), "");
  EXPECT_EQ(target->field(""), "v");
  EXPECT_EQ(target->field("none"), std::nullopt);
}

TEST(Target, OfTheRootHasNoSegments) {
  for (const char* text : {"/", "//", "/?", "/#x", "/?&&"}) {
    const auto target = read_target(text);
    ASSERT_TRUE(target) << text;
    EXPECT_TRUE(target->path.empty()) << text;
    EXPECT_TRUE(target->query.empty()) << text;
  }
}

TEST(Target, KeepsLettersOfAnyScript) {
  const auto target = read_target("/actors/%D0%9A%D0%B8%D1%97%D0%B2?q=%F0%9F%95%8A");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, (Path{"actors", "Київ"}));
  EXPECT_EQ(target->field("q"), "🕊");
}

TEST(Target, IsRefused) {
  for (const std::string& text : std::vector<std::string>{
           "", "*", "documents", "http://other/", "/..", "/a/../b", "/%2e%2e/x", "/.", "/a%00",
           "/a%0a", "/a?b=%7F", "/%", "/%4", "/%4g", "/%ff", "/%C0%AF", "/%ED%A0%80", "/a?%80=1"}) {
    const auto target = read_target(text);
    ASSERT_FALSE(target) << text;
    EXPECT_EQ(target.error().code, "target") << text;
    EXPECT_NE(target.error().message, "") << text;
  }
  EXPECT_TRUE(read_target("/" + std::string(8191, 'a')));
  EXPECT_FALSE(read_target("/" + std::string(8192, 'a')));
}

TEST(Target, SegmentsComeBack) {
  for (const std::string& text :
       std::vector<std::string>{"a b", "x/y?z#w", "Київ", "100%", "..a", "sha256:0f", "\"<&>'"}) {
    const auto target = read_target("/" + encode_segment(text));
    ASSERT_TRUE(target) << text;
    EXPECT_EQ(target->path, Path{text});
  }
}

}  // namespace
}  // namespace demarche::serve
