// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "infer/model_file.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bit>
#include <filesystem>
#include <fstream>

namespace demarche {
namespace {

void put(std::string& out, uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 255U);
}

void put_text(std::string& out, std::string_view text) {
  put(out, static_cast<uint32_t>(text.size()), 2);
  out += text;
}

void put_head(std::string& out, std::string_view name, uint32_t type, uint32_t count, float scale) {
  put_text(out, name);
  put(out, type, 1);
  put(out, 1, 1);
  put(out, count, 4);
  put(out, std::bit_cast<uint32_t>(scale), 4);
}

// Two arrays: floats 0.5 and -2, bytes 3, -4 and 5.
std::string make_file(std::string_view second = "bytes") {
  std::string out = "DMCHMODL";
  put(out, 1, 4);
  put_text(out, "test");
  put(out, 2, 4);
  put_head(out, "half", 0, 2, 1);
  put(out, std::bit_cast<uint32_t>(0.5F), 4);
  put(out, std::bit_cast<uint32_t>(-2.0F), 4);
  put_head(out, second, 1, 3, 0.25F);
  out += "\x03\xFC\x05";
  return out;
}

TEST(ModelFile, ReadsArraysByNameAndShape) {
  const auto file = read_model_file(make_file(), "x");
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_EQ(file->kind, "test");
  EXPECT_EQ(file->hash.size(), 64U);
  const Tensor* floats = file->find("half", {2});
  ASSERT_NE(floats, nullptr);
  EXPECT_EQ(floats->floats, (std::vector<float>{0.5F, -2.0F}));
  const Tensor* bytes = file->find("bytes", {3});
  ASSERT_NE(bytes, nullptr);
  EXPECT_EQ(bytes->bytes, (std::vector<int8_t>{3, -4, 5}));
  EXPECT_EQ(bytes->scale, 0.25F);
  EXPECT_EQ(file->find("half", {3}), nullptr);
  EXPECT_EQ(file->find("whole", {2}), nullptr);
}

TEST(ModelFile, RefusesEveryCutAndEveryAddition) {
  const std::string whole = make_file();
  for (size_t size = 0; size < whole.size(); ++size)
    EXPECT_FALSE(read_model_file(std::string_view(whole).substr(0, size), "x")) << size;
  EXPECT_FALSE(read_model_file(whole + '\0', "x"));
}

TEST(ModelFile, RefusesAnotherFormat) {
  std::string other = make_file();
  other[8] = 2;
  const auto file = read_model_file(other, "m.model");
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().message, "m.model: not usable: another format than 1");
}

TEST(ModelFile, RefusesTwoArraysOfOneName) {
  const auto file = read_model_file(make_file("half"), "m.model");
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().message, "m.model: not usable: two arrays 'half'");
}

TEST(ModelFile, BrokenBytesNeverReadBeyondTheEnd) {
  const std::string whole = make_file();
  for (size_t at = 8; at < whole.size(); ++at) {
    for (const char value : {'\x00', '\x7F', '\xFF'}) {
      std::string broken = whole;
      broken[at] = value;
      const auto file = read_model_file(broken, "x");
      if (!file) continue;
      for (const Tensor& tensor : file->tensors) EXPECT_LE(tensor.size(), whole.size());
    }
  }
}

// What the system says of a path that is no file, word for word.
std::string refusal(const std::string& path) {
  const auto file = load_model_file(path);
  return file ? "read" : file.error().message;
}

TEST(ModelFile, SaysWhyAFileCannotBeRead) {
  EXPECT_EQ(refusal("/nowhere/x.model"),
            "/nowhere/x.model: cannot be read: No such file or directory");
  EXPECT_EQ(refusal("/dev"), "/dev: cannot be read: is a folder");
  EXPECT_EQ(refusal("/dev/null/x.model"), "/dev/null/x.model: cannot be read: Not a directory");
}

// The hash of a model file, read without its list.
std::string load_hash(const std::string& path, const std::string& list) {
  std::filesystem::remove(list);
  return load_model_file(path)->hash;
}

// A path of this test's own; what is there goes with it.
class OwnPath {
 public:
  ~OwnPath() { std::filesystem::remove(path_); }
  [[nodiscard]] std::string name() const { return path_.string(); }

 private:
  std::filesystem::path path_ =
      std::filesystem::temp_directory_path() / fmt::format("demarche-model-{}", getpid());
};

TEST(ModelFile, WaitsForNoPipeAndReadsNoDevice) {
  EXPECT_EQ(refusal("/dev/zero"), "/dev/zero: cannot be read: is no regular file");
  EXPECT_EQ(refusal("/dev/null"), "/dev/null: cannot be read: is no regular file");
  const OwnPath pipe;
  ASSERT_EQ(mkfifo(pipe.name().c_str(), 0600), 0);
  EXPECT_EQ(refusal(pipe.name()), pipe.name() + ": cannot be read: is no regular file");
}

TEST(ModelFile, StopsReadingAtTheLimit) {
  const OwnPath large;
  std::ofstream(large.name()) << "";
  std::filesystem::resize_file(large.name(), (uintmax_t{64} << 20U) + 1);  // takes no room
  EXPECT_EQ(refusal(large.name()), large.name() + ": too large: over the limit of 67108864 bytes");
}

TEST(ModelFile, IsHeldToTheListBesideIt) {
  const OwnPath folder;
  std::filesystem::create_directory(folder.name());
  const std::string path = folder.name() + "/x.model";
  const std::string list = folder.name() + "/SHA256SUMS";
  std::ofstream(path, std::ios::binary) << make_file();
  std::ofstream(list) << std::string(64, '0') << "  other.model\n";
  EXPECT_EQ(refusal(path), path + ": not usable: SHA256SUMS beside it does not have it");
  EXPECT_FALSE(is_listed_model(path));
  EXPECT_TRUE(is_listed_model(folder.name() + "/other.model"));
  std::ofstream(list) << std::string(64, '0') << "  x.model\n";
  EXPECT_EQ(refusal(path), path +
                               ": not usable: damaged or replaced: SHA256SUMS beside it has "
                               "another hash");
  std::ofstream(list) << load_hash(path, list) << "  x.model\n";
  EXPECT_EQ(refusal(path), "read");
  std::filesystem::remove(path);
  std::filesystem::remove(list);
}

TEST(ModelFile, LoadsWhatWasWritten) {
  const OwnPath path;
  std::ofstream(path.name(), std::ios::binary) << make_file();
  const auto file = load_model_file(path.name());
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_EQ(file->kind, "test");
  EXPECT_EQ(file->tensors.size(), 2U);
}

}  // namespace
}  // namespace demarche
