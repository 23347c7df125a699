// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "page/prescan.h"

#include <algorithm>

#include "base/strings.h"
#include "page/encoding.h"

namespace demarche {
namespace {

size_t skip_space(std::string_view text, size_t at) {
  while (at < text.size() && is_ascii_space(text[at])) ++at;
  return at;
}

struct Attribute {
  std::string_view name, value;
};

// Reads tags in the lower-case head of a page.
class Prescan {
 public:
  explicit Prescan(std::string_view head) : text_(head) {}

  std::string find() {
    for (; at_ < text_.size(); ++at_) {
      at_ = text_.find('<', at_);
      if (at_ == std::string_view::npos) break;
      const std::string_view rest = text_.substr(at_);
      if (rest.starts_with("<!--")) {
        // "<!-->" is a whole comment.
        const size_t end = text_.find("-->", at_ + 2);
        if (end == std::string_view::npos) break;
        at_ = end + 2;
      } else if (rest.starts_with("<meta") && rest.size() > 5 &&
                 (is_ascii_space(rest[5]) || rest[5] == '/')) {
        at_ += 5;
        if (std::string label = read_meta(); !label.empty()) return label;
      } else if (rest.size() > 2 &&
                 (is_ascii_alpha(rest[1]) || (rest[1] == '/' && is_ascii_alpha(rest[2])))) {
        while (at_ < text_.size() && !is_ascii_space(text_[at_]) && text_[at_] != '>') ++at_;
        Attribute attribute;
        while (next_attribute(attribute)) {
        }
      } else if (rest.size() > 1 && (rest[1] == '!' || rest[1] == '/' || rest[1] == '?')) {
        at_ = std::min(text_.find('>', at_), text_.size());
      }
    }
    return {};
  }

 private:
  bool next_attribute(Attribute& attribute) {
    while (at_ < text_.size() && (is_ascii_space(text_[at_]) || text_[at_] == '/')) ++at_;
    if (at_ >= text_.size() || text_[at_] == '>') return false;
    const size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != '>' && text_[at_] != '/' &&
           !is_ascii_space(text_[at_]) && (text_[at_] != '=' || at_ == begin))
      ++at_;
    attribute = {text_.substr(begin, at_ - begin), {}};
    const size_t equals = skip_space(text_, at_);
    if (equals >= text_.size() || text_[equals] != '=') return true;
    at_ = skip_space(text_, equals + 1);
    if (at_ >= text_.size()) return true;
    size_t end = 0;
    if (text_[at_] == '"' || text_[at_] == '\'') {
      end = text_.find(text_[at_], at_ + 1);
      if (end == std::string_view::npos) {
        at_ = text_.size();
        return true;
      }
      attribute.value = text_.substr(at_ + 1, end - at_ - 1);
      at_ = end + 1;
      return true;
    }
    end = at_;
    while (end < text_.size() && text_[end] != '>' && !is_ascii_space(text_[end])) ++end;
    attribute.value = text_.substr(at_, end - at_);
    at_ = end;
    return true;
  }

  std::string read_meta() {
    std::string_view charset;
    std::string content;
    bool pragma = false;
    Attribute attribute;
    while (next_attribute(attribute)) {
      if (attribute.name == "http-equiv") pragma = pragma || attribute.value == "content-type";
      if (attribute.name == "content" && content.empty())
        content = find_header_label(attribute.value);
      if (attribute.name == "charset" && charset.empty()) charset = attribute.value;
    }
    if (at_ >= text_.size()) return {};  // cut short
    if (!charset.empty())
      return find_encoding(charset).empty() ? std::string() : std::string(trim(charset));
    return pragma && !find_encoding(content).empty() ? content : std::string();
  }

  std::string_view text_;
  size_t at_ = 0;
};

}  // namespace

std::string find_header_label(std::string_view content_type) {
  const std::string lower = to_lower_ascii(content_type.substr(0, 1024));
  const std::string_view text = lower;
  for (size_t at = text.find("charset"); at != std::string_view::npos;
       at = text.find("charset", at)) {
    at = skip_space(text, at + 7);
    if (at >= text.size() || text[at] != '=') continue;
    at = skip_space(text, at + 1);
    if (at >= text.size()) break;
    if (text[at] == '"' || text[at] == '\'') {
      const size_t end = text.find(text[at], at + 1);
      if (end == std::string_view::npos) break;
      return std::string(trim(text.substr(at + 1, end - at - 1)));
    }
    const size_t end = std::min(text.find_first_of(" \t\r\n\f;,", at), text.size());
    return std::string(text.substr(at, end - at));
  }
  return {};
}

std::string find_declared_label(std::string_view head) {
  const std::string lower = to_lower_ascii(head);
  std::string_view text = lower;
  if (text.starts_with("<?xml")) {
    const std::string_view declaration = text.substr(0, text.find('>'));
    if (size_t at = declaration.find("encoding"); at != std::string_view::npos) {
      at = skip_space(declaration, at + 8);
      if (at < declaration.size() && declaration[at] == '=') at = skip_space(declaration, at + 1);
      if (at < declaration.size() && (declaration[at] == '"' || declaration[at] == '\'')) {
        const size_t end = declaration.find(declaration[at], at + 1);
        if (end != std::string_view::npos) {
          const std::string_view label = declaration.substr(at + 1, end - at - 1);
          if (!find_encoding(label).empty()) return std::string(label);
        }
      }
    }
  }
  return Prescan(text).find();
}

}  // namespace demarche
