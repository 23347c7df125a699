// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "token/gaps.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "token/looks.h"

namespace demarche {
namespace {

constexpr uint16_t kMost = 1000;  // of any count

uint16_t one_more(uint16_t count) { return std::min<uint16_t>(kMost, count + 1); }

/// Counts as words, so that a weight is learned for a range: exact to five, then wider.
std::string_view range_of(size_t count) {
  constexpr auto kNames =
      std::to_array<std::string_view>({"0", "1", "2", "3", "4", "5", "7", "10", "15", "25", "40"});
  constexpr auto kFrom = std::to_array<size_t>({0, 1, 2, 3, 4, 5, 7, 10, 15, 25, 40});
  size_t i = kFrom.size() - 1;
  while (kFrom[i] > count) --i;
  return kNames[i];
}

/// "name=a|b|c" and the end of the line.
void put(std::string& out, std::string_view name, std::initializer_list<std::string_view> values) {
  out += name;
  char mark = '=';
  for (const auto value : values) {
    out += mark;
    out += value;
    mark = '|';
  }
  out += '\n';
}

}  // namespace

Gaps::Gaps(std::string_view text, std::span<const Piece> pieces, std::span<const std::string> lower,
           std::span<const uint32_t> ends, const Language& language)
    : pieces_(pieces), lower_(lower), language_(language), views_(pieces.size()) {
  for (size_t i = 0; i < size(); ++i) {
    const Span span = pieces_[i].span;
    views_[i].look = look_of(text.substr(span.begin, span.size()), pieces_[i], lower_[i]);
    views_[i].space = i > 0 && pieces_[i - 1].span.end < span.begin;
    // A straight quote that touches one side alone opens or closes like a curly one.
    if (i > 0 && views_[i - 1].look == "\"" && views_[i - 1].space != views_[i].space)
      views_[i - 1].look = views_[i].space ? "''" : "``";
  }
  for (size_t i = 0; i < size(); ++i) views_[i].known = find_class(i);
  for (const uint32_t end : ends) {
    if (end < size()) views_[end].rule = true;
  }
  look_back();
  look_ahead();
  look_over_block();
}

bool Gaps::is_stop(size_t i) const {
  const Shape shape = pieces_[i].shape;
  return shape == Shape::kStop || shape == Shape::kAsk || shape == Shape::kEllipsis;
}

/// The part between two stops, with one more piece in it.
Gaps::Part Gaps::grow(Part part, size_t i) const {
  if (is_stop(i)) return {};
  const View& view = views_[i];
  part.size = one_more(part.size);
  part.verb = part.verb || view.known == "VERB" || view.known == "AUX";
  part.small = part.small || view.look.front() == 'a';
  return part;
}

void Gaps::look_back() {
  Part part;
  bool quoted = false;
  size_t brackets = 0;
  for (size_t i = 0; i < size(); ++i) {
    View& view = views_[i];
    view.before = part;
    view.quoted = quoted;
    view.bracketed = brackets > 0;
    part = grow(part, i);
    const std::string_view look = view.look;
    if (look == "\"") quoted = !quoted;
    if (look == "``") quoted = true;
    if (look == "''") quoted = false;
    if (look == "(") ++brackets;
    if (look == ")" && brackets > 0) --brackets;
  }
}

void Gaps::look_ahead() {
  Part part;
  uint16_t capitals = 0;
  for (size_t i = size(); i > 0; --i) {
    View& view = views_[i - 1];
    part = grow(part, i - 1);
    capitals = view.look.front() == 'A' ? one_more(capitals) : 0;
    view.after = part;
    view.capitals = capitals;
  }
}

/// How many stops it has, whether it ends with one, how many of its words have capitals.
void Gaps::look_over_block() {
  size_t words = 0, capitals = 0, stops = 0;
  for (size_t i = 0; i < size(); ++i) {
    const char first = views_[i].look.front();
    words += first == 'A' || first == 'a' ? 1 : 0;
    capitals += first == 'A' ? 1 : 0;
    stops += is_stop(i) ? 1 : 0;
  }
  const bool closed = size() > 0 && (is_stop(size() - 1) || (size() > 1 && is_stop(size() - 2)));
  constexpr size_t kMany = 5;
  block_ = range_of(std::min(stops, kMany));
  block_ += closed ? "c" : "o";
  block_ += range_of(words == 0 ? 0 : 4 * capitals / words);
}

bool Gaps::may_end(uint32_t i) const {
  if (i == 0 || i >= size() || pieces_[i].clitic) return false;
  // "Norvenia v. Velmark"
  if (lower_[i - 1] == "v." || lower_[i - 1] == "vs.") return false;
  const std::string_view right = views_[i].look;
  const std::string_view left = views_[i - 1].look;
  if (views_[i].rule) return true;
  if (views_[i].space) {
    // Between two words of a sentence, or before its next mark.
    const bool word = left.front() == 'a' || left.front() == '9' || left == "," || left == "'s" ||
                      left == "Aa" || left == "A";
    return !((word && right == "a") || right == "," || right == ".");
  }
  if (right.front() == ')' || right == "''") return false;
  constexpr auto kEnds = std::to_array<std::string_view>({":)", ">>", "**", ">"});
  const Shape shape = pieces_[i - 1].shape;
  return is_stop(i - 1) || shape == Shape::kClose || shape == Shape::kQuote ||
         std::ranges::find(kEnds, left) != kEnds.end();
}

std::string_view Gaps::look_at(int64_t i) const {
  if (i < 0) return "^";
  return i < static_cast<int64_t>(size()) ? views_[static_cast<size_t>(i)].look : "$";
}

std::string_view Gaps::class_at(int64_t i) const {
  if (i < 0) return "^";
  return i < static_cast<int64_t>(size()) ? views_[static_cast<size_t>(i)].known : "$";
}

/// The folded word; marks, numbers and long words have no weights beside those of their looks.
std::string_view Gaps::word_at(int64_t i) const {
  if (i < 0) return "^";
  if (i >= static_cast<int64_t>(size())) return "$";
  const auto at = static_cast<size_t>(i);
  constexpr size_t kLongest = 16;
  const Shape shape = pieces_[at].shape;
  const bool mark = shape == Shape::kOpen || shape == Shape::kClose || shape == Shape::kQuote;
  if (mark || views_[at].look.back() == '9' || lower_[at].size() > kLongest) return views_[at].look;
  return lower_[at];
}

/// What the lexicon knows of a word: its first reading.
std::string_view Gaps::find_class(size_t i) const {
  if (pieces_[i].shape != Shape::kWord) return views_[i].look;
  const auto found = language_.words.find(lower_[i]);
  return found == language_.words.end() ? "?" : std::string_view(found->second.front().upos);
}

/// The piece that the closing marks before a gap close: "." of `."`.
int64_t Gaps::mark_before(uint32_t i) const {
  constexpr uint32_t kFar = 3;
  const int64_t last = static_cast<int64_t>(i) - 1;
  for (int64_t at = last; at >= 0 && at > last - kFar; --at) {
    const Shape shape = pieces_[static_cast<size_t>(at)].shape;
    if (shape != Shape::kClose && shape != Shape::kQuote) return at;
  }
  return last;
}

int64_t Gaps::word_after(uint32_t i) const {
  constexpr uint32_t kFar = 3;
  for (uint32_t at = i; at < pieces_.size() && at < i + kFar; ++at) {
    const Shape shape = pieces_[at].shape;
    if (shape != Shape::kOpen && shape != Shape::kQuote) return at;
  }
  return i;
}

void Gaps::write_features(uint32_t i, std::string& out) const {
  const View& view = views_[i];
  const Around at = {.left = static_cast<int64_t>(i) - 1,
                     .right = i,
                     .mark = mark_before(i),
                     .word = word_after(i)};
  const bool rule = view.rule;
  const std::string_view ruled = view.space ? (rule ? "1" : "0") : (rule ? "1-" : "0-");
  put(out, "rule", {ruled});
  write_looks(at, ruled, out);
  write_words(at, view, out);
  write_classes(at, out);
  write_parts(at, view, out);
}

void Gaps::write_looks(const Around& at, std::string_view rule, std::string& out) const {
  const auto [left, right, mark, word] = at;
  const std::string_view l = look_at(left), r = look_at(right), m = look_at(mark),
                         w = look_at(word);
  put(out, "looks", {rule, l, r});
  put(out, "looks-before", {look_at(left - 1), l, r});
  put(out, "looks-far-before", {look_at(left - 2), look_at(left - 1), l, r});
  put(out, "looks-after", {l, r, look_at(right + 1)});
  put(out, "looks-far-after", {l, r, look_at(right + 1), look_at(right + 2)});
  put(out, "looks-around", {look_at(left - 1), l, r, look_at(right + 1)});
  put(out, "closed", {rule, m, l == m ? "" : l, r == w ? "" : r, w});
  const auto spaced = [&](int64_t i) {
    return i >= static_cast<int64_t>(size()) || views_[static_cast<size_t>(i)].space ? "_" : "-";
  };
  put(out, "spaces", {rule, spaced(left), spaced(right + 1), l, r});
}

void Gaps::write_words(const Around& at, const View& view, std::string& out) const {
  const auto [left, right, mark, word] = at;
  const std::string_view r = look_at(right), m = look_at(mark), w = look_at(word);
  put(out, "left", {word_at(left), r});
  put(out, "right", {look_at(left), word_at(right), r});
  put(out, "word", {m, word_at(word), w});
  put(out, "word-next", {word_at(word), word_at(word + 1)});
  put(out, "word-before", {word_at(mark - 1), m, w});
  put(out, "two-before", {word_at(left - 1), word_at(left)});
  put(out, "pair", {word_at(left), word_at(right)});
  put(out, "third-left", {word_at(mark - 2), m, w});
  put(out, "second-right", {m, w, word_at(word + 1)});
  put(out, "third-right", {m, w, word_at(word + 2)});
  constexpr uint16_t kNear = 5;
  put(out, "left-from", {range_of(std::min(view.before.size, kNear)), word_at(left), r});
}

void Gaps::write_classes(const Around& at, std::string& out) const {
  const auto [left, right, mark, word] = at;
  const std::string_view r = look_at(right), m = look_at(mark), w = look_at(word);
  put(out, "class", {class_at(mark), class_at(word), w});
  put(out, "class-before", {class_at(mark - 1), m, class_at(word), w});
  put(out, "class-after", {m, class_at(word), w, class_at(word + 1), look_at(word + 1)});
  put(out, "classes-left", {class_at(left - 1), class_at(left), r});
  put(out, "classes", {class_at(left), class_at(right), class_at(right + 1), r});
}

/// What lies between the gap and the stops on either side, and in the block.
void Gaps::write_parts(const Around& at, const View& view, std::string& out) const {
  const std::string_view m = look_at(at.mark), w = look_at(at.word);
  const std::string_view from = range_of(view.before.size), to = range_of(view.after.size);
  const auto kind = [](const Part& part) {
    return part.verb ? (part.small ? "v" : "vc") : (part.small ? "" : "c");
  };
  put(out, "from", {from, m, w});
  put(out, "to", {to, m, w});
  put(out, "from-to", {from, to, m});
  put(out, "parts", {kind(view.before), kind(view.after), m, w});
  put(out, "parts-from", {kind(view.before), kind(view.after), from, to});
  put(out, "capitals", {range_of(view.capitals), m, look_at(at.right + view.capitals)});
  put(out, "quoted",
      {view.quoted ? "q" : "", view.bracketed ? "b" : "", look_at(at.left), look_at(at.right)});
  put(out, "block", {block_, m, w});
  put(out, "start", {range_of(static_cast<size_t>(at.right)), m, w});
  put(out, "rest", {range_of(size() - static_cast<size_t>(at.right)), m, w});
}

}  // namespace demarche
