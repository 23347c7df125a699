// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "mention/antecedents.h"
#include "mention/history.h"

// Internal to src/mention; the door is mention.h.
namespace demarche::mention {

/// Who speaks outside the quotation marks of a sentence.
struct Speaker {
  Id<Actor> actor;
  uint32_t candidate = kNone;
  bool person = false;
};

/// Finds the actor of each candidate, in the order of the text; owners before what they own.
class Resolver {
 public:
  /// Without a model pronouns go by rules, and phrases that no table knows are new ones.
  Resolver(const Scene& scene, Candidates& candidates, Draft& draft, const AntecedentModel* model);
  /// All but the first person.
  void run();
  /// "His boss, Ana Brok": once a source has got his side, so has who stands above him.
  void share_sides();
  /// "We" and "I" inside quotations, once all speakers and their sides are known.
  void run_first_person();
  /// The speaker of this sentence, or of the nearest one of its paragraph.
  [[nodiscard]] Id<Actor> speaker_near(uint32_t sentence) const;
  /// May this mention, as far as it is resolved, take up an earlier one that no rule has found?
  [[nodiscard]] bool looks_back(const Candidate& found);
  [[nodiscard]] const Antecedents& antecedents() const { return antecedents_; }
  [[nodiscard]] const Speaker& speaker_of(uint32_t sentence) const { return speakers_[sentence]; }

 private:
  void read_titles();
  Id<Actor> resolve(uint32_t number, int depth);
  void trace(uint32_t number);
  void note_speaker(const Trace& trace);
  static void settle(Candidate& found, Id<Actor> actor, const char* rule);
  /// The actor that owns this candidate, or null.
  Actor* owner_of(const Candidate& found);
  /// The state or organisation behind the owner, or behind an actor.
  Id<Actor> party_of(const Candidate& found);
  Id<Actor> party_of(Id<Actor> id);

  // resolve_names.cc
  void resolve_name(Candidate& found);
  bool speaks_for_nobody(const Candidate& found);
  [[nodiscard]] std::string country_before(const Candidate& found) const;
  bool suits_title(const Candidate& found, Id<Actor> id);
  Id<Actor> bearer_of(const std::string& surname, const Candidate& found);
  void observe_title(const Candidate& found, Id<Actor> id);
  void resolve_person(Candidate& found);
  void resolve_organization(Candidate& found);
  std::string country_in(const Candidate& found);
  void teach_initials(const Candidate& found);
  void resolve_media(Candidate& found);

  // resolve_pronouns.cc
  void resolve_nominal(Candidate& found);
  void resolve_pronoun(Candidate& found);
  struct Ruling {
    Id<Actor> actor;
    const char* rule = "";
    bool close = false;  ///< it stands so near that the pronoun shows its gender
  };
  Ruling rule_pronoun(const Candidate& found);
  bool is_party(Id<Actor> id);
  void resolve_phrase(Candidate& found);
  void rank_pronoun(Candidate& found, Ruling ruling);
  void note_others(Candidate& found, std::string_view remark = {});
  void resolve_spot(Candidate& found);
  Id<Actor> make_unnamed(const Candidate& found);
  void resolve_first_person(Candidate& found);

  void resolve_organ_noun(Candidate& found);  // organ_nouns.cc

  // officials.cc
  Office office_of(const Candidate& found, Id<Actor> party);
  [[nodiscard]] std::string key_by_title(const std::string& state, const Role& role) const;
  void name_coming(const Candidate& found, Office& office);
  [[nodiscard]] std::vector<uint32_t> holders_of(const std::string& state,
                                                 const std::string& key) const;
  [[nodiscard]] bool is_of_pronoun(const Candidate& found) const;
  void resolve_role(Candidate& found);
  std::string name_with_owner(const Candidate& found, Id<Actor> party, std::string_view noun);
  void resolve_officials(Candidate& found, const Office& office, Id<Actor> party);
  bool resolve_title(Candidate& found, const Office& office);
  bool resolve_holder(Candidate& found, const Office& office, Id<Actor> party);
  Id<Actor> joined_with(const Candidate& found);
  void resolve_organ(Candidate& found);
  void resolve_force(Candidate& found);
  void resolve_people(Candidate& found);
  void resolve_led(Candidate& found);
  [[nodiscard]] std::string only_side_before(const Candidate& found) const;

  // relation_actors.cc
  void resolve_relation(Candidate& found);
  bool suits_relation(const Candidate& found, const Relation& relation);
  [[nodiscard]] std::optional<uint32_t> office_in_line(const Candidate& found,
                                                       uint32_t person) const;
  bool resolve_in_line(Candidate& found, bool before);
  [[nodiscard]] bool is_of_adjective(const Candidate& found) const;
  [[nodiscard]] std::string name_bond(const Candidate& found, const Actor& owner) const;
  void resolve_bond(Candidate& found, const Relation& relation);
  void lend_country(const Candidate& found);
  void resolve_counterpart(Candidate& found);
  void resolve_superior(Candidate& found);
  void share_side(const Candidate& found);
  void resolve_allies(Candidate& found);

  const Scene& scene_;
  std::vector<Candidate>& all_;
  const std::vector<uint32_t>& by_last_;
  Draft& draft_;
  History history_;
  Antecedents antecedents_;
  std::vector<Speaker> speakers_;
  std::unordered_map<std::string, std::vector<Id<Actor>>> bearers_;  // surname -> named in full
  std::unordered_map<std::string, char> titles_;  // surname -> gender that a title shows
};

}  // namespace demarche::mention
