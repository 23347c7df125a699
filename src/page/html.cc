// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "page/html.h"

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/strings.h"
#include "base/utf8.h"
#include "page/element.h"
#include "page/tags.h"

namespace demarche {
namespace {

constexpr size_t kBlockMarks = 1000;  // bytes of class words kept of a block and its ancestors
constexpr size_t kPath = 1000;
constexpr size_t kMeta = 2000;       // items of one page
constexpr size_t kMetaBytes = 8192;  // of one item
constexpr size_t kScripts = 64;      // JSON-LD scripts of one page
constexpr size_t kStates = 512;      // pieces of an application's state
constexpr size_t kStateBytes = 8U << 20U;
constexpr size_t kMarkedAuthors = 64;  // elements whose class or link says "author"
constexpr size_t kAuthorBytes = 400;   // of one of them

struct Open {
  const xmlChar* name = nullptr;  // lives in the parser's dictionary
  TagRole role = TagRole::kInline;
  bool skip = false;         // it or an ancestor is not shown
  bool link = false;         // it or an ancestor is a link
  bool foreign = false;      // in a picture of SVG or a formula
  bool skip_around = false;  // of what is around that
  uint32_t element = PageElement::kNone;
  std::string marks, type;
};

// An element whose text is a value of the metadata, until it ends.
struct Capture {
  size_t level = 0;  // of its element on the stack
  std::string name;
  std::string text;
  bool names = false;  // of authors: what stands in boxes of its own is apart
};

// Windows-1252 reading of a C1 control, as browsers have it for &#150; and the like.
uint32_t from_c1(uint32_t c) {
  constexpr std::array<uint16_t, 32> kTable = {
      0x20AC, 0x20,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0x20,   0x017D, 0x20,   0x20,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x20,   0x017E, 0x0178};
  return kTable[c - 0x80];
}

bool is_format(uint32_t c) {  // soft hyphen, joiners that only typesetting needs, marks, variations
  return c == 0xAD || c == 0xFEFF || c == 0x2060 || (c >= 0x200E && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || c == 0xFFFE || c == 0xFFFF;
}

// What an inline script begins with that holds the state of a page put together in the browser.
bool holds_state(std::string_view script) {
  using std::string_view_literals::operator""sv;
  constexpr std::array kSigns = {"__next_f.push"sv,     "__NUXT__"sv,
                                 "__INITIAL_STATE__"sv, "__PRELOADED_STATE__"sv,
                                 "__APOLLO_STATE__"sv,  "__data"sv};
  script = script.substr(0, 120);
  return std::ranges::any_of(
      kSigns, [&](std::string_view sign) { return script.find(sign) != std::string_view::npos; });
}

// A picture that is never closed ends where text begins.
void follow_foreign(std::string_view tag, Open& open) {
  if (!open.foreign) {
    open.foreign = tag == "svg" || tag == "math";
    open.skip_around = open.skip;
  } else if (ends_foreign(tag)) {
    open.foreign = false;
    open.skip = open.skip_around;
  } else {
    open.foreign = !holds_html(tag);
  }
}

class Reader {
 public:
  Reader(const Limits& limits, Page& page) : limits_(limits), page_(page) {
    stack_.reserve(std::min<uint32_t>(limits.depth, 1024) + 1);
  }

  void read(const std::string& utf8);

  void start(const xmlChar* name, const xmlChar** attributes);
  void end(const xmlChar* name);
  void text(std::string_view chars);
  void script(std::string_view chars) {
    if (in_json_) json_ += chars;
    if (in_state_ && state_bytes_ + state_.size() + chars.size() <= kStateBytes) state_ += chars;
  }

 private:
  void push(Open open);
  void flush();
  void add_meta(std::string name, std::string_view content);
  void read_meta(std::string_view tag, const xmlChar** attributes);
  void begin_capture(std::string_view tag, const xmlChar** attributes);
  void end_captures(size_t level);
  uint32_t number_element(size_t level);
  void append(std::string_view chars, bool link);

  const Limits& limits_;
  Page& page_;
  htmlParserCtxtPtr parser_ = nullptr;
  std::vector<Open> stack_;
  std::vector<Capture> captures_;
  std::string run_;  // the text of the block that is being read
  uint32_t run_line_ = 0;
  size_t letters_ = 0, linked_ = 0;
  uint32_t breaks_ = 0;  // <br> since the last word
  bool space_ = false;   // white space since the last word
  bool in_title_ = false, has_title_ = false, in_json_ = false, in_state_ = false;
  bool has_password_ = false;
  bool data_state_ = false;  // a script of data, not of a program
  size_t state_bytes_ = 0, marked_authors_ = 0;
  size_t image_level_ = 0;  // of an open element with itemprop=image; 0: none
  std::string title_, json_, state_;
  uint64_t dropped_ = 0, flattened_ = 0;
};

void Reader::push(Open open) {
  if (stack_.size() < limits_.depth) {
    stack_.push_back(std::move(open));
    return;
  }
  // Too deep: the element takes its parent's place, in the parser's stack too. The parser walks
  // its stack for each end tag, so this also keeps it near linear.
  ++flattened_;
  stack_.back() = std::move(open);
  if (parser_->nameNr >= 2 && static_cast<size_t>(parser_->nameNr) > stack_.size()) {
    parser_->nameTab[parser_->nameNr - 2] = parser_->nameTab[parser_->nameNr - 1];
    --parser_->nameNr;
  }
}

void Reader::start(const xmlChar* name, const xmlChar** attributes) {
  const std::string_view tag = view(name);
  Open open{.name = name, .role = role_of(tag)};
  if (!stack_.empty()) {
    open.skip = stack_.back().skip;
    open.link = stack_.back().link;
    open.foreign = stack_.back().foreign;
    open.skip_around = stack_.back().skip_around;
  }
  follow_foreign(tag, open);
  if (open.role == TagRole::kBreak) {
    if (!open.skip) ++breaks_;
  } else if (open.role == TagRole::kRule || open.role == TagRole::kBlock) {
    flush();
  }
  if (attributes != nullptr) {
    open.marks = make_marks(attributes);
    open.type = make_type(attribute(attributes, "itemtype"));
    if (tag == "html" && page_.elements.empty())
      add_meta("<html lang>", attribute(attributes, "lang"));
  }
  if (tag == "script") {
    const std::string type = to_lower_ascii(attribute(attributes, "type").substr(0, 64));
    in_json_ = type.find("ld+json") != std::string::npos;
    data_state_ = !in_json_ && type.find("json") != std::string::npos;
    in_state_ = data_state_ || type.empty() || type.find("javascript") != std::string::npos;
    json_.clear();
    state_.clear();
  }
  open.skip = open.skip || open.role == TagRole::kSkip || is_hidden(attributes, open.marks);
  if (tag == "a") open.link = true;
  if (tag == "title" && !open.skip && !has_title_) in_title_ = true;
  const bool shown = stack_.empty() || !stack_.back().skip;
  if (!open.skip || tag == "meta" || tag == "link" || (tag == "input" && shown))
    read_meta(tag, attributes);
  push(std::move(open));
  if (!stack_.back().skip && attributes != nullptr) begin_capture(tag, attributes);
}

void Reader::end(const xmlChar* name) {
  // The parser closes what is open in order; the name may lie below only after flattening.
  size_t level = stack_.size();
  while (level > 0 && stack_[level - 1].name != name &&
         !xmlStrEqual(stack_[level - 1].name, name)) {
    --level;
  }
  if (level == 0) return;
  const std::string_view tag = view(name);
  if (in_title_ && tag == "title") {
    in_title_ = false;
    has_title_ = true;
    add_meta("<title>", title_);
  }
  if (in_json_ && tag == "script") {
    in_json_ = false;
    if (page_.json_ld.size() < kScripts) page_.json_ld.push_back(std::move(json_));
    json_.clear();
  }
  if (in_state_ && tag == "script") {
    in_state_ = false;
    if (page_.states.size() < kStates && (data_state_ || holds_state(state_))) {
      state_bytes_ += state_.size();
      page_.states.push_back(std::move(state_));
    }
    state_.clear();
  }
  for (size_t i = level; i <= stack_.size(); ++i) {
    if (stack_[i - 1].role == TagRole::kBlock) flush();
  }
  end_captures(level - 1);
  stack_.resize(level - 1);
  if (stack_.size() < image_level_) image_level_ = 0;
}

void Reader::text(std::string_view chars) {
  if (in_title_) {
    if (title_.size() < kMetaBytes) title_ += chars;
    return;
  }
  if (in_json_) {
    json_ += chars;
    return;
  }
  if (in_state_) {
    script(chars);
    return;
  }
  if (stack_.empty() || stack_.back().skip) return;
  if (stack_.size() <= 2 && view(stack_.back().name) == "head") return;
  append(chars, stack_.back().link);
  for (Capture& capture : captures_) {
    if (capture.text.size() < kMetaBytes) capture.text += chars;
  }
}

void Reader::append(std::string_view chars, bool link) {
  for (size_t at = 0; at < chars.size();) {
    if (chars[at] == ' ' || chars[at] == '\n') {
      space_ = true;
      ++at;
      continue;
    }
    CodePoint c = decode_utf8(chars, at);
    const size_t begin = at;
    at += c.length;
    const bool control = c.value >= 0x80 && c.value < 0xA0;
    if (control) c.value = from_c1(c.value);
    if (is_format(c.value)) continue;
    if (c.value < 0x20 || c.value == 0x7F || is_space(c.value)) {
      space_ = true;
      continue;
    }
    if (breaks_ >= 2) flush();
    if (run_.empty()) {
      run_line_ = static_cast<uint32_t>(std::max(1, xmlSAX2GetLineNumber(parser_)));
    } else if (space_ || breaks_ > 0) {
      run_ += ' ';
    }
    space_ = false;
    breaks_ = 0;
    ++letters_;
    linked_ += link ? 1 : 0;
    if (c.value < 0x80) {
      run_ += static_cast<char>(c.value);
      // Plain ASCII in a row, quickly.
      const size_t more = at;
      while (at < chars.size() && chars[at] > ' ' && chars[at] < 0x7F) ++at;
      run_.append(chars, more, at - more);
      letters_ += at - more;
      linked_ += link ? at - more : 0;
    } else if (c.valid && !control) {
      run_.append(chars, begin, at - begin);
    } else {
      append_utf8(run_, c.value);
    }
  }
}

uint32_t Reader::number_element(size_t level) {
  uint32_t parent = PageElement::kNone;
  for (size_t i = 0; i < level; ++i) {
    Open& open = stack_[i];
    if (open.role != TagRole::kBlock) continue;
    if (open.element == PageElement::kNone) {
      open.element = static_cast<uint32_t>(page_.elements.size());
      page_.elements.push_back({parent, std::string(view(open.name)), open.marks, open.type});
    }
    parent = open.element;
  }
  return parent;
}

void Reader::flush() {
  space_ = false;
  breaks_ = 0;
  for (Capture& capture : captures_) {
    if (capture.names && !capture.text.empty() && !capture.text.ends_with(", "))
      capture.text += ", ";
  }
  if (run_.empty()) return;
  if (page_.blocks.size() >= limits_.blocks) {
    ++dropped_;
    run_.clear();
    letters_ = linked_ = 0;
    return;
  }
  PageBlock block;
  block.text = std::move(run_);
  block.line = run_line_;
  block.link_share = letters_ == 0 ? 0 : static_cast<float>(linked_) / static_cast<float>(letters_);
  block.element = number_element(stack_.size());
  for (const Open& open : stack_) {
    if (open.role != TagRole::kBlock) continue;
    if (!block.path.empty()) block.path += ' ';
    block.path += view(open.name);
  }
  if (block.path.size() > kPath)
    block.path.erase(0, block.path.find(' ', block.path.size() - kPath) + 1);
  for (size_t i = stack_.size(); i > 0 && block.marks.size() < kBlockMarks; --i) {
    if (stack_[i - 1].marks.empty()) continue;
    if (!block.marks.empty()) block.marks += ' ';
    block.marks += stack_[i - 1].marks;
  }
  if (block.element != PageElement::kNone) block.tag = page_.elements[block.element].tag;
  page_.blocks.push_back(std::move(block));
  run_.clear();
  letters_ = linked_ = 0;
}

void Reader::add_meta(std::string name, std::string_view content) {
  std::string value = repair_utf8(content.substr(0, kMetaBytes)).text;
  // Soft hyphens and zero-width spaces are where a word may be broken, not what it is.
  for (const std::string_view sign : {"\xC2\xAD", "\xE2\x80\x8B", "\xEF\xBB\xBF"}) {
    if (value.find(sign) != std::string::npos) value = replace_all(std::move(value), sign, "");
  }
  value = fold_space(value);
  if (value.empty() || page_.meta.size() >= kMeta) return;
  const auto holder = std::find_if(stack_.rbegin(), stack_.rend(),
                                   [](const Open& open) { return open.role == TagRole::kBlock; });
  page_.meta.push_back({std::move(name), std::move(value),
                        static_cast<uint32_t>(page_.blocks.size()),
                        holder == stack_.rend() ? PageElement::kNone : holder->element});
}

void Reader::read_meta(std::string_view tag, const xmlChar** attributes) {
  if (attributes == nullptr) return;
  if (tag == "meta") {
    const std::string_view content = attribute(attributes, "content");
    for (const std::string_view kind : {"property", "name", "http-equiv"}) {
      const std::string_view name = trim(attribute(attributes, kind));
      if (!name.empty() && name.size() < 128) add_meta(to_lower_ascii(name), content);
    }
  } else if (tag == "link") {
    const std::string rel = to_lower_ascii(attribute(attributes, "rel").substr(0, 64));
    if (rel == "canonical") add_meta("<link canonical>", attribute(attributes, "href"));
    if (rel == "image_src") add_meta("<link image_src>", attribute(attributes, "href"));
  } else if (tag == "time") {
    add_meta("<time datetime>", attribute(attributes, "datetime"));
  } else if (tag == "input" && !has_password_ &&
             to_lower_ascii(attribute(attributes, "type").substr(0, 16)) == "password") {
    has_password_ = true;
    add_meta("<input password>", "yes");
  }
}

void Reader::begin_capture(std::string_view tag, const xmlChar** attributes) {
  constexpr std::array kProps = {"datepublished", "datemodified", "datecreated",
                                 "headline",      "author",       "articlesection"};
  std::string name;
  if (const auto prop = to_lower_ascii(trim(attribute(attributes, "itemprop")).substr(0, 64));
      !prop.empty()) {
    for (const std::string_view known : kProps) {
      if (prop == known) name = fmt::format("<itemprop {}>", known);
    }
    if (prop == "image") {
      name = "<itemprop image>";
      for (const std::string_view key : {"content", "src", "href"}) {
        const std::string_view address = attribute(attributes, key);
        if (!address.empty()) return add_meta(std::move(name), address);
      }
      image_level_ = stack_.size();  // an ImageObject: its url is inside
      return;
    }
    if (prop == "url" && image_level_ > 0 && stack_.size() > image_level_) {
      for (const std::string_view key : {"content", "src", "href"})
        add_meta("<itemprop image>", attribute(attributes, key));
      return;
    }
    if (prop == "name") {
      for (Capture& capture : captures_) {
        if (capture.name != "<itemprop author>") continue;
        capture.text.clear();  // the name alone, not what else stands in the author's box
        capture.level = stack_.size() - 1;
        if (tag == "meta") name = capture.name;
      }
      // The innermost is the last, as the ends find them.
      std::ranges::stable_sort(captures_, {}, &Capture::level);
    }
  }
  if (name.empty() && tag == "a") {
    const std::string rel = to_lower_ascii(attribute(attributes, "rel").substr(0, 64));
    if (rel.find("author") != std::string::npos) {
      name = "<rel author>";
    } else if (is_author_link(attribute(attributes, "href"))) {
      name = "<link author>";
    }
  }
  if (name.empty() && tag != "body" && tag != "main" && tag != "article" && tag != "html" &&
      is_author_mark(stack_.back().marks)) {
    name = "<class author>";
  }
  if (name.empty()) return;
  const bool marked = name == "<class author>" || name == "<link author>";
  if (marked && ++marked_authors_ > kMarkedAuthors) return;
  std::string_view value = marked ? std::string_view() : attribute(attributes, "content");
  if (value.empty() && !marked) value = attribute(attributes, "datetime");
  if (!value.empty()) {
    add_meta(std::move(name), value);
  } else if (tag != "meta" && tag != "link" && captures_.size() < 8) {
    // Headlines and dates are one text; names in boxes of their own are several.
    const bool names = name.ends_with(" author>");
    captures_.push_back({stack_.size() - 1, std::move(name), {}, names});
  }
}

void Reader::end_captures(size_t level) {
  while (!captures_.empty() && captures_.back().level >= level) {
    Capture capture = std::move(captures_.back());
    captures_.pop_back();
    if (capture.name == "<class author>" && capture.text.size() > kAuthorBytes) continue;
    add_meta(std::move(capture.name), capture.text);
  }
}

Reader& reader(void* self) { return *static_cast<Reader*>(self); }
void on_start(void* self, const xmlChar* name, const xmlChar** attributes) {
  reader(self).start(name, attributes);
}
void on_end(void* self, const xmlChar* name) { reader(self).end(name); }
void on_text(void* self, const xmlChar* chars, int size) {
  reader(self).text({reinterpret_cast<const char*>(chars), static_cast<size_t>(size)});
}
void on_script(void* self, const xmlChar* chars, int size) {
  reader(self).script({reinterpret_cast<const char*>(chars), static_cast<size_t>(size)});
}
void on_error(void* /*self*/, const char* /*message*/, ...) {}  // broken markup is no error

void Reader::read(const std::string& utf8) {
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
      htmlCreateMemoryParserCtxt(utf8.data(), static_cast<int>(utf8.size())), &htmlFreeParserCtxt);
  if (!parser) return;
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC |
                                       HTML_PARSE_NODEFDTD);
  xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
  xmlSAXHandler& sax = *parser->sax;
  sax = {};
  sax.startElement = on_start;
  sax.endElement = on_end;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  sax.cdataBlock = on_script;
  sax.warning = on_error;
  sax.error = on_error;
  parser->userData = this;
  parser_ = parser.get();
  htmlParseDocument(parser.get());
  flush();
  end_captures(0);
  if (in_title_) add_meta("<title>", title_);
  if (dropped_ > 0) {
    page_.notes.push_back({"page", "limit_blocks", fmt::format("{} blocks dropped", dropped_)});
  }
  if (flattened_ > 0) {
    page_.notes.push_back(
        {"page", "limit_depth",
         fmt::format("{} elements deeper than {} read flat", flattened_, limits_.depth)});
  }
}

}  // namespace

void read_html(const std::string& utf8, const Limits& limits, Page& page) {
  if (utf8.empty() || utf8.size() > INT32_MAX || limits.depth < 2) return;
  Reader(limits, page).read(utf8);
}

}  // namespace demarche
