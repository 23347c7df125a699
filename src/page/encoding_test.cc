// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "page/encoding.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

#include "base/strings.h"
#include "base/utf8.h"
#include "page/prescan.h"

namespace demarche {
namespace {

using std::string_view_literals::operator""sv;

TEST(Encoding, KnowsTheLabelsOfTheStandard) {
  const struct {
    std::string_view label, encoding;
  } kRows[] = {{"ISO-8859-1", "windows-1252"},
               {" latin1 ", "windows-1252"},
               {"\tGB2312\n", "gb18030"},
               {"utf8", "UTF-8"},
               {"unicode-1-1-utf-8", "UTF-8"},
               {"shift_jis", "windows-932"},
               {"csisolatin9", "iso-8859-15"},
               {"x-mac-ukrainian", "x-mac-cyrillic"},
               {"logical", "iso-8859-8"},
               {"unicodefffe", "UTF-16BE"},
               {"hz-gb-2312", "replacement"},
               {"x-user-defined", "x-user-defined"},
               {"nonsense", ""},
               {"", ""},
               {"utf-7", ""},
               {"utf-32", ""}};
  for (const auto& row : kRows) EXPECT_EQ(find_encoding(row.label), row.encoding) << row.label;
}

TEST(Encoding, FindsTheDeclaredLabel) {
  const struct {
    std::string_view head, label;
  } kRows[] = {
      {"<meta charset=koi8-r>", "koi8-r"},
      {"<META\nCHARSET = 'KOI8-R' >", "koi8-r"},
      {"<meta http-equiv=Content-Type content='text/html; charset=big5'>", "big5"},
      {"<meta content='text/html; charset=big5' http-equiv=content-type>", "big5"},
      {"<meta content='text/html; charset=big5' name=content-type>", ""},
      {"<!-- <meta charset=big5> --><meta charset=gbk>", "gbk"},
      {"<!--><meta charset=gbk>", "gbk"},
      {"<title a='<meta charset=big5>'></title><meta charset=gbk>", "gbk"},
      {"<metacharset=big5><meta charset=gbk>", "gbk"},
      {"<meta charset=klingon><meta charset=gbk>", "gbk"},
      {"<?xml version='1.0' encoding='iso-8859-2'?><html>", "iso-8859-2"},
      {"<?xml version='1.0'?><meta charset=gbk>", "gbk"},
      {"<meta charset='gbk", ""},
      {"<meta charset=gbk", ""},
      {"<meta charset", ""},
      {"<", ""},
      {"<!--", ""},
      {"", ""},
  };
  for (const auto& row : kRows) EXPECT_EQ(find_declared_label(row.head), row.label) << row.head;
  EXPECT_EQ(find_header_label("text/html; Charset=\"UTF-8\"; x=y"), "utf-8");
  EXPECT_EQ(find_header_label("text/html; charset=gbk;x"), "gbk");
  EXPECT_EQ(find_header_label("text/html; charset='gbk"), "");
  EXPECT_EQ(find_header_label("text/html"), "");
}

struct Read {
  std::string text, notes;
};
Read decode(std::string_view bytes, std::string_view header = {}) {
  const Result<Decoded> decoded = decode_page(bytes, PageKind::kHtml, header);
  if (!decoded) return {"", decoded.error().code};
  Read out{decoded->text, {}};
  for (const Note& note : decoded->notes) out.notes += note.code + ": " + note.message + "\n";
  return out;
}

TEST(Encoding, MendsAWrongDeclarationAndSaysSo) {
  const Read latin = decode("<meta charset=utf-8><p>na\xEFve caf\xE9s, d\xE9j\xE0 vu");
  EXPECT_TRUE(latin.text.ends_with("na\xC3\xAFve caf\xC3\xA9s, d\xC3\xA9j\xC3\xA0 vu"));
  EXPECT_TRUE(latin.notes.starts_with("wrong_encoding: says utf-8, read as ")) << latin.notes;
  const Read utf8 = decode("<p>\xC3\xA4\xC3\xB6\xC3\xBC", "text/html; charset=windows-1252");
  EXPECT_TRUE(utf8.text.ends_with("\xC3\xA4\xC3\xB6\xC3\xBC"));
  EXPECT_EQ(utf8.notes, "wrong_encoding: says windows-1252, read as UTF-8\n");
  // Right about itself, or nothing to be wrong about: no note.
  EXPECT_EQ(decode("<meta charset=utf-8><p>\xC3\xA4").notes, "");
  EXPECT_EQ(decode("<meta charset=latin1><p>\xE4").notes, "");
  EXPECT_EQ(decode("<meta charset=latin1><p>a").notes, "");
}

TEST(Encoding, TakesTheHeaderBeforeThePage) {
  const Read read = decode("<meta charset=koi8-r><p>\xE4", "text/html; charset=windows-1251");
  EXPECT_TRUE(read.text.ends_with("<p>\xD0\xB4")) << read.text;
  // An unknown name in the header does not hide the page's own.
  EXPECT_TRUE(decode("<meta charset=koi8-r><p>\xE4", "charset=klingon").text.ends_with("\xD0\x94"));
  // The mark goes before both.
  EXPECT_EQ(decode("\xEF\xBB\xBF<p>\xC3\xA4", "charset=koi8-r").text, "<p>\xC3\xA4");
}

TEST(Encoding, ReadsUtf16LabelsInAPageAsUtf8) {
  for (const std::string_view label : {"utf-16", "utf-16be", "utf-16le", "ucs-2"}) {
    const std::string page = "<meta charset=" + std::string(label) + "><p>\xC3\xA4";
    const Read read = decode(page);
    EXPECT_EQ(read.text, page) << label;
    EXPECT_EQ(read.notes, "") << label;
  }
}

TEST(Encoding, ReadsUserDefinedBytes) {
  EXPECT_EQ(decode("<p>a\xFF", "charset=x-user-defined").text, "<p>a\xEF\x9F\xBF");
  // In a page it is windows-1252, as in browsers.
  EXPECT_TRUE(decode("<meta charset=x-user-defined><p>\xE4").text.ends_with("\xC3\xA4"));
}

TEST(Encoding, RefusesEncodingsThatHideMarkup) {
  for (const std::string_view label : {"hz-gb-2312", "iso-2022-cn", "iso-2022-kr", "replacement"}) {
    const Read read = decode("<meta charset=" + std::string(label) + "><p>~{<script>~}");
    EXPECT_TRUE(read.text.ends_with("<p>~{<script>~}")) << label;
    EXPECT_EQ(read.notes, "refused_encoding: " + std::string(label) + " is not read\n");
  }
}

TEST(Encoding, ReadsEachEncodingOfTheStandard) {
  const struct {
    std::string_view label, bytes, text;
  } kRows[] = {
      {"ibm866", "\x84\xA0", "\xD0\x94\xD0\xB0"},
      {"iso-8859-2", "\xB1", "\xC4\x85"},
      {"iso-8859-3", "\xB1", "\xC4\xA7"},
      {"iso-8859-4", "\xB1", "\xC4\x85"},
      {"iso-8859-5", "\xB4", "\xD0\x94"},
      {"iso-8859-6", "\xC7", "\xD8\xA7"},
      {"iso-8859-7", "\xE1", "\xCE\xB1"},
      {"iso-8859-8", "\xE0", "\xD7\x90"},
      {"iso-8859-8-i", "\xE0", "\xD7\x90"},
      {"iso-8859-10", "\xB1", "\xC4\x85"},
      {"iso-8859-13", "\xE0", "\xC4\x85"},
      {"iso-8859-14", "\xF0", "\xC5\xB5"},
      {"iso-8859-15", "\xA4", "\xE2\x82\xAC"},
      {"iso-8859-16", "\xA2\xE9", "\xC4\x85\xC3\xA9"},
      {"koi8-r", "\xE4", "\xD0\x94"},
      {"koi8-u", "\xA4", "\xD1\x94"},
      {"macintosh", "\x80", "\xC3\x84"},
      {"windows-874", "\xA1", "\xE0\xB8\x81"},
      {"windows-1250", "\xB9", "\xC4\x85"},
      {"windows-1251", "\xC4", "\xD0\x94"},
      {"windows-1252", "\x80", "\xE2\x82\xAC"},
      {"windows-1253", "\xE1", "\xCE\xB1"},
      {"windows-1254", "\xFE", "\xC5\x9F"},
      {"windows-1255", "\xE0", "\xD7\x90"},
      {"windows-1256", "\xC7", "\xD8\xA7"},
      {"windows-1257", "\xE0", "\xC4\x85"},
      {"windows-1258", "\xF5", "\xC6\xA1"},
      {"x-mac-cyrillic", "\x84", "\xD0\x94"},
      {"gbk", "\xC4\xE3", "\xE4\xBD\xA0"},
      {"gb18030", "\x81\x30\x81\x30", "\xC2\x80"},
      {"big5", "\xA7\x41", "\xE4\xBD\xA0"},
      {"euc-jp", "\xC6\xFC", "\xE6\x97\xA5"},
      {"iso-2022-jp", "\x1B$BF|\x1B(B", "\xE6\x97\xA5"},
      {"shift_jis", "\x93\xFA", "\xE6\x97\xA5"},
      {"euc-kr", "\xC7\xD1", "\xED\x95\x9C"},
  };
  for (const auto& row : kRows) {
    const Read read = decode("<p>" + std::string(row.bytes), "charset=" + std::string(row.label));
    EXPECT_EQ(read.text, "<p>" + std::string(row.text)) << row.label;
  }
}

// The cases of html5lib, where they are at hand: outside the repository.
TEST(Encoding, FindsWhatHtml5libFinds) {
  const std::string tar = DEMARCHE_SOURCE_DIR "/../shared/data/extraction/html5lib-tests.tar.xz";
  if (!std::filesystem::exists(tar)) GTEST_SKIP() << "no html5lib-tests";
  const std::string command =
      "tar -xJOf '" + tar + "' --wildcards '*encoding/tests1.dat' '*encoding/tests2.dat'";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), &pclose);
  ASSERT_TRUE(pipe);
  std::string all;
  char buffer[4096];
  for (size_t n = 0; (n = fread(buffer, 1, sizeof buffer, pipe.get())) > 0;) all.append(buffer, n);
  if (all.empty()) GTEST_SKIP() << "tar or xz is missing";
  size_t cases = 0;
  for (size_t at = all.find("#data\n"); at != std::string::npos; at = all.find("#data\n", at)) {
    at += 6;
    const size_t mark = all.find("\n#encoding\n", at);
    ASSERT_NE(mark, std::string::npos);
    const std::string data = all.substr(at, mark - at);
    const size_t name = mark + 11;
    const std::string want = all.substr(name, all.find('\n', name) - name);
    std::string_view have = find_encoding(find_declared_label(data));
    if (have.starts_with("UTF-16") || data.starts_with("\xEF\xBB\xBF")) have = "UTF-8";
    if (have.empty()) have = "windows-1252";
    EXPECT_EQ(have, find_encoding(want)) << data.substr(0, 200);
    ++cases;
    at = name;
  }
  EXPECT_GT(cases, 50U);
}

}  // namespace
}  // namespace demarche
