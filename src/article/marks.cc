// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/marks.h"

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace demarche {
namespace {

using enum FurnitureKind;
using std::string_view_literals::operator""sv;

struct Mark {
  std::string_view part;
  FurnitureKind kind;
};
constexpr std::array kMarks = {
    Mark{"comment", kComment},
    Mark{"disqus", kComment},
    Mark{"respond", kComment},
    Mark{"related", kRelated},
    Mark{"recommend", kRelated},
    Mark{"most-read", kRelated},
    Mark{"mostread", kRelated},
    Mark{"most_read", kRelated},
    Mark{"most-popular", kRelated},
    Mark{"trending", kRelated},
    Mark{"read-more", kRelated},
    Mark{"readmore", kRelated},
    Mark{"more-from", kRelated},
    Mark{"more-stories", kRelated},
    Mark{"also-like", kRelated},
    Mark{"outbrain", kRelated},
    Mark{"taboola", kRelated},
    Mark{"teaser", kTeaser},
    Mark{"promo", kTeaser},
    Mark{"sidebar", kTeaser},
    Mark{"side-bar", kTeaser},
    Mark{"newsletter", kOther},
    Mark{"subscribe", kOther},
    Mark{"subscription", kOther},
    Mark{"signup", kOther},
    Mark{"sign-up", kOther},

    Mark{"advert", kOther},
    Mark{"sponsor", kOther},
    Mark{"ad-container", kOther},
    Mark{"donat", kOther},
    Mark{"poll", kOther},
    Mark{"quiz", kOther},
    Mark{"infobox", kOther},
    Mark{"share", kShare},
    Mark{"sharing", kShare},
    Mark{"social", kShare},
    Mark{"breadcrumb", kNavigation},
    Mark{"nav", kNavigation},
    Mark{"menu", kNavigation},
    Mark{"pagination", kNavigation},
    Mark{"toc", kNavigation},
    Mark{"table-of-contents", kNavigation},
    Mark{"tags", kNavigation},
    Mark{"tag-list", kNavigation},
    Mark{"footer", kLegal},
    Mark{"cookie", kLegal},
    Mark{"consent", kLegal},
    Mark{"gdpr", kLegal},
    Mark{"copyright", kLegal},
    Mark{"disclaimer", kLegal},
    Mark{"byline", kByline},
    Mark{"author", kByline},
    Mark{"bio", kByline},
    Mark{"dateline", kDate},
    Mark{"timestamp", kDate},
    Mark{"published", kDate},
    Mark{"modal", kOther},
    Mark{"popup", kOther},
    Mark{"overlay", kOther},
    Mark{"screen-reader", kOther},
    Mark{"sr-only", kOther},
    Mark{"visually-hidden", kOther},
    Mark{"visuallyhidden", kOther},
    Mark{"skip-link", kNavigation},
    Mark{"player", kOther},
    Mark{"twitter-tweet", kOther},
    Mark{"twitter-video", kOther},
    Mark{"instagram-media", kOther},
    Mark{"tiktok-embed", kOther},
};

// "toc" in "stock" is no mark: short parts must stand as words of their own.
bool has_part(std::string_view marks, std::string_view part) {
  for (size_t at = marks.find(part); at != std::string_view::npos; at = marks.find(part, at + 1)) {
    const bool starts = at == 0 || !is_ascii_alpha(marks[at - 1]);
    const size_t end = at + part.size();
    const bool ends =
        end == marks.size() || !is_ascii_alpha(marks[end]) ||
        (marks[end] == 's' && (end + 1 == marks.size() || !is_ascii_alpha(marks[end + 1])));
    if (marks.substr(end).starts_with("ary")) continue;  // "commentary"
    if (part.size() >= 7 || (starts && (ends || part.size() >= 5))) return true;
  }
  return false;
}

// Names that pages give to the box of the article itself.
constexpr std::array kTextBoxes = {
    "article-body"sv,    "articlebody"sv,      "article__body"sv,   "article_body"sv,
    "article-content"sv, "article__content"sv, "article_content"sv, "article-text"sv,
    "article__text"sv,   "entry-content"sv,    "post-content"sv,    "post__content"sv,
    "story-body"sv,      "story__body"sv,      "story-content"sv,   "story-text"sv,
    "body-content"sv,    "body-text"sv,        "bodytext"sv,        "main-content"sv,
    "content-body"sv,    "richtext"sv,         "rich-text"sv};

// "hidden" as a word of its own: not shown, unless another word shows it on some screens.
bool is_hidden_class(std::string_view marks) {
  bool hidden = false;
  for (const std::string_view word : split(marks, ' ')) {
    hidden = hidden || word == "hidden" || word == "is-hidden" || word == "d-none";
    if (word.find(":block") != std::string_view::npos ||
        word.find(":flex") != std::string_view::npos || word.starts_with("d-md") ||
        word.starts_with("d-lg") || word.starts_with("d-sm") || word.starts_with("d-xl")) {
      return false;
    }
  }
  return hidden;
}

}  // namespace

std::optional<FurnitureKind> find_marked_kind(std::string_view marks, std::string_view tag) {
  if (tag == "nav" || tag == "menu") return kNavigation;
  if (tag == "aside") return kTeaser;
  if (tag == "footer") return kLegal;
  if (tag == "form" || tag == "dialog") return kOther;
  if (marks.empty()) return std::nullopt;
  if (is_hidden_class(marks)) return kOther;
  if (std::ranges::any_of(kTextBoxes, [&](std::string_view box) {
        return marks.find(box) != std::string_view::npos;
      }))
    return std::nullopt;
  for (const Mark& mark : kMarks) {
    if (has_part(marks, mark.part)) return mark.kind;
  }
  return std::nullopt;
}

bool is_standfirst_mark(std::string_view marks) {
  for (const std::string_view part :
       {"standfirst",  "subtitle",    "sub-title",      "subhead",  "sub-head", "subheadline",
        "deck",        "-dek",        "dek-",           "lede",     "lead",     "strapline",
        "excerpt",     "chapeau",     "sapo",           "summary",  "abstract", "intro",
        "description", "teaser-text", "article-teaser", "vorspann", "perex"}) {
    if (marks.find(part) != std::string_view::npos) return true;
  }
  return false;
}

bool is_plain_box(std::string_view marks) {
  for (const std::string_view word : split(marks, ' ')) {
    for (const std::string_view name : {"sidebar", "aside", "comments", "related", "footer",
                                        "recommended", "teasers", "hidden"}) {
      if (word == name) return true;
    }
  }
  return false;
}

bool is_heading(std::string_view tag) {
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

bool has_tag(std::string_view path, std::string_view tag) {
  for (size_t at = path.find(tag); at != std::string_view::npos; at = path.find(tag, at + 1)) {
    const bool starts = at == 0 || path[at - 1] == ' ';
    const size_t end = at + tag.size();
    if (starts && (end == path.size() || path[end] == ' ')) return true;
  }
  return false;
}

}  // namespace demarche
