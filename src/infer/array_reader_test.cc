// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "infer/array_reader.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

ModelFile some_file() {
  ModelFile file;
  file.tensors.push_back({.name = "bias", .shape = {2}, .floats = {1, 2}});
  file.tensors.push_back({.name = "rows", .shape = {1, 3}, .scale = 0.5F, .bytes = {1, 2, 3}});
  file.tensors.push_back({.name = "names", .shape = {4}, .bytes = {'a', '\n', 'b', '\n'}});
  return file;
}

TEST(ArrayReader, TakesArraysByNameAndShape) {
  const ModelFile file = some_file();
  ArrayReader reader(file, "x.model");
  EXPECT_EQ(reader.floats("bias", {2}), (std::vector<float>{1, 2}));
  EXPECT_EQ(reader.bytes("rows", {1, 3}), (std::vector<int8_t>{1, 2, 3}));
  EXPECT_EQ(reader.scale_of("rows"), 0.5F);
  EXPECT_EQ(reader.scale_of("none"), 1.0F);
  EXPECT_EQ(reader.lines("names"), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(reader.shape_of("rows"), (std::vector<uint32_t>{1, 3}));
  EXPECT_TRUE(reader.shape_of("none").empty());
  EXPECT_TRUE(reader.has("ro"));
  EXPECT_FALSE(reader.has("rows."));
  EXPECT_TRUE(reader.finish());
}

// What is said of a file after these are asked for.
std::string problem(const auto& ask) {
  const ModelFile file = some_file();
  ArrayReader reader(file, "x.model");
  ask(reader);
  const auto done = reader.finish();
  return done ? "" : done.error().message;
}

TEST(ArrayReader, NamesTheFirstThatIsWrongAndTheFirstThatIsLeft) {
  const std::string whole = "x.model: not usable: ";
  EXPECT_EQ(problem([](ArrayReader& reader) {
              reader.floats("more", {1});
              reader.floats("bias", {3});
            }),
            whole + "array 'more' is missing; array 'rows' is unknown");
  EXPECT_EQ(problem([](ArrayReader& reader) {
              reader.floats("bias", {3});
              reader.bytes("rows", {1, 3});
              reader.text("names");
            }),
            whole + "array 'bias' has another shape");
  EXPECT_EQ(problem([](ArrayReader& reader) {
              reader.bytes("bias", {2});
              reader.floats("rows", {1, 3});
              reader.text("names");
            }),
            whole + "array 'bias' is not of bytes");
  EXPECT_EQ(problem([](ArrayReader& reader) {
              reader.floats("bias", {2});
              reader.bytes("rows", {1, 3});
              reader.text("rows");
            }),
            whole + "no text 'rows'; array 'names' is unknown");
}

}  // namespace
}  // namespace demarche
