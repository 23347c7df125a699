// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "mention/scene.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/strings.h"
#include "base/utf8.h"

namespace demarche::mention {
namespace {

/// States before organisations before persons: of several owners of a word the least surprising.
int preference(const Scene& scene, const Alias& alias) {
  const KnownActor& actor = scene.table.actors[alias.actor];
  switch (actor.kind) {
    case ActorKind::kState:
      return 0;
    case ActorKind::kOrganization:
      return 1;
    case ActorKind::kGroup:
      return 2;
    case ActorKind::kPerson:
      return alias.kind == AliasKind::kSurname ? 4 : 3;
    case ActorKind::kUnknown:
      return 5;
  }
  return 5;
}

/// What a page names in full: what a surname alone is held to.
struct Named {
  std::unordered_set<uint32_t> people;        ///< actors of the table, by their full names
  std::unordered_set<std::string> countries;  ///< of the states on the page
};

Named find_named(const Scene& scene) {
  Named named;
  for (const Hit& hit : scene.names.hits) {
    for (const uint32_t value : *hit.values) {
      const Alias& alias = scene.table.aliases[value];
      const KnownActor& actor = scene.table.actors[alias.actor];
      if (actor.kind == ActorKind::kState) named.countries.insert(actor.country);
      if (actor.kind == ActorKind::kPerson && alias.kind != AliasKind::kSurname)
        named.people.insert(alias.actor);
    }
  }
  return named;
}

}  // namespace

bool is_government(std::string_view word) {
  static constexpr std::array<std::string_view, 6> kWords = {
      "administration", "cabinet", "government", "junta", "presidency", "regime"};
  return std::ranges::find(kWords, word) != kWords.end();
}

bool has_led(const ActorTable& table, uint32_t person) {
  return std::ranges::any_of(table.tenures_of(person), [&](uint32_t number) {
    return table.tenures[number].office.starts_with("head_of_");
  });
}

namespace {

/// Does a surname alone mean this person? Thousands are in the tables: it does where the page gives
/// the full name, where he leads a state or is a minister, on its day, of a state that it names, or
/// where he leads a state and nobody else is called so.
bool is_meant(const Scene& scene, const Hit& hit, uint32_t person, const Named& named) {
  if (named.people.contains(person)) return true;
  const ActorTable& table = scene.table;
  const Hit* role = scene.roles.ends(hit.first);
  const bool titled = role != nullptr && table.roles[role->value].kind == "person";
  // "Flagship Store": a language model must see a person there too, but where all is in capitals
  // and in "the Brok administration", which it sees as one name.
  const uint32_t after = scene.after(hit.last - 1);
  const bool governs =
      after != kNone && is_government(scene.lower(after)) && has_led(table, person);
  const bool seen = governs || scene.parse.tree.empty() ||
                    scene.shouted[scene.tokens.sentence_of[hit.first]] ||
                    std::ranges::any_of(scene.parse.names, [&](const NamedSpan& name) {
                      return name.kind == "PER" && name.first <= hit.first && hit.last <= name.last;
                    });
  if (!titled && !seen) return false;
  const bool only = std::ranges::all_of(
      *hit.values, [&](uint32_t value) { return table.aliases[value].actor == person; });
  for (const uint32_t number : table.tenures_of(person)) {
    const Tenure& held = table.tenures[number];
    const auto& last = held.to ? held.to : held.open_until;
    const bool in_office =
        scene.today ? (!held.from || *held.from <= *scene.today) && (!last || *scene.today <= *last)
                    : true;  // a page without a day may be of any
    const bool leads = held.office.starts_with("head") || held.office.ends_with("_minister");
    const std::optional<uint32_t> state = table.find(held.state);
    const std::string country = state ? table.actors[*state].country : std::string();
    const bool here = country.empty() || named.countries.contains(country);
    if (in_office && (leads || titled) && here) return true;
    const bool now = scene.today ? in_office : !held.to;
    if (now && only && held.office.starts_with("head_of")) return true;
    if (titled && here && table.roles[role->value].office == held.office) return true;
  }
  return false;
}

/// How often a page speaks of each country by names that nothing else bears, capitals and towns
/// among them.
using Spoken = std::unordered_map<std::string, int>;

Spoken count_spoken(const Scene& scene) {
  Spoken spoken;
  for (const Hit& hit : scene.names.hits) {
    if (hit.values->size() != 1 || scene.places.begins(hit.first) != nullptr) continue;
    const KnownActor& actor = scene.table.actors[scene.table.aliases[hit.values->front()].actor];
    if (actor.kind == ActorKind::kState) ++spoken[actor.country];
  }
  for (const PlaceHit& hit : scene.places.hits)
    if (!hit.sense->state) ++spoken[std::string(scene.table.gazetteer.at(hit.value).country)];
  return spoken;
}

/// "Georgia" beside "Alabama": a place that bears the name of a state or of its capital, and is
/// neither on this page.
bool is_namesake(const Scene& scene, const Hit& hit) {
  if (scene.known(hit).kind != ActorKind::kState) return false;
  const AliasKind kind = scene.alias(hit).kind;
  if (kind != AliasKind::kName && kind != AliasKind::kCapital) return false;
  const PlaceHit* place = scene.places.begins(hit.first);
  if (place == nullptr || place->last < hit.last || place->sense->state) return false;
  const Place meant = scene.table.gazetteer.at(place->value);
  return meant.country != scene.known(hit).country ||
         (kind == AliasKind::kCapital && meant.rank != PlaceKind::kCapital);
}

uint32_t choose_alias(const Scene& scene, const std::vector<uint32_t>& values,
                      const Spoken& spoken) {
  uint32_t best = values.front();
  int best_cost = 100;
  for (const uint32_t value : values) {
    const Alias& alias = scene.table.aliases[value];
    int cost = 3 * preference(scene, alias);
    // Of two Congos the one that the page speaks of in other words too.
    const KnownActor& actor = scene.table.actors[alias.actor];
    if (actor.kind == ActorKind::kState && !spoken.contains(actor.country)) ++cost;
    if (cost >= 9 && scene.today && scene.table.offices_of(alias.actor, *scene.today).empty())
      ++cost;
    if (cost < best_cost) best_cost = cost, best = value;
  }
  return best;
}

Hits find_hits(const Scene& scene, const PhraseTable& phrases) {
  Hits out;
  out.at.assign(scene.size(), kNone);
  if (phrases.empty()) return out;
  for (uint32_t t = 0; t < scene.size();) {
    const PhraseTable::Match match = phrases.longest_at(scene.article, scene.tokens, t);
    if (match.last <= t || match.values == nullptr || match.values->empty()) {
      ++t;
      continue;
    }
    // "The West Norvenian plan": of the western half, not of the West.
    if (scene.is(t, "the") && match.last == t + 2 &&
        phrases.longest_at(scene.article, scene.tokens, t + 1).last > match.last) {
      ++t;
      continue;
    }
    for (uint32_t i = match.first; i < match.last; ++i)
      out.at[i] = static_cast<uint32_t>(out.hits.size());
    out.hits.push_back({match.first, match.last, match.values->front(), match.values});
    t = match.last;
  }
  return out;
}

/// Names of states, people and places need a capital; blocs may be written small ("western").
void drop_hits(Hits& hits, const std::vector<bool>& keep) {
  std::vector<Hit> kept;
  std::ranges::fill(hits.at, kNone);
  for (size_t i = 0; i < hits.hits.size(); ++i) {
    if (!keep[i]) continue;
    for (uint32_t t = hits.hits[i].first; t < hits.hits[i].last; ++t)
      hits.at[t] = static_cast<uint32_t>(kept.size());
    kept.push_back(hits.hits[i]);
  }
  hits.hits = std::move(kept);
}

bool has_capital(const Scene& scene, const Hit& hit) {
  for (uint32_t t = hit.first; t < hit.last; ++t)
    if (scene.is_capital(t)) return true;
  return false;
}

bool is_compass_use(const Scene& scene, const Hit& hit) {
  if (hit.last - hit.first != 1 || !scene.in(hit.first, WordList::kCompass)) return false;
  const uint32_t next = scene.after(hit.first);
  if (next == kNone) return false;
  return scene.in(next, WordList::kGeography) || scene.places.begins(next) != nullptr ||
         (scene.names.begins(next) != nullptr && scene.is_capital(next));
}

/// "the West" but not "Harbour West".
bool is_bare_compass(const Scene& scene, const Hit& hit) {
  if (scene.known(hit).kind != ActorKind::kGroup || hit.last - hit.first != 1) return false;
  if (!scene.in(hit.first, WordList::kCompass)) return false;
  const uint32_t before = scene.before(hit.first);
  return before != kNone && !scene.is(before, "the") && scene.is_capital(hit.first) &&
         scene.alias(hit).kind == AliasKind::kName;
}

/// "the Strait of Norvenia": a place of the table that is more than the state in its name.
bool is_inside_place(const Scene& scene, const Hit& hit) {
  const PlaceHit* place = scene.places.covering(hit.first);
  // "The West Bengal government" does not speak of the West.
  const PlaceHit* begun = scene.places.covering(hit.last - 1);
  if (begun != nullptr && begun->first > hit.first && begun->last > hit.last) return true;
  return place != nullptr && has_capital(scene, *place) && place->last >= hit.last &&
         place->last - place->first > hit.last - hit.first;
}

/// "Ana Brok-Holt" is somebody else than Ana Brok.
bool is_half_name(const Scene& scene, const Hit& hit) {
  if (scene.known(hit).kind != ActorKind::kPerson || hit.last - hit.first < 2) return false;
  if (!scene.is(hit.last, "-") || !scene.is_capital(hit.last + 1)) return false;
  const auto& tokens = scene.tokens.tokens;
  return !tokens[hit.last - 1].space_after && !tokens[hit.last].space_after &&
         scene.names.begins(hit.last + 1) == nullptr;
}

void sift_names(Scene& scene) {
  std::vector<bool> keep(scene.names.hits.size(), true);
  const Named named = find_named(scene);
  const Spoken spoken = count_spoken(scene);
  std::vector<uint32_t> values;
  for (size_t i = 0; i < scene.names.hits.size(); ++i) {
    Hit& hit = scene.names.hits[i];
    values.clear();
    for (const uint32_t value : *hit.values) {
      const Alias& alias = scene.table.aliases[value];
      if (alias.kind != AliasKind::kSurname || is_meant(scene, hit, alias.actor, named))
        values.push_back(value);
    }
    keep[i] = !values.empty();
    if (!keep[i]) continue;
    hit.value = choose_alias(scene, values, spoken);
    const ActorKind kind = scene.known(hit).kind;
    const bool small = kind == ActorKind::kGroup && scene.alias(hit).kind == AliasKind::kAdjective;
    const bool needs_capital = !small && scene.alias(hit).kind != AliasKind::kPhrase;
    keep[i] = (!needs_capital || has_capital(scene, hit)) && !is_compass_use(scene, hit) &&
              !is_bare_compass(scene, hit) && !is_inside_place(scene, hit) &&
              !is_half_name(scene, hit) && !is_namesake(scene, hit) &&
              !(scene.timed[hit.first] && hit.last - hit.first == 1);
  }
  drop_hits(scene.names, keep);
}

/// Double quote marks only; a mark without a partner quotes up to the end of its block at most.
void mark_quotes(Scene& scene) {
  scene.quoted.assign(scene.size(), false);
  bool open = false;
  uint32_t block = kNone;
  for (uint32_t t = 0; t < scene.size(); ++t) {
    if (scene.sentence(t).block != block) block = scene.sentence(t).block, open = false;
    const std::string_view mark = scene.text(t);
    if (mark == "“" || mark == "«" || mark == "„" || mark == "``") {
      open = true;
    } else if (mark == "”" || mark == "»" || mark == "''") {
      open = false;
    } else if (mark == "\"") {
      open = !open;
    } else {
      scene.quoted[t] = open;
    }
  }
}

void mark_times(Scene& scene, const std::vector<TimeMention>& times) {
  scene.timed.assign(scene.size(), false);
  for (const TimeMention& time : times)
    for (uint32_t t = time.first; t < time.last && t < scene.size(); ++t) scene.timed[t] = true;
}

void mark_shouts(Scene& scene) {
  for (const Sentence& sentence : scene.tokens.sentences) {
    uint32_t words = 0, capitals = 0;
    for (uint32_t t = sentence.first; t < sentence.last; ++t) {
      if (scene.text(t).size() < 4) continue;  // short words stay small in title case
      ++words;
      capitals += scene.is_capital(t) ? 1 : 0;
    }
    const BlockKind block = scene.article.blocks.size() > sentence.block
                                ? scene.article.blocks[sentence.block].kind
                                : BlockKind::kBody;
    const bool headline = block == BlockKind::kTitle || block == BlockKind::kHeading;
    scene.shouted.push_back(headline ? words >= 3 && capitals * 10 >= words * 7
                                     : words >= 6 && capitals * 10 >= words * 9);
  }
}

}  // namespace

bool Scene::is_capital(uint32_t t) const {
  if (t >= size()) return false;
  const std::string_view word = text(t);
  if (word.empty()) return false;
  const char c = word.front();
  if (static_cast<unsigned char>(c) < 0x80) return c >= 'A' && c <= 'Z';
  return is_upper(decode_utf8(word, 0).value);
}

uint32_t Scene::head_of(uint32_t first, uint32_t last) const {
  for (uint32_t t = first + 1; t + 1 < last; ++t)
    if (is(t, "of") || is(t, "for")) return t - 1;
  return last - 1;
}

bool Scene::is_possessive(uint32_t t) const {
  if (t >= size()) return false;
  const std::string& word = lower(t);
  return word == "'s" ||
         (word == "'" && t > 0 && !lower(t - 1).empty() && lower(t - 1).back() == 's');
}

const std::string& surname_in(const Scene& scene, uint32_t first, uint32_t last,
                              const KnownActor& person) {
  const std::string surname = fold_case(person.surname);
  for (uint32_t t = first; t < last; ++t)
    if (scene.lower(t) == surname) return scene.lower(t);
  return scene.lower(last - 1);
}

Scene make_scene(const Article& article, const Tokens& tokens, const Parse& parse,
                 const std::vector<TimeMention>& times, const ActorTable& actors,
                 std::optional<Day> today, const Limits& limits) {
  Scene scene{article, tokens, parse, actors, today, limits, {}, {}, {}, {}, {}, {}, {}, {}, {}};
  mark_times(scene, times);
  mark_quotes(scene);
  mark_shouts(scene);
  scene.names = find_hits(scene, actors.names);
  scene.roles = find_hits(scene, actors.role_phrases);
  scene.relations = find_hits(scene, actors.relation_phrases);
  find_place_hits(scene);
  sift_names(scene);
  sift_places(scene);
  for (const Hit& hit : scene.names.hits) {
    const Alias& alias = scene.alias(hit);
    if (alias.kind == AliasKind::kAdjective)
      scene.adjectives.try_emplace(alias.actor, scene.text(hit.first, hit.last));
  }
  return scene;
}

std::optional<uint32_t> look_up_alias(const ActorTable& table, std::string_view phrase) {
  Article article;
  article.text = Text(std::string(phrase));
  Tokens tokens;
  for (const std::string& word : words_of(phrase)) {
    const size_t at = phrase.find(word, tokens.tokens.empty() ? 0 : tokens.tokens.back().span.end);
    if (at == std::string_view::npos) return std::nullopt;
    const auto begin = static_cast<uint32_t>(at);
    tokens.tokens.push_back({{begin, begin + static_cast<uint32_t>(word.size())}, true});
    tokens.lower.push_back(fold_case(word));
    tokens.sentence_of.push_back(0);
  }
  const auto count = static_cast<uint32_t>(tokens.size());
  if (count == 0) return std::nullopt;
  tokens.sentences.push_back({{0, static_cast<uint32_t>(phrase.size())}, 0, count, 0});
  const PhraseTable::Match match = table.names.longest_at(article, tokens, 0);
  if (match.last != count || match.values == nullptr || match.values->empty()) return std::nullopt;
  return match.values->front();
}

std::optional<uint32_t> look_up(const ActorTable& table, std::string_view phrase) {
  const std::optional<uint32_t> alias = look_up_alias(table, phrase);
  return alias ? std::optional<uint32_t>(table.aliases[*alias].actor) : std::nullopt;
}

uint32_t Candidates::add(const Candidate& candidate) {
  const auto number = static_cast<uint32_t>(all.size());
  all.push_back(candidate);
  const uint32_t first = candidate.first, last = candidate.last;
  // Of several that begin or end here the longest is the one that others attach to.
  if (by_last[last] == kNone || all[by_last[last]].first >= first) by_last[last] = number;
  if (by_first[first] == kNone || all[by_first[first]].last <= last) by_first[first] = number;
  return number;
}

Candidates find_candidates(const Scene& scene) {
  Candidates candidates(scene.size());
  find_names(scene, candidates);
  find_pronouns(scene, candidates);
  find_roles(scene, candidates);
  find_relations(scene, candidates);
  find_organ_nouns(scene, candidates);
  find_phrases(scene, candidates);
  return candidates;
}

bool is_say(const Scene& scene, uint32_t verb) {
  return verb < scene.parse.verbs.size() &&
         is_in(WordList::kSay, scene.lemma(scene.parse.verbs[verb].head));
}

namespace {

bool is_finite(const VerbGroup& verb) { return !verb.infinitive && !verb.participle; }

/// Past "of ...", "in ..." phrases, an adverb, a bracket.
uint32_t skip_after_noun(const Scene& scene, uint32_t t, uint32_t end) {
  for (int steps = 0; steps < 4 && t < end; ++steps) {
    if (scene.upos(t) == Upos::kAdv && scene.parse.verb_of[t] == Parse::kNone) {
      ++t;
    } else if (scene.is(t, "(")) {
      uint32_t close = t;
      while (close < end && close < t + 8 && !scene.is(close, ")")) ++close;
      if (close >= end || !scene.is(close, ")")) return t;
      t = close + 1;
    } else if (scene.upos(t) == Upos::kAdp && t + 1 < end &&
               scene.parse.phrase_of[t + 1] != Parse::kNone) {
      t = scene.parse.phrases[scene.parse.phrase_of[t + 1]].last;
    } else {
      break;
    }
  }
  return t;
}

/// The token after the comma that closes what the comma at `t` opens, or kNone.
uint32_t close_comma(const Scene& scene, uint32_t t, uint32_t end) {
  constexpr uint32_t kLongest = 40;
  for (uint32_t i = t + 1; i < end && i < t + kLongest; ++i)
    if (scene.is(i, ",")) return i + 1;
  return kNone;
}

uint32_t finite_at(const Scene& scene, uint32_t t, uint32_t end) {
  if (t >= end) return kNone;
  const uint32_t verb = scene.parse.verb_of[t];
  if (verb == Parse::kNone || !is_finite(scene.parse.verbs[verb])) return kNone;
  return verb;
}

}  // namespace

uint32_t verb_of_subject(const Scene& scene, uint32_t first, uint32_t last) {
  const Sentence& sentence = scene.sentence(first);
  const uint32_t end = sentence.last;
  // "by Brok", "of Brok": not the subject of what follows.
  if (first > sentence.first && scene.upos(first - 1) == Upos::kAdp &&
      !scene.is(first - 1, "after") && !scene.is(first - 1, "before") &&
      !scene.is(first - 1, "as") && !scene.is(first - 1, "than") && !scene.is(first - 1, "since"))
    return kNone;
  if (last < end && scene.is_possessive(last)) return kNone;
  uint32_t t = skip_after_noun(scene, last, end);
  uint32_t verb = finite_at(scene, t, end);
  if (verb != kNone) return verb;
  for (int steps = 0; steps < 2 && t < end && scene.is(t, ","); ++steps) {
    // The comma that closes an aside inside the mention: "his boss, Ana Brok, seemed".
    verb = finite_at(scene, t + 1, end);
    if (verb != kNone) return verb;
    t = close_comma(scene, t, end);
    if (t == kNone) return kNone;
    verb = finite_at(scene, t, end);
    if (verb != kNone) return verb;
    t = t - 1;  // the closing comma may open another aside
  }
  if (t < end && (scene.is(t, "who") || scene.is(t, "which") || scene.is(t, "that")))
    return finite_at(scene, t + 1, end);
  return kNone;
}

}  // namespace demarche::mention
