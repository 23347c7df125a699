// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "page/encoding.h"

#include <fmt/format.h>
#include <uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <utility>

#include "base/errors.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "page/prescan.h"

namespace demarche {
namespace {

using std::string_view_literals::operator""sv;

constexpr size_t kSniffed = 64 << 10;   // bytes looked at for NULs
constexpr size_t kHead = 32 << 10;      // bytes looked at for <meta charset>
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

// What ISO-8859-16 has other than Latin-1, which ICU does not know.
constexpr std::array<std::pair<unsigned char, uint16_t>, 40> kLatin10 = {{
    {0xA1, 0x0104}, {0xA2, 0x0105}, {0xA3, 0x0141}, {0xA4, 0x20AC}, {0xA5, 0x201E}, {0xA6, 0x0160},
    {0xA8, 0x0161}, {0xAA, 0x0218}, {0xAC, 0x0179}, {0xAE, 0x017A}, {0xAF, 0x017B}, {0xB2, 0x010C},
    {0xB3, 0x0142}, {0xB4, 0x017D}, {0xB5, 0x201D}, {0xB8, 0x017E}, {0xB9, 0x010D}, {0xBA, 0x0219},
    {0xBC, 0x0152}, {0xBD, 0x0153}, {0xBE, 0x0178}, {0xBF, 0x017C}, {0xC3, 0x0102}, {0xC5, 0x0106},
    {0xD0, 0x0110}, {0xD1, 0x0143}, {0xD5, 0x0150}, {0xD7, 0x015A}, {0xD8, 0x0170}, {0xDD, 0x0118},
    {0xDE, 0x021A}, {0xE3, 0x0103}, {0xE5, 0x0107}, {0xF0, 0x0111}, {0xF1, 0x0144}, {0xF5, 0x0151},
    {0xF7, 0x015B}, {0xF8, 0x0171}, {0xFD, 0x0119}, {0xFE, 0x021B},
}};

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

// ISO-8859-16, and the private code points that the standard gives to x-user-defined.
Counted decode_single(std::string_view bytes, bool user_defined) {
  Counted out;
  out.text.reserve(bytes.size() + bytes.size() / 4);
  for (const char byte : bytes) {
    const auto c = static_cast<unsigned char>(byte);
    uint32_t code = c;
    if (user_defined) {
      code = c < 0x80 ? c : 0xF700U + c;
    } else {
      for (const auto& [from, to] : kLatin10) {
        if (from == c) code = to;
      }
    }
    append_utf8(out.text, code);
  }
  return out;
}

// Through ICU; a byte that the encoding does not know becomes U+FFFD. Empty where ICU has no such
// converter.
bool convert(std::string_view bytes, std::string_view encoding, Counted& out) {
  if (encoding == "iso-8859-16" || encoding == "x-user-defined") {
    out = decode_single(bytes, encoding == "x-user-defined");
    return true;
  }
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
      // ASCII, eight bytes at a time.
      for (uint64_t eight = 0; at + 8 <= bytes.size(); at += 8) {
        std::memcpy(&eight, bytes.data() + at, 8);
        if ((eight & 0x8080808080808080ULL) != 0) break;
      }
      while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 128) ++at;
      continue;
    }
    const CodePoint c = decode_utf8(bytes, at);
    ++(c.valid ? check.wide : check.invalid);
    at += c.length;
  }
  return check;
}

// Bytes at the end that begin a sign which the page was cut in: no sign of another encoding.
size_t count_cut(std::string_view bytes) {
  for (size_t n = 1; n <= 3 && n <= bytes.size(); ++n) {
    const auto c = static_cast<unsigned char>(bytes[bytes.size() - n]);
    if ((c & 0xC0U) == 0x80) continue;
    const size_t needed = c >= 0xF0 ? 4 : (c >= 0xE0 ? 3 : (c >= 0xC2 ? 2 : 1));
    return needed > n ? n : 0;
  }
  return 0;
}

void add_invalid(std::vector<Note>& notes, size_t count) {
  if (count == 0) return;
  notes.push_back(
      {"page", "invalid_bytes",
       fmt::format("{} invalid byte{} replaced by U+FFFD", count, count == 1 ? "" : "s")});
}

void add_wrong(std::vector<Note>& notes, std::string_view label, std::string_view encoding) {
  notes.push_back({"page", "wrong_encoding", fmt::format("says {}, read as {}", label, encoding)});
}

// What the HTTP header says, else the page itself; empty where that is nothing of use.
struct Declared {
  std::string label;
  std::string_view encoding;
};
Declared find_declared(std::string_view bytes, PageKind kind, std::string_view content_type,
                       std::vector<Note>& notes) {
  Declared found{find_header_label(content_type), {}};
  found.encoding = find_encoding(found.label);
  if (found.encoding.empty() && kind == PageKind::kHtml) {
    found.label = find_declared_label(bytes.substr(0, kHead));
    found.encoding = find_encoding(found.label);
    // As the standard has it: what could be read to find the label is not what it says.
    if (found.encoding == "x-user-defined") found.encoding = "windows-1252";
  }
  // Bytes that have got this far are not UTF-16, whatever the page says.
  if (found.encoding.starts_with("UTF-16")) found.encoding = "UTF-8";
  if (found.encoding == "replacement") {
    // Encodings that hide markup from those who check it; browsers show nothing of such a page.
    notes.push_back({"page", "refused_encoding", fmt::format("{} is not read", found.label)});
    found.encoding = {};
  }
  return found;
}

Decoded finish(Counted counted, std::vector<Note> notes = {}) {
  Decoded out{std::move(counted.text), std::move(notes)};
  add_invalid(out.notes, counted.replaced);
  return out;
}

Counted repair(std::string_view bytes) {
  Repaired repaired = repair_utf8(bytes);
  return {std::move(repaired.text), repaired.replaced};
}

}  // namespace

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

  std::vector<Note> notes;
  const Declared declared = find_declared(bytes, kind, content_type, notes);
  std::string_view encoding = declared.encoding;
  const size_t cut = count_cut(bytes);
  Utf8Check check = check_utf8(bytes.substr(0, bytes.size() - cut));
  // Only where the rest has such signs too.
  if (check.wide == 0) check.invalid += cut;
  // Valid beyond chance: pages that name another encoding are wrong about themselves.
  if (check.invalid == 0 && encoding != "ISO-2022-JP" &&
      (check.wide == 0 || check.wide >= 3 || encoding.empty() || encoding == "UTF-8")) {
    if (check.wide > 0 && !encoding.empty() && encoding != "UTF-8")
      add_wrong(notes, declared.label, "UTF-8");
    if (cut > 0) return finish(repair(bytes), std::move(notes));
    return Decoded{std::string(bytes), std::move(notes)};
  }
  const bool mostly = check.invalid * 4 <= check.wide;
  if ((encoding == "UTF-8" || encoding.empty()) && mostly)
    return finish(repair(bytes), std::move(notes));
  const bool wrong = encoding == "UTF-8";
  if (encoding.empty() || wrong) encoding = find_encoding(guessed_label(bytes));
  if (encoding.empty() || encoding.starts_with("UTF") || encoding == "replacement")
    encoding = "windows-1252";
  Counted counted;
  if (!convert(bytes, encoding, counted)) return finish(repair(bytes), std::move(notes));
  if (declared.encoding.empty()) {
    notes.push_back({"page", "guessed_encoding", fmt::format("read as {}", encoding)});
  } else if (wrong) {
    add_wrong(notes, declared.label, encoding);
  }
  return finish(std::move(counted), std::move(notes));
}

}  // namespace demarche
