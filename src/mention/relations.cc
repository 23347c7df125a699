// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/scene.h"

namespace demarche::mention {
namespace {

/// "his boss, foreign minister Ana Brok": a name right after the noun or after its comma.
void read_name(const Scene& scene, const Candidates& all, Candidate& found) {
  const uint32_t end = scene.sentence(found.first).last;
  uint32_t t = found.last;
  if (t < end && scene.is(t, ",")) ++t;
  if (t >= end || all.by_first[t] == kNone) return;
  const uint32_t number = all.by_first[t];
  const Candidate& name = all.all[number];
  const bool named =
      is_person_name(scene, name) || (name.shape == Shape::kRole && name.name != kNone);
  if (!named) return;
  found.name = number;
  found.last = name.last;
  if (t == found.core_last) found.head = name.head;
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

void read_relation(const Scene& scene, Candidates& out, const Hit& hit) {
  if (scene.parse.verb_of[hit.first] != kNone) return;
  const Relation& relation = scene.table.relations[hit.value];
  Candidate found;
  found.shape = Shape::kRelation;
  found.value = hit.value;
  found.first = found.core_first = hit.first;
  found.last = found.core_last = hit.last;
  found.head = hit.last - 1;
  found.plural = !scene.lower(hit.last - 1).empty() && scene.lower(hit.last - 1).back() == 's' &&
                 !scene.lower(hit.last - 1).ends_with("ss");
  walk_left(scene, out, found);
  if (found.owner == kNone) {
    if (relation.kind != "ally" && !found.definite) return;
    if (!found.definite) return;
  }
  if (!found.plural) read_name(scene, out, found);
  found.possessor = scene.after(found.last - 1) != kNone && scene.is_possessive(found.last);
  out.add(found);
  if (relation.kind == "ally" && found.plural) read_group(scene, out, found);
}

/// "the country", "the ex-Karsonian republic", "the island state": a state named before.
void read_nominals(const Scene& scene, Candidates& out) {
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

}  // namespace

void find_relations(const Scene& scene, Candidates& out) {
  for (const Hit& hit : scene.relations.hits) read_relation(scene, out, hit);
  read_nominals(scene, out);
}

}  // namespace demarche::mention
