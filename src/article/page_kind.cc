// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/page_kind.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <unordered_set>

#include "article/lines.h"
#include "article/marks.h"
#include "article/page_words.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace demarche {
namespace {

using enum PageVerdict;
using std::string_view_literals::operator""sv;

constexpr float kLinked = 0.8F;   // a block with more of its letters in links is a link
constexpr float kOfLinks = 0.3F;  // a paragraph with more of them is no prose
constexpr float kOwn = 0.5F;      // with so many words of the title, a text is what the title says
constexpr size_t kFewLinks = 12;
constexpr int kSaidArticle = -2;  // of PageSigns::index: the head says so twice
constexpr size_t kNamed = 1000;   // letters that it takes under a title like "Page not found"

// Scripts that put no spaces between words, and say more with a sign.
bool is_unspaced(uint32_t c) {
  return c >= 0x2E80 || (c >= 0x0E00 && c < 0x10A0) || (c >= 0x1780 && c < 0x1800);
}

size_t size_of(std::string_view text) {
  size_t size = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    at += c.length;
    size += is_unspaced(c.value) ? 2 : 1;
  }
  return size;
}

// The beginnings of words of four letters and more, so that inflection plays no part; pairs of
// signs where a script has no spaces.
class Stems {
 public:
  void add(std::string_view text) {
    const std::string folded = fold_case(text.substr(0, kMostBytes));
    std::string word;
    size_t letters = 0;
    uint32_t before = 0;
    for (size_t at = 0; at <= folded.size();) {
      const CodePoint c =
          at < folded.size() ? decode_utf8(folded, at) : CodePoint{.value = ' ', .length = 1};
      const bool unspaced = is_letter(c.value) && is_unspaced(c.value);
      if (unspaced) {
        if (before != 0) stems_.insert((static_cast<uint64_t>(before) << 32U) | c.value);
        before = c.value;
      } else {
        before = 0;
      }
      if (is_letter(c.value) && !unspaced) {
        if (letters < kStem) word += folded.substr(at, c.length);
        ++letters;
      } else {
        if (letters >= kLeast) stems_.insert(std::hash<std::string>{}(word));
        word.clear();
        letters = 0;
      }
      at += c.length;
    }
  }
  // The share of the stems of `other` that are here too. A title of one word says little.
  [[nodiscard]] float share(const Stems& other) const {
    constexpr size_t kFew = 4;
    if (other.stems_.empty()) return 0;
    const auto known =
        std::ranges::count_if(other.stems_, [&](uint64_t stem) { return stems_.contains(stem); });
    return static_cast<float>(known) / static_cast<float>(std::max(other.stems_.size(), kFew));
  }

 private:
  static constexpr size_t kStem = 5, kLeast = 4;
  static constexpr size_t kMostBytes = 1U << 16U;
  std::unordered_set<uint64_t> stems_;
};

float share_of(std::string_view words, const Stems& told) {
  Stems stems;
  stems.add(words);
  return told.share(stems);
}

// Sums up the kept paragraphs of a page.
class Sum {
 public:
  explicit Sum(PageSigns& signs) : signs_(signs) {}

  void add_paragraph(std::string_view text, bool teaser) {
    const PageVerdict notice = find_notice_kind(text);
    if (notice != kArticle) {
      if (named_ == kArticle || named_ == kLittle) named_ = notice;
      return;
    }
    const size_t size = size_of(text);
    signs_.prose += size;
    ++signs_.paragraphs;
    if (teaser) ++signs_.teasers;
    told_.add(text);
  }
  // A heading, a list, a cell of a table: it says something, but is no sentence.
  void add_other(std::string_view text) {
    constexpr size_t kOtherPart = 4;
    other_ += size_of(text);
    signs_.other = other_ / kOtherPart;
    told_.add(text);
  }
  [[nodiscard]] const Stems& told() const { return told_; }
  // What the notices say that the page is.
  [[nodiscard]] PageVerdict named() const { return named_; }

 private:
  PageSigns& signs_;
  Stems told_;
  size_t other_ = 0;
  PageVerdict named_ = kArticle;
};

bool breaks_off(std::string_view text) {
  text = trim(text);
  return text.ends_with("...") || text.ends_with("…") || text.ends_with("[…]") ||
         text.ends_with("[...]");
}

bool is_link(const PageBlock& block) { return block.link_share > kLinked; }

// A paragraph that stands right under a link, or right above "Read more".
bool is_teaser(const Page& page, size_t i) {
  constexpr size_t kTitleWords = 3;
  const std::vector<PageBlock>& blocks = page.blocks;
  if (breaks_off(blocks[i].text)) return true;
  if (i > 0 && is_link(blocks[i - 1]) && count_words(blocks[i - 1].text) >= kTitleWords)
    return true;
  return i + 1 < blocks.size() && is_link(blocks[i + 1]) &&
         blocks[i + 1].element != PageElement::kNone && blocks[i].element != PageElement::kNone &&
         page.elements[blocks[i + 1].element].parent == page.elements[blocks[i].element].parent &&
         i > 0 && is_link(blocks[i - 1]);
}

// A sentence alone under a headline, with the next headline below it.
bool is_teaser(const std::vector<LineFacts>& lines, size_t i) {
  constexpr size_t kTitleWords = 4;
  if (breaks_off(lines[i].text)) return true;
  const bool under = i > 0 && !lines[i - 1].sentence && lines[i - 1].words >= kTitleWords;
  return under && i + 1 < lines.size() && !lines[i + 1].sentence;
}

// The path of an address, lower case, without the slashes around it.
std::string path_of(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  const size_t slash = url.find('/');
  url = slash == std::string_view::npos ? std::string_view() : url.substr(slash + 1);
  url = url.substr(0, url.find_first_of("#"));
  return to_lower_ascii(url.substr(0, 512));
}

struct Address {
  PageVerdict named = kArticle;
  int index = 0;
};

// What an address says: "/tag/ferries", "/search?q=ferry", "/", "/2031/03/14/ferry-talks-stall".
Address read_address(std::string_view url) {
  struct Folder {
    std::string_view name;
    PageVerdict kind;
  };
  constexpr std::array kFolders = {
      Folder{"tag"sv, kTag},         Folder{"tags"sv, kTag},        Folder{"topic"sv, kTag},
      Folder{"topics"sv, kTag},      Folder{"thema"sv, kTag},       Folder{"themen"sv, kTag},
      Folder{"etiqueta"sv, kTag},    Folder{"category"sv, kIndex},  Folder{"categories"sv, kIndex},
      Folder{"categoria"sv, kIndex}, Folder{"kategorie"sv, kIndex}, Folder{"rubrik"sv, kIndex},
      Folder{"author"sv, kAuthor},   Folder{"authors"sv, kAuthor},  Folder{"autor"sv, kAuthor},
      Folder{"autoren"sv, kAuthor},  Folder{"auteur"sv, kAuthor},   Folder{"autores"sv, kAuthor},
      Folder{"search"sv, kSearch},   Folder{"suche"sv, kSearch},    Folder{"recherche"sv, kSearch},
      Folder{"buscar"sv, kSearch},   Folder{"busca"sv, kSearch},    Folder{"login"sv, kLogin},
      Folder{"signin"sv, kLogin},    Folder{"register"sv, kLogin},  Folder{"archive"sv, kIndex},
  };
  if (url.find("://") == std::string_view::npos) return {};
  const std::string path = path_of(url);
  const std::string_view folders = std::string_view(path).substr(0, path.find('?'));
  const std::string_view query = std::string_view(path).substr(folders.size());
  std::vector<std::string_view> parts;
  for (const std::string_view part : split(folders, '/')) {
    if (!part.empty()) parts.push_back(part);
  }
  if (parts.empty() && (query.starts_with("?s=") || query.starts_with("?q="))) return {kSearch, 2};
  if (parts.empty() && query.empty()) return {kIndex, 2};
  if (parts.empty()) return {};
  const std::string_view last = parts.back();
  const auto signs = std::ranges::count(last, '-') + std::ranges::count(last, '_');
  const auto digits = std::ranges::count_if(last, is_ascii_digit);
  if (signs >= 3 || digits >= 5) return {kArticle, -1};
  if (parts.size() == 1 && (last == "index.html" || last == "index.php" || last == "home"))
    return {kIndex, 2};
  for (const Folder& folder : kFolders) {
    const size_t reach = std::min<size_t>(parts.size(), 2);
    for (size_t i = 0; i < reach; ++i) {
      // The folder of a kind, and one name in it.
      if (parts[i] == folder.name && i + 2 >= parts.size()) return {folder.kind, 2};
    }
  }
  return {};
}

// What the head says: above 0 for an index page, below for an article.
int weigh_head(const Page& page, const HtmlHead& head) {
  int index = 0;
  if (head.data.is_article) index -= 2;
  if (head.data.is_index && !head.data.is_article) index += 2;
  const std::string type = fold_case(meta_of(page, "og:type"));
  if (type == "website" || type == "profile") ++index;
  if (type == "article") --index;
  if (!meta_of(page, "article:published_time").empty() ||
      !meta_of(page, "<itemprop datepublished>").empty())
    --index;
  return index;
}

// The parts of a title: the name of the page, that of the site.
PageVerdict name_by_title(std::string_view title) {
  if (const auto kind = find_titled_kind(title); kind != kArticle) return kind;
  constexpr size_t kMostParts = 4;
  for (size_t parts = 0; parts < kMostParts && !title.empty(); ++parts) {
    size_t cut = title.size();
    size_t next = title.size();
    for (const std::string_view sign : {" | ", " - ", " – ", " — ", " · "}) {
      const size_t at = title.find(sign);
      if (at >= cut) continue;
      cut = at;
      next = at + sign.size();
    }
    if (const auto kind = find_titled_kind(title.substr(0, cut)); kind != kArticle) return kind;
    title.remove_prefix(next);
  }
  return kArticle;
}

PageVerdict name_by_title(const Page& page, const HtmlHead& head) {
  if (const auto kind = find_titled_kind(head.title); kind != kArticle) return kind;
  for (const std::string& heading : head.headings) {
    if (const auto kind = find_titled_kind(heading); kind != kArticle) return kind;
  }
  return name_by_title(meta_of(page, "<title>"));
}

PageVerdict name_by_type(const Page& page) {
  const std::string type = fold_case(meta_of(page, "og:type"));
  if (type.starts_with("video")) return kVideo;
  return type == "profile" ? kAuthor : kArticle;
}

// A notice anywhere, on a page that has nothing else to say. Every page may ask for consent.
PageVerdict name_by_notices(const Page& page, bool bare) {
  constexpr size_t kMostBlocks = 400;
  for (size_t i = 0; i < std::min(page.blocks.size(), kMostBlocks); ++i) {
    const auto kind = find_notice_kind(page.blocks[i].text);
    if (kind == kScripts || kind == kError || (bare && (kind == kConsent || kind == kLogin)))
      return kind;
  }
  return kArticle;
}

bool is_no_story(PageVerdict named) {
  return named == kError || named == kConsent || named == kScripts || named == kLogin ||
         named == kSearch;
}

// Nothing but the beginnings of other stories, on a page that does not say that it is one.
bool is_list_of_teasers(const PageSigns& signs) {
  constexpr size_t kMostOnTextPage = 500;  // a text page has headings and headlines alike
  const size_t least = signs.text_page ? 2 : 3;
  return signs.paragraphs >= least && signs.teasers * 2 >= signs.paragraphs && signs.index >= 0 &&
         signs.own < kOwn && (!signs.text_page || signs.prose < kMostOnTextPage);
}

// How much text it takes to be an article. The figures were set on pages of articles, as fetched
// and with their article cut out: half of what is then left has less than 130 letters, one page in
// ten more than 600, and few of them have words of the title.
size_t find_need(const PageSigns& signs) {
  constexpr size_t kLeast = 40;       // of a page with nothing beside it
  constexpr size_t kLeastAmong = 90;  // among links
  if (signs.text_page) {
    // What was taken for the title may be a line of something else.
    size_t need = signs.links < kFewLinks ? kLeast : (signs.own < 0.3F ? 150 : 60);
    if (is_no_story(signs.named)) need = kNamed;
    return need;
  }
  float need = kLeast;
  if (signs.links >= kFewLinks) {
    const float doubt = 1 - std::min(1.0F, signs.own / kOwn);
    const float most = signs.index <= kSaidArticle ? 450 : (signs.titled ? 900 : 700);
    need = kLeastAmong + most * doubt;
  }
  if (signs.index > 0) need = std::max(need, signs.own > 0.5F ? 200.0F : 1200.0F);
  if (is_no_story(signs.named)) {
    // A headline may have the words of a notice: "Forbidden City reopens". Then the text tells of
    // it.
    const size_t named = signs.index <= kSaidArticle ? kNamed / 8
                         : signs.own >= kOwn         ? kNamed / 4
                                                     : kNamed;
    need = std::max(need, static_cast<float>(named));
  }
  if (signs.asks_password && signs.own < kOwn) need = std::max(need, 200.0F);
  return static_cast<size_t>(need);
}

}  // namespace

std::string_view name_of(PageVerdict verdict) {
  switch (verdict) {
    case kArticle:
      return "an article";
    case kError:
      return "an error page";
    case kConsent:
      return "a page that asks for consent";
    case kScripts:
      return "a page that asks for scripts or keeps programs out";
    case kLogin:
      return "a page for logging in";
    case kSearch:
      return "results of a search";
    case kTag:
      return "an index page of a topic";
    case kAuthor:
      return "a page of an author";
    case kVideo:
      return "a video without text";
    case kIndex:
      return "an index page";
    case kLittle:
      return "too little text of its own";
  }
  return {};
}

PageSigns weigh_page(const Page& page, std::string_view url, const HtmlHead& head,
                     const HtmlBody& body) {
  PageSigns signs;
  Sum sum(signs);
  const size_t n = std::min(page.blocks.size(), body.draft.size());
  for (size_t i = 0; i < n; ++i) {
    const PageBlock& block = page.blocks[i];
    const DraftItem& item = body.draft[i];
    if (is_link(block)) ++signs.links;
    if (!item.kept || item.block == BlockKind::kTitle || item.block == BlockKind::kCaption)
      continue;
    if (block.link_share > kOfLinks) continue;
    if (body.facts[i].weight > 0) {
      sum.add_paragraph(item.text, is_teaser(page, i));
    } else {
      sum.add_other(item.text);
    }
  }
  signs.own = std::max(share_of(head.title, sum.told()), share_of(head.description, sum.told()));
  signs.titled = !head.title.empty() || !head.description.empty();
  signs.asks_password = !meta_of(page, "<input password>").empty();
  const Address address = read_address(url);
  signs.index = weigh_head(page, head) + address.index;
  signs.named = name_by_title(page, head);
  if (signs.named == kArticle) signs.named = name_by_type(page);
  if (signs.named == kArticle) signs.named = address.named;
  if (signs.named == kArticle) signs.named = sum.named();
  if (signs.named == kArticle && signs.prose == 0)
    signs.named = name_by_notices(page, signs.links < kFewLinks);
  return signs;
}

PageSigns weigh_page(const TextBody& body) {
  PageSigns signs{.text_page = true, .titled = !body.title.empty()};
  Sum sum(signs);
  const size_t n = std::min(body.lines.size(), body.draft.size());
  for (size_t i = 0; i < n; ++i) {
    const LineFacts& line = body.lines[i];
    const DraftItem& item = body.draft[i];
    if (!item.kept) {
      signs.links += !line.sentence && line.words <= 14 ? 1 : 0;
      continue;
    }
    if (item.block == BlockKind::kTitle || item.block == BlockKind::kCaption) continue;
    if (line.sentence && line.value > 0) {
      sum.add_paragraph(line.text, is_teaser(body.lines, i));
    } else {
      sum.add_other(line.text);
    }
  }
  signs.own = share_of(body.title, sum.told());
  signs.named = find_titled_kind(body.title);
  if (signs.named == kArticle) signs.named = sum.named();
  return signs;
}

PageVerdict judge(const PageSigns& signs) {
  if (signs.prose + signs.other >= find_need(signs) && !is_list_of_teasers(signs)) return kArticle;
  if (signs.named != kArticle) return signs.named;
  if (signs.asks_password) return kLogin;
  return signs.index > 0 || is_list_of_teasers(signs) ? kIndex : kLittle;
}

}  // namespace demarche
