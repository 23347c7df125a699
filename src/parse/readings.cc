// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "parse/readings.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "parse/endings.h"

namespace demarche {
namespace {

constexpr auto kSubjects =
    std::to_array<std::string_view>({"he", "i", "she", "there", "they", "we", "who"});
constexpr auto kPossessives =
    std::to_array<std::string_view>({"his", "its", "my", "our", "their", "whose", "your"});
// What a prefix may stand before: any word (with a hyphen), a verb, or an adjective.
enum class Base : uint8_t { kAny, kVerb, kAdjective };
struct Prefix {
  std::string_view text;
  Base base;
};
constexpr std::array<Prefix, 22> kPrefixes = {{
    {"co-", Base::kAny},      {"ex-", Base::kAny},      {"re-", Base::kAny},
    {"non-", Base::kAny},     {"mid-", Base::kAny},     {"sub-", Base::kAny},
    {"counter-", Base::kAny}, {"super-", Base::kAny},   {"multi-", Base::kAny},
    {"mis-", Base::kAny},     {"self-", Base::kAny},    {"counter", Base::kVerb},
    {"inter", Base::kVerb},   {"under", Base::kVerb},   {"over", Base::kVerb},
    {"out", Base::kVerb},     {"mis", Base::kVerb},     {"dis", Base::kVerb},
    {"re", Base::kVerb},      {"un", Base::kAdjective}, {"non", Base::kAdjective},
    {"pre", Base::kVerb},
}};

bool takes(Base base, const std::vector<Language::Reading>& readings) {
  return base == Base::kAny || std::ranges::any_of(readings, [&](const auto& reading) {
           const bool participle = reading.feats == "Part" || reading.feats == "Ing";
           return reading.upos == (base == Base::kVerb ? "VERB" : "ADJ") ||
                  (base == Base::kAdjective && participle);
         });
}

constexpr auto kNeverNouns = std::to_array<std::string_view>(
    {"allow",   "ask",  "be",   "become", "believe", "bring", "come",    "continue", "create",
     "deny",    "do",   "eat",  "follow", "get",     "give",  "go",      "happen",   "have",
     "include", "keep", "know", "let",    "lose",    "make",  "prevent", "put",      "refuse",
     "remain",  "say",  "seem", "send",   "take",    "tell",  "think",   "want"});

Tag pronoun_tag(std::string_view lower, const Language::Reading& reading) {
  if (std::ranges::binary_search(kSubjects, lower)) return Tag::kSubject;
  if (std::ranges::binary_search(kPossessives, lower)) return Tag::kPossessive;
  // "her" has two rows.
  if (lower == "her" && reading.lemma == "her") return Tag::kPossessive;
  return Tag::kObject;
}

Tag auxiliary_tag(const Language::Reading& reading) {
  if (reading.feats == "Base" && reading.lemma == "be") return Tag::kBeBase;
  if (reading.feats == "Part") return Tag::kBeen;
  if (reading.feats == "Ing") return Tag::kBeing;
  if (reading.lemma == "be") return Tag::kBe;
  if (reading.lemma == "have") return Tag::kHave;
  if (reading.lemma == "do") return Tag::kDo;
  return Tag::kModal;
}

Candidate verb_candidate(const Language::Reading& reading) {
  const std::string_view form = reading.feats;
  if (form == "Present") return {Tag::kThird, 0, VerbForm::kPresent, &reading};
  if (form == "Past") return {Tag::kPast, 0, VerbForm::kPast, &reading};
  if (form == "Part") return {Tag::kParticiple, 0, VerbForm::kParticiple, &reading};
  if (form == "Ing") return {Tag::kGerund, 0, VerbForm::kGerund, &reading};
  return {Tag::kBase, 0, VerbForm::kBase, &reading};
}

VerbForm auxiliary_form(std::string_view feats) {
  if (feats == "Present") return VerbForm::kPresent;
  if (feats == "Past") return VerbForm::kPast;
  if (feats == "Part") return VerbForm::kParticiple;
  if (feats == "Ing") return VerbForm::kGerund;
  if (feats == "Base") return VerbForm::kBase;
  return VerbForm::kNone;
}

Candidate candidate_of(std::string_view lower, const Language::Reading& reading) {
  const auto plain = [&](Tag tag) { return Candidate{tag, 0, VerbForm::kNone, &reading}; };
  const std::string_view upos = reading.upos;
  if (upos == "NOUN") return plain(reading.feats == "Plur" ? Tag::kNouns : Tag::kNoun);
  if (upos == "VERB") return verb_candidate(reading);
  if (upos == "ADJ") return plain(Tag::kAdjective);
  if (upos == "ADV") return plain(Tag::kAdverb);
  if (upos == "ADP") return plain(Tag::kAdposition);
  if (upos == "DET") return plain(Tag::kDeterminer);
  if (upos == "PRON") return plain(pronoun_tag(lower, reading));
  if (upos == "AUX") {
    return {auxiliary_tag(reading), 0, auxiliary_form(reading.feats), &reading};
  }
  if (upos == "PART") {
    if (lower == "to" || lower == "na") return plain(Tag::kTo);
    return plain(reading.lemma == "not" ? Tag::kNot : Tag::kGenitive);
  }
  if (upos == "CCONJ") return plain(Tag::kAnd);
  if (upos == "SCONJ") return plain(Tag::kThat);
  if (upos == "NUM") return plain(Tag::kNumber);
  if (upos == "PROPN") return plain(Tag::kName);
  return plain(Tag::kOther);
}

/// Nearly every verb can be a noun, listed or not: "the enter key", "his leavings".
void add_nouns_of_verbs(const std::vector<Language::Reading>& readings, Candidates& out) {
  const Language::Reading& first = readings.front();
  if (first.upos != "VERB" || first.feats == "Past" || first.feats == "Part") return;
  if (std::ranges::binary_search(kNeverNouns, std::string_view(first.lemma))) return;
  const bool plural = first.feats == "Present";
  const int8_t cost = 2;
  out.add({plural ? Tag::kNouns : Tag::kNoun, cost, VerbForm::kNone, nullptr});
}

void add_readings(std::string_view lower, const std::vector<Language::Reading>& readings, int cost,
                  Candidates& out) {
  int place = 0;
  for (const auto& reading : readings) {
    Candidate candidate = candidate_of(lower, reading);
    candidate.cost = static_cast<int8_t>(std::min(cost + place, 100));
    out.add(candidate);
    // The base form is also the present tense of all persons but one.
    if (candidate.tag == Tag::kBase) {
      candidate.tag = Tag::kPlural;
      candidate.form = VerbForm::kPresent;
      out.add(candidate);
    }
    if (candidate.tag == Tag::kHave && candidate.form == VerbForm::kBase) {
      out.items[out.size - 1].form = VerbForm::kPresent;
      candidate.tag = Tag::kHaveBase;
      out.add(candidate);
    }
    if (candidate.tag == Tag::kDo && candidate.form == VerbForm::kBase) {
      out.items[out.size - 1].form = VerbForm::kPresent;
    }
    // "announced" is past tense and participle alike, an adjective and so on are less likely.
    if (candidate.tag != Tag::kPast && place < 4) ++place;
  }
  if (!readings.empty()) add_nouns_of_verbs(readings, out);
  const auto also = [&](Tag tag, int8_t price) {
    out.add({tag, price, VerbForm::kNone, &readings.front()});
  };
  if (lower == "you") also(Tag::kSubject, 0);
  if (lower == "this" || lower == "these" || lower == "those") also(Tag::kObject, 1);
}

bool is_closed(const std::vector<Language::Reading>& readings) {
  return std::ranges::any_of(readings, [](const auto& r) {
    return r.upos == "DET" || r.upos == "ADP" || r.upos == "PRON" || r.upos == "AUX" ||
           r.upos == "CCONJ" || r.upos == "SCONJ" || r.upos == "PART";
  });
}

/// The readings of the word itself, or of what is behind a prefix: "rejoined", "non-aligned".
const std::vector<Language::Reading>* readings_of(const std::string& lower,
                                                  const Language& language) {
  if (const auto found = language.words.find(lower); found != language.words.end()) {
    return &found->second;
  }
  constexpr size_t kShortest = 4;
  if (lower.ends_with("ly")) return nullptr;
  for (const auto& [prefix, base] : kPrefixes) {
    if (lower.size() < prefix.size() + kShortest || !lower.starts_with(prefix)) continue;
    const auto found = language.words.find(lower.substr(prefix.size()));
    if (found == language.words.end() || is_closed(found->second)) continue;
    if (takes(base, found->second)) return &found->second;
  }
  return nullptr;
}

/// "pro-government", "anti-war"
bool is_stance(std::string_view lower) {
  return lower.starts_with("pro-") || lower.starts_with("anti-") || lower.starts_with("post-") ||
         lower.starts_with("pre-") || lower.starts_with("pan-");
}

bool has_capital(std::string_view word) {
  return !word.empty() && is_upper(decode_utf8(word, 0).value);
}

bool is_all_capitals(std::string_view word) {
  size_t letters = 0;
  for (const char c : word) {
    if (c >= 'a' && c <= 'z') return false;
    if (is_ascii_upper(c)) ++letters;
  }
  return letters > 1;
}

void add_name(int cost, Candidates& out) {
  out.add({Tag::kName, static_cast<int8_t>(cost), VerbForm::kNone, nullptr});
}

bool is_like_nation(std::string_view lower) {
  constexpr size_t kShortest = 6;
  return lower.size() >= kShortest &&
         (lower.ends_with("ian") || lower.ends_with("ese") || lower.ends_with("ish"));
}

/// Words with a capital where it means something.
void add_capital(std::string_view word, const std::string& lower, Place place,
                 const Language& language, const std::vector<Language::Reading>* readings,
                 Candidates& out) {
  if (readings != nullptr && is_closed(*readings) && (!is_all_capitals(word) || place.title_case) &&
      lower != "may") {
    add_readings(lower, *readings, 0, out);
    return add_name(4, out);
  }
  if (readings != nullptr && language.proper_adjectives.contains(lower)) {
    add_readings(lower, *readings, 0, out);
    return add_name(2, out);
  }
  if (readings == nullptr && is_like_nation(lower)) {
    add_name(0, out);
    return out.add({Tag::kAdjective, 0, VerbForm::kNone, nullptr});
  }
  // "New", "National" in a name are adjectives all the same.
  if (readings != nullptr && place.name_follows && readings->front().upos == "ADJ") {
    add_readings(lower, *readings, 0, out);
    return add_name(1, out);
  }
  add_name(place.title_case && readings != nullptr ? 2 : 0, out);
  if (readings != nullptr) add_readings(lower, *readings, place.title_case ? 0 : 4, out);
}

void add_first(const std::string& lower, Place place,
               const std::vector<Language::Reading>* readings, Candidates& out) {
  if (readings != nullptr) {
    add_readings(lower, *readings, 0, out);
    const bool noun = readings->front().upos == "NOUN" || readings->front().upos == "ADJ";
    return add_name(noun && place.name_follows ? 0 : 4, out);
  }
  if (has_common_ending(lower)) {
    add_by_ending(lower, out);
    return add_name(1, out);
  }
  add_name(0, out);
  if (is_like_nation(lower)) out.add({Tag::kAdjective, 1, VerbForm::kNone, nullptr});
  Candidates guesses;
  add_by_ending(lower, guesses);
  for (uint8_t i = 0; i < guesses.size; ++i) {
    guesses.items[i].cost = static_cast<int8_t>(guesses.items[i].cost + 3);
    out.add(guesses.items[i]);
  }
}

}  // namespace

Candidates candidates_of(std::string_view word, const std::string& lower, Place place,
                         const Language& language) {
  Candidates out;
  const auto* readings = readings_of(lower, language);
  if (readings == nullptr && is_stance(lower)) {
    out.add({Tag::kAdjective, 0, VerbForm::kNone, nullptr});
    out.add({Tag::kNoun, 2, VerbForm::kNone, nullptr});
    if (has_capital(word)) add_name(2, out);
    return out;
  }
  if (has_capital(word)) {
    if (lower == "i") {
      add_readings(lower, *readings, 0, out);
      return out;
    }
    if (place.first && !(is_all_capitals(word) && !place.title_case)) {
      add_first(lower, place, readings, out);
    } else {
      add_capital(word, lower, place, language, readings, out);
    }
    return out;
  }
  if (readings != nullptr) {
    add_readings(lower, *readings, 0, out);
  } else {
    add_by_ending(lower, out);
  }
  return out;
}

std::string lemma_of(const std::string& lower, const Candidate& candidate,
                     const Language& language) {
  if (candidate.reading != nullptr) {
    const auto found = language.words.find(lower);
    const bool own = found != language.words.end();
    if (own) return candidate.reading->lemma;
    // A prefix stands before the listed word.
    for (const auto& [prefix, base] : kPrefixes) {
      if (!lower.starts_with(prefix)) continue;
      if (language.words.contains(lower.substr(prefix.size()))) {
        return std::string(prefix) + candidate.reading->lemma;
      }
    }
  }
  switch (candidate.tag) {
    case Tag::kNouns:
      return singular_by_rule(lower);
    case Tag::kThird:
    case Tag::kPast:
    case Tag::kParticiple:
    case Tag::kGerund:
      return verb_base_by_rule(lower, language);
    default:
      return lower;
  }
}

}  // namespace demarche
