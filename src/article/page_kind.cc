// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/page_kind.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <unordered_map>
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

  // `under`: right under the title.
  void add_paragraph(std::string_view text, bool teaser, bool under) {
    const size_t had = signs_.prose + signs_.notice;
    const NoticeShare share =
        had < kMostNoticed ? weigh_notices(text) : NoticeShare{.whole = size_of_letters(text)};
    if (share.kind != kArticle && (named_ == kArticle || named_ == kLittle)) named_ = share.kind;
    const size_t size = share.whole - share.notice;
    signs_.notice += share.notice;
    if (size == 0) return;
    signs_.prose += size;
    if (under && !teaser) signs_.under += size;
    ++signs_.paragraphs;
    if (teaser) ++signs_.teasers;
    told_.add(text);
  }
  // A heading, a list, a cell of a table: it says something, but is no sentence.
  void add_other(std::string_view text) {
    constexpr size_t kOtherPart = 4;
    other_ += size_of_letters(text);
    signs_.other = other_ / kOtherPart;
    told_.add(text);
  }
  [[nodiscard]] const Stems& told() const { return told_; }
  // What the notices say that the page is.
  [[nodiscard]] PageVerdict named() const { return named_; }

 private:
  static constexpr size_t kMostNoticed = 6000;  // letters: a longer text is no notice
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

constexpr size_t kHeadlineWords = 3;  // of a link that may be a headline

// Which paragraphs are the beginnings of other stories: those that break off, stand right under a
// link, or right above one that says the same ("More") below several of them.
class Teasers {
 public:
  explicit Teasers(const Page& page) : blocks_(page.blocks) {
    for (size_t i = 1; i < blocks_.size(); ++i) {
      if (is_more(i)) ++below_[blocks_[i].text];
    }
  }
  [[nodiscard]] bool has(size_t i) const {
    if (breaks_off(blocks_[i].text)) return true;
    if (i > 0 && is_link(blocks_[i - 1]) && count_words(blocks_[i - 1].text) >= kHeadlineWords)
      return true;
    if (i + 1 >= blocks_.size() || !is_more(i + 1)) return false;
    return below_.find(blocks_[i + 1].text)->second >= kSame;
  }
  // Leads to another page, as each item of a list does, and goes on with its text.
  [[nodiscard]] bool leads_away(size_t i) const {
    constexpr float kSome = 0.05F;
    return blocks_[i].link_share > kSome;
  }

 private:
  static constexpr size_t kSame = 3;
  [[nodiscard]] bool is_more(size_t i) const {
    constexpr size_t kMostBytes = 60;
    return is_link(blocks_[i]) && !is_link(blocks_[i - 1]) && blocks_[i].text.size() <= kMostBytes;
  }
  const std::vector<PageBlock>& blocks_;
  std::unordered_map<std::string_view, size_t> below_;  // links right below a paragraph
};

constexpr size_t kMostBetween = 2;  // headlines of others between a title and its text

// Tells the text that stands right under the title: other headings and headlines end it.
class Under {
 public:
  explicit Under(size_t title) : title_(title) {}
  void pass(size_t i, const PageBlock& block, bool kept, bool text) {
    if (i <= title_) return;
    any_ = any_ || text;
    if (text || ended_) return;
    const bool headline = is_link(block) && count_words(block.text) > kHeadlineWords;
    if (headline && (any_ || ++links_ >= kMostBetween)) ended_ = true;
    if (!headline && is_heading(block.tag) && !kept) ended_ = true;
  }
  [[nodiscard]] bool open(size_t i) const { return i > title_ && !ended_; }

 private:
  size_t title_;  // SIZE_MAX: none
  size_t links_ = 0;
  bool any_ = false, ended_ = false;
};

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

void take_surer(TitledKind& best, TitledKind other) {
  if (other.kind != kArticle && (best.kind == kArticle || (other.whole && !best.whole)))
    best = other;
}

// The parts of a title: the name of the page, that of the site.
TitledKind name_by_title(std::string_view title) {
  TitledKind best = find_titled_kind(title);
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
    take_surer(best, find_titled_kind(title.substr(0, cut)));
    title.remove_prefix(next);
  }
  return best;
}

TitledKind name_by_title(const Page& page, const HtmlHead& head) {
  TitledKind best = find_titled_kind(head.title);
  for (const std::string& heading : head.headings) take_surer(best, find_titled_kind(heading));
  take_surer(best, name_by_title(meta_of(page, "<title>")));
  return best;
}

PageVerdict name_by_type(const Page& page) {
  const std::string type = fold_case(meta_of(page, "og:type"));
  if (type.starts_with("video")) return kVideo;
  return type == "profile" ? kAuthor : kArticle;
}

// A notice anywhere, on a page that has nothing else to say. Every page may ask for consent.
PageVerdict name_by_notices(const Page& page, bool bare) {
  constexpr size_t kMostBlocks = 400;
  constexpr size_t kMostBytes = 700;
  for (size_t i = 0; i < std::min(page.blocks.size(), kMostBlocks); ++i) {
    const auto kind = weigh_notices(page.blocks[i].text.substr(0, kMostBytes)).kind;
    if (kind == kScripts || kind == kError || (bare && (kind == kConsent || kind == kLogin)))
      return kind;
  }
  return kArticle;
}

bool is_no_story(PageVerdict named) {
  return named == kError || named == kConsent || named == kScripts || named == kLogin ||
         named == kSearch || named == kSite;
}

// Nothing but the beginnings of other stories, on a page that does not say that it is one.
bool is_list_of_teasers(const PageSigns& signs) {
  constexpr size_t kMostOnTextPage = 500;  // a text page has headings and headlines alike
  const size_t least = signs.text_page ? 2 : 3;
  return signs.paragraphs >= least && signs.teasers * 2 >= signs.paragraphs && signs.index >= 0 &&
         signs.own < kOwn && (!signs.text_page || signs.prose < kMostOnTextPage);
}

// The site speaks of itself, and hardly of anything else.
bool is_notice(const PageSigns& signs) {
  return signs.notice > 0 && signs.notice >= signs.prose && signs.index > kSaidArticle;
}

// How much text it takes among links. The figures were set on pages of articles, as fetched and
// with their article cut out: half of what is then left has less than 130 letters, one page in ten
// more than 600, few of them have words of the title, and nine in ten less than 160 letters right
// under it.
size_t find_need(const PageSigns& signs) {
  constexpr size_t kLeast = 40;       // of a page with nothing beside it
  constexpr size_t kLeastAmong = 90;  // among links
  constexpr size_t kLeastSaid = 60;   // under a title that the head says is an article's
  if (signs.index <= 0 && signs.under >= kLeastAmong) return kLeastAmong;
  if (signs.index <= kSaidArticle && signs.under >= kLeastSaid) return kLeastSaid;
  if (signs.text_page) {
    // What was taken for the title may be a line of something else.
    return signs.links < kFewLinks ? kLeast : (signs.own < 0.3F ? 150 : 60);
  }
  float need = kLeast;
  if (signs.links >= kFewLinks) {
    const float doubt = 1 - std::min(1.0F, signs.own / kOwn);
    const float most = signs.index <= kSaidArticle ? 450 : (signs.titled ? 900 : 700);
    need = kLeastAmong + most * doubt;
  }
  if (signs.index > 0) need = std::max(need, signs.own > 0.5F ? 200.0F : 1200.0F);
  if (signs.asks_password && signs.own < kOwn) need = std::max(need, 200.0F);
  return static_cast<size_t>(need);
}

// The same under a title that names a page without a story, or over a notice.
size_t find_need_named(const PageSigns& signs) {
  size_t need = find_need(signs);
  if (is_notice(signs)) need = std::max(need, kNamed);
  if (!signs.titled_so || !is_no_story(signs.named)) return need;
  if (signs.sure && signs.index > kSaidArticle) {
    // Terms of use may be as long as they like.
    return std::max(need, signs.named == kSite ? SIZE_MAX : kNamed);
  }
  // "Forbidden City reopens": a headline with the words of a notice, unless a notice follows.
  if (signs.notice > 0) need = std::max(need, kNamed / 4);
  return need;
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
    case kSite:
      return "a page of the site about itself";
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
  const Teasers teasers(page);
  Under under(body.title_block);
  size_t leading = 0;
  const size_t n = std::min(page.blocks.size(), body.draft.size());
  for (size_t i = 0; i < n; ++i) {
    const PageBlock& block = page.blocks[i];
    const DraftItem& item = body.draft[i];
    if (is_link(block)) ++signs.links;
    const bool text = item.kept && body.facts[i].weight > 0 && block.link_share <= kOfLinks;
    under.pass(i, block, item.kept, text);
    if (!item.kept || item.block == BlockKind::kTitle || item.block == BlockKind::kCaption)
      continue;
    if (block.link_share > kOfLinks) continue;
    if (text) {
      sum.add_paragraph(item.text, teasers.has(i), under.open(i));
      leading += teasers.leads_away(i) ? 1 : 0;
    } else {
      sum.add_other(item.text);
    }
  }
  // A list of stories, each of them a paragraph that begins with its link.
  constexpr size_t kLeastLeading = 5;
  if (leading >= kLeastLeading && leading * 5 >= signs.paragraphs * 4)
    signs.teasers = std::max(signs.teasers, leading);
  signs.own = std::max(share_of(head.title, sum.told()), share_of(head.description, sum.told()));
  signs.titled = !head.title.empty() || !head.description.empty();
  signs.asks_password = !meta_of(page, "<input password>").empty();
  const Address address = read_address(url);
  signs.index = weigh_head(page, head) + address.index;
  const TitledKind titled = name_by_title(page, head);
  signs.named = titled.kind;
  signs.titled_so = titled.kind != kArticle;
  signs.sure = titled.whole;
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
  bool under = false;  // between the title and the next lines that are no text
  size_t between = 0;
  const size_t n = std::min(body.lines.size(), body.draft.size());
  for (size_t i = 0; i < n; ++i) {
    const LineFacts& line = body.lines[i];
    const DraftItem& item = body.draft[i];
    if (i == body.title_line) {
      under = true;
    } else if (!item.kept && !line.kind && line.words >= kHeadlineWords) {
      under = under && ++between < kMostBetween && signs.under == 0;
    }
    if (!item.kept) {
      signs.links += !line.sentence && line.words <= 14 ? 1 : 0;
      continue;
    }
    if (item.block == BlockKind::kTitle || item.block == BlockKind::kCaption) continue;
    if (line.sentence && line.value > 0) {
      sum.add_paragraph(line.text, is_teaser(body.lines, i), under);
    } else {
      sum.add_other(line.text);
    }
  }
  signs.own = share_of(body.title, sum.told());
  const TitledKind titled = find_titled_kind(body.title);
  signs.named = titled.kind;
  signs.titled_so = titled.kind != kArticle;
  signs.sure = titled.whole;
  if (signs.named == kArticle) signs.named = sum.named();
  return signs;
}

PageVerdict judge(const PageSigns& signs) {
  if (signs.prose + signs.other >= find_need_named(signs) && !is_list_of_teasers(signs))
    return kArticle;
  if (signs.named != kArticle) return signs.named;
  if (signs.asks_password) return kLogin;
  return signs.index > 0 || is_list_of_teasers(signs) ? kIndex : kLittle;
}

}  // namespace demarche
