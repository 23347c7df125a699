// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/antecedent_model.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tiny_antecedents.h"

namespace demarche {
namespace {

using Sum = AntecedentModel::Sum;
using Side = AntecedentModel::Side;

AntecedentModel make_model() {
  auto model = AntecedentModel::make(tiny_antecedents(), "tiny");
  EXPECT_TRUE(model) << model.error().message;
  return model ? std::move(*model) : AntecedentModel();
}

std::string complaint_of(const ModelFile& file) {
  const auto model = AntecedentModel::make(file, "tiny");
  return model ? "" : model.error().message;
}

Tensor& array(ModelFile& file, std::string_view name) {
  return *std::ranges::find(file.tensors, name, &Tensor::name);
}

Sum filled(float value) {
  Sum sum;
  sum.fill(value);
  return sum;
}

TEST(AntecedentModel, TakesAWholeFile) {
  ModelFile file = tiny_antecedents();
  file.hash = "abc";
  const auto model = AntecedentModel::make(file, "tiny");
  ASSERT_TRUE(model) << model.error().message;
  EXPECT_EQ(model->hash(), "abc");
}

TEST(AntecedentModel, RefusesAnotherKind) {
  for (const char* kind : {"", "language", "antecedent", "Antecedents"}) {
    ModelFile file = tiny_antecedents();
    file.kind = kind;
    const std::string complaint = complaint_of(file);
    EXPECT_NE(complaint.find("tiny"), std::string::npos) << complaint;
    EXPECT_NE(complaint.find("is of kind '" + std::string(kind) + "', not 'antecedents'"),
              std::string::npos)
        << complaint;
  }
}

TEST(AntecedentModel, NamesAnArrayThatIsMissing) {
  const ModelFile whole = tiny_antecedents();
  for (const Tensor& missing : whole.tensors) {
    ModelFile file = whole;
    std::erase_if(file.tensors, [&](const Tensor& one) { return one.name == missing.name; });
    EXPECT_NE(complaint_of(file).find(missing.name), std::string::npos) << complaint_of(file);
  }
  EXPECT_NE(complaint_of({.kind = "antecedents"}), "");
}

TEST(AntecedentModel, NamesAnArrayOfAnotherShape) {
  const ModelFile whole = tiny_antecedents();
  for (const Tensor& wrong : whole.tensors) {
    ModelFile file = whole;
    Tensor& changed = array(file, wrong.name);
    if (changed.floats.empty()) {
      changed.bytes.pop_back();
    } else {
      changed.floats.pop_back();
    }
    changed.shape = {static_cast<uint32_t>(changed.size())};
    EXPECT_NE(complaint_of(file).find(wrong.name), std::string::npos) << wrong.name;
  }
  ModelFile turned = whole;  // as many numbers in another order
  array(turned, "rows").shape = {AntecedentModel::kWidth, AntecedentModel::kRows};
  EXPECT_NE(complaint_of(turned).find("rows"), std::string::npos);
}

TEST(AntecedentModel, NamesAnArrayOfTheWrongNumbersAndOneTooMany) {
  ModelFile floats = tiny_antecedents();
  Tensor& rows = array(floats, "rows");
  rows.floats.assign(rows.bytes.size(), 0.5F);
  rows.bytes.clear();
  EXPECT_NE(complaint_of(floats).find("rows"), std::string::npos) << complaint_of(floats);
  ModelFile more = tiny_antecedents();
  more.tensors.push_back({.name = "rows2", .shape = {1}, .floats = {1}});
  EXPECT_NE(complaint_of(more).find("rows2"), std::string::npos) << complaint_of(more);
}

TEST(AntecedentModel, SumsTheRowsThatItHas) {
  const AntecedentModel model = make_model();
  // Row 1 is full of 1, row 2 of 2, row 3 counts up from -16; a step is a quarter.
  EXPECT_EQ(model.sum_of({}), filled(0));
  EXPECT_EQ(model.sum_of(std::vector<uint16_t>{1}), filled(0.25F));
  EXPECT_EQ(model.sum_of(std::vector<uint16_t>{1, 2}), filled(0.75F));
  EXPECT_EQ(model.sum_of(std::vector<uint16_t>{2, 1, 2}), filled(1.25F));
  const Sum counted = model.sum_of(std::vector<uint16_t>{3, 1});
  for (uint32_t i = 0; i < AntecedentModel::kWidth; ++i)
    EXPECT_EQ(counted[i], (static_cast<float>(i) - 16 + 1) * 0.25F) << i;
  EXPECT_EQ(model.sum_of(std::vector<uint16_t>{16383}), filled(-32));  // the last one
}

TEST(AntecedentModel, LeavesOutRowsThatItLacks) {
  const AntecedentModel model = make_model();
  EXPECT_EQ(model.sum_of(std::vector<uint16_t>{16384}), filled(0));
  EXPECT_EQ(model.sum_of(std::vector<uint16_t>{65535, 1, 16384, 40000}), filled(0.25F));
  // As often as a row comes: more than any feature does.
  EXPECT_EQ(model.sum_of(std::vector<uint16_t>(100000, 1)), filled(25000));
}

Side side(const Sum& sum, float factor = 0) { return {.sum = sum, .factor = filled(factor)}; }

TEST(AntecedentModel, ScoresAsByHand) {
  const AntecedentModel model = make_model();
  // Weights 1, -1, 1, -1 ... and 2, 0, 0 ...; biases .5 and -1; offsets 3 and 4.
  const Side none = side(filled(0));
  EXPECT_EQ(model.score(none, none, filled(0)), 3);
  Sum one = filled(0);
  one[0] = 2;  // 2 + .5 for +1, .5 for the other 63
  EXPECT_EQ(model.score(side(one), none, filled(0)), 5);
  EXPECT_EQ(model.score(none, side(one), filled(0)), 5);
  EXPECT_EQ(model.score(none, none, one), 5);
  EXPECT_EQ(model.score(side(one), side(one), one), 9);
  one[0] = 0, one[1] = 4;
  EXPECT_EQ(model.score(side(one), none, filled(0)), -1);
  one[1] = -0.75F;  // below 0 with its bias: cut, and no more counts against the others
  EXPECT_EQ(model.score(side(one), none, filled(0)), 3.5F);
  EXPECT_EQ(model.score(side(filled(-10)), none, filled(0)), 3);
  // Factors count as their product: not alone, and the two signs do not matter where they agree.
  EXPECT_EQ(model.score(side(filled(0), 5), none, filled(0)), 3);
  Side odd = side(filled(0)), other = odd;
  odd.factor[2] = -3, other.factor[2] = -2;
  EXPECT_EQ(model.score(odd, other, filled(0)), 9);

  EXPECT_EQ(model.score_new(side(filled(0), 9)), 4);
  EXPECT_EQ(model.score_new(side(filled(1))), 4);
  EXPECT_EQ(model.score_new(side(filled(3))), 8);
}

TEST(AntecedentModel, AddsTheVectorOfAWord) {
  const AntecedentModel model = make_model();
  ASSERT_EQ(model.vector_width(), 32U);
  std::vector<float> vector(32, 0);
  vector[0] = 1, vector[31] = -2.2F;  // -2 in steps of a half
  Scratch scratch;
  const std::vector<uint16_t> rows{1};
  const Side anaphor = model.anaphor(rows, vector, scratch);
  const Side before = model.antecedent(rows, vector, scratch);
  for (uint32_t i = 0; i < AntecedentModel::kWidth; ++i) {
    const float value = i % 32 == 0 ? 1.F : i % 32 == 31 ? -2.F : 0.F;
    EXPECT_EQ(anaphor.sum[i], 0.25F + value) << i;
    EXPECT_EQ(anaphor.factor[i], value) << i;
    EXPECT_EQ(before.sum[i], 0.25F + 2 * value) << i;
    EXPECT_EQ(before.factor[i], 2 * value) << i;
  }
  // A word without a vector, or with one of another model, goes by its rows.
  for (const size_t size : {0U, 16U, 33U}) {
    const Side alone = model.anaphor(rows, std::vector<float>(size, 1), scratch);
    EXPECT_EQ(alone.sum, filled(0.25F));
    EXPECT_EQ(alone.factor, filled(0));
  }
}

TEST(AntecedentModel, RefusesAnotherVersion) {
  ModelFile file = tiny_antecedents();
  array(file, "version").bytes = {'1'};
  EXPECT_NE(complaint_of(file).find("version '1'"), std::string::npos) << complaint_of(file);
}

TEST(AntecedentModel, ReadsThoseThatShip) {
  for (const char* name : {"full", "lite"}) {
    const auto model = load_antecedent_model(std::string(DEMARCHE_SOURCE_DIR) +
                                             "/models/en/antecedents-" + name + ".model");
    ASSERT_TRUE(model) << model.error().message;
    EXPECT_EQ(model->hash().size(), 64U);
  }
  EXPECT_FALSE(
      load_antecedent_model(std::string(DEMARCHE_SOURCE_DIR) + "/models/en/boundaries.model"));
  EXPECT_FALSE(load_antecedent_model(std::string(DEMARCHE_SOURCE_DIR) + "/models/none.model"));
}

}  // namespace
}  // namespace demarche
