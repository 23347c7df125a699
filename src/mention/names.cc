// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/name_reader.h"

#include <algorithm>

#include "base/strings.h"

namespace demarche::mention {

void NameReader::read() {
  for (const Sentence& sentence : scene_.tokens.sentences) read_runs(sentence);
  read_model_names();
  read_reused();
  for (const Sentence& sentence : scene_.tokens.sentences) read_table(sentence);
  for (const Sentence& sentence : scene_.tokens.sentences) read_short_names(sentence);
  for (const Sentence& sentence : scene_.tokens.sentences) read_common_media(sentence);
}

bool NameReader::is_name_word(uint32_t t, const Sentence& sentence) const {
  if (t >= sentence.last || !scene_.is_capital(t) || scene_.timed[t]) return false;
  if (scene_.is(t, "the")) return false;  // "NORVIK -- The League said"
  if (scene_.in(t, WordList::kCalendar) || scene_.in(t, WordList::kCapitalNoise)) return false;
  if (t != sentence.first) return true;
  const Upos upos = scene_.upos(t);
  return upos == Upos::kPropn || is_first_name(t) ||
         (upos == Upos::kNoun && scene_.is_capital(t + 1));
}

bool NameReader::is_joined(uint32_t t) const {
  if (!scene_.is(t, "-") || t == 0 || t + 1 >= scene_.size()) return false;
  const auto& tokens = scene_.tokens.tokens;
  return !tokens[t - 1].space_after && !tokens[t].space_after;
}

Run NameReader::run_at(uint32_t t, const Sentence& sentence) const {
  Run run{t, t};
  if (!is_name_word(t, sentence)) return run;
  run.last = t + 1;
  while (run.last < sentence.last) {
    uint32_t next = run.last;
    if (is_name_word(next, sentence)) {
      run.last = next + 1;
      continue;
    }
    if (scene_.in(next, WordList::kParticle) && is_name_word(next + 1, sentence)) {
      run.last = next + 2;
      continue;
    }
    // "Ana Brok-Holt", but not "Ana Brok-Ivo Stanev talks".
    if (run.last - run.first > 1 && is_joined(next) && is_name_word(next + 1, sentence) &&
        !is_name_word(next + 2, sentence) && scene_.names.covering(next + 1) == nullptr) {
      run.last = next + 2;
      continue;
    }
    break;
  }
  return run;
}

Run NameReader::without_titles(Run run) const {
  while (run.first + 1 < run.last) {
    const Hit* role = scene_.roles.begins(run.first);
    if (role != nullptr && role->last < run.last) {
      run.first = role->last;
    } else if (scene_.in(run.first, WordList::kTitle) ||
               scene_.in(run.first, WordList::kOfficeWord) ||
               scene_.in(run.first, WordList::kRankPrefix)) {
      ++run.first;
    } else {
      break;
    }
  }
  return run;
}

Run NameReader::person_in(Run run) const {
  const auto& names = scene_.parse.names;
  auto at = std::ranges::lower_bound(names, run.first, {}, &NamedSpan::first);
  for (; at != names.end() && at->last <= run.last; ++at)
    if (at->kind == "PER") return without_titles({at->first, at->last});
  return {run.first, run.first};
}

bool NameReader::is_other_name(Run run) const {
  const auto& names = scene_.parse.names;
  auto after = std::ranges::upper_bound(names, run.first, {}, &NamedSpan::first);
  if (after == names.begin()) return false;
  const NamedSpan& name = *std::prev(after);
  return name.kind != "PER" && name.last >= run.last;
}

/// The model may see a part of a name of the table: the table's is the longer one.
bool NameReader::fits(uint32_t t, Run run) const {
  const Hit* hit = scene_.names.covering(t);
  return hit == nullptr || (hit->first >= run.first && hit->last <= run.last);
}

void NameReader::read_model_names() {
  for (const NamedSpan& name : scene_.parse.names) {
    Run run{name.first, name.last};
    if (name.kind == "PER") run = without_titles(run);
    while (run.first + 1 < run.last && scene_.in(run.first, WordList::kDeterminer)) ++run.first;
    bool free =
        !is_whole_hit(run) && scene_.is_capital(run.first) && scene_.is_capital(run.last - 1);
    for (uint32_t t = run.first; t < run.last; ++t)
      free = free && !taken_[t] && !scene_.timed[t] && scene_.roles.at[t] == kNone && fits(t, run);
    if (!free) continue;
    if (name.kind == "PER") {
      const Hit* hit = scene_.names.covering(run.last - 1);
      const bool state = hit != nullptr && scene_.known(*hit).kind != ActorKind::kPerson;
      if (!state && run.last - run.first <= 5) add_person(run.first, run.last);
    } else if (name.kind == "ORG" && !scene_.in(run.last - 1, WordList::kMediaHead) &&
               !scene_.in(run.last - 1, WordList::kThingHead)) {
      Candidate organ;
      organ.shape = Shape::kOrganization;
      organ.first = run.first;
      organ.core_first = run.first;
      organ.last = organ.core_last = run.last;
      organ.head = scene_.head_of(run.first, run.last);
      organ.owner = read_owner(run);
      add(organ);
    }
  }
}

Run NameReader::widen(Run run, const Sentence& sentence) const {
  for (int steps = 0; steps < 3 && run.last < sentence.last; ++steps) {
    uint32_t next = run.last;
    const bool joins = scene_.is(next, "of") || scene_.is(next, "for") ||
                       scene_.is(next, "against") || scene_.is(next, "and");
    if (!joins) break;
    ++next;
    if (next < sentence.last && scene_.is(next, "the")) ++next;
    const Run more = next < sentence.last ? run_at(next, sentence) : Run{next, next};
    if (more.first == more.last) break;
    run.last = more.last;
  }
  return run;
}

void NameReader::take(uint32_t first, uint32_t last) {
  for (uint32_t t = first; t < last; ++t) taken_[t] = true;
}

uint32_t NameReader::add(Candidate candidate) {
  if (candidate.core_last == 0) {
    candidate.core_first = candidate.first;
    candidate.core_last = candidate.last;
  }
  const uint32_t the = scene_.before(candidate.first);
  const bool article = the != kNone && scene_.is(the, "the");
  if (candidate.shape == Shape::kOrganization && article) candidate.first = the;
  candidate.possessor =
      scene_.after(candidate.last - 1) != kNone && scene_.is_possessive(candidate.last);
  take(candidate.first, candidate.last);
  return out_.add(candidate);
}

void NameReader::read_runs(const Sentence& sentence) {
  const bool shouted = scene_.shouted[scene_.tokens.sentence_of[sentence.first]];
  for (uint32_t t = sentence.first; t < sentence.last;) {
    const Run run = run_at(t, sentence);
    if (run.first == run.last) {
      ++t;
      continue;
    }
    uint32_t end = run.last;
    if (!shouted) end = std::max(end, read_run(run, sentence));
    t = end;
  }
}

uint32_t NameReader::read_run(Run run, const Sentence& sentence) {
  const Run wide = widen(run, sentence);
  if (const uint32_t end = read_media(run); end != 0) return end;
  if (is_whole_hit(wide)) return wide.last;
  if (const uint32_t end = read_organization(run, wide); end != 0) return end;
  if (is_thing(run)) {
    take(run.first, run.last);
    for (uint32_t t = run.first; t < run.last; ++t) out_.things[t] = true;
    return run.last;
  }
  if (!read_state_name(run, sentence)) read_person(run, sentence);
  return run.last;
}

bool NameReader::is_whole_hit(Run run) const {
  const Hit* hit = scene_.names.begins(run.first);
  return hit != nullptr && hit->last >= run.last;
}

bool NameReader::is_thing(Run run) const {
  return run.last - run.first >= 2 && scene_.in(run.last - 1, WordList::kThingHead) &&
         !is_whole_hit(run) && !ends_role(run);
}

bool NameReader::matches_acronym(Run run, std::string_view acronym) const {
  std::string initials, all;
  for (uint32_t t = run.first; t < run.last; ++t) {
    const char c = scene_.lower(t).empty() ? ' ' : scene_.lower(t).front();
    if (scene_.is_capital(t)) initials += c;
    all += c;
  }
  const std::string wanted = to_lower_ascii(acronym);
  return wanted.size() >= 2 && (initials == wanted || all == wanted);
}

uint32_t NameReader::bracketed(uint32_t t) const {
  if (t + 2 >= scene_.size() || !scene_.is(t, "(") || !scene_.is(t + 2, ")")) return kNone;
  return scene_.is_capital(t + 1) && scene_.text(t + 1).size() >= 2 ? t + 1 : kNone;
}

uint32_t NameReader::organ_head(Run run, Run wide) const {
  if (scene_.in(run.last - 1, WordList::kOrganHead)) return run.last - 1;
  if (wide.last > run.last && scene_.in(wide.last - 1, WordList::kOrganHead)) return wide.last - 1;
  return kNone;
}

uint32_t NameReader::read_organization(Run run, Run wide) {
  const uint32_t acronym = bracketed(wide.last);
  const bool taught = acronym != kNone && matches_acronym(wide, scene_.text(acronym));
  uint32_t head = organ_head(run, wide);
  const bool of_many = wide.last > run.last;
  if (!taught && (head == kNone || (run.last - run.first < 2 && !of_many))) return 0;
  if (!taught && (ends_role(run) || (of_many && scene_.is(run.last, "and")))) return 0;
  // "North Atlantic Treaty Organization (Nato)": the table may know it by either name.
  if (scene_.names.ends(wide.last) != nullptr && scene_.names.ends(wide.last)->first == run.first)
    return 0;
  if (head == kNone) head = run.last - 1;
  Candidate organ;
  organ.shape = Shape::kOrganization;
  organ.first = run.first;
  organ.last = taught ? acronym + 2 : wide.last;
  organ.head = head;
  organ.core_first = run.first;
  organ.core_last = wide.last;
  organ.owner = read_owner(run);
  const uint32_t number = add(organ);
  if (taught) acronyms_.emplace(scene_.text(acronym), number);
  return organ.last;
}

uint32_t NameReader::read_owner(Run run) {
  const Hit* hit = scene_.names.begins(run.first);
  if (hit == nullptr || hit->last >= run.last) return kNone;
  const Alias& alias = scene_.alias(*hit);
  if (alias.kind != AliasKind::kAdjective && alias.kind != AliasKind::kName) return kNone;
  if (scene_.known(*hit).kind != ActorKind::kState) return kNone;
  return add_hit(*hit);
}

bool NameReader::is_adjective_use(const Hit& hit) const {
  const uint32_t next = scene_.after(hit.last - 1);
  if (next == kNone || scene_.is_possessive(next)) return false;
  const bool tight =
      scene_.tokens.tokens[next].span.begin == scene_.tokens.tokens[next - 1].span.end;
  if (scene_.is(next, "-") && tight && scene_.after(next) != kNone) return true;  // "Norvenia-led"
  const Upos upos = scene_.upos(next);
  if (upos != Upos::kNoun && upos != Upos::kAdj && upos != Upos::kPropn) return false;
  const uint32_t phrase = scene_.parse.phrase_of[hit.first];
  return phrase != Parse::kNone && scene_.parse.phrases[phrase].head >= hit.last;
}

/// Who else bears the name, for `explain`.
void NameReader::note_other_bearers(const Hit& hit, Candidate& name) const {
  constexpr size_t kMost = 4;
  for (const uint32_t value : *hit.values) {
    const uint32_t other = scene_.table.aliases[value].actor;
    if (other == scene_.alias(hit).actor || name.rejected.size() >= kMost) continue;
    name.rejected.push_back({"name.table", scene_.table.actors[other].name,
                             "bears the name too; the page does not speak of this one"});
  }
}

uint32_t NameReader::add_hit(const Hit& hit) {
  Candidate name;
  name.shape = Shape::kName;
  name.value = hit.value;
  name.first = hit.first;
  name.last = hit.last;
  name.head = scene_.head_of(hit.first, hit.last);
  note_other_bearers(hit, name);
  name.core_first = hit.first;
  name.core_last = hit.last;
  const AliasKind kind = scene_.alias(hit).kind;
  const bool person = scene_.known(hit).kind == ActorKind::kPerson;
  name.adjective = kind == AliasKind::kAdjective ||
                   (!person && kind != AliasKind::kPeople && is_adjective_use(hit));
  if (!person && !name.adjective) {
    const uint32_t the = scene_.before(hit.first);
    if (the != kNone && scene_.is(the, "the")) name.first = the;
  }
  if (person && has_title_before(hit.first)) name.first = hit.first - 1;
  if (person) surnames_.insert(surname_in(scene_, hit.first, hit.last, scene_.known(hit)));
  const uint32_t acronym = bracketed(hit.last);
  if (acronym != kNone && scene_.known(hit).kind != ActorKind::kState && is_same(hit, acronym))
    name.last = acronym + 2;
  return add(name);
}

bool NameReader::is_same(const Hit& hit, uint32_t acronym) {
  const Hit* other = scene_.names.begins(acronym);
  if (other != nullptr) return scene_.alias(*other).actor == scene_.alias(hit).actor;
  return matches_acronym({hit.first, hit.last}, scene_.text(acronym));
}

void NameReader::read_table(const Sentence& sentence) {
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Hit* hit = scene_.names.begins(t);
    if (hit == nullptr) {
      if (!taken_[t]) read_bloc(t, sentence);
      continue;
    }
    bool free = true;
    for (uint32_t i = hit->first; i < hit->last; ++i) free = free && !taken_[i];
    if (free && !is_inside_name(*hit, sentence) && !is_name_part(*hit)) add_hit(*hit);
    t = hit->last - 1;
  }
}

void NameReader::read_bloc(uint32_t t, const Sentence& sentence) {
  const std::string& word = scene_.lower(t);
  if (!word.ends_with("ern") || !scene_.in(t, WordList::kCompass)) return;
  const uint32_t next = t + 1;
  if (next >= sentence.last || scene_.in(next, WordList::kGeography)) return;
  const Upos upos = scene_.upos(next);
  if (upos != Upos::kNoun && upos != Upos::kAdj) return;
  if (scene_.names.at[next] != kNone || scene_.places.at[next] != kNone) return;
  std::string bloc = word.substr(0, word.size() - 3);
  bloc[0] = static_cast<char>(bloc[0] - 'a' + 'A');
  const std::optional<uint32_t> alias = look_up_alias(scene_.table, "the " + bloc);
  if (!alias) return;
  Candidate name;
  name.shape = Shape::kName;
  name.value = *alias;
  name.first = name.core_first = name.head = t;
  name.last = name.core_last = t + 1;
  name.adjective = true;
  add(name);
}

bool NameReader::is_name_part(const Hit& hit) const {
  if (scene_.alias(hit).kind != AliasKind::kCapital) return false;
  if (scene_.shouted[scene_.tokens.sentence_of[hit.first]]) return false;
  const uint32_t next = scene_.after(hit.last - 1);
  return next != kNone && scene_.is_capital(next) && scene_.upos(next) == Upos::kPropn &&
         scene_.names.at[next] == kNone && scene_.roles.at[next] == kNone && !taken_[next];
}

bool NameReader::is_inside_name(const Hit& hit, const Sentence& sentence) const {
  if (scene_.alias(hit).kind != AliasKind::kSurname || hit.first == sentence.first) return false;
  if (scene_.shouted[scene_.tokens.sentence_of[hit.first]]) return false;
  const uint32_t before = hit.first - 1;
  return scene_.is_capital(before) && !taken_[before] && before != sentence.first &&
         scene_.upos(before) == Upos::kPropn && scene_.names.at[before] == kNone &&
         scene_.roles.at[before] == kNone && !scene_.in(before, WordList::kTitle);
}

void NameReader::read_short_names(const Sentence& sentence) {
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (taken_[t] || !scene_.is_capital(t)) continue;
    const auto acronym = acronyms_.find(std::string(scene_.text(t)));
    if (acronym != acronyms_.end()) {
      Candidate again = out_.all[acronym->second];
      again.first = again.core_first = t;
      again.last = again.core_last = t + 1;
      again.head = t;
      again.owner = kNone;
      again.name = acronym->second;
      if (scene_.before(t) != kNone && scene_.is(t - 1, "the")) again.first = t - 1;
      add(again);
    } else if (surnames_.contains(scene_.lower(t)) && scene_.names.at[t] == kNone &&
               !(scene_.places.begins(t) != nullptr && is_other_name({t, t + 1}) &&
                 !titled_.contains(scene_.lower(t)))) {
      Candidate person;
      person.shape = Shape::kPerson;
      person.first = person.core_first = t;
      person.last = person.core_last = t + 1;
      person.head = t;
      if (has_title_before(t)) person.first = t - 1;
      add(person);
    }
  }
}

void find_names(const Scene& scene, Candidates& out) { NameReader(scene, out).read(); }

}  // namespace demarche::mention
