// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "actor/actor_table.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

const std::string kData = std::string(DEMARCHE_SOURCE_DIR) + "/data";

TEST(ActorTable, LoadsTheShippedData) {
  const auto table = load_actor_table(kData, {});
  ASSERT_TRUE(table);
  size_t states = 0;
  for (const auto& actor : table->actors) states += actor.kind == ActorKind::kState;
  EXPECT_EQ(states, 197U);
  const auto held = table->holders("FRA", "head_of_state", *parse_day("2020-01-01"));
  ASSERT_EQ(held.size(), 1U);
  EXPECT_EQ(table->actors[table->tenures[held[0]].person].id, "P.FRA.MACRON");
  EXPECT_TRUE(table->holders("FRA", "head_of_state", *parse_day("2010-01-01")).empty());
  EXPECT_TRUE(lint_actor_table(kData, {}).empty());
}

TEST(ActorTable, FailsOnAMissingFolder) { EXPECT_FALSE(load_actor_table(kData + "/none", {})); }

}  // namespace
}  // namespace demarche
