// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "article/comments.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <vector>

#include "article/marks.h"
#include "article/text_index.h"
#include "base/strings.h"

namespace demarche {
namespace {

constexpr uint32_t kNone = PageElement::kNone;
constexpr size_t kMostBytes = 200;  // of a heading
constexpr size_t kLeastText = 200;  // bytes of paragraphs that stay

// Words of the classes and ids that pages give to the thread, not to a link to it.
bool is_thread_mark(std::string_view marks) {
  using std::string_view_literals::operator""sv;
  constexpr std::array kParts = {
      "disqus_thread"sv,   "fb-comments"sv,     "comment-list"sv,    "commentlist"sv,
      "comments-list"sv,   "comments-area"sv,   "comment-thread"sv,  "comment-body"sv,
      "comment-content"sv, "comment-text"sv,    "kommentare"sv,      "leserkommentar"sv,
      "leserbrief"sv,      "commentaires"sv,    "comentarios"sv,     "reader-comment"sv,
      "user-comment"sv,    "readers-opinion"sv, "reader-opinions"sv, "reactions-list"sv};
  if (std::ranges::any_of(kParts, [&](std::string_view part) {
        return marks.find(part) != std::string_view::npos;
      }))
    return true;
  for (const std::string_view word : split(marks, ' ')) {
    if (word == "comments" || word == "comment") return true;
  }
  return false;
}

bool is_paragraph(const DraftItem& item) {
  return item.kept && item.block != BlockKind::kTitle && item.block != BlockKind::kCaption &&
         item.block != BlockKind::kHeading;
}

// Drops what is marked, unless hardly anything would stay.
void drop(const std::vector<bool>& comments, Draft& draft) {
  size_t left = 0;
  for (size_t i = 0; i < comments.size(); ++i)
    left += !comments[i] && is_paragraph(draft[i]) ? draft[i].text.size() : 0;
  if (left < kLeastText) return;
  for (size_t i = 0; i < comments.size(); ++i) {
    if (!comments[i] || !draft[i].kept || draft[i].block == BlockKind::kTitle) continue;
    draft[i].kept = false;
    draft[i].furniture = FurnitureKind::kComment;
  }
}

// Which of the blocks are comments of the page's own data. A reader who quotes a paragraph adds to
// it: a comment is found where the blocks have most of it.
std::vector<bool> find_told(const Page& page, const LinkedData& data) {
  std::vector<bool> told(page.blocks.size(), false);
  if (data.comments.empty()) return told;
  TextIndex index;
  std::vector<size_t> sizes;
  std::unordered_set<std::string> seen;
  for (const std::string& comment : data.comments) {
    std::string key = squeeze_text(comment);
    if (!seen.insert(key).second) continue;
    index.add(key, static_cast<uint32_t>(sizes.size()));
    sizes.push_back(key.size());
  }
  std::vector<size_t> had(sizes.size(), 0);
  std::vector<uint32_t> found(page.blocks.size(), TextIndex::kNone);
  for (size_t i = 0; i < page.blocks.size(); ++i) {
    const std::string key = squeeze_text(page.blocks[i].text);
    found[i] = index.find(key);
    if (found[i] != TextIndex::kNone) had[found[i]] += key.size();
  }
  for (size_t i = 0; i < page.blocks.size(); ++i) {
    told[i] = found[i] != TextIndex::kNone && had[found[i]] * 5 >= sizes[found[i]] * 4;
  }
  return told;
}

// "12", "1,204", "(4)"
bool is_count(std::string_view text) {
  text = trim(text);
  return !text.empty() && text.find_first_not_of("0123456789.,() ") == std::string_view::npos &&
         text.find_first_of("0123456789") != std::string_view::npos;
}

// "4 thoughts on “Ferry talks stall”", folded.
bool heads_thoughts(std::string_view text) {
  for (const std::string_view name :
       {" thoughts on ", " thought on ", " comments on ", " comment on ", " responses to ",
        " replies to ", " kommentare zu ", " commentaires sur ", " réponses à "}) {
    const size_t at = text.find(name);
    if (at != std::string_view::npos && is_count(text.substr(0, at))) return true;
  }
  return false;
}

// Class words name comments, or the section "Comment" of a paper: where they stand over most of the
// page's text, they name its article. What schema.org calls a comment is one.
bool may_be_threads(const Page& page, const std::vector<bool>& thread, const Draft& draft) {
  size_t inside = 0;
  size_t outside = 0;
  for (size_t i = 0; i < std::min(page.blocks.size(), draft.size()); ++i) {
    const uint32_t e = page.blocks[i].element;
    if (!is_paragraph(draft[i])) continue;
    const bool in = e != kNone && thread[e];
    (in ? inside : outside) += draft[i].text.size();
  }
  const bool said = std::ranges::any_of(
      page.elements, [](const PageElement& element) { return element.type == "comment"; });
  return said || inside <= outside;
}

}  // namespace

bool heads_comments(std::string_view line) {
  using std::string_view_literals::operator""sv;
  // Alone, or with their number.
  constexpr std::array kNames = {"comments"sv,
                                 "kommentare"sv,
                                 "leserkommentare"sv,
                                 "leserbriefe"sv,
                                 "commentaires"sv,
                                 "comentarios"sv,
                                 "comentários"sv,
                                 "commenti"sv,
                                 "komentarze"sv,
                                 "комментарии"sv,
                                 "коментарі"sv,
                                 "yorumlar"sv,
                                 "kommentarer"sv,
                                 "التعليقات"sv,
                                 "תגובות"sv,
                                 "σχόλια"sv,
                                 "comentarii"sv,
                                 "kommentit"sv,
                                 "hozzászólások"sv,
                                 "bình luận"sv,
                                 "دیدگاه‌ها"sv,
                                 "نظرات"sv,
                                 "टिप्पणियाँ"sv,
                                 "ความคิดเห็น"sv,
                                 "komentáře"sv,
                                 "评论"sv,
                                 "コメント"sv,
                                 "댓글"sv,
                                 "readers' comments"sv,
                                 "reader comments"sv,
                                 "readers' opinions"sv,
                                 "vos réactions"sv,
                                 "join the conversation"sv,
                                 "join the discussion"sv,
                                 "leave a comment"sv,
                                 "leave a reply"sv,
                                 "post a comment"sv,
                                 "schreiben sie einen kommentar"sv,
                                 "laisser un commentaire"sv,
                                 "deja un comentario"sv,
                                 "comments on this article"sv};
  // With their number only: alone they head a part of the article ("Reactions").
  constexpr std::array kCounted = {
      "comment"sv,      "kommentar"sv,    "commentaire"sv, "comentario"sv, "comentário"sv,
      "commento"sv,     "reacties"sv,     "komentar"sv,    "diskuze"sv,    "diskuse"sv,
      "yorum"sv,        "replies"sv,      "responses"sv,   "reactions"sv,  "réactions"sv,
      "комментария"sv,  "комментариев"sv, "коментарів"sv,  "تعليقات"sv,    "条评论"sv,
      "件のコメント"sv, "개의 댓글"sv};
  if (line.empty() || line.size() > kMostBytes) return false;
  std::string lower = replace_all(fold_case(trim(line)), "’", "'");
  while (!lower.empty() && (lower.back() == ':' || lower.back() == ' ')) lower.pop_back();
  const std::string_view text = lower;
  const auto counted = [&](std::string_view name) {
    return (text.ends_with(name) && is_count(text.substr(0, text.size() - name.size()))) ||
           (text.starts_with(name) && is_count(text.substr(name.size())));
  };
  if (std::ranges::any_of(kNames,
                          [&](std::string_view name) { return text == name || counted(name); }) ||
      std::ranges::any_of(kCounted, counted))
    return true;
  return heads_thoughts(text);
}

void drop_comments(const Page& page, const LinkedData& data, HtmlBody& body) {
  const size_t n = std::min(page.blocks.size(), body.draft.size());
  std::vector<bool> comments(n, false);
  const std::vector<bool> told = find_told(page, data);
  std::vector<bool> thread(page.elements.size(), false);
  for (size_t e = 0; e < page.elements.size(); ++e) {
    const PageElement& element = page.elements[e];
    const bool above = element.parent != kNone && thread[element.parent];
    const bool whole = element.tag == "html" || element.tag == "body" || element.tag == "main";
    thread[e] = above || (!whole && (element.type == "comment" || is_thread_mark(element.marks)));
  }
  const bool in_threads = may_be_threads(page, thread, body.draft);
  // What a line heads is what its parent holds after it.
  size_t text = 0;
  uint32_t headed = kNone;
  for (size_t i = 0; i < n; ++i) {
    const uint32_t e = page.blocks[i].element;
    if (headed != kNone) {
      uint32_t above = e;
      while (above != kNone && above > headed) above = page.elements[above].parent;
      if (above != headed) headed = kNone;
    }
    // In a paragraph or a link the same words invite to write one, wherever they stand.
    if (headed == kNone && e != kNone && text >= kLeastText && is_heading(page.blocks[i].tag) &&
        heads_comments(page.blocks[i].text))
      headed = page.elements[e].parent;
    if (!is_paragraph(body.draft[i]) && headed == kNone) continue;
    // What the page's data give as the text of the article is no comment, whatever it is called.
    const bool of_article = i < body.facts.size() && body.facts[i].told;
    comments[i] =
        !of_article && (headed != kNone || (in_threads && e != kNone && thread[e]) || told[i]);
    if (!comments[i] && is_paragraph(body.draft[i])) text += page.blocks[i].text.size();
  }
  drop(comments, body.draft);
}

void drop_comments(TextBody& body) {
  const size_t n = std::min(body.lines.size(), body.draft.size());
  std::vector<bool> comments(n, false);
  size_t text = 0;
  bool headed = false;
  for (size_t i = 0; i < n; ++i) {
    // Without tags, "Comments" may be a button anywhere.
    headed = headed || (text >= kLeastText && body.lines[i].text.size() <= kMostBytes &&
                        heads_thoughts(fold_case(body.lines[i].text)));
    comments[i] = headed;
    if (is_paragraph(body.draft[i])) text += body.lines[i].text.size();
  }
  drop(comments, body.draft);
}

}  // namespace demarche
