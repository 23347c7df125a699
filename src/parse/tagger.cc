// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "parse/tagger.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "parse/missing_verbs.h"
#include "parse/repair.h"

namespace demarche {
namespace {

enum class Look : uint8_t { kWord, kNumber, kMark, kQuote, kSymbol, kAddress };

Look look_of(std::string_view word) {
  const CodePoint c = decode_utf8(word, 0);
  if (c.value == '\'' || c.value == 0x2019)
    return word.size() > c.length ? Look::kWord : Look::kQuote;
  if (is_ascii_digit(word.front())) return Look::kNumber;
  if (word.size() > 4 && (word.find("://") != std::string_view::npos || word.starts_with("www.") ||
                          word.find('@', 1) != std::string_view::npos)) {
    return Look::kAddress;
  }
  if (is_letter(c.value)) return Look::kWord;
  if ((c.value == '@' || c.value == '#') && word.size() > 1) return Look::kAddress;
  switch (c.value) {
    case '$':
    case '%':
    case '#':
    case '+':
    case '=':
    case '<':
    case '>':
    case '/':
    case '@':
    case 0x20AC:
    case 0xA3:
    case 0xA5:
    case 0xB0:
    case '^':
    case '~':
      return Look::kSymbol;
    case '&':
      return Look::kWord;
    case '"':
    case '(':
    case ')':
    case '[':
    case ']':
    case '`':
    case 0x2018:
    case 0x201C:
    case 0x201D:
    case 0xAB:
    case 0xBB:
      return Look::kQuote;
    default:
      break;
  }
  const bool smiley = word.size() > 1 && (c.value == ':' || c.value == ';');
  return smiley || c.value >= 0x2190 ? Look::kSymbol : Look::kMark;
}

bool is_ordinal(std::string_view lower) {
  return lower.size() > 2 && (lower.ends_with("th") || lower.ends_with("st") ||
                              lower.ends_with("nd") || lower.ends_with("rd"));
}

/// Numbers, decades ("1990s"), ordinals ("20th").
Candidate number_candidate(std::string_view lower) {
  if (is_ordinal(lower)) return {Tag::kAdjective, 0, VerbForm::kNone, nullptr};
  if (lower.ends_with('s')) return {Tag::kNouns, 0, VerbForm::kNone, nullptr};
  return {Tag::kNumber, 0, VerbForm::kNone, nullptr};
}

bool has_capital(std::string_view word) {
  return !word.empty() && is_upper(decode_utf8(word, 0).value);
}

/// Adverbs and "not" say nothing of what may follow, so that the word before them decides.
bool is_transparent(const Candidates& candidates) {
  if (candidates.size != 1) return false;
  return candidates.items[0].tag == Tag::kAdverb || candidates.items[0].tag == Tag::kNot;
}

}  // namespace

/// "it all depends", "would neither confirm": the word before decides here too.
bool Tagger::is_floating(std::string_view lower) const {
  if (steps_.empty()) return false;
  const Candidates& before = steps_.back().candidates;
  const Tag left = before.size > 0 ? before.items[0].tag : Tag::kOther;
  const bool pronoun = left == Tag::kSubject || (left == Tag::kObject && before.size == 1);
  if (lower == "all" || lower == "each" || lower == "both") return pronoun && lower != "each";
  return (lower == "neither" || lower == "either") &&
         (pronoun || left == Tag::kModal || left == Tag::kHave || left == Tag::kDo);
}

bool Tagger::is_title_case(uint32_t first, uint32_t last) const {
  uint32_t words = 0;
  uint32_t capitals = 0;
  for (uint32_t i = first; i < last; ++i) {
    const std::string_view w = word(i);
    if (w.size() < 4 || !is_letter(decode_utf8(w, 0).value)) continue;
    ++words;
    if (has_capital(w)) ++capitals;
  }
  constexpr uint32_t kFew = 4;
  return words >= kFew && capitals * 10 >= words * 8;
}

bool Tagger::is_inner_hyphen(uint32_t at, uint32_t first, uint32_t last) const {
  return at > first && at + 1 < last && tokens_.lower[at] == "-" &&
         !tokens_.tokens[at - 1].space_after && !tokens_.tokens[at].space_after;
}

/// What is no word; size 0 for what the neighbours should not see at all (quotes, brackets).
Candidates Tagger::mark_candidates(uint32_t at, uint32_t first, uint32_t last) const {
  Candidates out;
  const auto only = [&](Tag tag) { out.add({tag, 0, VerbForm::kNone, nullptr}); };
  switch (look_of(word(at))) {
    case Look::kNumber:
      out.add(number_candidate(tokens_.lower[at]));
      break;
    case Look::kSymbol:
      only(Tag::kSymbol);
      break;
    case Look::kAddress:
      only(Tag::kOther);
      break;
    case Look::kMark:
      if (is_inner_hyphen(at, first, last)) {
        const bool range =
            is_ascii_digit(word(at - 1).back()) && is_ascii_digit(word(at + 1).front());
        only(range ? Tag::kSymbol : Tag::kHyphen);
      } else {
        only(Tag::kMark);
      }
      break;
    default:
      break;
  }
  return out;
}

void Tagger::collect(uint32_t first, uint32_t last, std::vector<Word>& words) {
  steps_.clear();
  const bool title_case = is_title_case(first, last);
  bool fresh = true;
  for (uint32_t i = first; i < last; ++i) {
    const Look look = look_of(word(i));
    const bool genitive = tokens_.tokens[i].clitic && look == Look::kQuote;
    if (look == Look::kQuote && !genitive) {
      words[i].upos = Upos::kPunct;
      words[i].lemma = tokens_.lower[i];
      fresh = fresh || tokens_.lower[i] == "\"";
      continue;
    }
    Step step;
    step.token = i;
    if (look == Look::kWord) {
      const bool name_follows = i + 1 < last && has_capital(word(i + 1));
      step.candidates =
          candidates_of(word(i), tokens_.lower[i], {fresh, title_case, name_follows}, language_);
    } else if (genitive) {
      step.candidates.add({Tag::kGenitive, 0, VerbForm::kNone, nullptr});
    } else {
      step.candidates = mark_candidates(i, first, last);
    }
    const std::string& lower = tokens_.lower[i];
    fresh = lower == ":" || lower == "." || lower == "..." || (fresh && look != Look::kWord);
    if (is_floating(lower)) {
      words[i] = {Upos::kDet, VerbForm::kNone, lower};
      continue;
    }
    if (is_transparent(step.candidates)) {
      const Candidate& candidate = step.candidates.items[0];
      words[i] = {upos_of(candidate.tag), candidate.form, lemma_of(lower, candidate, language_)};
      continue;
    }
    if (step.candidates.size == 0) step.candidates.add({Tag::kOther, 0, VerbForm::kNone, nullptr});
    steps_.push_back(step);
  }
}

/// The best row of tags by the costs of the readings and the weights of neighbours.
void Tagger::search() {
  for (size_t i = 0; i < steps_.size(); ++i) {
    Step& step = steps_[i];
    for (uint8_t c = 0; c < step.candidates.size; ++c) {
      const Candidate& candidate = step.candidates.items[c];
      if (i == 0) {
        step.score[c] = weight_of(Tag::kStart, candidate.tag) - candidate.cost;
        continue;
      }
      const Step& before = steps_[i - 1];
      int32_t best = INT32_MIN;
      for (uint8_t b = 0; b < before.candidates.size; ++b) {
        const int32_t score =
            before.score[b] + weight_of(before.candidates.items[b].tag, candidate.tag);
        if (score > best) {
          best = score;
          step.from[c] = b;
        }
      }
      step.score[c] = best - candidate.cost;
    }
  }
}

void Tagger::write(std::vector<Word>& words) {
  if (steps_.empty()) return;
  const Step& end = steps_.back();
  const auto* const scores = end.score.data();
  auto best = static_cast<uint8_t>(std::max_element(scores, scores + end.candidates.size) - scores);
  for (size_t i = steps_.size(); i > 0; --i) {
    const Step& step = steps_[i - 1];
    const Candidate& candidate = step.candidates.items[best];
    Word& out = words[step.token];
    out.upos = upos_of(candidate.tag);
    if (candidate.reading != nullptr && candidate.reading->upos == "INTJ") out.upos = Upos::kIntj;
    out.form = candidate.form;
    out.lemma = lemma_of(tokens_.lower[step.token], candidate, language_);
    best = step.from[best];
  }
}

void Tagger::tag(uint32_t first, uint32_t last, std::vector<Word>& words) {
  collect(first, last, words);
  search();
  write(words);
  find_missing_verbs(tokens_, language_, first, last, words);
  repair_tags(tokens_, first, last, words);
}

}  // namespace demarche
