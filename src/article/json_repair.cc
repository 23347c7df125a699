// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/json_repair.h"

#include "base/strings.h"

namespace demarche {
namespace {

// One pass.
class Repair {
 public:
  explicit Repair(std::string_view text) : text_(text) { out_.reserve(text.size() + 16); }

  std::string run() {
    for (const std::string_view opener : {"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["}) {
      text_ = trim(text_);
      if (text_.starts_with(opener)) text_.remove_prefix(opener.size());
    }
    // What stands before the data: "var x = {...}".
    at_ = std::min(text_.find_first_of("{["), text_.size());
    while (at_ < text_.size()) step();
    drop_comma();
    while (!open_.empty()) close();
    return values_ > 1 ? "[" + out_ + "]" : out_;
  }

 private:
  void step() {
    const char c = text_[at_];
    if (is_ascii_space(c) || static_cast<unsigned char>(c) < 32) {
      ++at_;
    } else if (c == '/' || (c == '<' && open_.empty())) {
      skip_comment();
    } else if (open_.empty() && c != '{' && c != '[') {
      ++at_;  // between values, and after the last one
    } else if (c == '"') {
      separate();
      read_string();
    } else if (c == '{' || c == '[') {
      separate();
      if (open_.empty() && ++values_ > 1) out_ += ',';
      if (open_.size() >= kDeepest) {
        at_ = text_.size();
        return;
      }
      open_ += c == '{' ? '}' : ']';
      put(c);
    } else if (c == '}' || c == ']') {
      ++at_;
      if (open_.find(c) == std::string::npos) return;
      drop_comma();
      while (open_.back() != c) close();
      close();
    } else if (c == ',') {
      if (last_ == ',' || last_ == '{' || last_ == '[') {
        ++at_;
      } else {
        put(c);
      }
    } else {
      if (c != ':' && last_ != c && (last_ == '}' || last_ == ']' || last_ == '"')) separate();
      put(c);
    }
  }
  void put(char c) {
    out_ += c;
    last_ = c;
    ++at_;
  }
  void close() {
    if (last_ == ':') out_ += "null";
    out_ += last_ = open_.back();
    open_.pop_back();
  }
  void drop_comma() {
    if (last_ != ',') return;
    out_.pop_back();
    last_ = out_.empty() ? '\0' : out_.back();
  }
  // A comma that is missing before a value.
  void separate() {
    if (!open_.empty() && (last_ == '}' || last_ == ']' || last_ == '"')) out_ += ',';
  }
  void skip_comment() {
    const std::string_view rest = text_.substr(at_);
    size_t end = std::string_view::npos;
    if (rest.starts_with("/*")) {
      end = rest.find("*/");
      at_ += end == std::string_view::npos ? rest.size() : end + 2;
    } else if (rest.starts_with("//")) {
      end = rest.find('\n');
      at_ += end == std::string_view::npos ? rest.size() : end;
    } else {
      ++at_;
    }
  }
  // Whether the quote at `at` ends a string: what follows is what may follow a string.
  [[nodiscard]] bool ends_string(size_t at) const {
    bool line = false;
    for (++at; at < text_.size() && is_ascii_space(text_[at]); ++at) line |= text_[at] == '\n';
    if (at >= text_.size()) return true;
    const char c = text_[at];
    if (c == '/' && at + 1 < text_.size() && (text_[at + 1] == '*' || text_[at + 1] == '/'))
      return true;
    return c == ',' || c == ':' || c == '}' || c == ']' || (line && (c == '"' || c == '{'));
  }
  void read_string() {
    put('"');
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"') {
        if (ends_string(at_)) break;
        out_ += "\\\"";
      } else if (c == '\\' && at_ + 1 < text_.size()) {
        const char next = text_[++at_];
        if (std::string_view("\"\\/bfnrtu").find(next) != std::string_view::npos) {
          out_ += '\\';
          out_ += next;
        } else {
          out_ += static_cast<unsigned char>(next) < 32 ? ' ' : next;
        }
      } else if (c == '\n') {
        out_ += "\\n";
      } else if (c != '\\') {
        out_ += static_cast<unsigned char>(c) < 32 ? ' ' : c;
      }
    }
    out_ += last_ = '"';
    ++at_;
  }

  static constexpr size_t kDeepest = 512;
  std::string_view text_;
  std::string out_, open_;
  size_t at_ = 0, values_ = 0;
  char last_ = '\0';  // the last character that is no white space
};

}  // namespace

std::string repair_json(std::string_view text) { return Repair(text).run(); }

}  // namespace demarche
