// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "store/codec.h"

#include <bit>
#include <chrono>
#include <cstdint>
#include <type_traits>
#include <vector>

namespace demarche {
namespace {

// Numbers are eight bytes, little end first; a string is its length and its bytes; a list its
// length and its items; what may be absent is a list of one or none.
class Writer {
 public:
  void number(uint64_t value) {
    for (int i = 0; i < 8; ++i) out_ += static_cast<char>((value >> (8 * i)) & 0xFFU);
  }
  void operator()(const std::string& text) {
    number(text.size());
    out_ += text;
  }
  void operator()(double value) { number(std::bit_cast<uint64_t>(value)); }
  void operator()(bool value) { number(value ? 1 : 0); }
  void operator()(int value) { number(static_cast<uint64_t>(static_cast<int64_t>(value))); }
  void operator()(uint32_t value) { number(value); }
  template <class Enum>
    requires std::is_enum_v<Enum>
  void choice(Enum value, Enum) {
    number(static_cast<uint64_t>(value));
  }
  void operator()(const std::vector<std::string>& list) {
    number(list.size());
    for (const auto& item : list) (*this)(item);
  }
  void operator()(const std::optional<Day>& day) {
    number(day ? 1 : 0);
    if (day) (*this)(static_cast<int>(day->time_since_epoch().count()));
  }
  void operator()(const std::optional<double>& value) {
    number(value ? 1 : 0);
    if (value) (*this)(*value);
  }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : left_(bytes) {}
  uint64_t number() {
    if (left_.size() < 8) return bad();
    uint64_t value = 0;
    for (size_t i = 0; i < 8; ++i) value |= uint64_t{static_cast<uint8_t>(left_[i])} << (8 * i);
    left_.remove_prefix(8);
    return value;
  }
  void operator()(std::string& text) {
    const uint64_t size = number();
    if (size > left_.size()) return static_cast<void>(bad());
    text = left_.substr(0, size);
    left_.remove_prefix(size);
  }
  void operator()(double& value) { value = std::bit_cast<double>(number()); }
  void operator()(bool& value) { value = number() != 0; }
  void operator()(int& value) { value = static_cast<int>(static_cast<int64_t>(number())); }
  void operator()(uint32_t& value) { value = static_cast<uint32_t>(number()); }
  template <class Enum>
    requires std::is_enum_v<Enum>
  void choice(Enum& value, Enum last) {
    const uint64_t got = number();
    if (got > static_cast<uint64_t>(last)) return static_cast<void>(bad());
    value = static_cast<Enum>(got);
  }
  void operator()(std::vector<std::string>& list) {
    const uint64_t size = number();
    for (uint64_t i = 0; i < size && !failed_; ++i) (*this)(list.emplace_back());
  }
  void operator()(std::optional<Day>& day) {
    if (number() == 0) return;
    int count = 0;
    (*this)(count);
    day = Day{std::chrono::days{count}};
  }
  void operator()(std::optional<double>& value) {
    if (number() != 0) (*this)(value.emplace());
  }
  [[nodiscard]] bool good() const { return !failed_ && left_.empty(); }

 private:
  uint64_t bad() {
    failed_ = true;
    left_ = {};
    return 0;
  }
  std::string_view left_;
  bool failed_ = false;
};

// One list of fields a row, for both directions. `Row` is const when writing.
template <class Archive, class Row>
void visit_ref(Archive& a, Row& ref) {
  a(ref.document), a(ref.row), a(ref.start), a(ref.end);
}

template <class Archive, class Row>
void visit_point(Archive& a, Row& p) {
  visit_ref(a, p.ref);
  a(p.deed), a(p.side), a(p.speaker), a(p.speaker_name), a(p.office), a(p.attributed);
  a(p.counterparts), a(p.topic), a(p.anchor), a(p.axis), a(p.plus), a(p.minus);
  a(p.polarity), a(p.commitment), a(p.confidence), a(p.act), a(p.from), a(p.to), a(p.order);
  a(p.utterance), a(p.standing), a(p.says_differ);
  visit_ref(a, p.differ_ref);
  a(p.contrast_with), a(p.conditional), a(p.wording), a(p.text), a(p.outlet), a(p.day_text),
      a(p.url);
}

template <class Archive, class Row>
void visit_issue(Archive& a, Row& issue) {
  a(issue.id), a(issue.label), a(issue.side), a(issue.topic), a(issue.counterparts), a(issue.rows);
}

template <class Archive, class Row>
void visit_signal(Archive& a, Row& signal) {
  a(signal.id);
  a.choice(signal.kind, SignalKind::kTwoHanded);
  a.choice(signal.status, SignalStatus::kListed);
  a(signal.side), a(signal.issue);
  visit_ref(a, signal.a);
  a(signal.members), a(signal.score);
  a(signal.terms.prior), a(signal.terms.reading), a(signal.terms.cue), a(signal.terms.strength),
      a(signal.terms.window);
  a(signal.by_outlet), a(signal.why);
}

}  // namespace

std::string encode_point(const Point& point) {
  Writer writer;
  visit_point(writer, point);
  return writer.take();
}

std::string encode_issue(const Issue& issue) {
  Writer writer;
  visit_issue(writer, issue);
  return writer.take();
}

std::string encode_signal(const Signal& signal) {
  Writer writer;
  visit_signal(writer, signal);
  writer(signal.b.has_value());
  if (signal.b) visit_ref(writer, *signal.b);
  return writer.take();
}

std::optional<Point> decode_point(std::string_view bytes) {
  Reader reader(bytes);
  Point point;
  visit_point(reader, point);
  return reader.good() ? std::optional(std::move(point)) : std::nullopt;
}

std::optional<Issue> decode_issue(std::string_view bytes) {
  Reader reader(bytes);
  Issue issue;
  visit_issue(reader, issue);
  return reader.good() ? std::optional(std::move(issue)) : std::nullopt;
}

std::optional<Signal> decode_signal(std::string_view bytes) {
  Reader reader(bytes);
  Signal signal;
  visit_signal(reader, signal);
  bool has_b = false;
  reader(has_b);
  if (has_b) visit_ref(reader, signal.b.emplace());
  return reader.good() ? std::optional(std::move(signal)) : std::nullopt;
}

}  // namespace demarche
