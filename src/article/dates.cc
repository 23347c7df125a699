// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "article/months.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace demarche {
namespace {

constexpr size_t kMostPieces = 400;  // of one text; a date stands near its start

enum class PieceType : uint8_t { kNumber, kWord, kSign };
struct Piece {
  PieceType type;
  std::string_view text;
  size_t begin;
  bool glued;  // no white space before it
  size_t digits = 0;
  int value = -1;
};

// The value of a decimal digit: ASCII, Arabic, Persian, Devanagari, Bengali, Thai, full width.
int digit_of(uint32_t c) {
  if (c >= '0' && c <= '9') return static_cast<int>(c - '0');
  if (c < 0x660) return -1;
  for (const uint32_t zero : {0x660U, 0x6F0U, 0x966U, 0x9E6U, 0xE50U, 0xFF10U}) {
    if (c >= zero && c < zero + 10) return static_cast<int>(c - zero);
  }
  return -1;
}

std::vector<Piece> cut_pieces(std::string_view text) {
  std::vector<Piece> pieces;
  bool glued = false;
  for (size_t at = 0; at < text.size() && pieces.size() < kMostPieces;) {
    const CodePoint c = decode_utf8(text, at);
    size_t end = at + c.length;
    if (is_space(c.value)) {
      glued = false;
      at = end;
      continue;
    }
    Piece piece{PieceType::kSign, {}, at, glued};
    if (const int first = digit_of(c.value); first >= 0) {
      piece.type = PieceType::kNumber;
      piece.digits = 1;
      piece.value = first;
      while (end < text.size()) {
        const CodePoint n = decode_utf8(text, end);
        const int digit = digit_of(n.value);
        if (digit < 0) break;
        piece.value = ++piece.digits <= 8 ? piece.value * 10 + digit : -1;
        end += n.length;
      }
    } else if (is_letter(c.value)) {
      piece.type = PieceType::kWord;
      for (CodePoint n = c; end < text.size(); end += n.length) {
        n = decode_utf8(text, end);
        if (!is_letter(n.value)) break;
      }
    }
    piece.text = text.substr(at, end - at);
    pieces.push_back(piece);
    glued = true;
    at = end;
  }
  return pieces;
}

bool is_year(int value) { return value >= 1990 && value <= 2099; }

class Scanner {
 public:
  Scanner(std::string_view text, bool month_first)
      : text_(text), pieces_(cut_pieces(text)), month_first_(month_first) {}

  std::optional<FoundDate> find() {
    for (size_t i = 0; i < pieces_.size(); ++i) {
      size_t next = i;
      const std::optional<Day> day = day_at(i, next);
      if (!day) continue;
      FoundDate found{format_day(*day), *day, pieces_[i].begin, 0};
      read_time(next, found);
      found.end = end_of(next_ - 1);
      return found;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool is(size_t i, std::string_view sign) const {
    return i < pieces_.size() && pieces_[i].text == sign;
  }
  [[nodiscard]] int number(size_t i) const {
    return i < pieces_.size() && pieces_[i].type == PieceType::kNumber ? pieces_[i].value : -1;
  }
  [[nodiscard]] size_t digits(size_t i) const { return i < pieces_.size() ? pieces_[i].digits : 0; }
  [[nodiscard]] size_t end_of(size_t i) const { return pieces_[i].begin + pieces_[i].text.size(); }
  [[nodiscard]] int month(size_t i) const {
    return i < pieces_.size() && pieces_[i].type == PieceType::kWord
               ? month_of_word(pieces_[i].text)
               : 0;
  }
  [[nodiscard]] bool starts(size_t i, std::string_view a, std::string_view b) const {
    return i < pieces_.size() && (pieces_[i].text.starts_with(a) || pieces_[i].text.starts_with(b));
  }
  // "April / نيسان": the month's second name.
  [[nodiscard]] size_t skip_second_name(size_t i) const {
    return is(i, "/") && month(i + 1) > 0 ? i + 2 : i;
  }
  static std::optional<Day> make(int year, int month, int day) {
    if (!is_year(year) || month < 1 || day < 1) return std::nullopt;
    return make_day(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
  }
  // Skips ".", ",", "de", "of", "st" and the like between the parts of a written date.
  [[nodiscard]] size_t skip(size_t i) const {
    constexpr std::array<std::string_view, 13> kFiller = {".",  ",",  "de", "of", "del", "st", "nd",
                                                          "rd", "th", "º",  "er", "г",   "°"};
    for (int n = 0; n < 3 && i < pieces_.size(); ++n, ++i) {
      if (std::ranges::find(kFiller, pieces_[i].text) == kFiller.end()) break;
    }
    return i;
  }

  std::optional<Day> day_at(size_t i, size_t& next) const {
    const int first = number(i);
    if (first >= 0) {
      if (i > 0 && pieces_[i].glued && (is(i - 1, ":") || is(i - 1, "."))) return std::nullopt;
      // "-2022-03-15" and nothing before it is an ISO date before Christ.
      if (i == 1 && pieces_[i].glued && (is(0, "-") || is(0, "−"))) return std::nullopt;
      // 2022-01-14, 2022/01/14, 2022.01.14, 20220114
      if (digits(i) == 4 && (is(i + 1, "-") || is(i + 1, "/") || is(i + 1, ".")) &&
          number(i + 2) > 0 &&
          pieces_[i + 1].text == (i + 3 < pieces_.size() ? pieces_[i + 3].text : "")) {
        next = i + 5;
        return make(first, number(i + 2), number(i + 4));
      }
      // 2022年1月14日, 2022년 1월 14일
      if (digits(i) == 4 && starts(i + 1, "年", "년") && starts(i + 3, "月", "월") &&
          starts(i + 5, "日", "일") && digits(i + 2) <= 2 && digits(i + 4) <= 2) {
        next = i + 6;
        return make(first, number(i + 2), number(i + 4));
      }
      // 2022. május 14.
      if (digits(i) == 4 && is_year(first)) {
        const size_t at = skip(i + 1);
        const size_t day = skip(at + 1);
        const int m = digits(day) > 0 && digits(day) <= 2 ? month(at) : 0;
        if (m > 0 && !(is(day + 1, ":") && pieces_[day + 1].glued)) {
          next = day + 1;
          return make(first, m, number(day));
        }
      }
      if (digits(i) == 8 && first > 0) {
        next = i + 1;
        return make(first / 10000, first / 100 % 100, first % 100);
      }
      if (digits(i) > 2) return std::nullopt;
      // 14.01.2022, 14/01/2022, 14-01-2022; 14.1.22
      if ((is(i + 1, ".") || is(i + 1, "/") || is(i + 1, "-")) && digits(i + 2) <= 2 &&
          number(i + 2) > 0 && is(i + 3, pieces_[i + 1].text) && number(i + 4) >= 0 &&
          (digits(i + 4) == 4 || digits(i + 4) == 2)) {
        int day = first;
        int month = number(i + 2);
        if (month > 12 || (month_first_ && day <= 12 && !is(i + 1, "."))) std::swap(day, month);
        next = i + 5;
        return make(digits(i + 4) == 2 ? 2000 + number(i + 4) : number(i + 4), month, day);
      }
      // 14 January 2022, 14. Januar 2022, 14th of January, 2022, 14-Jan-2022
      size_t at = skip(i + 1);
      if (is(at, "-") || is(at, "/")) ++at;
      if (const int m = month(at); m > 0) {
        size_t year = skip(skip_second_name(at + 1));
        if (is(year, "-") || is(year, "/")) ++year;
        if (digits(year) != 4) return std::nullopt;
        next = year + 1;
        return make(number(year), m, first);
      }
      return std::nullopt;
    }
    // January 14, 2022; Jan. 14 2022
    if (pieces_[i].type != PieceType::kWord) return std::nullopt;
    const size_t day = skip(i + 1);
    if (digits(day) > 2 || number(day) < 1) return std::nullopt;
    if (const int m = month(i); m > 0) {
      const size_t year = skip(day + 1);
      if (digits(year) != 4) return std::nullopt;
      next = year + 1;
      return make(number(year), m, number(day));
    }
    return std::nullopt;
  }

  // The time after the date, with its offset; without one the day alone is kept.
  void read_time(size_t i, FoundDate& found) {
    next_ = i;
    for (int n = 0; n < 3 && i < pieces_.size() && number(i) < 0; ++n) {
      const std::string word = to_lower_ascii(pieces_[i].text);
      if (word != "t" && word != "," && word != "at" && word != "|" && word != "-" &&
          word != "um" && word != "–")
        return;
      ++i;
    }
    if (number(i) < 0 || number(i) > 24 || digits(i) > 2 || !(is(i + 1, ":") || is(i + 1, ".")) ||
        digits(i + 2) != 2 || number(i + 2) > 59 || number(i + 2) < 0)
      return;
    int hour = number(i);
    const int minute = number(i + 2);
    int second = 0;
    i += 3;
    if (is(i, ":") && digits(i + 1) == 2 && number(i + 1) >= 0 && number(i + 1) < 60) {
      second = number(i + 1);
      i += 2;
      if (is(i, ".") && number(i + 1) >= -1 && i + 1 < pieces_.size() &&
          pieces_[i + 1].type == PieceType::kNumber)
        i += 2;
    }
    std::string half;
    for (int n = 0; n < 4 && i < pieces_.size() && n >= 0; ++n) {
      const std::string word = to_lower_ascii(pieces_[i].text);
      if (half.empty() && (word == "am" || word == "pm")) {
        half = word;
      } else if (half.empty() && (word == "a" || word == "p") && is(i + 1, ".")) {
        half = word + "m";
        i += is(i + 3, ".") ? 3 : 1;
      } else if (word != "uhr" && word != "," && word != "(") {
        break;
      }
      ++i;
    }
    if (half == "pm" && hour < 12) hour += 12;
    if (half == "am" && hour == 12) hour = 0;
    if (hour > 23) return;
    next_ = i;
    const std::string offset = read_offset(i);
    if (offset.empty()) return;
    found.value += fmt::format("T{:02}:{:02}:{:02}{}", hour, minute, second, offset);
  }

  std::string read_offset(size_t i) {
    if (i >= pieces_.size()) return {};
    constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kZones = {
        {{"z", "Z"},         {"utc", "+00:00"}, {"gmt", "+00:00"},  {"wet", "+00:00"},
         {"bst", "+01:00"},  {"cet", "+01:00"}, {"mez", "+01:00"},  {"cest", "+02:00"},
         {"mesz", "+02:00"}, {"eet", "+02:00"}, {"eest", "+03:00"}, {"msk", "+03:00"},
         {"est", "-05:00"},  {"edt", "-04:00"}, {"cst", "-06:00"},  {"cdt", "-05:00"},
         {"mst", "-07:00"},  {"mdt", "-06:00"}, {"pst", "-08:00"},  {"pdt", "-07:00"},
         {"jst", "+09:00"},  {"aest", "+10:00"}}};
    const std::string word = to_lower_ascii(pieces_[i].text);
    std::string zone;
    for (const auto& [name, offset] : kZones) {
      if (word == name) zone = offset;
    }
    if (!zone.empty()) next_ = ++i;
    if (!(is(i, "+") || is(i, "-") || is(i, "−")) || number(i + 1) < 0) return zone;
    const char sign = is(i, "+") ? '+' : '-';
    int hours = number(i + 1);
    int minutes = 0;
    size_t end = i + 2;
    if (digits(i + 1) == 4) {
      minutes = hours % 100;
      hours /= 100;
    } else if (digits(i + 1) == 2 && is(i + 2, ":") && digits(i + 3) == 2) {
      minutes = number(i + 3);
      end = i + 4;
    } else if (digits(i + 1) > 2) {
      return zone;
    }
    if (hours > 14 || minutes < 0 || minutes > 59) return zone;
    next_ = end;
    return fmt::format("{}{:02}:{:02}", sign, hours, minutes);
  }

  std::string_view text_;
  std::vector<Piece> pieces_;
  bool month_first_;
  size_t next_ = 0;  // the piece after what was read
};

}  // namespace

std::optional<FoundDate> find_date(std::string_view text, bool month_first) {
  return Scanner(text.substr(0, 2048), month_first).find();
}

bool is_date_line(std::string_view line) {
  if (line.size() > 120) return false;
  const std::optional<FoundDate> found = find_date(line);
  if (!found) return false;
  const std::string rest =
      std::string(line.substr(0, found->begin)) + " " + std::string(line.substr(found->end));
  size_t words = 0;
  for (const Piece& piece : cut_pieces(rest)) words += piece.type == PieceType::kWord ? 1 : 0;
  return words <= 6 && line.size() - (found->end - found->begin) <= 48;
}

std::optional<Day> find_url_day(std::string_view url) {
  const size_t query = url.find_first_of("?#");
  const std::string_view path = url.substr(0, query);
  const std::vector<Piece> pieces = cut_pieces(path);
  const auto number = [&](size_t i, size_t digits) {
    return i < pieces.size() && pieces[i].type == PieceType::kNumber && pieces[i].digits <= digits
               ? pieces[i].value
               : -1;
  };
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].type != PieceType::kNumber) continue;
    const int first = pieces[i].value;
    if (pieces[i].digits == 8 && first > 0 && is_year(first / 10000)) {
      if (const auto day = make_day(first / 10000, static_cast<unsigned>(first / 100 % 100),
                                    static_cast<unsigned>(first % 100)))
        return day;
    }
    if (pieces[i].digits != 4 || !is_year(first) || i + 4 >= pieces.size()) continue;
    if (pieces[i + 1].text != pieces[i + 3].text || pieces[i + 1].type != PieceType::kSign)
      continue;
    int month = number(i + 2, 2);
    if (pieces[i + 2].type == PieceType::kWord) month = month_of_word(pieces[i + 2].text);
    const int day = number(i + 4, 2);
    if (month < 1 || day < 1) continue;
    if (const auto made = make_day(first, static_cast<unsigned>(month), static_cast<unsigned>(day)))
      return made;
  }
  return std::nullopt;
}

}  // namespace demarche
