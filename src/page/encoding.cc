// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "page/encoding.h"

#include <fmt/format.h>
#include <uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "base/errors.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace demarche {
namespace {

using std::string_view_literals::operator""sv;

constexpr size_t kSniffed = 64 << 10;   // bytes looked at for NULs
constexpr size_t kHead = 4096;          // bytes looked at for <meta charset>
constexpr size_t kGuessed = 256 << 10;  // bytes given to uchardet

struct Magic {
  std::string_view bytes;
  size_t at;
  std::string_view what;
};
constexpr std::array kMagic = {
    Magic{"%PDF-"sv, 0, "PDF file"},
    Magic{"PK\x03\x04"sv, 0, "zip file"},
    Magic{"\x1F\x8B"sv, 0, "gzip file"},
    Magic{"BZh9"sv, 0, "bzip2 file"},
    Magic{"\xFD"
          "7zXZ\0"sv,
          0, "xz file"},
    Magic{"7z\xBC\xAF\x27\x1C"sv, 0, "7z file"},
    Magic{"\x28\xB5\x2F\xFD"sv, 0, "zstd file"},
    Magic{"Rar!\x1A\x07"sv, 0, "rar file"},
    Magic{"\x89PNG\r\n"sv, 0, "PNG image"},
    Magic{"\xFF\xD8\xFF"sv, 0, "JPEG image"},
    Magic{"GIF87a"sv, 0, "GIF image"},
    Magic{"GIF89a"sv, 0, "GIF image"},
    Magic{"WEBP"sv, 8, "WebP image"},
    Magic{"ftyp"sv, 4, "MPEG-4 file"},
    Magic{"OggS"sv, 0, "Ogg file"},
    Magic{"\x7F"
          "ELF"sv,
          0, "ELF program"},
    Magic{"\0asm"sv, 0, "WebAssembly program"},
    Magic{"\xCA\xFE\xBA\xBE"sv, 0, "Java or Mach-O program"},
    Magic{"\xD0\xCF\x11\xE0\xA1\xB1"sv, 0, "Office file"},
    Magic{"SQLite format 3\0"sv, 0, "SQLite file"},
    Magic{"\xFF\xFE\0\0"sv, 0, "UTF-32 text"},
    Magic{"\0\0\xFE\xFF"sv, 0, "UTF-32 text"},
};

// Labels of the HTML standard that differ from ICU's reading, and the common ones, sorted.
constexpr std::array<std::pair<std::string_view, std::string_view>, 83> kLabels = {{
    {"ascii", "windows-1252"},
    {"big5", "Big5-HKSCS"},
    {"big5-hkscs", "Big5-HKSCS"},
    {"cn-big5", "Big5-HKSCS"},
    {"cp1250", "windows-1250"},
    {"cp1251", "windows-1251"},
    {"cp1252", "windows-1252"},
    {"cp1253", "windows-1253"},
    {"cp1254", "windows-1254"},
    {"cp1255", "windows-1255"},
    {"cp1256", "windows-1256"},
    {"cp1257", "windows-1257"},
    {"cp1258", "windows-1258"},
    {"cp866", "ibm-866"},
    {"euc-jp", "EUC-JP"},
    {"euc-kr", "windows-949"},
    {"gb18030", "gb18030"},
    {"gb2312", "gb18030"},
    {"gb_2312-80", "gb18030"},
    {"gbk", "gb18030"},
    {"ibm866", "ibm-866"},
    {"iso-2022-jp", "ISO-2022-JP"},
    {"iso-8859-1", "windows-1252"},
    {"iso-8859-10", "iso-8859-10"},
    {"iso-8859-11", "windows-874"},
    {"iso-8859-13", "iso-8859-13"},
    {"iso-8859-14", "iso-8859-14"},
    {"iso-8859-15", "iso-8859-15"},
    {"iso-8859-2", "iso-8859-2"},
    {"iso-8859-3", "iso-8859-3"},
    {"iso-8859-4", "iso-8859-4"},
    {"iso-8859-5", "iso-8859-5"},
    {"iso-8859-6", "iso-8859-6"},
    {"iso-8859-7", "iso-8859-7"},
    {"iso-8859-8", "iso-8859-8"},
    {"iso-8859-8-i", "iso-8859-8"},
    {"iso-8859-9", "windows-1254"},
    {"iso8859-1", "windows-1252"},
    {"iso8859-15", "iso-8859-15"},
    {"iso8859-2", "iso-8859-2"},
    {"iso8859-9", "windows-1254"},
    {"iso_8859-1", "windows-1252"},
    {"iso_8859-15", "iso-8859-15"},
    {"koi8-r", "KOI8-R"},
    {"koi8-ru", "KOI8-U"},
    {"koi8-u", "KOI8-U"},
    {"koi8_r", "KOI8-R"},
    {"korean", "windows-949"},
    {"ks_c_5601-1987", "windows-949"},
    {"ksc5601", "windows-949"},
    {"l1", "windows-1252"},
    {"l2", "iso-8859-2"},
    {"latin-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin2", "iso-8859-2"},
    {"latin5", "windows-1254"},
    {"macintosh", "macintosh"},
    {"ms_kanji", "windows-932"},
    {"shift-jis", "windows-932"},
    {"shift_jis", "windows-932"},
    {"sjis", "windows-932"},
    {"tis-620", "windows-874"},
    {"us-ascii", "windows-1252"},
    {"utf-16", "UTF-16"},
    {"utf-16be", "UTF-16BE"},
    {"utf-16le", "UTF-16LE"},
    {"utf-8", "UTF-8"},
    {"utf8", "UTF-8"},
    {"utf_8", "UTF-8"},
    {"windows-1250", "windows-1250"},
    {"windows-1251", "windows-1251"},
    {"windows-1252", "windows-1252"},
    {"windows-1253", "windows-1253"},
    {"windows-1254", "windows-1254"},
    {"windows-1255", "windows-1255"},
    {"windows-1256", "windows-1256"},
    {"windows-1257", "windows-1257"},
    {"windows-1258", "windows-1258"},
    {"windows-31j", "windows-932"},
    {"windows-874", "windows-874"},
    {"windows-949", "windows-949"},
    {"x-gbk", "gb18030"},
    {"x-sjis", "windows-932"},
}};
static_assert(std::ranges::is_sorted(kLabels));

struct Counted {
  std::string text;
  size_t replaced = 0;
};

Counted decode_utf16(std::string_view bytes, bool big) {
  Counted out;
  out.text.reserve(bytes.size());
  const auto unit = [&](size_t at) {
    const auto a = static_cast<unsigned char>(bytes[at]);
    const auto b = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<uint32_t>(big ? a << 8U | b : b << 8U | a);
  };
  size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    uint32_t c = unit(at);
    if (c >= 0xD800 && c < 0xE000) {
      const bool pair = c < 0xDC00 && at + 3 < bytes.size() && (unit(at + 2) & 0xFC00U) == 0xDC00;
      if (pair) {
        c = 0x10000 + ((c - 0xD800) << 10U) + (unit(at + 2) - 0xDC00);
        at += 2;
      } else {
        c = 0xFFFD;
        ++out.replaced;
      }
    }
    append_utf8(out.text, c);
  }
  if (at < bytes.size()) {
    append_utf8(out.text, 0xFFFD);
    ++out.replaced;
  }
  return out;
}

// Through ICU; a byte that the encoding does not know becomes U+FFFD. Empty where ICU has no such
// converter.
bool convert(std::string_view bytes, std::string_view encoding, Counted& out) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(std::string(encoding).c_str(), &status), &ucnv_close);
  if (U_FAILURE(status) != 0 || !converter) return false;
  const char* from = bytes.data();
  const char* const end = from + bytes.size();
  std::array<UChar, 4096> wide{};
  uint32_t high = 0;
  out.text.reserve(bytes.size() + bytes.size() / 4);
  do {
    status = U_ZERO_ERROR;
    UChar* to = wide.data();
    ucnv_toUnicode(converter.get(), &to, wide.data() + wide.size(), &from, end, nullptr, 1,
                   &status);
    for (const UChar* c = wide.data(); c != to; ++c) {
      if ((*c & 0xFC00U) == 0xD800) {
        high = *c;
      } else if ((*c & 0xFC00U) == 0xDC00) {
        append_utf8(out.text,
                    high == 0 ? 0xFFFD : 0x10000 + ((high - 0xD800) << 10U) + (*c - 0xDC00U));
        high = 0;
      } else {
        append_utf8(out.text, *c);
        out.replaced += *c == 0xFFFD ? 1 : 0;
      }
    }
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return U_FAILURE(status) == 0;
}

std::string_view label_after(std::string_view text, size_t at) {
  while (at < text.size() && (is_ascii_space(text[at]) || text[at] == '"' || text[at] == '\''))
    ++at;
  const size_t end = text.find_first_of(" \t\r\n\"';,>/", at);
  return text.substr(
      std::min(at, text.size()),
      (end == std::string_view::npos ? text.size() : end) - std::min(at, text.size()));
}

// The label of "text/html; charset=gbk" or of a <meta> in the first bytes; empty if none.
std::string declared_label(std::string_view text) {
  const std::string lower = to_lower_ascii(text);
  for (size_t at = lower.find("charset"); at != std::string::npos; at = lower.find("charset", at)) {
    at += 7;
    size_t equals = at;
    while (equals < lower.size() && is_ascii_space(lower[equals])) ++equals;
    if (equals < lower.size() && lower[equals] == '=') {
      const std::string_view label = label_after(lower, equals + 1);
      if (!find_encoding(label).empty()) return std::string(label);
    }
  }
  return {};
}

std::string guessed_label(std::string_view bytes) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                       &uchardet_delete);
  if (!detector) return {};
  bytes = bytes.substr(0, kGuessed);
  if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return to_lower_ascii(uchardet_get_charset(detector.get()));
}

// How the bytes do as UTF-8: code points of several bytes, and invalid bytes.
struct Utf8Check {
  size_t wide = 0;
  size_t invalid = 0;
};
Utf8Check check_utf8(std::string_view bytes) {
  Utf8Check check;
  for (size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 128) {
      ++at;
      continue;
    }
    const CodePoint c = decode_utf8(bytes, at);
    ++(c.valid ? check.wide : check.invalid);
    at += c.length;
  }
  return check;
}

void add_invalid(std::vector<Note>& notes, size_t count) {
  if (count == 0) return;
  notes.push_back(
      {"page", "invalid_bytes",
       fmt::format("{} invalid byte{} replaced by U+FFFD", count, count == 1 ? "" : "s")});
}

Decoded finish(Counted counted) {
  Decoded out{std::move(counted.text), {}};
  add_invalid(out.notes, counted.replaced);
  return out;
}

Counted repair(std::string_view bytes) {
  Repaired repaired = repair_utf8(bytes);
  return {std::move(repaired.text), repaired.replaced};
}

}  // namespace

std::string_view find_encoding(std::string_view label) {
  const std::string lower = to_lower_ascii(trim(label));
  const auto* row = std::ranges::lower_bound(kLabels, std::string_view(lower), {},
                                             [](const auto& pair) { return pair.first; });
  return row != kLabels.end() && row->first == lower ? row->second : std::string_view();
}

Utf16Guess guess_utf16(std::string_view bytes) {
  bytes = bytes.substr(0, kSniffed & ~size_t{1});
  size_t even = 0;
  size_t odd = 0;
  for (size_t i = 0; i + 1 < bytes.size(); i += 2) {
    even += bytes[i] == 0 ? 1 : 0;
    odd += bytes[i + 1] == 0 ? 1 : 0;
  }
  const size_t units = bytes.size() / 2;
  const size_t more = std::max(even, odd);
  const size_t less = std::min(even, odd);
  return {.likely = units >= 2 && more * 4 >= units && less * 50 <= more, .big = even > odd};
}

std::string_view why_binary(std::string_view bytes, PageKind kind) {
  for (const Magic& magic : kMagic) {
    if (bytes.size() >= magic.at + magic.bytes.size() &&
        bytes.substr(magic.at, magic.bytes.size()) == magic.bytes) {
      return magic.what;
    }
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return {};
  const std::string_view head = bytes.substr(0, kSniffed);
  const auto zeros = static_cast<size_t>(std::ranges::count(head, '\0'));
  const bool stray = kind == PageKind::kHtml && zeros * 256 <= head.size();
  if (zeros > 0 && !stray && !guess_utf16(bytes).likely) return "NUL bytes in it";
  const auto controls = static_cast<size_t>(std::ranges::count_if(head, [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return u < 32 && !is_ascii_space(c) && u != 0x1B && u != 0;
  }));
  return controls * 10 > head.size() ? "control bytes in it" : std::string_view();
}

Result<Decoded> decode_page(std::string_view bytes, PageKind kind, std::string_view content_type) {
  if (const std::string_view why = why_binary(bytes, kind); !why.empty()) {
    return fail(errors::bad_input("binary", fmt::format("not a text: {}", why)));
  }
  const bool keep_mark = kind == PageKind::kProse;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return finish(decode_utf16(bytes.substr(keep_mark ? 0 : 2), bytes[0] == '\xFE'));
  }
  if (const Utf16Guess guess = guess_utf16(bytes); guess.likely) {
    return finish(decode_utf16(bytes, guess.big));
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) return finish(repair(bytes.substr(keep_mark ? 0 : 3)));
  if (keep_mark) return finish(repair(bytes));

  std::string label = declared_label(content_type);
  if (label.empty() && kind == PageKind::kHtml) label = declared_label(bytes.substr(0, kHead));
  std::string_view encoding = find_encoding(label);
  // Bytes that have got this far are not UTF-16, whatever the page says.
  if (encoding.starts_with("UTF-16")) encoding = "UTF-8";
  const Utf8Check check = check_utf8(bytes);
  // Valid beyond chance: pages that name another encoding are wrong about themselves.
  if (check.invalid == 0 && encoding != "ISO-2022-JP" &&
      (check.wide == 0 || check.wide >= 3 || encoding.empty() || encoding == "UTF-8")) {
    return Decoded{std::string(bytes), {}};
  }
  const bool mostly = check.invalid * 4 <= check.wide;
  if ((encoding == "UTF-8" || encoding.empty()) && mostly) return finish(repair(bytes));
  if (encoding.empty() || encoding == "UTF-8") encoding = find_encoding(guessed_label(bytes));
  if (encoding.empty() || encoding.starts_with("UTF")) encoding = "windows-1252";
  Counted counted;
  if (convert(bytes, encoding, counted)) {
    Decoded out = finish(std::move(counted));
    if (label.empty()) {
      out.notes.push_back({"page", "guessed_encoding", fmt::format("read as {}", encoding)});
    }
    return out;
  }
  return finish(repair(bytes));
}

}  // namespace demarche
