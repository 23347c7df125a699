// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/relations.h"

#include <algorithm>

#include "base/strings.h"

namespace demarche::mention {

bool is_personal(const Scene& scene, const Candidate& owner) {
  switch (owner.shape) {
    case Shape::kPronoun:
      return owner.pronoun == PronounKind::kHe || owner.pronoun == PronounKind::kShe ||
             owner.pronoun == PronounKind::kI;
    case Shape::kRole:
    case Shape::kRelation:
      return true;
    default:
      return is_person_name(scene, owner);
  }
}

namespace {

template <size_t N>
bool is_one_of(const std::string& kind, const std::string_view (&kinds)[N]) {
  return std::ranges::find(kinds, kind) != std::end(kinds);
}

/// Of these a state or an organisation may be the other one: "Norvenia's ally Ostravia".
bool may_be_state(const std::string& kind) {
  constexpr std::string_view kKinds[] = {"ally", "neighbour", "patron", "rival"};
  return is_one_of(kind, kKinds);
}

/// "Norvenia and its allies": one group; where a third party is named ("its League allies") the
/// two stay apart.
void read_group(const Scene& scene, Candidates& out, const Candidate& ally) {
  if (!scene.in(ally.first, WordList::kPossessive) || ally.owner == kNone) return;
  if (out.all[ally.owner].shape != Shape::kPronoun) return;
  const uint32_t join = scene.before(ally.first);
  if (join == kNone || !scene.is(join, "and")) return;
  const uint32_t other = out.by_last[join];
  if (other == kNone || out.all[other].shape == Shape::kPronoun ||
      is_person_name(scene, out.all[other]))
    return;
  Candidate group = out.all[other];
  group.shape = Shape::kAllies;
  group.owner = other;
  group.last = group.core_last = ally.last;
  group.core_first = group.first;
  group.plural = true;
  group.possessor = false;
  out.add(group);
}

class RelationReader {
 public:
  RelationReader(const Scene& scene, Candidates& out)
      : scene_(scene), out_(out), role_at_(scene.size(), kNone) {
    for (uint32_t i = 0; i < out.all.size(); ++i) {
      const Shape shape = out.all[i].shape;
      if (shape == Shape::kRole || shape == Shape::kPeople) role_at_[out.all[i].core_last - 1] = i;
    }
  }

  void read() {
    for (const Hit& hit : scene_.relations.hits) read_relation(hit);
  }

 private:
  const Scene& scene_;
  Candidates& out_;
  std::vector<uint32_t> role_at_;  // last word of a role -> its candidate, or kNone

  void read_relation(const Hit& hit) {
    if (scene_.parse.verb_of[hit.first] != kNone || is_modifier(hit)) return;
    const Relation& relation = scene_.table.relations[hit.value];
    Candidate found;
    found.shape = Shape::kRelation;
    found.value = hit.value;
    found.first = found.core_first = hit.first;
    found.last = found.core_last = hit.last;
    found.head = noun_of(scene_, hit);
    found.plural = fold_case(scene_.text(hit.first, hit.last)) != relation.phrase;
    walk_left(scene_, out_, found);
    if (found.owner == kNone) read_owner_behind(found, relation.kind);
    if (found.owner == kNone) read_owner_before(found, relation.kind);
    if (found.owner == kNone || is_post(found)) return;
    if (!found.plural) read_name(found, may_be_state(relation.kind));
    if (!found.plural && found.name == kNone) read_aside(found, may_be_state(relation.kind));
    found.possessor = scene_.after(found.last - 1) != kNone && scene_.is_possessive(found.last);
    put(found);
    if (relation.kind == "ally" && found.plural) read_group(scene_, out_, found);
  }

  /// "the host country", "a sister party": a relation before another noun is none.
  [[nodiscard]] bool is_modifier(const Hit& hit) const {
    const uint32_t phrase = scene_.parse.phrase_of[hit.last - 1];
    if (phrase == Parse::kNone || scene_.parse.phrases[phrase].head < hit.last) return false;
    const uint32_t next = out_.by_first[hit.last];
    return next == kNone || out_.all[next].adjective;
  }

  /// "The ministry's lawyer" holds a post of it; "her lawyer" and "the president's" are theirs. A
  /// role that has a name says more than the relation.
  [[nodiscard]] bool is_post(const Candidate& found) const {
    const uint32_t role = role_at_[found.core_last - 1];
    if (role == kNone) return false;
    const Candidate& post = out_.all[role];
    return post.name != kNone ||
           (post.owner != kNone && !is_personal(scene_, out_.all[found.owner]));
  }

  /// Takes the place of the role that the same words are.
  void put(const Candidate& found) {
    const uint32_t role = role_at_[found.core_last - 1];
    if (role == kNone) {
      out_.add(found);
      return;
    }
    out_.all[role] = found;
    // As in Candidates::add: the longest is the one that others attach to.
    uint32_t& left = out_.by_last[found.last];
    uint32_t& right = out_.by_first[found.first];
    if (left == kNone || out_.all[left].first >= found.first) left = role;
    if (right == kNone || out_.all[right].last <= found.last) right = role;
  }

  [[nodiscard]] bool is_entity(const Candidate& candidate) const {
    if (candidate.adjective) return false;
    return candidate.shape == Shape::kName || candidate.shape == Shape::kOrganization;
  }

  /// "an aide to President Ana Brok", "the wife of Ivo Tal", "a lawyer for the minister".
  void read_owner_behind(Candidate& found, const std::string& kind) {
    constexpr std::string_view kTo[] = {"aide",   "ally",      "colleague", "deputy",
                                        "patron", "neighbour", "rival",     "successor"};
    const uint32_t t = found.last, end = scene_.sentence(found.first).last;
    if (t + 1 >= end) return;
    const bool joins = scene_.is(t, "of") || (scene_.is(t, "to") && is_one_of(kind, kTo)) ||
                       (scene_.is(t, "for") && kind == "lawyer");
    if (!joins) return;
    uint32_t owner = out_.by_first[t + 1];
    if (owner == kNone && t + 2 < end && scene_.in(t + 1, WordList::kDeterminer))
      owner = out_.by_first[t + 2];
    if (owner == kNone) return;
    const Candidate& other = out_.all[owner];
    if (other.shape == Shape::kPronoun || other.adjective) return;
    found.owner = owner;
    found.last = other.last;
    found.bound = true;
  }

  /// "Brok aides", "a Brok ally": but the "Brok brothers" are Broks themselves.
  void read_owner_before(Candidate& found, const std::string& kind) {
    constexpr std::string_view kKinds[] = {"aide", "ally", "follower", "lawyer", "patron", "rival"};
    const uint32_t name = out_.by_last[found.first];
    if (name == kNone || !is_one_of(kind, kKinds)) return;
    const uint32_t phrase = scene_.parse.phrase_of[found.head];
    if (!is_person_name(scene_, out_.all[name]) || phrase == Parse::kNone) return;
    if (scene_.parse.phrase_of[found.first - 1] != phrase) return;
    found.owner = name;
    found.first = out_.all[name].first;
    walk_left(scene_, out_, found);
  }

  [[nodiscard]] bool is_named_by(const Candidate& name, bool state) const {
    if (is_person_name(scene_, name)) return true;
    if (name.shape == Shape::kRole) return name.name != kNone;
    return state && is_entity(name);
  }

  /// "his boss, foreign minister Ana Brok": a name right after the noun or after its comma.
  void read_name(Candidate& found, bool state) const {
    const uint32_t end = scene_.sentence(found.first).last;
    uint32_t t = found.last;
    const bool comma = t < end && scene_.is(t, ",");
    if (comma) ++t;
    if (t >= end || out_.by_first[t] == kNone) return;
    const uint32_t number = out_.by_first[t];
    const Candidate& name = out_.all[number];
    if (!is_named_by(name, state)) return;
    // Behind a comma it may be the next of a list.
    const bool entity = is_entity(name) && !is_person_name(scene_, name);
    if ((entity && comma) || found.bound)
      if (!comma || !is_closed(name.last, end)) return;
    found.name = number;
    if (entity) return;  // the name of a state stays a mention of its own
    found.last = name.last;
    if (t == found.core_last) found.head = name.head;
  }

  /// "Ana Brok, a close ally of the president, ...".
  void read_aside(Candidate& found, bool state) const {
    const uint32_t comma = scene_.before(found.first);
    if (comma == kNone || !scene_.is(comma, ",")) return;
    uint32_t name = out_.by_last[comma];
    if (name == kNone || !is_named_by(out_.all[name], state)) return;
    if (out_.all[name].shape == Shape::kRole) name = out_.all[name].name;
    if (name != found.owner && is_closed(found.last, scene_.sentence(found.first).last))
      found.name = name;
  }

  [[nodiscard]] bool is_closed(uint32_t t, uint32_t end) const {
    return t >= end || scene_.is(t, ",") || scene_.is(t, ".") || scene_.is(t, ")") ||
           scene_.is(t, "who");
  }
};

}  // namespace

void find_nominals(const Scene& scene, Candidates& out) {
  for (uint32_t t = 1; t < scene.size(); ++t) {
    if (!scene.in(t, WordList::kCountryNoun)) continue;
    const Sentence& sentence = scene.sentence(t);
    uint32_t first = t;
    while (first > sentence.first && first + 4 > t && scene.names.at[first - 1] == kNone &&
           !scene.in(first - 1, WordList::kDeterminer) &&
           (scene.upos(first - 1) == Upos::kAdj || scene.upos(first - 1) == Upos::kNoun ||
            scene.upos(first - 1) == Upos::kPropn || scene.in(first - 1, WordList::kFormer)))
      --first;
    if (first == sentence.first) continue;
    const uint32_t the = first - 1;
    if (!scene.is(the, "the") && !scene.is(the, "this") && !scene.is(the, "that")) continue;
    const bool bare = first == t;
    if (bare && !scene.is(t, "country") && !scene.is(t, "nation")) continue;
    if (scene.is(t + 1, "of")) continue;
    const uint32_t next = scene.after(t);
    if (next != kNone && (scene.upos(next) == Upos::kNoun || scene.is_capital(next))) continue;
    Candidate nominal;
    nominal.shape = Shape::kNominal;
    nominal.first = the;
    nominal.core_first = first;
    nominal.last = nominal.core_last = t + 1;
    nominal.head = t;
    nominal.definite = true;
    nominal.possessor = next != kNone && scene.is_possessive(next);
    out.add(nominal);
  }
}

void find_relations(const Scene& scene, Candidates& out) { RelationReader(scene, out).read(); }

}  // namespace demarche::mention
