// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/strings.h"
#include "base/utf8.h"

namespace demarche {
namespace {

namespace dom = simdjson::dom;

constexpr size_t kNodes = 20000;   // objects walked of one page
constexpr size_t kEntries = 2000;  // of a live page
constexpr size_t kEntryBytes = 1U << 16U;

// JSON as found, made JSON: comments of HTML and of scripts, raw control characters in strings,
// quotes in strings, commas too many or too few, several values in a row, brackets that are never
// closed or close nothing. One pass.
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

std::string repair_json(std::string_view text) { return Repair(text).run(); }

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

// Some give the body of an entry with its tags.
std::string without_tags(std::string_view html) {
  std::string out;
  for (size_t at = 0; at < html.size();) {
    const size_t end = html[at] == '<' ? html.find('>', at) : std::string_view::npos;
    if (end == std::string_view::npos) {
      out += html[at++];
    } else {
      out += ' ';
      at = end + 1;
    }
  }
  return out;
}

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

std::string decode_references(std::string_view text) {
  if (text.find('&') == std::string_view::npos) return std::string(text);
  constexpr std::array<std::pair<std::string_view, uint32_t>, 19> kNames = {{{"amp", '&'},
                                                                             {"lt", '<'},
                                                                             {"gt", '>'},
                                                                             {"quot", '"'},
                                                                             {"apos", '\''},
                                                                             {"nbsp", 0xA0},
                                                                             {"lsquo", 0x2018},
                                                                             {"rsquo", 0x2019},
                                                                             {"ldquo", 0x201C},
                                                                             {"rdquo", 0x201D},
                                                                             {"ndash", 0x2013},
                                                                             {"mdash", 0x2014},
                                                                             {"hellip", 0x2026},
                                                                             {"auml", 0xE4},
                                                                             {"ouml", 0xF6},
                                                                             {"uuml", 0xFC},
                                                                             {"szlig", 0xDF},
                                                                             {"eacute", 0xE9},
                                                                             {"bdquo", 0x201E}}};
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t end =
        text[at] == '&' ? text.substr(0, at + 12).find(';', at) : std::string_view::npos;
    uint32_t code = 0;
    if (end != std::string_view::npos) {
      const std::string_view name = text.substr(at + 1, end - at - 1);
      for (const auto& [known, value] : kNames) {
        if (name == known) code = value;
      }
      if (name.size() > 1 && name[0] == '#') {
        const bool hex = name[1] == 'x' || name[1] == 'X';
        const std::string_view digits = name.substr(hex ? 2 : 1);
        uint32_t value = 0;
        const auto [stop, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
        const bool good = error == std::errc{} && stop == digits.data() + digits.size();
        if (good && value >= 32 && value < 0x110000 && (value < 0xD800 || value > 0xDFFF))
          code = value;
      }
    }
    if (code != 0) {
      append_utf8(out, code);
      at = end + 1;
    } else {
      out += text[at++];
    }
  }
  return out;
}

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
