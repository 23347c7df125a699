// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/tokens.h"

#include <gtest/gtest.h>

namespace demarche::serve {
namespace {

TEST(Tokens, SayWhatTheirBearersMayDo) {
  const std::string text = "# of the desk\n\n" + token_line("green", "read", "reader of the desk") +
                           "  " + token_line("amber", "read,write", "editor") +
                           token_line("plain", "write", "");
  const auto tokens = Tokens::parse(text, "tokens");
  ASSERT_TRUE(tokens) << tokens.error().message;
  EXPECT_TRUE(tokens->scopes_of("green").read);
  EXPECT_FALSE(tokens->scopes_of("green").write);
  EXPECT_TRUE(tokens->scopes_of("amber").write);
  EXPECT_FALSE(tokens->scopes_of("plain").read);
  EXPECT_EQ(tokens->name_of("green"), "reader of the desk");
  EXPECT_EQ(tokens->name_of("plain"), "");
  for (const char* stranger : {"", "gree", "green ", "GREEN", "greenx"}) {
    EXPECT_FALSE(tokens->scopes_of(stranger).read) << stranger;
    EXPECT_FALSE(tokens->scopes_of(stranger).write) << stranger;
    EXPECT_EQ(tokens->name_of(stranger), "");
  }
}

TEST(Tokens, HoldHashesAlone) {
  const std::string line = token_line("green", "read", "desk");
  EXPECT_EQ(line.find("green"), std::string::npos);
  EXPECT_EQ(line.size(), 64 + std::string(" read desk\n").size());
}

TEST(Tokens, TellTheLineThatIsWrong) {
  const std::string good = token_line("green", "read", "desk");
  for (const std::string& bad :
       std::vector<std::string>{"green read desk", "0f read", "0f", good.substr(0, 64),
                                good.substr(0, 64) + " all", good.substr(0, 64) + " read,", "x"}) {
    const auto tokens = Tokens::parse(good + bad, "my.tokens");
    ASSERT_FALSE(tokens) << bad;
    EXPECT_NE(tokens.error().message.find("my.tokens:2"), std::string::npos)
        << tokens.error().message;
  }
  EXPECT_FALSE(Tokens::parse("", "my.tokens"));
  EXPECT_FALSE(Tokens::parse("# nothing\n", "my.tokens"));
  EXPECT_FALSE(Tokens::load("/nowhere/my.tokens"));
}

}  // namespace
}  // namespace demarche::serve
