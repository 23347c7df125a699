// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/strings.h"
#include "mention/relations.h"
#include "mention/scene.h"

namespace demarche::mention {
namespace {

bool can_own(const Candidate& candidate) {
  return candidate.shape != Shape::kPeople && candidate.shape != Shape::kNominal;
}

/// "tens of thousands of", "about 300", "a group of" before a noun.
void walk_quantity(const Scene& scene, Candidate& candidate) {
  const uint32_t begin = scene.sentence(candidate.first).first;
  for (int steps = 0; steps < 3; ++steps) {
    const uint32_t i = candidate.first;
    if (i < begin + 2 || !scene.is(i - 1, "of")) break;
    if (!scene.in(i - 2, WordList::kQuantity) && scene.upos(i - 2) != Upos::kNum) break;
    candidate.first = i - 2;
  }
  const uint32_t i = candidate.first;
  if (i > begin &&
      (scene.is(i - 1, "a") || scene.is(i - 1, "the") || scene.upos(i - 1) == Upos::kNum))
    candidate.first = i - 1;
}

/// "former", "then-", "would-be" before a title: takes the word and keeps what it means.
bool take_prefix(const Scene& scene, uint32_t begin, Candidate& candidate) {
  uint32_t t = candidate.first - 1;
  if (t >= begin + 2 && scene.is(t, "be") && scene.is(t - 1, "-") && scene.is(t - 2, "would")) {
    candidate.elect = true;
    candidate.first = t - 2;
    return true;
  }
  if (scene.is(t, "-") && t > begin) --t;  // "then-president"
  const bool former = scene.in(t, WordList::kFormer), coming = scene.in(t, WordList::kNotYet);
  if (!former && !coming && !scene.in(t, WordList::kRankPrefix)) return false;
  candidate.former = candidate.former || former;
  candidate.elect = candidate.elect || coming;
  candidate.deputy = candidate.deputy || scene.in(t, WordList::kDeputy);
  candidate.first = t;
  return true;
}

/// "the Brok administration", of somebody who leads or led a state: his government.
bool is_government_of(const Scene& scene, const Candidate& organ, const Candidate& name) {
  if (organ.shape != Shape::kOrgan || name.shape != Shape::kName) return false;
  return is_government(scene.lower(organ.core_last - 1)) &&
         has_led(scene.table, scene.table.aliases[name.value].actor);
}

}  // namespace

uint32_t noun_of(const Scene& scene, const Hit& hit) {
  for (uint32_t t = hit.first + 1; t + 1 < hit.last; ++t) {
    const bool joins =
        scene.is(t, "of") || scene.is(t, "for") || scene.is(t, "to") || scene.is(t, "in");
    if (joins) return scene.is(t - 1, "-") && t > hit.first + 1 ? t - 2 : t - 1;
  }
  return hit.last - 1;
}

bool is_person_name(const Scene& scene, const Candidate& candidate) {
  if (candidate.shape == Shape::kPerson) return true;
  return candidate.shape == Shape::kName &&
         scene.table.actors[scene.table.aliases[candidate.value].actor].kind == ActorKind::kPerson;
}

void walk_left(const Scene& scene, const Candidates& all, Candidate& candidate) {
  const uint32_t begin = scene.sentence(candidate.first).first;
  const uint32_t phrase = scene.parse.phrase_of[candidate.head];
  constexpr int kMost = 12;
  for (int steps = 0; steps < kMost && candidate.first > begin; ++steps) {
    const uint32_t i = candidate.first, b = i - 1;
    if (scene.is_possessive(b) && b > begin) {
      candidate.definite = true;
      const uint32_t owner = all.by_last[b];
      if (owner == kNone) return;
      if (candidate.owner == kNone) candidate.owner = owner;
      candidate.first = all.all[owner].first;
      return;
    }
    const uint32_t ends = all.by_last[i];
    if (ends != kNone && can_own(all.all[ends])) {
      const Candidate& owner = all.all[ends];
      const bool pronoun = owner.shape == Shape::kPronoun;
      if (pronoun && !owner.possessor) return;
      if (is_person_name(scene, owner) && !is_government_of(scene, candidate, owner)) {
        candidate.bound = candidate.bound || candidate.shape == Shape::kOrgan;
        return;
      }
      if (candidate.owner == kNone) candidate.owner = ends;
      candidate.first = owner.first;
      candidate.indefinite = candidate.indefinite || owner.indefinite;
      if (pronoun || owner.definite || scene.is(owner.first, "the")) {
        candidate.definite = true;
        return;
      }
      continue;
    }
    if (candidate.plural && (scene.is(b, "that") || scene.is(b, "this"))) break;  // a conjunction
    if (scene.in(b, WordList::kDeterminer)) {
      candidate.first = b;
      candidate.other = candidate.other || scene.is(b, "other") || scene.is(b, "another");
      const bool the = scene.is(b, "the") || scene.is(b, "this") || scene.is(b, "that") ||
                       scene.is(b, "these") || scene.is(b, "those");
      candidate.definite = candidate.definite || the;
      candidate.indefinite = candidate.indefinite || !the;
      if (scene.is(b, "other") || scene.is(b, "many") || scene.is(b, "several")) continue;
      return;
    }
    const bool same = phrase != Parse::kNone && scene.parse.phrase_of[b] == phrase;
    if (take_prefix(scene, begin, candidate)) continue;
    const Upos upos = scene.upos(b);
    const bool modifier = upos == Upos::kAdj || upos == Upos::kNum || upos == Upos::kNoun ||
                          (upos == Upos::kPropn && ends == kNone) || upos == Upos::kAdv ||
                          (upos == Upos::kVerb && same);
    if (!same || !modifier) break;
    // "the Brok administration", whoever Brok is.
    if (upos == Upos::kPropn && candidate.shape == Shape::kOrgan && !scene.is_capital(i))
      candidate.bound = true;
    candidate.first = b;
  }
  walk_quantity(scene, candidate);
}

namespace {

class RoleReader {
 public:
  RoleReader(const Scene& scene, Candidates& out) : scene_(scene), out_(out) {
    covered_.assign(scene.size(), false);
    for (const Candidate& candidate : out.all) {
      if (candidate.shape == Shape::kPronoun || candidate.adjective) continue;
      for (uint32_t t = candidate.first; t < candidate.last; ++t) covered_[t] = true;
    }
  }

  void read() {
    read_led();
    // Organs first, for they own ("foreign ministry spokesman"), then forces, then the rest.
    for (const std::string_view kind : {"organ", "force", ""})
      for (const Hit& hit : scene_.roles.hits) {
        const std::string& own = scene_.table.roles[hit.value].kind;
        const bool early = own == "organ" || own == "force";
        if (kind.empty() ? !early : own == kind) read_once(hit);
      }
  }

 private:
  const Scene& scene_;
  Candidates& out_;
  std::vector<bool> covered_;
  std::vector<bool> read_ = std::vector<bool>(scene_.roles.hits.size(), false);

  /// "a Norvenia-led security alliance".
  void read_led() {
    for (const Hit& hit : scene_.names.hits) {
      const uint32_t t = hit.first, end = scene_.sentence(t).last;
      if (scene_.known(hit).kind != ActorKind::kState || hit.last + 2 >= end) continue;
      if (covered_[t] || !scene_.is(hit.last, "-") || !scene_.is(hit.last + 1, "led")) continue;
      Candidate led;
      led.shape = Shape::kLed;
      led.value = scene_.alias(hit).actor;
      led.first = led.core_first = t;
      for (uint32_t i = hit.last + 2; i < end && i < hit.last + 7; ++i) {
        if (scene_.in(i, WordList::kSideHead) || scene_.in(i, WordList::kOrganHead) ||
            scene_.is(i, "bloc") || scene_.is(i, "pact"))
          led.head = i;
        const Upos upos = scene_.upos(i);
        if (upos != Upos::kNoun && upos != Upos::kAdj && upos != Upos::kPropn) break;
      }
      if (led.head == 0) continue;
      led.last = led.core_last = led.head + 1;
      const uint32_t before = scene_.before(t);
      if (before != kNone && scene_.in(before, WordList::kDeterminer)) {
        led.first = before;
        led.definite = !scene_.is(before, "a") && !scene_.is(before, "an");
        led.indefinite = !led.definite;
      }
      led.possessor = led.last < end && scene_.is_possessive(led.last);
      out_.add(led);
    }
  }

  /// One of the people ("a villager") is a person.
  [[nodiscard]] static Shape shape_of(const Role& role, bool plural) {
    if (role.kind == "organ") return Shape::kOrgan;
    if (role.kind == "force") return Shape::kForce;
    if (role.kind == "people" && (plural || role.plural == role.phrase)) return Shape::kPeople;
    return Shape::kRole;
  }

  [[nodiscard]] bool is_former(const Hit& hit) const {
    return scene_.lower(hit.first).starts_with("ex-");
  }

  [[nodiscard]] bool is_plural(const Hit& hit, const Role& role) const {
    std::string phrase = fold_case(scene_.text(hit.first, hit.last));
    if (is_former(hit)) phrase.erase(0, 3);
    return phrase != fold_case(role.phrase) && phrase == fold_case(role.plural);
  }

  void read_once(const Hit& hit) {
    const auto number = static_cast<size_t>(&hit - scene_.roles.hits.data());
    if (read_[number]) return;
    read_[number] = true;
    read_role(hit);
  }

  void read_role(const Hit& hit) {
    if (covered_[hit.first] || scene_.timed[hit.first]) return;
    const Role& role = scene_.table.roles[hit.value];
    if (scene_.parse.verb_of[hit.last - 1] != kNone) return;  // "troops" is none, "guards" may be
    Candidate found;
    const bool plural = is_plural(hit, role);
    found.shape = shape_of(role, plural);
    found.value = hit.value;
    found.former = is_former(hit);
    found.first = found.core_first = hit.first;
    found.last = found.core_last = hit.last;
    found.head = noun_of(scene_, hit);
    found.plural = plural || found.shape == Shape::kForce || found.shape == Shape::kPeople;
    walk_left(scene_, out_, found);
    read_right(found);
    found.possessor = scene_.after(found.last - 1) != kNone && scene_.is_possessive(found.last);
    const uint32_t phrase = scene_.parse.phrase_of[hit.last - 1];
    found.adjective = found.name == kNone && !found.possessor && phrase != Parse::kNone &&
                      scene_.parse.phrases[phrase].head >= found.last &&
                      scene_.parse.phrases[phrase].last > found.last;
    if (found.adjective && !is_useful_modifier(found)) return;
    // "was elected president": a predicate, nobody yet.
    if (found.shape == Shape::kRole && !found.plural && found.name == kNone &&
        found.first == found.core_first && !scene_.is_capital(found.first))
      return;
    out_.add(found);
  }

  /// "army base", "president level": a role noun before another noun says little; an organ or
  /// force before a person or a force ("army chief") is still meant.
  [[nodiscard]] bool is_useful_modifier(const Candidate& found) const {
    if (found.shape == Shape::kRole || found.shape == Shape::kPeople) return false;
    const Hit* next = scene_.roles.begins(found.last);
    return next != nullptr;
  }

  void read_right(Candidate& found) {
    const uint32_t end = scene_.sentence(found.first).last;
    uint32_t t = found.last;
    if (t + 1 < end && scene_.is(t, "-") &&
        (scene_.is(t + 1, "elect") || scene_.is(t + 1, "designate"))) {
      found.elect = true;
      found.last = found.core_last = t = t + 2;
      found.head = t - 1;
    }
    if (t < end && out_.by_first[t] != kNone && found.shape == Shape::kRole && !found.plural) {
      const uint32_t name = out_.by_first[t];
      if (is_person_name(scene_, out_.all[name])) {
        found.name = name;
        found.last = out_.all[name].last;
        found.head = out_.all[name].head;
        return;
      }
    }
    read_of(found, end);
    if (found.shape != Shape::kRole || found.plural) return;
    t = found.last;
    if (t + 1 < end && scene_.is(t, ",") && out_.by_first[t + 1] != kNone &&
        (found.definite || found.owner != kNone)) {
      const uint32_t name = out_.by_first[t + 1];
      const Candidate& person = out_.all[name];
      const bool closed = person.last >= end || scene_.is(person.last, ",") ||
                          scene_.is(person.last, "(") || scene_.is(person.last, ".") ||
                          scene_.parse.verb_of[person.last] != kNone;
      if (closed && is_person_name(scene_, person) && person.last - person.core_first > 1) {
        found.name = name;
        found.last = person.last;
        return;
      }
    }
    read_aside(found, end);
  }

  /// "troops of the alliance", "spokesman for the ministry", "minister in charge" (no).
  void read_of(Candidate& found, uint32_t end) {
    const uint32_t t = found.last;
    if (t + 1 >= end || found.owner != kNone) return;
    const bool joins =
        scene_.is(t, "of") || (scene_.is(t, "for") && found.shape == Shape::kRole) ||
        (found.shape == Shape::kPeople && (scene_.is(t, "in") || scene_.is(t, "from"))) ||
        (scene_.is(t, "at") && found.shape == Shape::kRole) ||
        (scene_.is(t, "from") && found.shape == Shape::kForce);
    if (!joins) return;
    // "a spokesman for Prime Minister Ana Brok": he speaks for her side.
    const bool speaks_for =
        scene_.is(t, "for") && scene_.table.roles[found.value].office == "spokesperson";
    const Hit* superior = scene_.roles.begins(t + 1);
    if (speaks_for && superior != nullptr && out_.by_first[t + 1] == kNone) read_once(*superior);
    uint32_t owner = out_.by_first[t + 1];
    if (owner == kNone && t + 2 < end && scene_.in(t + 1, WordList::kDeterminer))
      owner = out_.by_first[t + 2];
    found.bound = found.bound || scene_.is(t, "of");
    if (owner == kNone) return;
    const Candidate& other = out_.all[owner];
    const bool person = is_person_name(scene_, other) && !speaks_for;
    if (person || other.shape == Shape::kPronoun || other.adjective) return;
    found.owner = owner;
    found.last = other.last;
    found.definite = true;
  }

  /// "Ana Brok, the Norvenian foreign minister, ...".
  void read_aside(Candidate& found, uint32_t end) {
    uint32_t comma = scene_.before(found.first);
    if (comma != kNone && scene_.is(comma, "now")) comma = scene_.before(comma);
    if (comma == kNone || !scene_.is(comma, ",")) return;
    uint32_t name = out_.by_last[comma];
    if (name == kNone) return;
    if (out_.all[name].shape == Shape::kRole) name = out_.all[name].name;  // "minister Ana Brok"
    if (name == kNone || !is_person_name(scene_, out_.all[name])) return;
    const bool closed = found.last >= end || scene_.upos(found.last) == Upos::kPunct ||
                        scene_.is(found.last, "who") || scene_.is(found.last, "and") ||
                        scene_.is(found.last, "said") || scene_.upos(found.last) == Upos::kAdp;
    if (!closed) return;
    found.name = name;
  }
};

}  // namespace

void find_roles(const Scene& scene, Candidates& out) {
  find_nominals(scene, out);  // "the country's president"
  RoleReader(scene, out).read();
}

}  // namespace demarche::mention
