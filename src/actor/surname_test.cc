// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "actor/surname.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

TEST(Surname, TakesTheLastWordWithItsParticles) {
  const std::pair<const char*, const char*> rows[] = {{"Ana Brok", "Brok"},
                                                      {"Ana K. Brok", "Brok"},
                                                      {"Ana van der Brok", "van der Brok"},
                                                      {"Ivo Di Velo", "Di Velo"},
                                                      {"Ivo al-Dahl", "al-Dahl"},
                                                      {"Tarek bin Dahl", "bin Dahl"},
                                                      {"Ana Brok-Holt", "Brok-Holt"},
                                                      {"Ana Brok Jr.", "Brok"},
                                                      {"Ana Brok III", "Brok"},
                                                      {"  Ana   Brok ", "Brok"},
                                                      {"De Brok", "Brok"},
                                                      {"Ana", ""},
                                                      {"Jr", ""},
                                                      {"", ""},
                                                      {"   ", ""}};
  for (const auto& [name, surname] : rows) EXPECT_EQ(surname_of(name), surname) << name;
}

TEST(Surname, DropsTheArticle) {
  EXPECT_EQ(without_article("al-Dahl"), "Dahl");
  EXPECT_EQ(without_article("El-Dahl"), "Dahl");
  EXPECT_EQ(without_article("Aldahl"), "");
  EXPECT_EQ(without_article("al-"), "");
  EXPECT_EQ(without_article(""), "");
}

}  // namespace
}  // namespace demarche
