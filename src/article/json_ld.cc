// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "article/fragment.h"
#include "article/json_repair.h"
#include "article/references.h"
#include "base/strings.h"

namespace demarche {
namespace {

namespace dom = simdjson::dom;

constexpr size_t kNodes = 20000;   // objects walked of one page
constexpr size_t kEntries = 2000;  // of a live page
constexpr size_t kEntryBytes = 1U << 16U;

std::string text_of(const dom::element& value) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return fold_space(decode_references(text));
  dom::array list;
  if (value.get(list) == simdjson::SUCCESS && list.size() > 0) {
    if (list.at(0).get(text) == simdjson::SUCCESS) return fold_space(decode_references(text));
  }
  dom::object object;
  if (value.get(object) == simdjson::SUCCESS) {
    for (const std::string_view key : {"name", "@value", "@id"}) {
      if (object[key].get(text) == simdjson::SUCCESS) return fold_space(decode_references(text));
    }
  }
  return {};
}

// Milliseconds or seconds since 1970, as some pages give their dates.
std::string date_of(const dom::element& value) {
  uint64_t count = 0;
  if (value.get(count) == simdjson::SUCCESS) return std::to_string(count);
  return text_of(value);
}

bool type_is(const dom::object& object, std::string_view& type) {
  dom::element value;
  if (object["@type"].get(value) != simdjson::SUCCESS) return false;
  if (value.get(type) == simdjson::SUCCESS) return true;
  dom::array list;
  return value.get(list) == simdjson::SUCCESS && list.size() > 0 &&
         list.at(0).get(type) == simdjson::SUCCESS;
}

// How much a type is that of the page's article: 0 not at all.
int rank_of(std::string_view type) {
  if (const size_t slash = type.rfind('/'); slash != std::string_view::npos)
    type.remove_prefix(slash + 1);
  if (type.ends_with("NewsArticle")) return 5;
  if (type.ends_with("Article") || type.ends_with("BlogPosting") || type == "Report" ||
      type == "Review" || type == "Recipe")
    return 4;
  if (type == "Posting" || type == "SocialMediaPosting" || type == "CreativeWork") return 3;
  return type.ends_with("WebPage") ? 1 : 0;
}

std::vector<std::string_view> types_of(const dom::object& object) {
  std::vector<std::string_view> types;
  dom::element value;
  if (object["@type"].get(value) != simdjson::SUCCESS) return types;
  std::string_view type;
  dom::array list;
  if (value.get(type) == simdjson::SUCCESS) {
    types.push_back(type);
  } else if (value.get(list) == simdjson::SUCCESS) {
    for (const dom::element item : list) {
      if (item.get(type) == simdjson::SUCCESS) types.push_back(type);
    }
  }
  return types;
}

// The best of its types.
int rank_of(const dom::object& object) {
  int best = 0;
  for (const std::string_view type : types_of(object)) best = std::max(best, rank_of(type));
  return best;
}

// A page that lists other pages, by the name of its type.
bool is_index_type(std::string_view type) {
  return type.ends_with("CollectionPage") || type.ends_with("ItemList") ||
         type.ends_with("SearchResultsPage") || type.ends_with("ProfilePage") ||
         type.ends_with("ContactPage") || type.ends_with("ErrorPage") ||
         type.ends_with("CheckoutPage");
}

bool is_empty(const dom::element& value) {
  dom::object object;
  dom::array list;
  return (value.get(object) == simdjson::SUCCESS && object.size() == 0) ||
         (value.get(list) == simdjson::SUCCESS && list.size() == 0);
}

class Walk {
 public:
  void add(const dom::element& root);
  [[nodiscard]] LinkedData result() const;

 private:
  struct Node {
    dom::object object;
    int rank = 0;
    int depth = 0;
  };
  void add_live(const dom::object& object);
  void add_comment(const dom::object& object);
  [[nodiscard]] std::vector<Author> authors_of(const dom::object& object) const;
  [[nodiscard]] std::string image_of(dom::element value) const;
  void fill(const dom::object& object, LinkedData& data) const;
  std::vector<Node> articles_;
  std::vector<LiveEntry> live_;
  std::vector<std::string> comments_;
  bool is_index_ = false;
  std::unordered_map<std::string_view, dom::object> by_id_;
  size_t nodes_ = 0;
};

void Walk::add(const dom::element& root) {
  std::vector<std::pair<dom::element, int>> open = {{root, 0}};
  while (!open.empty() && nodes_ < kNodes) {
    const auto [value, depth] = open.back();
    open.pop_back();
    dom::array list;
    if (value.get(list) == simdjson::SUCCESS) {
      std::vector<dom::element> items;
      for (const dom::element item : list) items.push_back(item);
      for (size_t i = items.size(); i > 0; --i) open.emplace_back(items[i - 1], depth);
      continue;
    }
    dom::object object;
    if (value.get(object) != simdjson::SUCCESS) continue;
    ++nodes_;
    const int rank = rank_of(object);
    if (rank > 0) articles_.push_back({object, rank, depth});
    add_live(object);
    add_comment(object);
    is_index_ = is_index_ || (depth == 0 && std::ranges::any_of(types_of(object), is_index_type));
    std::string_view id;
    if (object["@id"].get(id) == simdjson::SUCCESS && object.size() > 1) by_id_.emplace(id, object);
    for (const auto field : object) {
      const bool graph =
          field.key == "@graph" || field.key == "mainEntity" || field.key == "mainEntityOfPage";
      if (field.value.is_object() || field.value.is_array())
        open.emplace_back(field.value, depth + (graph ? 0 : 1));
    }
  }
}

void set(std::string& to, const dom::object& object, std::string_view key) {
  dom::element value;
  if (to.empty() && object[key].get(value) == simdjson::SUCCESS) to = text_of(value);
}

std::vector<Author> Walk::authors_of(const dom::object& object) const {
  std::vector<Author> authors;
  dom::element value;
  if (object["author"].get(value) != simdjson::SUCCESS &&
      object["creator"].get(value) != simdjson::SUCCESS)
    return authors;
  std::vector<dom::element> items;
  dom::array list;
  if (value.get(list) == simdjson::SUCCESS) {
    for (const dom::element item : list) items.push_back(item);
  } else {
    items.push_back(value);
  }
  for (const dom::element& item : items) {
    if (authors.size() >= 32) break;
    Author author;
    dom::element names;
    bool names_given = false;
    dom::object person;
    if (item.get(person) == simdjson::SUCCESS) {
      std::string_view id;
      dom::element name;
      if (person["name"].get(name) != simdjson::SUCCESS &&
          person["@id"].get(id) == simdjson::SUCCESS) {
        if (const auto found = by_id_.find(id); found != by_id_.end()) person = found->second;
      }
      if (person["name"].get(name) == simdjson::SUCCESS) {
        author.name = text_of(name);
        names_given = name.is_array();
        if (names_given) names = name;
      }
      std::string_view type;
      if (type_is(person, type) && type != "Person") author.kind = AuthorKind::kOutlet;
    } else {
      author.name = text_of(item);
    }
    if (dom::array all; names_given && names.get(all) == simdjson::SUCCESS) {
      for (const dom::element one : all) {
        if (authors.size() < 32) authors.push_back({text_of(one), author.kind});
      }
    } else if (!author.name.empty()) {
      authors.push_back(std::move(author));
    }
  }
  return authors;
}

void add_tags(const dom::element& value, std::vector<std::string>& tags) {
  dom::array list;
  std::string_view text;
  if (value.get(list) == simdjson::SUCCESS) {
    for (const dom::element item : list) {
      std::string tag = text_of(item);
      if (!tag.empty() && tags.size() < 64) tags.push_back(std::move(tag));
    }
  } else if (value.get(text) == simdjson::SUCCESS) {
    for (const std::string_view part : split(text, ',')) {
      std::string tag = fold_space(decode_references(part));
      if (!tag.empty() && tags.size() < 64) tags.push_back(std::move(tag));
    }
  }
}

std::optional<bool> flag_of(const dom::object& object) {
  dom::element value;
  if (object["isAccessibleForFree"].get(value) != simdjson::SUCCESS) return std::nullopt;
  bool free = false;
  if (value.get(free) == simdjson::SUCCESS) return free;
  std::string_view word;
  if (value.get(word) != simdjson::SUCCESS) return std::nullopt;
  const std::string lower = to_lower_ascii(word);
  if (lower.ends_with("true")) return true;
  return lower.ends_with("false") ? std::optional(false) : std::nullopt;
}

// "isAccessibleForFree" of the article, or of the part of it that is behind the wall.
std::optional<bool> paywalled_of(const dom::object& object) {
  const std::optional<bool> whole = flag_of(object);
  if (whole) return !*whole;
  dom::element parts;
  if (object["hasPart"].get(parts) != simdjson::SUCCESS) return std::nullopt;
  dom::object part;
  if (parts.get(part) == simdjson::SUCCESS) {
    const std::optional<bool> flag = flag_of(part);
    return flag ? std::optional(!*flag) : std::nullopt;
  }
  std::optional<bool> paywalled;
  dom::array list;
  if (parts.get(list) != simdjson::SUCCESS) return paywalled;
  for (const dom::element item : list) {
    if (item.get(part) != simdjson::SUCCESS) continue;
    if (const std::optional<bool> flag = flag_of(part))
      paywalled = paywalled.value_or(false) || !*flag;
  }
  return paywalled;
}

// The address of a picture: a string, an ImageObject, the first of a list, or one named by its @id.
std::string Walk::image_of(dom::element value) const {
  constexpr int kMostSteps = 4;
  for (int step = 0; step < kMostSteps; ++step) {
    dom::array list;
    dom::object object;
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS) return fold_space(decode_references(text));
    if (value.get(list) == simdjson::SUCCESS && list.size() > 0) {
      value = list.at(0);
      continue;
    }
    if (value.get(object) != simdjson::SUCCESS) return {};
    if (object["url"].get(value) == simdjson::SUCCESS ||
        object["contentUrl"].get(value) == simdjson::SUCCESS)
      continue;
    if (object["@id"].get(text) != simdjson::SUCCESS) return {};
    const auto found = by_id_.find(text);
    if (found == by_id_.end()) return fold_space(decode_references(text));
    if (found->second["url"].get(value) != simdjson::SUCCESS &&
        found->second["contentUrl"].get(value) != simdjson::SUCCESS)
      return {};
  }
  return {};
}

// Some give what is said, and the body of an entry, with its tags.
void Walk::add_comment(const dom::object& object) {
  const auto types = types_of(object);
  const bool comment =
      std::ranges::any_of(types, [](std::string_view type) { return type.ends_with("Comment"); });
  std::string_view text;
  if (!comment || comments_.size() >= kEntries || object["text"].get(text) != simdjson::SUCCESS)
    return;
  comments_.push_back(without_tags(decode_references(text.substr(0, kEntryBytes))));
}

void Walk::add_live(const dom::object& object) {
  dom::element updates;
  if (object["liveBlogUpdate"].get(updates) != simdjson::SUCCESS) return;
  std::vector<dom::element> items;
  dom::array list;
  if (updates.get(list) == simdjson::SUCCESS) {
    for (const dom::element item : list) items.push_back(item);
  } else {
    items.push_back(updates);
  }
  for (const dom::element& item : items) {
    dom::object entry;
    std::string_view body;
    if (live_.size() >= kEntries || item.get(entry) != simdjson::SUCCESS) continue;
    LiveEntry read;
    set(read.headline, entry, "headline");
    set(read.published, entry, "datePublished");
    if (entry["articleBody"].get(body) == simdjson::SUCCESS)
      read.body = without_tags(decode_references(body.substr(0, kEntryBytes)));
    if (!read.published.empty()) live_.push_back(std::move(read));
  }
}

void Walk::fill(const dom::object& object, LinkedData& data) const {
  set(data.headline, object, "headline");
  dom::element value;
  if (data.published.empty() && object["datePublished"].get(value) == simdjson::SUCCESS)
    data.published = date_of(value);
  if (data.modified.empty() && object["dateModified"].get(value) == simdjson::SUCCESS)
    data.modified = date_of(value);
  set(data.description, object, "description");
  set(data.section, object, "articleSection");
  set(data.language, object, "inLanguage");
  set(data.url, object, "url");
  for (const std::string_view key : {"image", "thumbnailUrl"}) {
    if (data.image.empty() && object[key].get(value) == simdjson::SUCCESS)
      data.image = image_of(value);
  }
  std::string_view body;
  if (data.body.empty() && object["articleBody"].get(body) == simdjson::SUCCESS)
    data.body = decode_references(body);
  if (data.site.empty() && object["publisher"].get(value) == simdjson::SUCCESS) {
    data.site = text_of(value);
    std::string_view id;
    dom::object publisher;
    if (value.get(publisher) == simdjson::SUCCESS &&
        publisher["@id"].get(id) == simdjson::SUCCESS && data.site == id) {
      data.site.clear();
      if (const auto found = by_id_.find(id); found != by_id_.end())
        set(data.site, found->second, "name");
    }
  }
  if (data.authors.empty()) data.authors = authors_of(object);
  if (data.tags.empty() && object["keywords"].get(value) == simdjson::SUCCESS)
    add_tags(value, data.tags);
  if (!data.paywalled) data.paywalled = paywalled_of(object);
}

LinkedData Walk::result() const {
  // The best article first, then what the page itself says, where the article is silent.
  LinkedData data{.comments = comments_, .live = live_, .is_index = is_index_};
  std::vector<Node> order = articles_;
  std::ranges::stable_sort(order, [](const Node& a, const Node& b) {
    return std::pair(a.rank - 2 * std::min(a.depth, 3), -a.depth) >
           std::pair(b.rank - 2 * std::min(b.depth, 3), -b.depth);
  });
  constexpr int kArticle = 4;
  data.is_article = std::ranges::any_of(
      order, [](const Node& node) { return node.depth == 0 && node.rank >= kArticle; });
  int best = 0;
  for (const Node& node : order) {
    if (node.depth > 1 && best > 0) continue;
    if (best == 0) best = node.rank;
    // Two articles on one page: the second one is another story.
    if (node.rank >= 3 && best >= 3 && &node != order.data()) continue;
    fill(node.object, data);
  }
  return data;
}

}  // namespace

LinkedData read_json_ld(const std::vector<std::string>& scripts, std::vector<Note>& notes) {
  // The parsers own what the walk points to.
  std::vector<dom::parser> parsers(scripts.size());
  Walk walk;
  size_t broken = 0;
  for (size_t i = 0; i < scripts.size(); ++i) {
    if (trim(scripts[i]).empty()) continue;
    dom::element root;
    const simdjson::padded_string raw(scripts[i]);
    if (parsers[i].parse(raw).get(root) != simdjson::SUCCESS) {
      const simdjson::padded_string repaired(repair_json(scripts[i]));
      // What is left of nothing but brackets is nothing.
      if (parsers[i].parse(repaired).get(root) != simdjson::SUCCESS || is_empty(root)) {
        ++broken;
        continue;
      }
    }
    walk.add(root);
  }
  if (broken > 0) {
    notes.push_back(
        {"article", "broken_json_ld", std::to_string(broken) + " script(s) could not be read"});
  }
  return walk.result();
}

}  // namespace demarche
