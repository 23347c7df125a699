// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/name_reader.h"

#include <algorithm>

#include "base/strings.h"

namespace demarche::mention {

bool NameReader::is_acronym(uint32_t t) const {
  const std::string_view word = scene_.text(t);
  if (word.size() < 2 || word.size() > 5) return false;
  for (const char c : word)
    if (!is_ascii_upper(c)) return false;
  return true;
}

bool NameReader::has_title_before(uint32_t t) const {
  const uint32_t before = scene_.before(t);
  return before != kNone && scene_.in(before, WordList::kTitle);
}

bool NameReader::has_role_before(uint32_t t) const {
  const Hit* hit = scene_.roles.ends(t);
  return hit != nullptr && t > scene_.sentence(t).first &&
         scene_.table.roles[hit->value].kind == "person";
}

bool NameReader::is_set_off(uint32_t first, uint32_t last, const Sentence& sentence) const {
  if (first < sentence.first + 2 || !scene_.is(first - 1, ",")) return false;
  const Hit* role = scene_.roles.ends(first - 1);
  return role != nullptr && scene_.table.roles[role->value].kind == "person" &&
         (last >= sentence.last || scene_.upos(last) == Upos::kPunct);
}

bool NameReader::has_aside(uint32_t last, const Sentence& sentence) const {
  if (last + 1 >= sentence.last || !scene_.is(last, ",")) return false;
  if (scene_.is(last + 1, "who")) return true;
  if (scene_.upos(last + 1) == Upos::kNum && scene_.is(last + 2, ",")) return true;
  for (uint32_t t = last + 1; t < sentence.last && t < last + 8 && !scene_.is(t, ","); ++t) {
    const Hit* role = scene_.roles.begins(t);
    if (role != nullptr) return scene_.table.roles[role->value].kind == "person";
    if (scene_.relations.begins(t) != nullptr) return true;
  }
  return false;
}

bool NameReader::speaks(uint32_t first, uint32_t last, const Sentence& sentence) const {
  const uint32_t verb = verb_of_subject(scene_, first, last);
  if (verb != kNone && is_say(scene_, verb)) return true;
  const uint32_t before = scene_.before(first);
  return before != kNone && before > sentence.first && scene_.parse.verb_of[before] != kNone &&
         (scene_.is(before, "said") || scene_.is(before, "says") || scene_.is(before, "added"));
}

bool NameReader::is_many(uint32_t first, uint32_t last) const {
  if (!scene_.lower(last - 1).ends_with("s")) return false;
  const uint32_t verb = verb_of_subject(scene_, first, last);
  if (verb == kNone) return false;
  const std::string& word = scene_.lower(scene_.parse.verbs[verb].first);
  return word == "have" || word == "are" || word == "were" || word == "do" ||
         word == scene_.lemma(scene_.parse.verbs[verb].head);
}

void NameReader::read_person(Run run, const Sentence& sentence) {
  // Titles, roles, acronyms and adjectives before the name are not part of it: what follows the
  // last of them is.
  uint32_t first = run.first;
  bool titled = has_title_before(first) || has_role_before(first);
  // "the Middle East Ana Brok": where a run holds more than a name, the model knows where it
  // begins.
  const Run person = person_in(run);
  if (person.first < person.last) {
    const bool part = person.first > run.first || person.last < run.last;
    if (part && !is_whole_hit(person) && person.last - person.first >= 2)
      return add_person(person.first, person.last);
  } else if (!titled && is_other_name(run)) {
    return;
  }
  for (uint32_t t = run.first; t < run.last;) {
    const Hit* name = scene_.names.begins(t);
    const Hit* role = scene_.roles.begins(t);
    uint32_t next = t + 1;
    // "General Staff" is no general.
    const bool organ = role != nullptr && role->last > t + 1 && role->last <= run.last &&
                       scene_.table.roles[role->value].kind == "organ";
    if (!organ && (scene_.in(t, WordList::kTitle) || scene_.in(t, WordList::kOfficeWord))) {
      titled = true;
    } else if (role != nullptr && role->last <= run.last) {
      next = role->last;
      titled = scene_.table.roles[role->value].kind == "person";
    } else if (name != nullptr && name->last < run.last && first == t && !titled &&
               scene_.known(*name).kind != ActorKind::kPerson) {
      next = name->last;
    } else if (!(is_acronym(t) && t + 1 < run.last) &&
               !(first == t && scene_.in(t, WordList::kRankPrefix))) {
      ++t;
      continue;
    }
    if (next < run.last) first = next;
    t = next;
  }
  const uint32_t last = run.last;
  const bool office = scene_.in(first, WordList::kTitle) ||
                      scene_.in(last - 1, WordList::kOfficeWord) ||
                      scene_.roles.begins(first) != nullptr;
  if (office) return;
  if (first >= last || last - first > 5) return;
  const Hit* hit = scene_.names.begins(first);
  if (hit != nullptr && hit->last >= last) return;  // the table's
  const uint32_t words = last - first;
  const bool given = is_first_name(first) && scene_.places.at[last - 1] == kNone;
  const bool set_off =
      words >= 2 && (given || is_set_off(first, last, sentence) || has_aside(last, sentence));
  const bool spoken = words >= 2 && speaks(first, last, sentence) && !is_many(first, last);
  const Hit* tail = scene_.names.covering(last - 1);
  const bool state_last = tail != nullptr && scene_.known(*tail).kind == ActorKind::kState;
  if (!titled && spoken && state_last && !given) return read_agency(first, last);
  if (!titled && !set_off && !spoken) {
    if (words == 1) alone_.insert(scene_.lower(first));
    if (words == 2 || words == 3) unread_.push_back({first, last});
    return;
  }
  if (words == 1 && scene_.names.at[first] != kNone &&
      scene_.known(*scene_.names.covering(first)).kind != ActorKind::kPerson)
    return;
  add_person(first, last);
}

bool NameReader::is_unknown_name(uint32_t first, uint32_t last) const {
  for (uint32_t t = first; t < last; ++t) {
    const Hit* name = scene_.names.covering(t);
    if (name != nullptr && scene_.known(*name).kind != ActorKind::kPerson) return false;
    const bool known = scene_.roles.at[t] != kNone || scene_.relations.at[t] != kNone ||
                       scene_.places.at[t] != kNone || scene_.in(t, WordList::kTitle) ||
                       scene_.in(t, WordList::kOfficeWord) || is_acronym(t);
    if (known || scene_.upos(t) != Upos::kPropn) return false;
  }
  constexpr WordList kHeads[] = {WordList::kOrganHead, WordList::kThingHead,  WordList::kMediaHead,
                                 WordList::kCompass,   WordList::kGeography,  WordList::kPlacePart,
                                 WordList::kQuantity,  WordList::kCountryNoun};
  return std::ranges::none_of(kHeads, [&](WordList list) { return scene_.in(last - 1, list); });
}

bool NameReader::shows_person(uint32_t last, const Sentence& sentence) const {
  if (has_aside(last, sentence)) return true;
  if (last + 1 < sentence.last && scene_.is(last, ",") &&
      (scene_.is(last + 1, "a") || scene_.is(last + 1, "an"))) {
    return true;
  }
  constexpr uint32_t kFar = 40;
  for (uint32_t t = last; t < sentence.last && t < last + kFar; ++t) {
    const bool he = scene_.is(t, "he") || scene_.is(t, "she") || scene_.is(t, "his") ||
                    scene_.is(t, "her") || scene_.is(t, "him");
    if (he && !scene_.quoted[t]) return true;
  }
  return sentence.last < scene_.size() &&
         (scene_.is(sentence.last, "he") || scene_.is(sentence.last, "she"));
}

bool NameReader::read_state_name(Run run, const Sentence& sentence) {
  // "Mr Jordan Pike"
  const bool titled = scene_.in(run.first, WordList::kTitle);
  const uint32_t first = titled ? run.first + 1 : run.first;
  const Hit* state = first < run.last ? scene_.names.begins(first) : nullptr;
  if (state == nullptr || scene_.known(*state).kind != ActorKind::kState) return false;
  if (scene_.alias(*state).kind != AliasKind::kName || state->last >= run.last) return false;
  constexpr uint32_t kLongest = 3;
  if (run.last - first > kLongest || !is_unknown_name(state->last, run.last)) return false;
  // "the Norvenia Basin", "envoy for Norvenia Ana Brok": of the state, or two names side by side.
  const uint32_t before = scene_.before(run.first);
  const bool apart = before != kNone && !titled &&
                     (scene_.in(before, WordList::kPlacePrep) || scene_.is(before, "the") ||
                      scene_.is(before, "for") || scene_.is(before, "of"));
  if (apart || state->last != first + 1 || scene_.text(first).find('.') != std::string_view::npos ||
      is_acronym(first)) {
    return false;
  }
  const uint32_t phrase = scene_.parse.phrase_of[run.last - 1];
  if (phrase == Parse::kNone || scene_.parse.phrases[phrase].head != run.last - 1) return false;
  const bool given = scene_.known(*state).given || is_first_name(first);
  if (titled || given || shows_person(run.last, sentence)) {
    add_person(first, run.last);
  } else {
    take(first, run.last);
    for (uint32_t t = first; t < run.last; ++t) out_.things[t] = true;
  }
  return true;
}

void NameReader::read_agency(uint32_t first, uint32_t last) {
  Candidate organ;
  organ.shape = Shape::kOrganization;
  organ.first = organ.core_first = first;
  organ.last = organ.core_last = last;
  organ.head = last - 1;
  add(organ);
}

void NameReader::read_reused() {
  for (const Run& run : unread_) {
    const std::string& surname = scene_.lower(run.last - 1);
    if (!surnames_.contains(surname) && !alone_.contains(surname)) continue;
    bool plain = true;
    for (uint32_t t = run.first; t < run.last; ++t)
      plain = plain && !taken_[t] && scene_.names.at[t] == kNone &&
              (scene_.places.at[t] == kNone || surnames_.contains(surname)) &&
              scene_.relations.at[t] == kNone && scene_.upos(t) == Upos::kPropn;
    if (plain) add_person(run.first, run.last);
  }
}

void NameReader::add_person(uint32_t first, uint32_t last) {
  if (scene_.text(last - 1).size() <= 3 && is_acronym(last - 1)) return;  // "Norvik MP"
  for (uint32_t t = first; t < last; ++t) {
    const Upos upos = scene_.upos(t);
    const bool small = upos == Upos::kPron || upos == Upos::kDet || upos == Upos::kAux ||
                       upos == Upos::kCconj || upos == Upos::kSconj;
    if (small) return;  // "THINKS HE"
  }
  Candidate person;
  person.shape = Shape::kPerson;
  person.first = person.core_first = first;
  person.last = person.core_last = last;
  person.head = last - 1;
  if (has_title_before(first)) {
    person.first = first - 1;
    titled_.insert(scene_.lower(last - 1));
  }
  add(person);
  surnames_.insert(scene_.lower(last - 1));
}

}  // namespace demarche::mention
